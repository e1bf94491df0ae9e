# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan that no longer keeps the rules, cut down to visits that do: where planning again begins."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..model.problem import Problem, Solution
from ..model.routes import Route, Steps, visits_on, without_visits
from .checker import Checked, check_routes
from .timeline import Violation


def repaired(
    problem: Problem, routes: Sequence[Route], order: Sequence[int] = (), *, kept: Collection[int] = ()
) -> Solution:
    """Return a plan of the routes without the visits that break rules, one after the other.

    A tour that is too long loses its last visit; those ``kept`` (indices) stay.
    """
    steps, checked = without_broken(problem, routes, order, kept=kept)
    return _solution(problem, steps, order, checked)


def without_broken(
    problem: Problem, routes: Sequence[Route], order: Sequence[int] = (), *, kept: Collection[int] = ()
) -> tuple[tuple[Steps, ...], Checked]:
    """Return the routes of ``repaired`` and what the checker says of them.

    Violations are left where only visits that are ``kept`` could go. One check for each visit that goes, and
    one more.
    """
    steps = without_visits(routes, ())
    while (checked := check_routes(problem, steps, order=order)).violations:
        culprits = (n for violation in checked.violations for n in _culprits(problem, steps, violation))
        dropped = next((number for number in culprits if number not in kept), None)
        if dropped is None:
            break
        steps = without_visits(steps, {dropped})
    return steps, checked


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
