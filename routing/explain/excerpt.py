# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of a plan that inserting one visit can touch: a smaller problem with its own plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..check.timeline import Route
from ..model.problem import Pause, Problem, Solution, Stop


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some shifts of a problem with what is planned on them, and the visit ``number`` that is not.

    ``shifts`` are the indices in the whole problem, in order. Rules and times are those of the whole; the
    shares of the work are not.
    """

    problem: Problem
    routes: tuple[tuple[Stop | Pause, ...], ...]
    order: tuple[int, ...]
    number: int
    shifts: tuple[int, ...]

    def without(self, visit: int) -> Excerpt:
        """Return the same with a visit (index here) taken out of the plan."""
        routes = tuple(
            tuple(step for step in route if not (isinstance(step, Stop) and step.visit == visit))
            for route in self.routes
        )
        return replace(self, routes=routes, order=tuple(other for other in self.order if other != visit))


class Excerpts:
    """The excerpts of one plan; each takes time linear in its own size."""

    def __init__(self, problem: Problem, solution: Solution) -> None:
        self._problem, self._solution = problem, solution
        self._visits_on = [
            {step.visit for step in route if isinstance(step, Stop)} for route in solution.routes
        ]
        self._shifts_of: dict[int, set[int]] = defaultdict(set)
        for shift, visits in enumerate(self._visits_on):
            for visit in visits:
                self._shifts_of[visit].add(shift)
        self._linked: dict[int, set[int]] = defaultdict(set)
        index = {visit.visit_id: number for number, visit in enumerate(problem.visits)}
        for link in problem.links:
            one, other = index[link.first], index[link.second]
            self._linked[one].add(other)
            self._linked[other].add(one)
        self._place = {visit: place for place, visit in enumerate(solution.order)}

    def of(self, number: int, shifts: Iterable[int], *, is_empty: bool = False) -> Excerpt:
        """Return what inserting a visit into some shifts touches, directly or through teams and links.

        ``is_empty`` leaves out all that is planned.
        """
        if is_empty:
            return self._cut(number, sorted(shifts), {number}, [() for _ in self._visits_on])
        near, visits = set(shifts), {number}
        todo = [number, *(visit for shift in near for visit in self._visits_on[shift])]
        while todo:
            visit = todo.pop()
            more = self._shifts_of[visit] - near if visit in self._shifts_of else set[int]()
            near |= more
            visits.add(visit)
            found = set[int]().union(self._linked.get(visit, ()), *(self._visits_on[shift] for shift in more))
            todo += found - visits
        return self._cut(number, sorted(near), visits, self._solution.routes)

    def _cut(self, number: int, shifts: list[int], visits: set[int], routes: Iterable[Route]) -> Excerpt:
        problem, kept = self._problem, sorted(visits)
        all_routes = list(routes)
        here = {visit: place for place, visit in enumerate(kept)}
        ids = {problem.visits[visit].visit_id for visit in kept}
        small = replace(
            problem,
            shifts=tuple(
                problem.shifts[shift] if all_routes[shift] else replace(problem.shifts[shift], opening=())
                for shift in shifts
            ),
            visits=tuple(problem.visits[visit] for visit in kept),
            links=tuple(link for link in problem.links if {link.first, link.second} <= ids),
        )
        cut_routes = tuple(
            tuple(replace(s, visit=here[s.visit]) if isinstance(s, Stop) else s for s in all_routes[shift])
            for shift in shifts
        )
        planned = {step.visit for route in cut_routes for step in route if isinstance(step, Stop)}
        order = sorted((v for v in kept if v in self._place), key=self._place.__getitem__)
        return Excerpt(
            problem=small,
            routes=cut_routes,
            order=tuple(here[visit] for visit in order if here[visit] in planned),
            number=here[number],
            shifts=tuple(shifts),
        )
