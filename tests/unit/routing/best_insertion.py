# SPDX-License-Identifier: GPL-3.0-or-later
"""The best insertion of one visit into one tour, each position judged by the checker: an oracle."""

from __future__ import annotations

from dataclasses import dataclass

from regard.routing.check.checker import check_routes
from regard.routing.explain.tour_places import repaused, tied_shifts
from regard.routing.model.problem import Stop

_NEVER_S = 2**40


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """An insertion: by how much it breaks the worst broken rule (0: none), and its cost in minutes."""

    excess_s: int
    cost_min: float


def best_insertion(problem, routes, number, shift):
    """Return the best way to insert a visit of one agent into a shift; all positions are tried.

    The breaks of the tour stay where they are, and move when the visit does not fit otherwise.
    """
    linked = tied_shifts(routes, shift)
    kept = [route if index in linked else () for index, route in enumerate(routes)]
    total_before = check_routes(problem, kept).total
    tours = list(_with_stop(routes[shift], Stop(number)))
    best = min(_judge(problem, kept, shift, tour) for tour in tours)
    if best.excess_s > 0:
        count = len(problem.shifts[shift].breaks)
        others = [other for tour in tours for other in repaused(tour, count)]
        best = min([best, *(_judge(problem, kept, shift, other) for other in dict.fromkeys(others))])
    # the value that the visit no longer forgoes is no part of what inserting it costs
    value_min = problem.weights.unplanned * problem.visits[number].value_min
    return Fit(best.excess_s, best.cost_min - total_before + value_min)


def _with_stop(route, stop):
    for place in range(len(route) + 1):
        yield (*route[:place], stop, *route[place:])


def _judge(problem, routes, shift, tour):
    """Return how well the routes keep the rules with another tour in one shift, and what they cost."""
    routes[shift] = tour
    checked = check_routes(problem, routes)
    excess_s = max((violation.excess_s or _NEVER_S for violation in checked.violations), default=0)
    return Fit(excess_s, checked.total)
