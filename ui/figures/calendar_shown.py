# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of events as its tab shows it and as its form asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# a key and its name
Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class EventFields:
    """What the form of an event holds; ``event_id`` is empty for a new one, ``has_area`` of one drawn."""

    kind: str
    name: str
    first_day: date
    last_day: date | None = None
    weekdays: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    equipment: str = ""
    source: str = ""
    event_id: str = ""
    version: int = 0
    has_area: bool = False


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in the list: its cells in words, its tip, what its form holds; its area and zones as WKB."""

    cells: tuple[str, ...]
    about: str
    fields: EventFields
    areas: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class EventChoices:
    """What the form offers; ``day`` is the desk's, on which a new event begins."""

    day: date
    kinds: tuple[Named, ...]
    weekdays: tuple[Named, ...]
    activities: tuple[Named, ...]
    zones: tuple[Named, ...]
    communes: tuple[str, ...]
    streets: tuple[str, ...]
    equipment: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class CalendarShown:
    """The events of a workspace, the first to begin first; areas are in ``crs``."""

    rows: tuple[EventRow, ...]
    choices: EventChoices
    crs: str = ""
