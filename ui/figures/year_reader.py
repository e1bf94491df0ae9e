# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a year ahead for the tab, and writes it as a table or a page; runs in workers, touches no widget."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from ...core.messages import Message
from ...planner.informing.page import page_html
from ...planner.ports import Workspace
from ...planner.programme.asset_schedule import ScheduledAsset, asset_schedule
from ...planner.programme.calendar_findings import NameOf
from ...planner.programme.findings import findings
from ...planner.programme.next_year import NextYear, next_year
from ...planner.programme.page import year_page
from ...planner.programme.tables import asset_rows
from ...planner.programme.weeks import BarWeek, ZoneWeek, bars, zone_weeks
from ...planner.programme.year_names import year_names
from ...planner.running.desk_moment import desk_moment
from ...qgis_bridge.figures import number_text
from ...qgis_bridge.labels import learn_names, means_text, spoken_language
from ...qgis_bridge.messages import say, tr
from ...store.figure_files import write_figures
from ...store.whole_file import write_whole
from ...store.workspaces import open_workspace
from .year_shown import GanttRow, WeekCell, YearShown


def read_year(url: str, clock: datetime, year: int) -> YearShown:
    """Return a year ahead, 0 for the one after the day of the desk."""
    workspace = open_workspace(url)
    try:
        found, scheduled, name_of = _year(workspace, clock, year)
    finally:
        workspace.close()
    made = bars(found, scheduled)
    loads = zone_weeks(found, made)
    weeks = tuple(sorted({one.week for one in loads}))
    percent = "–" if found.after.percent is None else number_text(found.after.percent, decimals=1)
    return YearShown(
        year=found.year,
        title=say(Message("programme.title", {"year": found.year, "percent": percent})),
        weeks=weeks,
        months=tuple(say(Message(f"programme.month.{n}")) for n in range(1, 13)),
        rows=tuple(_rows(found, made, loads, name_of)),
        findings=tuple(say(one) for one in findings(found, name_of)),
    )


def write_year(url: str, clock: datetime, year: int, path: str) -> None:
    """Write the assets by week (CSV, XLSX) or the whole year as a page (HTML)."""
    workspace = open_workspace(url)
    try:
        found, scheduled, name_of = _year(workspace, clock, year)
    finally:
        workspace.close()
    file = Path(path)
    if file.suffix.lower() == ".html":
        page = year_page(found, name_of, language=spoken_language())
        write_whole(file, page_html(page, _said, language=spoken_language()))
    else:
        write_figures(file, list(asset_rows(scheduled, name_of)))


def _said(cell: Message | str) -> str:
    return say(cell) if isinstance(cell, Message) else cell


def _year(
    workspace: Workspace, clock: datetime, year: int
) -> tuple[NextYear, tuple[ScheduledAsset, ...], NameOf]:
    learn_names(workspace)
    now = desk_moment(workspace, clock)
    found = next_year(workspace, year or now.year + 1, now=now)
    return found, asset_schedule(found), _names(workspace, found)


def _names(workspace: Workspace, found: NextYear) -> NameOf:
    language, book = spoken_language(), found.calendar.book
    return year_names(workspace, found, book=book, language=language, say=say, means=means_text)


def _rows(
    found: NextYear, made: tuple[BarWeek, ...], loads: tuple[ZoneWeek, ...], name_of: NameOf
) -> Iterator[GanttRow]:
    place = {week: number for number, week in enumerate(sorted({one.week for one in loads}))}
    for zone in dict.fromkeys(one.zone for one in loads):
        cells = {
            place[one.week]: WeekCell(one.load, one.percent, one.state(found).value)
            for one in loads
            if one.zone == zone
        }
        yield GanttRow(name_of(zone) if zone else tr("in no zone"), True, cells)
        for owed in found.owed:
            own = [one for one in made if (one.activity, one.zone) == (owed.name, zone)]
            if own:
                bars_of = {place[one.week]: WeekCell(one.hours, assets=one.assets) for one in own}
                yield GanttRow(name_of(owed.name), False, bars_of)
