# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour problem and its solution: immutable, in integer seconds and metres.

Times are seconds from midnight of the first day (the second day starts at 86,400); places are indices into
the travel matrix.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from itertools import chain

from ...core.errors import InputError
from ...core.messages import Message
from ..travel import TravelMatrix
from .clock import clock
from .links import Link, link_issues
from .planning_rules import Weights
from .shift import Break, Shift, Store, shift_issues
from .visit import Pin, Role, Visit, visit_issues

__all__ = [
    "Break",
    "Cost",
    "Pause",
    "Pin",
    "Problem",
    "Role",
    "Shift",
    "Solution",
    "Stop",
    "Store",
    "Visit",
    "clock",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """Who works when, what is to be visited, how long the ways are, and what counts how much.

    A value that cannot be meant (a shift that ends before it starts, ...) raises ``InputError`` naming it.
    A visit that merely cannot be planned is no error: ``explain`` says why. ``travel_by`` holds the matrices
    of those vehicles that do not take the common ways; all matrices have the same places.
    """

    shifts: tuple[Shift, ...]
    visits: tuple[Visit, ...]
    travel: TravelMatrix
    weights: Weights
    links: tuple[Link, ...] = ()
    travel_by: Mapping[str, TravelMatrix] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for issue in self._issues():
            raise InputError(issue.code, **issue.params)

    def index_of(self, visit_id: str) -> int:
        """Return the index of a visit."""
        return next(index for index, visit in enumerate(self.visits) if visit.visit_id == visit_id)

    @property
    def numbers(self) -> dict[str, int]:
        """Return the index of each visit by its id."""
        return {visit.visit_id: index for index, visit in enumerate(self.visits)}

    def travel_of(self, shift: Shift) -> TravelMatrix:
        """Return the ways of a shift's vehicle."""
        return self.travel_by.get(shift.vehicle, self.travel)

    def reaches(self, shift: Shift, visit: Visit) -> bool:
        """Tell whether the vehicle of a shift can drive to a visit and back at all."""
        return not {visit.place, *shift.places} & set(self.travel_of(shift).unreachable)

    def is_subcontracted(self, visit: Visit) -> bool:
        """Tell whether a visit that nobody makes is better given away than left out."""
        price_min = visit.subcontract_min
        if price_min is None:
            return False
        return self.weights.subcontracting * price_min <= self.weights.unplanned * visit.left_out_min

    def _issues(self) -> Iterator[Message]:
        shift_keys = [(shift.agent, shift.day) for shift in self.shifts]
        for agent, day in {key for key in shift_keys if shift_keys.count(key) > 1}:
            yield Message("tour.shift_twice", {"agent": agent, "day": day + 1})
        ids = [visit.visit_id for visit in self.visits]
        if len(set(ids)) < len(ids):
            yield Message("tour.visit_twice", {"visit": next(v for v in ids if ids.count(v) > 1)})
        for shift in self.shifts:
            yield from shift_issues(shift, self.travel.size)
        for visit in self.visits:
            yield from visit_issues(visit, self.travel.size)
        for vehicle, travel in self.travel_by.items():
            if travel.size != self.travel.size:
                sizes = {"vehicle": vehicle, "count": travel.size, "expected": self.travel.size}
                yield Message("tour.travel_size", sizes)
        yield from self._opening_issues()
        yield from link_issues(self.links, {visit.visit_id: len(visit.roles) for visit in self.visits})
        for term in fields(self.weights):
            if not getattr(self.weights, term.name) >= 0:
                yield Message("tour.weight", {"term": term.name, "found": getattr(self.weights, term.name)})

    def _opening_issues(self) -> Iterator[Message]:
        crews = {visit.visit_id: len(visit.roles) for visit in self.visits}
        opened = list(chain.from_iterable(shift.opening for shift in self.shifts))
        for shift in self.shifts:
            whose = {"agent": shift.agent, "day": shift.day + 1}
            for visit in shift.opening:
                if visit not in crews:
                    yield Message("tour.opening_unknown", whose | {"visit": visit})
                elif opened.count(visit) != crews[visit]:
                    counts = {"visit": visit, "found": opened.count(visit), "expected": crews[visit]}
                    yield Message("tour.opening_crew", whose | counts)


@dataclass(frozen=True, slots=True)
class Stop:
    """A visit on a tour: its index in the problem, and the role that the agent takes.

    With ``by_store`` the agent calls at the store of the shift on the way to it.
    """

    visit: int
    role: int = 0
    by_store: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """A break taken between the two stops around it: its index in the shift."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class Cost:
    """The terms of a plan's cost in minutes, before weighting."""

    unplanned: float = 0.0
    lateness: float = 0.0
    travel: float = 0.0
    overtime: float = 0.0
    waiting: float = 0.0
    imbalance: float = 0.0
    preference: float = 0.0
    moves: float = 0.0
    subcontracting: float = 0.0
    largest_lateness: float = 0.0

    def minutes(self) -> dict[str, float]:
        """Return each term by its name."""
        return {term.name: getattr(self, term.name) for term in fields(self)}

    def total(self, weights: Weights) -> float:
        """Return the weighted sum."""
        return sum(float(getattr(weights, name)) * minutes for name, minutes in self.minutes().items())


@dataclass(frozen=True, slots=True)
class Solution:
    """One route for each shift of the problem, in the same order; the visits (ids) that none makes.

    ``subcontracted`` are those that are given away at their price, ``unplanned`` those that are not made.
    Times are not part of it: they follow from the routes, every visit starting as soon as it can (``check``).
    ``order`` lists the visits (indices) as they are timed: of two that may not overlap, the earlier one goes
    first.
    """

    routes: tuple[tuple[Stop | Pause, ...], ...]
    unplanned: tuple[str, ...]
    cost: Cost
    total: float
    seed: int
    iterations: int
    seconds: float
    order: tuple[int, ...] = ()
    subcontracted: tuple[str, ...] = ()
