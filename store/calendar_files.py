# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of a programme as a CSV file: one event a line, areas as WKT in the workspace's CRS."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields
from pathlib import Path

from ..steering.programme.calendar import CalendarEvent
from .csv_text import read_csv
from .csv_writing import write_csv
from .records_csv import records_of

_COLUMNS = tuple(field.name for field in fields(CalendarEvent) if field.name != "version")


def read_events(path: Path, *, known: Mapping[str, Collection[str]]) -> list[CalendarEvent]:
    """Return the events of a file; ``known`` is what each column may name, what it lacks is not checked.

    ``InputError`` names file, line and column of each mistake, as ``read_records`` does.
    """
    # an area of some thousand corners is longer than cells commonly are
    table = read_csv(path, long_cells=True)
    return records_of(path, table, CalendarEvent, known=known, in_order=[("first_day", "last_day")])


def write_events(path: Path, events: Iterable[CalendarEvent]) -> int:
    """Write events so that they can be read again; return how many."""
    return write_csv(path, _COLUMNS, map(_row, events))


def _row(event: CalendarEvent) -> Mapping[str, object]:
    row: dict[str, object] = {name: getattr(event, name) for name in _COLUMNS}
    return row | {"area": None if event.area is None else event.area.wkt}
