# SPDX-License-Identifier: GPL-3.0-or-later
"""The fire service's report of hydrants, as CSV or as one HTML page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ..core.errors import InputError
from ..core.messages import Message
from ..planner.asset_changes.hydrant_report import HydrantLine
from ..planner.informing.page import Page, Section, page_html
from .csv_writing import write_csv
from .whole_file import write_whole

_COLUMNS = (
    "asset",
    "name",
    "available",
    "since",
    "flow_m3_h",
    "static_pressure_bar",
    "dynamic_pressure_bar",
    "tested_at",
    "history",
)


def write_hydrants(
    path: Path, lines: Sequence[HydrantLine], *, say: Callable[[Message], str], language: str
) -> None:
    """Write the report to a ``.csv`` or an ``.html`` file; ``InputError`` for another kind."""
    headings = [say(Message(f"label.{name}")) for name in _COLUMNS]
    rows = [_cells(line, say) for line in lines]
    if path.suffix.lower() == ".csv":
        write_csv(path, headings, [dict(zip(headings, row, strict=True)) for row in rows])
    elif path.suffix.lower() in (".html", ".htm"):
        columns = tuple(Message(f"label.{name}") for name in _COLUMNS)
        table = Section(Message("hydrants.title"), columns, tuple(map(tuple, rows)))
        page = Page(Message("hydrants.title"), "", (table,))
        write_whole(path, page_html(page, say, language=language))
    else:
        raise InputError("assets.report_kind", file=path)


def _cells(line: HydrantLine, say: Callable[[Message], str]) -> list[str]:
    said = {True: say(Message("answer.yes")), False: say(Message("answer.no"))}
    history = "; ".join(f"{event.at:%Y-%m-%d %H:%M} {said[event.available]}" for event in line.events)
    return [
        str(line.hydrant_id),
        line.label,
        said[line.available],
        f"{line.since:%Y-%m-%d %H:%M}" if line.since else "",
        line.flow_m3_h,
        line.static_pressure_bar,
        line.dynamic_pressure_bar,
        f"{line.tested_at:%Y-%m-%d}" if line.tested_at else "",
        history,
    ]
