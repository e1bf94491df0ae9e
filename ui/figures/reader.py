# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads figures and the orders behind them, and writes the report; runs in workers, touches no widget."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ...core.messages import Message
from ...core.people import Crew
from ...core.resources import Zone
from ...planner.figures.figures import Filters, figures_of, orders_behind
from ...planner.figures.report_data import report_data
from ...planner.figures.report_page import report_html
from ...planner.figures.spoken import figure_table, names_of
from ...planner.ports import Workspace
from ...planner.rule_versions import rule_book_of
from ...planner.running.desk_moment import desk_moment
from ...qgis_bridge.labels import spoken_language
from ...qgis_bridge.messages import say, tr
from ...steering.figures.figure import Figure
from ...steering.figures.periods import Period, parse_period
from ...steering.figures.sentence import NameOf, not_over_text, number_text, sentence, value_text
from ...steering.figures.small_groups import OTHERS
from ...store.figure_files import write_figures
from ...store.whole_file import write_whole
from ...store.workspaces import open_workspace
from .asked import Asked, FigureRow, FiguresShown, OrderBehind


@dataclass(frozen=True, slots=True)
class _Reading:
    """A workspace that was opened to answer, with the period asked for and how it speaks of things."""

    workspace: Workspace
    period: Period
    now: datetime
    name_of: NameOf
    language: str
    filters: Filters
    types: tuple[tuple[str, str], ...]


def read_figures(url: str, clock: datetime, asked: Asked) -> FiguresShown:
    """Return the figures of a period in words; errors are those of ``figures_of``."""
    with _reading(url, clock, asked) as own:
        found = figures_of(own.workspace, own.period, filters=own.filters, as_of=own.now)
        zones = own.workspace.all(Zone)
        crews = own.workspace.all(Crew)
        period = own.period
        return FiguresShown(
            period=period.name,
            title=say(Message(f"report.period.{period.kind}", {"name": period.name})),
            not_over=not_over_text(next((one.seen_at for one in found), None), say),
            rows=tuple(_row(one, own) for one in found),
            zones=tuple((zone.zone_id, zone.name) for zone in zones),
            # by id: the name of a crew may be that of somebody
            teams=tuple((str(crew.crew_id), str(crew.crew_id)) for crew in crews),
            types=own.types,
        )


def read_behind(url: str, clock: datetime, asked: Asked, indicator: str) -> tuple[OrderBehind, ...]:
    """Return the orders behind a figure with what each adds; errors are those of ``figures_of``."""
    with _reading(url, clock, asked) as own:
        found = orders_behind(own.workspace, own.period, indicator, filters=own.filters, as_of=own.now)
        return tuple(_behind(one, own) for one in found)


def write_report(url: str, clock: datetime, asked: Asked, path: str) -> str:
    """Write the page (.html) or the table (.xlsx, .csv) of a period; return where it is."""
    with _reading(url, clock, asked) as own:
        if Path(path).suffix.lower() not in (".html", ".htm"):
            found = figures_of(own.workspace, own.period, filters=own.filters, as_of=own.now)
            write_figures(
                Path(path), figure_table(found, own.period, say, own.name_of, language=own.language)
            )
            return path
        data = report_data(own.workspace, own.period, as_of=own.now)
        title = say(Message("report.title"))
        page = report_html(data, say, own.name_of, language=own.language, title=title, made_at=own.now)
        write_whole(Path(path), page)
        return path


@contextmanager
def _reading(url: str, clock: datetime, asked: Asked) -> Iterator[_Reading]:
    workspace = open_workspace(url)
    try:
        now = desk_moment(workspace, clock)
        period = _period(asked, now.date())
        book = rule_book_of(workspace, period.last)
        language = spoken_language()
        jobs = {code: job.label.spoken(language) for code, job in book.catalogue.jobs.items()}
        yield _Reading(
            workspace,
            period,
            now,
            names_of(workspace, book, say, language=language),
            language,
            Filters(asked.zone, asked.team, asked.code),
            tuple(sorted(jobs.items(), key=lambda pair: pair[1])),
        )
    finally:
        workspace.close()


def _period(asked: Asked, today: date) -> Period:
    """Return the period asked for: of the kind asked for, so many further or back, around its last day."""
    known = parse_period(asked.period) if asked.period else None
    day = min(known.last, today) if known and known.first <= today else known.last if known else today
    if known is None or known.kind != asked.kind:
        known = parse_period(_name(asked.kind, day))
    for _ in range(abs(asked.step)):
        known = known.previous() if asked.step < 0 else parse_period(_name(known.kind, _next_day(known)))
    return known


def _next_day(period: Period) -> date:
    return date.fromordinal(period.last.toordinal() + 1)


def _name(kind: str, day: date) -> str:
    year, week, _ = day.isocalendar()
    return {"week": f"{year}-W{week:02}", "month": f"{day:%Y-%m}", "year": f"{day:%Y}"}[kind]


def _row(one: Figure, own: _Reading) -> FigureRow:
    rule, language = one.rule, own.language
    value, previous, year = (
        value_text(rule, number, say, language) for number in (one.value, one.previous, one.year_before)
    )
    about = (
        rule.meaning.spoken(language),
        tr("Formula: {formula}").format(formula=rule.formula),
        tr("Source: {source}").format(source=rule.source.spoken(language)),
        tr("Owner: {owner}").format(owner=rule.owner.spoken(language)),
    )
    return FigureRow(
        code=rule.code,
        name=rule.label.spoken(language),
        value=value,
        target="" if rule.target is None else number_text(rule.target, 0, language),
        previous=previous,
        year_before=year,
        sentence=sentence(one, say, own.name_of, language=language),
        about="\n".join(about),
        met=one.meets_target,
        not_over=not_over_text(one.seen_at, say),
    )


def _behind(one: dict[str, object], own: _Reading) -> OrderBehind:
    adds = [value for name, value in one.items() if name not in ("order", "zone", "code")]
    texts = (
        number_text(value, 2 if value % 1 else 0, own.language) for value in adds if isinstance(value, float)
    )
    return OrderBehind(
        order_id=str(one["order"]),
        code=own.name_of("code", str(one["code"])),
        zone=_zone_text(str(one["zone"]), own),
        adds=" · ".join(texts),
    )


def _zone_text(zone: str, own: _Reading) -> str:
    return say(Message("figure.small_groups")) if zone == OTHERS else own.name_of("zone", zone)
