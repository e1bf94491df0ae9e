# SPDX-License-Identifier: GPL-3.0-or-later
"""Every way to insert one more visit into a plan, judged by the checker: the oracle of the explanations."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations_with_replacement, permutations, product

from regard.routing.check.checker import check_routes
from regard.routing.model.links import together
from regard.routing.model.problem import Pause, Stop


def fits_somewhere(problem, solution, visit_id, shift=None):
    """Tell whether a visit, with all that starts together with it, can be inserted between what is planned.

    Every team, position and place in the global order is tried, the breaks where they are and, in a given
    ``shift`` of the visit's only agent, everywhere.
    """
    number = problem.index_of(visit_id)
    groups = together(problem.links, [visit.visit_id for visit in problem.visits])
    group = next(group for group in groups if number in group)
    stops = [Stop(one, role) for one in group for role in range(len(problem.visits[one].roles))]
    for seats in permutations(range(len(problem.shifts)), len(stops)):
        if shift is not None and seats[stops.index(Stop(number))] != shift:
            continue
        for routes in _routes(problem, solution.routes, dict(zip(seats, stops, strict=True)), shift):
            if any(
                not check_routes(problem, routes, order=order).violations
                for order in _orders(solution.order, group)
            ):
                return True
    return False


def _routes(problem, routes, stop_of, shift):
    choices = []
    for number, route in enumerate(routes):
        tours = [route]
        if number in stop_of:
            ways = (stop_of[number], replace(stop_of[number], by_store=True))
            tours = [(*route[:at], stop, *route[at:]) for at in range(len(route) + 1) for stop in ways]
        if number == shift or (number in stop_of and shift is None):
            count = len(problem.shifts[number].breaks)
            tours = [other for tour in tours for other in (tour, *_repaused(tour, count))]
        choices.append(list(dict.fromkeys(tours)))
    return product(*choices)


def _repaused(tour, breaks):
    stops = [step for step in tour if isinstance(step, Stop)]
    for count in range(breaks + 1):
        for places in combinations_with_replacement(range(len(stops) + 1), count):
            steps = list(stops)
            for number in reversed(range(count)):
                steps.insert(places[number], Pause(number))
            yield tuple(steps)


def _orders(order, group):
    """Yield the order with a group at every place; its members are timed as one."""
    for at in range(len(order) + 1):
        yield (*order[:at], *group, *order[at:])
