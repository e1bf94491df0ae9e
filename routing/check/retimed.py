# SPDX-License-Identifier: GPL-3.0-or-later
"""The times of a plan when one tour takes its breaks elsewhere: only what that touches is timed again.

Nothing here comes from the engine.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from ..model.problem import Problem
from ..model.routes import Route
from .meetings import Meetings
from .working_day import Mark, Violation, WorkingDay, legs_of


@dataclass(frozen=True, slots=True)
class Retimed:
    """The days that differ from those of the plan, by shift; the rules that its meetings break or heal."""

    days: dict[int, WorkingDay]
    new: tuple[Violation, ...]
    gone: tuple[Violation, ...]


class TimedPlan:
    """A plan whose visits are timed in an order, which does not hang on their times (see ``Solution``)."""

    def __init__(self, problem: Problem, routes: Sequence[Route], order: Sequence[int]) -> None:
        if not order:
            raise ValueError("without an order, visits are timed as their times come")
        self.problem, self.routes = problem, routes
        self.legs = [legs_of(route) for route in routes]
        pairs = enumerate(zip(routes, self.legs, strict=True))
        self.days = [WorkingDay(problem, number, route, legs=legs) for number, (route, legs) in pairs]
        self.meetings = Meetings(problem, self.days, order)
        # of each day where it is before each leg, then at the end; and at which meeting each leg is
        self.marks: list[list[Mark]] = [[] for _ in routes]
        self.places: list[list[int]] = [[] for _ in routes]
        self.held: list[_Held] = []
        self.place_of: dict[int, int] = {}
        while (group := self.meetings.next()) is not None:
            self._hold(group)
        for day, marks in zip(self.days, self.marks, strict=True):
            marks.append(day.mark)
            if not day.legs:
                day.go_home()
            marks.append(day.mark)

    def _hold(self, group: list[int]) -> None:
        members = []
        for number in group:
            self.place_of[number] = len(self.held)
            for day in self.meetings.team_of(number):
                members.append((number, day.number, len(self.marks[day.number])))
                self.marks[day.number].append(day.mark)
                self.places[day.number].append(len(self.held))
        known = len(self.meetings.violations)
        self.meetings.hold(group)
        self.held.append(_Held(group, tuple(members), tuple(self.meetings.violations[known:])))

    def with_breaks(self, number: int, route: Route) -> Retimed:
        """Return what differs when a tour, with the same stops, takes its breaks as ``route`` does."""
        return _Retiming(self, number, route).run()


@dataclass(frozen=True, slots=True)
class _Held:
    """Visits that started together, with (visit, shift, leg) of everyone, and the rules that this broke."""

    group: list[int]
    members: tuple[tuple[int, int, int], ...]
    violations: tuple[Violation, ...]


class _Retiming:
    """One change of a plan under way; the days that are ``open`` are elsewhere than in the plan."""

    def __init__(self, plan: TimedPlan, number: int, route: Route) -> None:
        self._plan, self._number, self._route = plan, number, route
        self._legs, self._last = self._own = legs_of(route)
        self._old_legs, self._old_last = plan.legs[number]
        self._days: dict[int, WorkingDay] = {}
        # where an open day is, or a closed one was when it fell in with the plan again
        self._leg: dict[int, int] = {}
        self._open: set[int] = set()
        self._todo: list[int] = []
        self._ends = _Ends(plan)
        self._new: list[Violation] = []
        self._gone: list[Violation] = []

    def run(self) -> Retimed:
        """Time the meetings again that are touched, in their order, then the ways home."""
        pairs = enumerate(zip(self._legs, self._old_legs, strict=True))
        first = next((leg for leg, (one, other) in pairs if one != other), len(self._legs))
        self._open_at(self._number, min(first, len(self._plan.places[self._number])))
        last = -1
        while self._todo:
            place = heappop(self._todo)
            if place > last:
                self._meet(place)
                last = place
        for number, day in self._days.items():
            if number not in self._open:
                self._catch_up(number, len(self._plan.marks[number]) - 1)
            elif not day.legs:
                day.go_home()
        return Retimed(self._days, tuple(self._new), tuple(self._gone))

    def _open_at(self, number: int, leg: int) -> None:
        if number not in self._open:
            self._catch_up(number, leg)
            self._open.add(number)
            self._go_on(number, leg)

    def _go_on(self, number: int, leg: int) -> None:
        """Have an open day meet whom it meets next."""
        self._leg[number] = leg
        places = self._plan.places[number]
        if leg < len(places):
            heappush(self._todo, places[leg])

    def _catch_up(self, number: int, leg: int) -> None:
        """Have a day go to a leg as in the plan, from the start or where it fell in with it."""
        plan, is_own = self._plan, number == self._number
        if number not in self._days:
            route, legs = (self._route, self._own) if is_own else (plan.routes[number], plan.legs[number])
            day = WorkingDay(plan.problem, number, route, legs=legs)
            self._days[number], self._leg[number] = day, 0
        day, since = self._days[number], self._leg[number]
        marks = plan.marks[number]
        day.take_over(plan.days[number], marks[since], marks[leg])
        del day.legs[: min(leg, len(plan.places[number])) - min(since, len(plan.places[number]))]

    def _meet(self, place: int) -> None:
        held = self._plan.held[place]
        for _, number, leg in held.members:
            self._open_at(number, leg)
        teams: dict[int, list[WorkingDay]] = {}
        for visit, number, _ in held.members:
            teams.setdefault(visit, []).append(self._days[number])
        self._ends.place = place
        meetings = self._plan.meetings.again(teams, self._ends)
        meetings.meet(held.group)
        self._new += meetings.violations
        self._gone += held.violations
        for _, number, leg in held.members:
            self._fall_in(number, leg + 1)
        for visit in held.group:
            if self._ends.differs(visit):
                later = (self._plan.place_of.get(other, -1) for other in self._plan.meetings.tied_to(visit))
                for other in later:
                    if other > place:
                        heappush(self._todo, other)

    def _fall_in(self, number: int, leg: int) -> None:
        """Close a day that goes on as in the plan, or go on with it."""
        same = self._days[number].mark == self._plan.marks[number][leg]
        if number == self._number:
            same = same and self._goes_on_alike(leg)
        if same:
            self._open.discard(number)
            self._leg[number] = leg
        else:
            self._go_on(number, leg)

    def _goes_on_alike(self, leg: int) -> bool:
        return self._legs[leg:] == self._old_legs[leg:] and self._last == self._old_last


class _Ends(MutableMapping[int, int]):
    """When visits end, of those before ``place`` only, as the meeting there knows them."""

    def __init__(self, plan: TimedPlan) -> None:
        self._plan, self._known = plan, plan.meetings.ends_s
        self._own: dict[int, int] = {}
        self.place = 0

    def __getitem__(self, visit: int) -> int:
        if visit in self._own:
            return self._own[visit]
        if self._plan.place_of.get(visit, self.place) >= self.place:
            raise KeyError(visit)
        return self._known[visit]

    def __setitem__(self, visit: int, end_s: int) -> None:
        self._own[visit] = end_s

    def __delitem__(self, visit: int) -> None:
        del self._own[visit]

    def __iter__(self) -> Iterator[int]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def differs(self, visit: int) -> bool:
        """Tell whether a visit ends at another time than in the plan."""
        return self._own[visit] != self._known[visit]
