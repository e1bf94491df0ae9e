# SPDX-License-Identifier: GPL-3.0-or-later
"""Works the coverage of a day out for its tab, and writes the gap sheet; in workers, touches no widget."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from ...core.progress import Progress
from ...planner.coverage.areas import Wanted
from ...planner.coverage.layers import area_rows, hole_rows
from ...planner.coverage.study import Coverage, CoverageOptions, coverage_of
from ...planner.informing.page import page_html
from ...planner.resources.matrix import zone_matrices
from ...planner.running.desk_moment import desk_moment
from ...planner.skills.gap_sheet import gap_rows, gap_sheet
from ...planner.skills.skill_outlook import skill_outlook
from ...qgis_bridge.labels import learn_names, means_text, spoken_language
from ...qgis_bridge.messages import say, tr
from ...store.figure_files import write_figures
from ...store.whole_file import write_whole
from ...store.workspaces import open_workspace
from .coverage_shown import CoverageShown, HoleRow, Needed

# of the gap sheet: the days ahead, and those before in which orders waited
_AHEAD, _BACK = 28, 30


def read_coverage(url: str, clock: datetime, day: date | None, *, progress: Progress) -> CoverageShown:
    """Return who is where in time, hour by hour, for anybody and each skill and kind of equipment.

    Without a day it is the desk's. ``InputError`` when there is nothing to cover; ``Cancelled``.
    """
    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        own = day or desk_moment(workspace, clock).date()
        found = coverage_of(workspace, own, CoverageOptions(every_means=True), progress=progress)
        rows = {"AREAS": list(area_rows(found, _named)), "HOLES": list(hole_rows(found, _named))}
        needed = dict.fromkeys(_needed(figures.wanted) for figures in found.figures)
        return CoverageShown(own, found.hole_min, tuple(needed), tuple(_holes(found)), rows, workspace.crs)
    finally:
        workspace.close()


def write_gap_sheet(url: str, clock: datetime, day: date | None, path: str) -> None:
    """Write what lacks in the weeks after a day: as a page (.html), or its weeks as a table (.xlsx, .csv)."""
    file = Path(path)
    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        own = day or desk_moment(workspace, clock).date()
        outlook = skill_outlook(workspace, own, days=_AHEAD, back_days=_BACK)
        matrices = zone_matrices(workspace, own)
    finally:
        workspace.close()
    if file.suffix.lower() in (".html", ".htm"):
        page = gap_sheet(outlook, matrices, means_text)
        write_whole(file, page_html(page, say, language=spoken_language()))
    else:
        write_figures(file, list(gap_rows(outlook)))


def _holes(found: Coverage) -> Iterator[HoleRow]:
    """Yield the holes, those with the most customers first."""
    for one in sorted(found.holes, key=lambda hole: (-hole.customers, -hole.pipe_km)):
        figures = (one.agents, one.customers, one.sensitive, one.pipe_km)
        yield HoleRow(_needed(one.wanted), one.hours.first, one.hours.end, *figures, box=one.geometry.bounds)


def _needed(wanted: Wanted) -> Needed:
    return Needed(wanted.kind, wanted.key, _named(wanted))


def _named(wanted: Wanted) -> str:
    return tr("Anybody") if wanted.kind == "any" else means_text(wanted.key)
