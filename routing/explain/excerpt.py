# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of a plan that inserting one visit can touch: a smaller problem with its own plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from ..model.problem import Problem, Solution, Stop
from ..model.routes import Route, Steps, visits_on, without_visits


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some shifts of a problem with what is planned on them, and the visit ``number`` that is not.

    ``shifts`` are the indices in the whole problem, in order. Rules and times are those of the whole; the
    shares of the work are not.
    """

    problem: Problem
    routes: tuple[Steps, ...]
    order: tuple[int, ...]
    number: int
    shifts: tuple[int, ...]

    def without(self, visit: int) -> Excerpt:
        """Return the same with a visit (index here) taken out of the plan."""
        routes = without_visits(self.routes, {visit})
        return replace(self, routes=routes, order=tuple(other for other in self.order if other != visit))


class Excerpts:
    """The excerpts of one plan; each takes time linear in its own size."""

    def __init__(self, problem: Problem, solution: Solution) -> None:
        self._problem, self._solution = problem, solution
        self._visits_on = [set(visits_on(route)) for route in solution.routes]
        self._shifts_of: dict[int, set[int]] = defaultdict(set)
        for shift, visits in enumerate(self._visits_on):
            for visit in visits:
                self._shifts_of[visit].add(shift)
        self._linked: dict[int, set[int]] = defaultdict(set)
        index = problem.numbers
        for link in problem.links:
            one, other = index[link.first], index[link.second]
            self._linked[one].add(other)
            self._linked[other].add(one)

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

    def _cut(self, number: int, shifts: list[int], visits: set[int], routes: Sequence[Route]) -> Excerpt:
        problem, cut_routes, order, here = cut_out(
            self._problem, routes, self._solution.order, shifts=shifts, visits=visits
        )
        return Excerpt(problem, cut_routes, order, here[number], tuple(shifts))


def cut_out(
    problem: Problem,
    routes: Sequence[Route],
    order: Sequence[int],
    *,
    shifts: Sequence[int],
    visits: Collection[int],
) -> tuple[Problem, tuple[Steps, ...], tuple[int, ...], dict[int, int]]:
    """Return some shifts of a plan with some visits, among them all of theirs, as a plan of its own.

    That is the problem, the routes, the order of what they make, and the index there of each visit.
    """
    here = {visit: place for place, visit in enumerate(sorted(visits))}
    ids = {problem.visits[visit].visit_id for visit in here}
    small = replace(
        problem,
        shifts=tuple(
            problem.shifts[shift] if routes[shift] else replace(problem.shifts[shift], opening=())
            for shift in shifts
        ),
        visits=tuple(problem.visits[visit] for visit in here),
        links=tuple(link for link in problem.links if {link.first, link.second} <= ids),
    )
    cut_routes = tuple(
        tuple(replace(s, visit=here[s.visit]) if isinstance(s, Stop) else s for s in routes[shift])
        for shift in shifts
    )
    planned = set(visits_on(*cut_routes))
    return small, cut_routes, tuple(here[v] for v in order if v in here and here[v] in planned), here
