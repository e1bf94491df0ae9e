# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the queue of asset changes, sorted, and looks at the chosen one; runs in workers, without widgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from typing import TYPE_CHECKING

from ...planner.asset_changes.review import list_changes, review
from ...planner.rule_versions import rule_book_of
from ...planner.running.desk_moment import desk_moment
from ...qgis_bridge.messages import say, tr, user_locale
from ...qgis_bridge.wording import word
from ...store.attachment_folder import attachment_folder
from ...store.workspaces import open_workspace
from ...workorders.asset_changes.records import AssetChange, ChangeState
from ...workorders.asset_changes.rules import ChangeRules
from ...workorders.closing.records import Closure
from ...workorders.orders import WorkOrder
from ..acting.panel_dock import PanelPage
from ..acting.rows import AMBER, GREEN, Cell, Row
from ..rich_text import bullets, paragraph
from .acts import decided_acts, waiting_acts
from .change_words import ChangeWords
from .dock import DECIDED, WAITING

if TYPE_CHECKING:
    from ...planner.asset_changes.review import Reviewed
    from ...planner.ports import Workspace
    from ...workorders.rulebook import RuleBook

_OLD = timedelta(days=7)
# kinds and zones beyond are found by sorting; a row of chips is no list
_MOST_CHIPS = 6
_PHOTO_PX = 150
_MARKS = {"sure": GREEN, "check": AMBER}


@dataclass(frozen=True, slots=True)
class LookedAt:
    """The chosen change: in words, and as geometries in hexadecimal WKB, empty where nothing is drawn.

    ``is_placed`` where it is drawn by its place alone: a repair without a drawing yet, the cut of a pipe.
    """

    change_id: str
    html: str
    before: str
    after: str
    place: tuple[float, float] | None
    crs: str
    is_placed: bool


def read_changes(url: str, clock: datetime) -> Mapping[str, PanelPage]:
    """Return the changes that wait, the oldest work first, and those decided, the latest first."""
    workspace = open_workspace(url)
    try:
        now = desk_moment(workspace, clock)
        changes = list_changes(workspace, state=None)
        book = rule_book_of(workspace, now.date())
    finally:
        workspace.close()
    waiting = [one for one in changes if one.state is ChangeState.PROPOSED]
    decided = [one for one in changes if one.state is not ChangeState.PROPOSED]
    decided.sort(key=lambda one: one.decided_at or one.proposed_at, reverse=True)
    rules, words = book.asset_changes, _words(book)
    return {WAITING: _waiting(waiting, rules, words, now), DECIDED: _decided(decided, rules, words)}


def look_at(url: str, change_id: str, clock: datetime) -> LookedAt:
    """Return what is known of a change: findings, effects, the order's story, photos, its drawing."""
    workspace = open_workspace(url)
    try:
        now = desk_moment(workspace, clock)
        change = workspace.get(AssetChange, change_id)
        book = rule_book_of(workspace, now.date())
        parts = [_side_by_side(change, _words(book))]
        if change.state is ChangeState.PROPOSED:
            (looked,) = review(workspace, [change], rules=book.asset_changes, now=now, who="")
            parts.append(_findings(looked))
        elif change.reason:
            parts.append(paragraph(escape(change.reason)))
        parts.append(_story(workspace, change))
        place = (change.place.x, change.place.y) if change.place is not None else None
        return LookedAt(
            change_id=change_id,
            html="".join(parts),
            before=change.shape_before,
            after=change.shape_after,
            place=place,
            crs=workspace.crs,
            is_placed=not change.shape_after or change.kind == "split",
        )
    finally:
        workspace.close()


def _words(book: RuleBook) -> ChangeWords:
    return ChangeWords(book.asset_changes, book.closure, user_locale()[:2])


def _waiting(changes: list[AssetChange], rules: ChangeRules, words: ChangeWords, now: datetime) -> PanelPage:
    labels = _labels(changes, rules)
    sure = {name: word(f"confidence.{name}") for name in {one.confidence for one in changes}}
    rows = [
        Row(
            key=one.change_id,
            order_id=str(one.order_id),
            cells=(
                *_cells(one, labels, words),
                Cell(sure[one.confidence], _MARKS.get(one.confidence, "")),
                Cell(one.zone),
                Cell(f"{one.worked_at:%Y-%m-%d}"),
            ),
            acts=waiting_acts(one),
        )
        for one in changes
    ]
    groups = {one.change_id: _groups(one, now) for one in changes}
    counts = Counter(name for names in groups.values() for name in names)
    chips = {
        name: f"{_chip(name, labels)} {counts[name]}"
        for name in sorted(counts, key=lambda name: (name.partition(":")[0], -counts[name]))
        if name in _top(counts, name.partition(":")[0])
    }
    return PanelPage(tuple(rows), chips, groups)


