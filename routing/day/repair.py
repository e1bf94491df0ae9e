# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan that no longer keeps the rules, cut down to visits that do: where planning again begins."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..check.checker import check_routes
from ..check.timeline import Route, Violation
from ..model.problem import Problem, Solution, Stop


def repaired(
    problem: Problem, routes: Sequence[Route], order: Sequence[int] = (), *, kept: Collection[int] = ()
) -> Solution:
    """Return a plan of the routes without the visits that break rules, one after the other.

    A tour that is too long loses its last visit; those ``kept`` (indices) stay.
    """
    steps = [tuple(route) for route in routes]
    while violations := check_routes(problem, steps, order=order).violations:
        dropped = next((n for v in violations for n in _culprit(problem, steps, v) if n not in kept), None)
        if dropped is None:
            break
        steps = [
            tuple(s for s in route if not (isinstance(s, Stop) and s.visit == dropped)) for route in steps
        ]
    return as_solution(problem, steps, order)


def as_solution(problem: Problem, routes: Sequence[Route], order: Sequence[int] = ()) -> Solution:
    """Return routes as a plan that nothing was searched for."""
    checked = check_routes(problem, routes, order=order)
    planned = {step.visit for route in routes for step in route if isinstance(step, Stop)}
    return Solution(
        routes=tuple(tuple(route) for route in routes),
        unplanned=tuple(v.visit_id for n, v in enumerate(problem.visits) if n not in planned),
        cost=checked.cost,
        total=checked.total,
        seed=0,
        iterations=0,
        seconds=0.0,
        order=tuple(number for number in order if number in planned),
    )


def _culprit(problem: Problem, routes: Sequence[Route], violation: Violation) -> list[int]:
    """Return the visits (indices) to leave out for a violation, the best choice first."""
    if violation.visit_id:
        return [problem.index_of(violation.visit_id)]
    if violation.shift is None:
        return []
    return [step.visit for step in reversed(routes[violation.shift]) if isinstance(step, Stop)]
