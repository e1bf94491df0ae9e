# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tab of the field manager shows: plain texts, free of Qt and of the workspace."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """The counters of a zone in words, in the order of the columns."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapRow:
    """A skill that nobody at work will hold, in words, with the orders that need it: id and type of work."""

    text: str
    orders: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OverviewShown:
    """The day of each zone, and what will lack in the days ahead."""

    title: str
    zones: tuple[ZoneRow, ...]
    gaps: tuple[GapRow, ...]
