# SPDX-License-Identifier: GPL-3.0-or-later
"""What the planning board shows: a row an agent, blocks along the hours, orders that wait. Free of Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...planner.tours.reasons import GatheredReason


@dataclass(frozen=True, slots=True)
class Block:
    """One stop of an agent's day; ``task`` is that of a ``PlanStop``.

    ``travel_s`` is the way to it. ``place_in_tour`` counts the stops of work of the day from 1.
    """

    order_id: str
    task: str
    role: int
    start: datetime
    end: datetime
    arrive: datetime
    travel_s: int
    label: str
    address: str
    priority: str
    state: str
    due_at: datetime
    place_in_tour: int = 0
    is_fixed: bool = False

    @property
    def is_late(self) -> bool:
        """Tell whether the work starts after its deadline."""
        return self.task == "work" and self.start > self.due_at


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """When an agent works on one day, and when the break may be."""

    start: datetime
    end: datetime
    lunch_start: datetime
    lunch_end: datetime
    lunch_min: int

    @property
    def seconds(self) -> int:
        """Return the time that can be planned."""
        return max(0, round((self.end - self.start).total_seconds()) - 60 * self.lunch_min)


@dataclass(frozen=True)
class Row:
    """One agent's days; ``blocks`` are in the order of their start."""

    agent_id: str
    name: str
    zone: str
    colour: str
    hours: tuple[WorkingTime, ...]
    blocks: tuple[Block, ...]
    travel_s: int = 0

    @cached_property
    def work_s(self) -> int:
        """Return the time on site."""
        return round(sum((block.end - block.start).total_seconds() for block in self.blocks))

    @cached_property
    def load(self) -> float:
        """Return the share of the working time that is planned, ways included; 0 without working time."""
        available = sum(hours.seconds for hours in self.hours)
        return (self.work_s + self.travel_s) / available if available else 0.0

    def block_at(self, moment: datetime) -> Block | None:
        """Return the block that covers a moment; the later one where two overlap."""
        found = [block for block in self.blocks if block.start <= moment < block.end]
        return found[-1] if found else None

    def place_for(self, moment: datetime, *, without: str = "") -> int:
        """Return the position, from 1, that an order dropped at a moment takes among the stops of the day.

        An order dropped on another one comes before it when its first half was hit. The stops of the order
        ``without`` itself are not counted.
        """
        middles = [
            block.start + (block.end - block.start) / 2
            for block in self.blocks
            if not block.is_fixed and block.order_id != without and block.start.date() == moment.date()
        ]
        return bisect_right(middles, moment) + 1


@dataclass(frozen=True, slots=True)
class Waiting:
    """An order that the plan leaves out, with why, the most frequent reason first.

    A newcomer came in after the plan was made.
    """

    order_id: str
    label: str
    address: str
    priority: str
    due_at: datetime
    duration_min: int
    reasons: tuple[GatheredReason, ...] = ()
    is_newcomer: bool = False


@dataclass(frozen=True)
class Board:
    """The plan in force on some days; without a plan there are rows and no blocks.

    ``pinned`` are orders kept for their agents, ``companies`` subcontractors (id, name) able to make each.
    """

    first_day: date
    days: int
    rows: tuple[Row, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    plan_id: str = ""
    pinned: frozenset[str] = frozenset()
    companies: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    @property
    def start(self) -> datetime:
        """Return the first midnight."""
        return datetime.combine(self.first_day, datetime.min.time())

    @property
    def end(self) -> datetime:
        """Return the last midnight."""
        return self.start + timedelta(days=self.days)

    @cached_property
    def names(self) -> dict[str, str]:
        """Return the name of each agent."""
        return {row.agent_id: row.name for row in self.rows}

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Return the number of each agent's row."""
        return {row.agent_id: number for number, row in enumerate(self.rows)}

    @cached_property
    def places(self) -> dict[str, tuple[tuple[int, Block], ...]]:
        """Return where each order stands, as (number of the row, block)."""
        found: dict[str, list[tuple[int, Block]]] = {}
        for number, row in enumerate(self.rows):
            for block in row.blocks:
                found.setdefault(block.order_id, []).append((number, block))
        return {order_id: tuple(places) for order_id, places in found.items()}

    def hours_shown(self) -> tuple[datetime, datetime]:
        """Return the span that holds every working time and every block of the first day, to the hour."""
        moments = [*self._moments(self.first_day)]
        if not moments:
            return self.start + timedelta(hours=7), self.start + timedelta(hours=18)
        first, last = min(moments), max(moments)
        return first.replace(minute=0), (last + timedelta(minutes=59)).replace(minute=0)

    def _moments(self, day: date) -> Iterable[datetime]:
        for row in self.rows:
            for hours in row.hours:
                if hours.start.date() == day:
                    yield from (hours.start, hours.end)
            for block in row.blocks:
                if block.start.date() == day:
                    yield from (block.start, block.end)
