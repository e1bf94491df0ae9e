# SPDX-License-Identifier: GPL-3.0-or-later
"""From the calendar of a workspace to the days that are closed to each asset of an objective."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property

import numpy as np

from ...core.calendars import is_working_day
from ...core.resources import Equipment
from ...core.supplies import Booking
from ...steering.programme.calendar import CalendarEvent, CalendarRules, DatedEvent
from ...steering.programme.open_days import Block, Days, OpenDays, open_days
from ...workorders.rulebook import RuleBook
from ..intake.located import Located
from ..intake.near_addresses import NearAddresses
from ..ports import Workspace
from .calendar import stored_events
from .owed import Owed

# the kind of rules that a booked piece of equipment is away by
_AWAY = "equipment_away"


@dataclass(frozen=True)
class YearCalendar:
    """The working days of a year, its events by the rules, and what equipment there is."""

    year: int
    events: tuple[DatedEvent, ...]
    equipment: tuple[Equipment, ...]
    addresses: NearAddresses
    book: RuleBook

    @classmethod
    def of(cls, workspace: Workspace, year: int, *, rules: CalendarRules, book: RuleBook) -> YearCalendar:
        """Return the calendar of a year; whole days that equipment is booked for no order count as away."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        hours = book.contracts[book.intake.contract_id].working_hours
        booked = _booked(workspace, hours.opens, hours.closes)
        events = [DatedEvent.of(one, rules) for one in (*stored_events(workspace), *booked)]
        met = tuple(one for one in events if one.event.first_day <= last and one.last_day >= first)
        equipment = tuple(workspace.all(Equipment))
        return cls(year, met, equipment, NearAddresses(workspace, rules.near_address_m), book)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Return the working days of the year."""
        first = date(self.year, 1, 1)
        days = (first + timedelta(days=n) for n in range(366))
        region = self.book.law.region
        return tuple(day for day in days if day.year == self.year and is_working_day(day, region=region))

    def open_days(self, owed: Owed) -> OpenDays:
        """Return the days that are open to each asset of an objective; one without assets has one row."""
        assets = Located(owed.assets if len(owed.assets) else None, self.addresses)
        allowed = np.array([day.month in owed.months for day in self.days], dtype=bool)
        blocks = [one for one in self._blocks(owed, assets) if one.rows.any()]
        return open_days(self.days, allowed, blocks, assets=assets.rows)

    def _blocks(self, owed: Owed, assets: Located) -> Iterator[Block]:
        standard = self.book.catalogue.jobs[owed.rule.job]
        for one in self.events:
            event = one.event
            if event.activities and owed.name not in event.activities:
                continue
            if (one.kind.digs and not standard.digs) or event.equipment:
                continue
            yield Block((one,), self._on(one), assets.met_by(event))
        for kind in standard.equipment:
            yield from self._equipment(owed, kind, assets)

    def _equipment(self, owed: Owed, kind: str, assets: Located) -> Iterator[Block]:
        """Yield the days on which no piece of a kind is there: the kind is away, or each piece of it."""
        own = [one for one in self.events if not one.event.activities or owed.name in one.event.activities]
        for one in own:
            if one.event.equipment == kind:
                yield Block((one,), self._on(one), assets.met_by(one.event))
        pieces = [piece.equipment_id for piece in self.equipment if piece.kind == kind]
        away = [[one for one in own if one.event.equipment == piece] for piece in pieces]
        if pieces and all(away):
            days = np.logical_and.reduce(
                [np.logical_or.reduce([self._on(one) for one in events]) for events in away]
            )
            # only what keeps work away together with the others is told
            told = tuple(one for events in away for one in events if (self._on(one) & days).any())
            if told:
                yield Block(told, days, np.ones(assets.rows, dtype=bool))

    def _on(self, event: DatedEvent) -> Days:
        return np.array([event.is_on(day) for day in self.days], dtype=bool)


def _booked(workspace: Workspace, opens: time, closes: time) -> Iterator[CalendarEvent]:
    """Yield the whole days for which equipment is booked without an order."""
    for one in workspace.all(Booking, order_id=""):
        starts, ends = one.starts_at, one.ends_at
        first = starts.date() + timedelta(days=starts.time() > opens)
        last = ends.date() - timedelta(days=ends.time() < closes)
        if first <= last:
            yield CalendarEvent(
                one.booking_id, _AWAY, one.note or one.booking_id, first, last, equipment=one.equipment_id
            )