def _groups(change: AssetChange, now: datetime) -> frozenset[str]:
    age = {"age:old"} if now - change.worked_at > _OLD else set()
    zone = {f"zone:{change.zone}"} if change.zone else set()
    return frozenset({f"kind:{change.rule}", f"sure:{change.confidence}", *age, *zone})


def _top(counts: Counter[str], family: str) -> set[str]:
    own = [(count, name) for name, count in counts.items() if name.startswith(f"{family}:")]
    return {name for _, name in sorted(own, reverse=True)[:_MOST_CHIPS]}


def _chip(name: str, labels: Mapping[str, str]) -> str:
    family, _, value = name.partition(":")
    if family == "kind":
        return labels[value]
    if family == "sure":
        return word(f"confidence.{value}")
    return tr("older than a week") if family == "age" else value


def _decided(changes: list[AssetChange], rules: ChangeRules, words: ChangeWords) -> PanelPage:
    rows, labels = [], _labels(changes, rules)
    for one in changes:
        state = word(f"change_state.{one.state.value}")
        when = f"{one.decided_at:%Y-%m-%d %H:%M}" if one.decided_at else ""
        cells = (*_cells(one, labels, words), Cell(state, tip=one.reason), Cell(one.decided_by), Cell(when))
        rows.append(Row(one.change_id, cells, str(one.order_id), decided_acts(one)))
    return PanelPage(tuple(rows))


def _cells(change: AssetChange, labels: Mapping[str, str], words: ChangeWords) -> tuple[Cell, ...]:
    return (
        Cell(str(change.asset_id)),
        Cell(labels[change.rule]),
        Cell(words.line(change.rule, change.before)),
        Cell(words.line(change.rule, change.after)),
    )


def _labels(changes: Iterable[AssetChange], rules: ChangeRules) -> dict[str, str]:
    """Return what the rules of changes are called, each asked for once."""
    language = user_locale()[:2]
    known = {name: rules.rules.get(name) for name in {change.rule for change in changes}}
    return {name: rule.label.spoken(language) if rule else name for name, rule in known.items()}


def _side_by_side(change: AssetChange, words: ChangeWords) -> str:
    """Return old and new in words; under each name what it is typed as in a correction."""
    lines = []
    for name in dict.fromkeys((*change.before, *change.after)):
        was, is_ = change.before.get(name, ""), change.after.get(name, "")
        old, new = (escape(words.value(change.rule, name, text)) for text in (was, is_))
        shown = f"<b>{new}</b>" if was != is_ else new
        head = f"{escape(words.name(change.rule, name))}<br><small>{escape(name)}</small>"
        lines.append(f"<tr><td>{head}</td><td>{old}</td><td>{shown}</td></tr>")
    first = f"<tr><th></th><th>{tr('Before')}</th><th>{tr('After')}</th></tr>"
    return f'<table width="100%" cellpadding="2">{first}{"".join(lines)}</table>'


def _findings(looked: Reviewed) -> str:
    said = [
        f"<b>{escape(word(f'severity.{one.severity}'))}</b>: {escape(say(one.message))}"
        for one in looked.findings
    ]
    said += [f"→ {escape(say(one))}" for one in looked.effects]
    if looked.is_safe:
        said.append(tr("Safe: may be accepted with the others."))
    return bullets(said) if said else ""


def _story(workspace: Workspace, change: AssetChange) -> str:
    """Return the order's work in a line, what the agent wrote, and the photos that are kept."""
    orders = workspace.all(WorkOrder, order_id=change.order_id)
    closures = workspace.all(Closure, order_id=change.order_id)
    author = f"{change.author}, {change.worked_at:%Y-%m-%d %H:%M}"
    parts = [
        paragraph(escape(" · ".join(filter(None, (one.order_id, one.label, one.address, author)))))
        for one in orders
    ]
    for closure in closures:
        if comment := closure.fields.get("comment", ""):
            parts.append(paragraph(f"<i>{escape(comment)}</i>"))
        folder = attachment_folder(workspace)
        kept = [path for name in closure.photos if folder.root and (path := folder.path_of(name))]
        parts += [f'<img src="{path.as_uri()}" height="{_PHOTO_PX}"> ' for path in kept]
        missing = [name for name in closure.photos if not (folder.root and folder.path_of(name))]
        if missing:
            parts.append(paragraph(escape(tr("Photos: {names}").format(names=", ".join(missing)))))
    return "".join(parts)
