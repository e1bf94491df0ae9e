# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan that no longer keeps the rules, cut down to visits that do: where planning again begins."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain, islice

from ..model.problem import Problem, Solution
from ..model.routes import Route, Steps, visits_on, without_visits
from .checker import Checked, check_routes
from .timeline import Violation


def repaired(
    problem: Problem,
    routes: Sequence[Route],
    order: Sequence[int] = (),
    *,
    kept: Collection[int] = (),
    told: Mapping[int, int] | None = None,
) -> Solution:
    """Return a plan of the routes without the visits that break rules; see ``without_broken``."""
    steps, checked = without_broken(problem, routes, order, kept=kept, told=told)
    return _solution(problem, steps, order, checked)


def without_broken(
    problem: Problem,
    routes: Sequence[Route],
    order: Sequence[int] = (),
    *,
    kept: Collection[int] = (),
    told: Mapping[int, int] | None = None,
) -> tuple[tuple[Steps, ...], Checked]:
    """Return routes without the visits that break rules, and what the checker says of them.

    Visits go one after the other: the one that a rule names; of a tour that is too long the last. Where
    people were ``told`` when visits (indices) start, each tour that is concerned loses first the visit that
    starts later than that: it is where something has come in between. Those ``kept`` (indices) stay;
    violations are left where only they could go. One check for each round, and one more.
    """
    steps = without_visits(routes, ())
    while True:
        checked = check_routes(problem, steps, order=order)
        out = (
            _dropped(problem, steps, checked, kept) if told is None else _late(problem, steps, checked, told)
        )
        out = out.difference(kept)
        if not checked.violations or not out:
            return steps, checked
        steps = without_visits(steps, out)


def _dropped(problem: Problem, routes: Sequence[Route], checked: Checked, kept: Collection[int]) -> set[int]:
    """Return the first visit that can go for a violation; none when nothing is broken, or nothing can go."""
    culprits = (n for violation in checked.violations for n in _culprits(problem, routes, violation))
    return set(islice((number for number in culprits if number not in kept), 1))


def _late(problem: Problem, routes: Sequence[Route], checked: Checked, told: Mapping[int, int]) -> set[int]:
    """Return one visit of each tour that is concerned by a violation.

    It is the first that starts later than it was told to, else the first that is broken, else the last.
    """
    number = problem.numbers
    broken = {number[violation.visit_id] for violation in checked.violations if violation.visit_id}
    shifts = {violation.shift for violation in checked.violations}
    found: set[int] = set()
    for shift, (route, tour) in enumerate(zip(routes, checked.tours, strict=True)):
        visits = visits_on(route)
        if shift in shifts or not broken.isdisjoint(visits):
            starts = zip(visits, tour.stops, strict=False)
            late = (visit for visit, stop in starts if stop.start_s > told.get(visit, stop.start_s))
            wrong = (visit for visit in visits if visit in broken)
            found.update(islice(chain(late, wrong, reversed(visits)), 1))
    return found


def as_solution(problem: Problem, routes: Sequence[Route], order: Sequence[int] = ()) -> Solution:
    """Return routes as a plan that nothing was searched for."""
    return _solution(problem, routes, order, check_routes(problem, routes, order=order))


def _solution(problem: Problem, routes: Sequence[Route], order: Sequence[int], checked: Checked) -> Solution:
    planned = set(visits_on(*routes))
    return Solution(
        routes=without_visits(routes, ()),
        unplanned=tuple(v.visit_id for n, v in enumerate(problem.visits) if n not in planned),
        cost=checked.cost,
        total=checked.total,
        seed=0,
        iterations=0,
        seconds=0.0,
        order=tuple(number for number in order if number in planned),
    )


def _culprits(problem: Problem, routes: Sequence[Route], violation: Violation) -> list[int]:
    """Return the visits (indices) to leave out for a violation, the best choice first."""
    if violation.visit_id:
        return [problem.index_of(violation.visit_id)]
    if violation.shift is None:
        return []
    return visits_on(routes[violation.shift])[::-1]
