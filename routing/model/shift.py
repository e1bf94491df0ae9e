# SPDX-License-Identifier: GPL-3.0-or-later
"""Who works when: one agent's day, its breaks, what the vehicle carries and where it is loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...core.ids import AgentId
from ...core.messages import Message
from .clock import clock


@dataclass(frozen=True, slots=True)
class Break:
    """A pause that lies wholly between ``from_s`` and ``to_s``, never inside a visit.

    It may interrupt the drive. An agent who is back early enough to take it after the tour needs none on it.
    """

    from_s: int
    to_s: int
    duration_s: int

    @property
    def latest_start_s(self) -> int:
        """Return the last moment at which it can begin."""
        return self.to_s - self.duration_s


@dataclass(frozen=True, slots=True)
class Store:
    """Where a vehicle may be loaded once on its tour: parts without limit, and some ``equipment``.

    The stop takes ``duration_s`` and belongs to the way: a break may interrupt it.
    """

    place: int
    duration_s: int = 0
    equipment: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shift:
    """One agent's working day.

    The agent leaves ``start_place`` at ``start_s`` or later and is back at ``end_place`` by ``end_s`` plus at
    most ``overtime_s``.

    Attributes
    ----------
    skills, equipment
        Those valid on that day; what the vehicle carries.
    breaks
        They follow each other in time.
    stock
        How many of each part are on board; none of those that it does not name.
    store
        Where the agent can pick up parts and equipment that are not on board.
    vehicle
        Which travel matrix of the problem counts; empty: the common one.
    opening
        The visits (ids) that the tour begins with, in this order: they stay where they are.
    longest_s
        Most time from leaving to returning.
    leaves_late
        The tour counts from the latest departure at which every visit still keeps its window and due date,
        breaks, links and teams their times, and the agent returns no later: that one is held against
        ``longest_s``, and what it saves is no waiting.
    """

    agent: AgentId
    day: int
    start_place: int
    end_place: int
    start_s: int
    end_s: int
    skills: frozenset[str] = frozenset()
    equipment: frozenset[str] = frozenset()
    breaks: tuple[Break, ...] = ()
    overtime_s: int = 0
    stock: Mapping[str, int] = field(default_factory=dict)
    store: Store | None = None
    vehicle: str = ""
    opening: tuple[str, ...] = ()
    longest_s: int | None = None
    leaves_late: bool = False

    @property
    def capacity_s(self) -> int:
        """Return the ordinary working time, breaks apart."""
        return self.end_s - self.start_s - sum(pause.duration_s for pause in self.breaks)

    @property
    def places(self) -> frozenset[int]:
        """Return where the agent must be able to drive: start, end, store."""
        return frozenset({self.start_place, self.end_place} | ({self.store.place} if self.store else set()))

    def has_in_store(self, equipment: str) -> bool:
        """Tell whether the agent can pick up a kind of equipment."""
        return self.store is not None and equipment in self.store.equipment


def shift_issues(shift: Shift, places: int) -> Iterator[Message]:
    """Yield the values of a shift that cannot be meant; ``places`` is the size of the travel matrix."""
    whose = {"agent": shift.agent, "day": shift.day + 1}
    if shift.end_s < shift.start_s or shift.overtime_s < 0:
        yield Message("tour.shift_times", whose | {"start": clock(shift.start_s), "end": clock(shift.end_s)})
    for place in sorted(shift.places):
        if not 0 <= place < places:
            yield Message("tour.shift_place", whose | {"place": place, "count": places})
    free_s = shift.start_s
    for pause in shift.breaks:
        if pause.duration_s < 0 or max(free_s, pause.from_s) > pause.latest_start_s:
            yield Message("tour.break", whose | {"start": clock(pause.from_s), "end": clock(pause.to_s)})
        free_s = pause.to_s
    for part, count in shift.stock.items():
        if count < 0:
            yield Message("tour.stock", whose | {"part": part, "found": count})
    if shift.store and shift.store.duration_s < 0:
        yield Message("tour.store", whose | {"found": shift.store.duration_s})
    if shift.longest_s is not None and shift.longest_s < 0:
        yield Message("tour.longest", whose | {"found": shift.longest_s})
