# SPDX-License-Identifier: GPL-3.0-or-later
"""A year ahead as the tab shows it: rows of zones and activities over the weeks, in words and figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WeekCell:
    """A week of a row: hours of people; ``percent`` and ``state`` of a zone; ``assets`` of an activity."""

    hours: float
    percent: float | None = None
    state: str = ""
    assets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GanttRow:
    """A zone with its load, or an activity in the zone above it; ``cells`` by number of the week."""

    name: str
    is_zone: bool
    cells: dict[int, WeekCell]

    @property
    def most(self) -> float:
        """Return the hours of its fullest week."""
        return max((cell.hours for cell in self.cells.values()), default=0.0)


@dataclass(frozen=True, slots=True)
class YearShown:
    """A year ahead: ``weeks`` are Mondays, ``months`` the names of the twelve."""

    year: int
    title: str
    weeks: tuple[date, ...]
    months: tuple[str, ...]
    rows: tuple[GanttRow, ...]
    findings: tuple[str, ...]
