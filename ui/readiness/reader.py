# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads readiness and notices out of a workspace, at risk first; runs in workers, touches no widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from html import escape
from typing import TYPE_CHECKING

from ...planner.life.readiness_board import OrderReadiness, readiness_board
from ...planner.notices.agenda import NoticeOfDay, notices_on
from ...planner.rule_versions import rule_book_of
from ...planner.running.desk_moment import desk_moment
from ...qgis_bridge.figures import moment_text, short_day_text
from ...qgis_bridge.labels import job_text, learn_names
from ...qgis_bridge.messages import tr
from ...qgis_bridge.wording import word
from ...store.workspaces import open_workspace
from ..acting.panel_dock import PanelPage
from ..acting.rows import GREEN, Act, Cell, Row, severity
from ..order_panel.means_rows import lacks_text, tell_acts
from ..order_panel.notice_rows import notice_acts, notice_row
from ..rich_text import bullets
from .dock import RESOURCES

if TYPE_CHECKING:
    from ...workorders.life.readiness import ReadinessItem
    from ...workorders.orders import WorkOrder

AT_RISK = "at_risk"
OF_DAY = "day"
LATER = "later"


def read_readiness(url: str, clock: datetime, *, day: date | None = None) -> Mapping[str, PanelPage]:
    """Return the two tabs, for the day of the desk and those after it; a chip picks what is for ``day``."""
    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        today = desk_moment(workspace, clock).date()
        checkpoints = rule_book_of(workspace, today).life.readiness.checkpoints
        board = readiness_board(workspace, today, horizon_days=max(checkpoints))
        notices = notices_on(workspace, today)
    finally:
        workspace.close()
    return {"ready": _ready_page(board, notices, checkpoints, day), "notices": _notices_page(notices)}


def _ready_page(
    board: Iterable[OrderReadiness],
    notices: Iterable[NoticeOfDay],
    checkpoints: Iterable[int],
    day: date | None,
) -> PanelPage:
    clocks = {str(one.order.order_id): one for one in notices}
    pairs = [(one, _ready_row(one, clocks.get(str(one.order.order_id)))) for one in board]
    pairs.sort(key=lambda pair: (severity(pair[1]), pair[0].day, pair[0].order.priority.value))
    marks = sorted(checkpoints)
    groups = {row.key: _groups(one, row, marks, day) for one, row in pairs}
    counts = Counter(name for names in groups.values() for name in names)
    texts = {AT_RISK: tr("at risk"), "d0": tr("today")}
    texts |= {f"d{mark}": tr("D-{days}").format(days=mark) for mark in marks}
    chips = {} if day is None else {OF_DAY: f"{short_day_text(day)}  {counts[OF_DAY]}"}
    texts |= {LATER: tr("later")}
    chips |= {name: f"{text} {counts[name]}" for name, text in texts.items() if counts[name]}
    return PanelPage(tuple(row for _, row in pairs), chips, groups)


def _groups(one: OrderReadiness, row: Row, marks: list[int], day: date | None) -> frozenset[str]:
    """Return the chips of an order: the checkpoint that comes next on its way to its day, and that day."""
    mark = next((f"d{mark}" for mark in (0, *marks) if one.days_left <= mark), LATER)
    risk = {AT_RISK} if row.mark not in (GREEN, "") else set()
    return frozenset({mark, *risk, *({OF_DAY} if one.day == day else ())})


def _ready_row(one: OrderReadiness, notice: NoticeOfDay | None) -> Row:
    items = {item.resource: item for item in one.items}
    acts: list[Act] = []
    for name, item in items.items():
        if item.colour.value != GREEN:
            acts += notice_acts(notice) if name == "notices" and notice is not None else ()
            acts += tell_acts(one, name)
    day = (
        short_day_text(one.day)
        if one.is_planned
        else tr("{day}, not planned").format(day=short_day_text(one.day))
    )
    lacks = [line for item in one.at_risk for line in lacks_text(item).splitlines()]
    return Row(
        key=str(one.order.order_id),
        order_id=str(one.order.order_id),
        cells=(_order_cell(one.order), Cell(day), *(_cell(items.get(name)) for name in RESOURCES)),
        acts=tuple(acts),
        details=bullets(escape(line) for line in lacks) if lacks else "",
    )


def _order_cell(order: WorkOrder) -> Cell:
    number = str(order.order_id)
    return Cell(f"{order.priority.value} {number}", tip=f"{job_text(order)}\n{order.address}")


def _cell(item: ReadinessItem | None) -> Cell:
    if item is None:
        return Cell("")
    if item.is_ready:
        return Cell("", GREEN, tr("ready"))
    # not ready and still green: there is time
    text = tr("missing") if item.colour.value != GREEN else tr("there is time")
    return Cell(text, item.colour.value, lacks_text(item))


def _notices_page(notices: Iterable[NoticeOfDay]) -> PanelPage:
    pairs = [(one, _clock_row(one)) for one in notices]
    pairs.sort(key=lambda pair: severity(pair[1]))
    counts = Counter(one.clock.state.value for one, _ in pairs)
    chips = {state: f"{word(f'notice_state.{state}')} {count}" for state, count in counts.items()}
    groups = {row.key: frozenset({one.clock.state.value}) for one, row in pairs}
    return PanelPage(tuple(row for _, row in pairs), chips, groups)


def _clock_row(one: NoticeOfDay) -> Row:
    like = notice_row(one)
    start, expiry = one.clock.earliest_start, one.notice.start_by
    return Row(
        key=like.key,
        order_id=like.order_id,
        cells=(
            _order_cell(one.order),
            *like.cells[:2],
            Cell(moment_text(start) if start else ""),
            Cell(short_day_text(expiry) if expiry else ""),
        ),
        acts=like.acts,
        details=like.details,
    )
