# SPDX-License-Identifier: GPL-3.0-or-later
"""Which visits start when: teams that come together, and visits that wait for others.

Nothing here comes from the engine.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from copy import copy
from dataclasses import dataclass

from ..model.clock import clock
from ..model.links import Link, LinkKind, together
from ..model.problem import Problem
from ..model.visit import Visit
from .working_day import Arrival, Violation, WorkingDay

# a visit without windows may start this much later
_ANY_S = 2**40


def first_start_s(visit: Visit, ready_s: int) -> int | None:
    """Return the first moment from ``ready_s`` on at which a visit may start, None when there is none."""
    ready_s = max(ready_s, visit.earliest_s)
    if not visit.opens:
        return ready_s
    return min((max(ready_s, from_s) for from_s, to_s in visit.opens if ready_s <= to_s), default=None)


@dataclass(frozen=True, slots=True)
class _Member:
    """One agent's part in what starts together: which visit and role, and how the agent gets there."""

    day: WorkingDay
    visit: int
    role: int
    lag_s: tuple[int, int]
    arrival: Arrival


@dataclass(frozen=True, slots=True)
class _Tie:
    """A link between two visits (indices), and its place among the links of the problem."""

    place: int
    link: Link
    one: int
    other: int


class Meetings:
    """The visits of some routes that are still to come; each meeting is all that starts together."""

    def __init__(self, problem: Problem, days: Sequence[WorkingDay], order: Sequence[int]) -> None:
        self.violations: list[Violation] = []
        self._visits = problem.visits
        number = problem.numbers
        self._ties: dict[int, list[_Tie]] = {}
        for place, link in enumerate(problem.links):
            tie = _Tie(place, link, number[link.first], number[link.second])
            for visit in (tie.one, tie.other):
                self._ties.setdefault(visit, []).append(tie)
        self._teams: dict[int, list[WorkingDay]] = {}
        for day in days:
            for _, stop in day.legs:
                self._teams.setdefault(stop.visit, []).append(day)
        groups = together(problem.links, list(number))
        planned = [[number for number in group if number in self._teams] for group in groups]
        self._place = {visit: place for place, visit in enumerate(order)}
        self._groups = sorted(
            (group for group in planned if group),
            key=lambda group: min(self._place.get(number, 0) for number in group),
        )
        self._days = days
        self._end_s: MutableMapping[int, int] = {}

    @property
    def ends_s(self) -> Mapping[int, int]:
        """Return when the visits that were held end."""
        return self._end_s

    def team_of(self, number: int) -> Sequence[WorkingDay]:
        """Return the days that make a visit."""
        return self._teams[number]

    def tied_to(self, number: int) -> list[int]:
        """Return the visits that a link ties to one."""
        return [tie.one if number == tie.other else tie.other for tie in self._of(number)]

    def again(self, teams: dict[int, list[WorkingDay]], ends_s: MutableMapping[int, int]) -> Meetings:
        """Return the meetings of some visits with other days, others having ended at ``ends_s``."""
        other = copy(self)
        other._teams, other._end_s, other.violations = teams, ends_s, []
        return other

    def next(self) -> list[int] | None:
        """Return the visits that start next, together; None when none is left, or none ever can."""
        ready = (group for group in self._candidates() if self._is_ready(group))
        if self._place:
            chosen = next(ready, None)
        else:
            chosen = min(ready, key=lambda group: self._start_s(group, self._members(group))[0], default=None)
        if chosen is None:
            for number in sorted(number for group in self._groups for number in group):
                self.violations.append(Violation("circular_wait", visit_id=self._visits[number].visit_id))
        return chosen

    def _candidates(self) -> list[list[int]]:
        """Return what may come next: all in their order, or without one those that some agent waits for."""
        if self._place:
            return self._groups
        heads = {day.next_visit for day in self._days if day.legs}
        return [group for group in self._groups if heads & set(group)]

    def hold(self, group: list[int]) -> None:
        """Start some visits as soon as they can, together."""
        self._groups.remove(group)
        self.meet(group)

    def meet(self, group: list[int]) -> None:
        """Do so, whether or not they are the ones to come."""
        members = self._members(group)
        start_s, late = self._start_s(group, members)
        for member in members:
            visit = self._visits[member.visit]
            begins_s = max(start_s + member.lag_s[0], member.arrival.ready_s)
            room_s = self._room_s(group, start_s) if len(members) == 1 else 0
            member.day.serve(visit, member.arrival, begins_s, room_s=room_s)
            end_s = begins_s + visit.duration_of(member.role)
            self._end_s[member.visit] = max(end_s, self._end_s.get(member.visit, 0))
        self.violations += [*late, *self._waited_too_long(group, start_s)]

    def _is_ready(self, group: list[int]) -> bool:
        here = all(day.legs[0][1].visit == number for number in group for day in self._teams[number])
        return here and not any(self._waits_for(number, tie) for number in group for tie in self._of(number))

    def _of(self, number: int) -> Sequence[_Tie]:
        return self._ties.get(number, ())

    def _waits_for(self, number: int, tie: _Tie) -> bool:
        """Tell whether a visit waits for another one that is still to come."""
        partner = tie.one if number == tie.other else tie.other
        if partner not in self._teams or partner in self._end_s:
            return False
        if tie.link.kind is LinkKind.APART and self._place:
            return self._place.get(partner, 0) < self._place.get(number, 0)
        return tie.link.kind is LinkKind.AFTER and number == tie.other

    def _members(self, group: list[int]) -> list[_Member]:
        members = []
        for number in group:
            visit = self._visits[number]
            for day in self._teams[number]:
                pauses, stop = day.legs[0]
                role = visit.roles[stop.role] if stop.role < len(visit.roles) else visit.roles[0]
                arrival = day.reach(visit.place, pauses, by_store=stop.by_store)
                members.append(_Member(day, number, stop.role, role.lag_s, arrival))
        return members

    def _start_s(self, group: list[int], members: list[_Member]) -> tuple[int, list[Violation]]:
        """Return when some visits start, and the windows that they miss."""
        there_s = max(member.arrival.ready_s - member.lag_s[1] for member in members)
        there_s = max([there_s, *(self._bound_s(number) for number in group)])
        start_s, agreed_s = there_s, -1
        while start_s != agreed_s:
            agreed_s = start_s
            for number in group:
                opens_s = first_start_s(self._visits[number], start_s)
                if opens_s is None:
                    return there_s, [_missed(self._visits[number], start_s)]
                start_s = opens_s
        return start_s, []

    def _room_s(self, group: list[int], start_s: int) -> int:
        """Return how much later a visit of one agent could start, in its window and not late.

        One with links stays where it is.
        """
        (number,) = group
        if self._of(number):
            return 0
        visit = self._visits[number]
        closes = [to_s for from_s, to_s in visit.opens if from_s <= start_s <= to_s] or [_ANY_S]
        due_s = _ANY_S if visit.due_s is None else visit.due_s
        return max(0, min(max(closes), due_s) - start_s)

    def _bound_s(self, number: int) -> int:
        """Return before when a visit must not start because of those that are over."""
        bound_s = 0
        for tie in self._of(number):
            link, one, other = tie.link, tie.one, tie.other
            if link.kind is LinkKind.AFTER and number == other and one in self._end_s:
                bound_s = max(bound_s, self._end_s[one] + link.min_lag_s)
            elif link.kind is LinkKind.APART:
                bound_s = max(bound_s, self._end_s.get(one if number == other else other, 0))
        return bound_s

    def _waited_too_long(self, group: list[int], start_s: int) -> list[Violation]:
        late = []
        ties = {tie.place: tie for number in group for tie in self._of(number)}
        for _, tie in sorted(ties.items()):
            link = tie.link
            if link.kind is LinkKind.AFTER and tie.other in group and link.max_lag_s is not None:
                excess_s = start_s - self._end_s.get(tie.one, start_s) - link.max_lag_s
                if excess_s > 0:
                    late.append(
                        Violation("link_late", visit_id=link.second, detail=link.first, excess_s=excess_s)
                    )
        return late


def _missed(visit: Visit, ready_s: int) -> Violation:
    excess_s = max(ready_s, visit.earliest_s) - max(to_s for _, to_s in visit.opens)
    return Violation("window", visit_id=visit.visit_id, detail=clock(ready_s), excess_s=excess_s)
