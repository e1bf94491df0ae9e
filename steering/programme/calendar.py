# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of next year: fairs, markets, holidays, frost, roadworks, equipment away, new surfaces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pydantic import Field
from shapely.geometry import MultiPolygon, Polygon

from ...core.calendars import add_months
from ...core.rules import Label, Rule

# in the order of ``date.weekday``
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Days on which programmed work is kept from some places.

    ``kind`` is one of the rules (``EventKind``). Both days are included; without a last day an event lasts
    the years of its kind, or until further notice. ``weekdays`` (``mon`` … ``sun``) leaves only these of it.
    Work is kept away where every field that is filled in fits: ``activities`` of the programme, ``zones`` by
    id, ``communes`` and ``streets`` by the address nearest to an asset, ``area`` in the workspace's CRS.
    ``equipment`` is a piece that is away, by its id, or a kind of it; ``source`` who said so.
    """

    event_id: str
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
    area: Polygon | MultiPolygon | None = None
    version: int = 0


class EventKind(Rule):
    """What an event of a kind means for the programme.

    ``binding``: nothing is done against it, and an asset that has no other day is left out; else it is a
    wish, which is gone against when nothing else is left. ``years`` is how long it lasts where no last day is
    given; ``digs``: it keeps only work away that breaks ground. ``orders`` are the priorities of the orders
    that the plan of a day keeps away too.
    """

    label: Label
    binding: bool = False
    digs: bool = False
    years: int | None = Field(default=None, ge=1, le=30)
    orders: tuple[Literal["P1", "P2", "P3", "P4"], ...] = ()


class CalendarRules(Rule):
    """The kinds of events, and how far an address may lie from an asset that is in its street."""

    near_address_m: float = Field(default=0.0, ge=0)
    kinds: Mapping[str, EventKind] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event with the meaning of its kind and the last day that follows from it."""

    event: CalendarEvent
    kind: EventKind
    last_day: date = field(default=date.max)

    @classmethod
    def of(cls, event: CalendarEvent, rules: CalendarRules) -> DatedEvent:
        """Return an event by the rules; a kind that they no longer have is a wish."""
        kind = rules.kinds.get(event.kind) or EventKind(label=Label(en=event.kind, fr=event.kind))
        last = event.last_day
        if last is None and kind.years is not None:
            # a surface laid on 1 May 2025 is three years old on 1 May 2028: that day is open again
            last = date.fromordinal(
                add_months(event.first_day, _MONTHS_OF_A_YEAR * kind.years).toordinal() - 1
            )
        return cls(event, kind, last or date.max)

    def is_on(self, day: date) -> bool:
        """Tell whether the event is on that day."""
        if not self.event.first_day <= day <= self.last_day:
            return False
        return not self.event.weekdays or WEEKDAYS[day.weekday()] in self.event.weekdays
