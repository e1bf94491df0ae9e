# SPDX-License-Identifier: GPL-3.0-or-later
"""What inserting one more visit into a plan would take: how far it is from fitting, or what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np

from .book import Book
from .checker import check_routes
from .kernel_choice import cheapest
from .problem import Pause, Problem, Stop
from .timeline import Route

_NEVER_S = 2**40


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """An insertion: by how much it breaks the worst broken rule (0: none), and its cost in minutes."""

    excess_s: int
    cost_min: float


def best_insertion(problem: Problem, routes: Sequence[Route], number: int, shift: int) -> Fit:
    """Return the best way to insert a visit of one agent into a shift; all positions are tried.

    The breaks of the tour stay where they are, and move when the visit does not fit otherwise.
    """
    linked = tied_shifts(routes, shift)
    kept: list[Route] = [route if index in linked else () for index, route in enumerate(routes)]
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


def best_team_insertion(problem: Problem, routes: Sequence[Route], number: int) -> float | None:
    """Return the least cost in minutes of inserting a visit of several agents, None when it does not fit.

    Every team is tried at every moment of the plan's order.
    """
    book = Book.of(problem)
    row = book.row_of(number)
    arrays = (book.facts, book.plan_of(routes), book.new_desk(), book.travel, book.fits)
    cost_s = cheapest(*arrays, row, np.inf, 0.0, np.zeros(1, np.uint64))
    return cost_s / 60 if np.isfinite(cost_s) else None


def tied_shifts(routes: Sequence[Route], shift: int) -> set[int]:
    """Return the shifts that share visits with one, directly or through others."""
    visits = [{step.visit for step in route if isinstance(step, Stop)} for route in routes]
    linked, reached = {shift}, visits[shift]
    while more := {i for i, own in enumerate(visits) if i not in linked and own & reached}:
        linked |= more
        reached = reached.union(*(visits[i] for i in more))
    return linked


def _with_stop(route: Route, stop: Stop) -> Iterator[tuple[Stop | Pause, ...]]:
    for place in range(len(route) + 1):
        yield (*route[:place], stop, *route[place:])


def repaused(route: Route, breaks: int) -> Iterator[tuple[Stop | Pause, ...]]:
    """Yield the route with its breaks (all, or the first ones) at every combination of places."""
    stops = [step for step in route if isinstance(step, Stop)]
    for count in range(breaks + 1):
        for places in combinations_with_replacement(range(len(stops) + 1), count):
            steps: list[Stop | Pause] = list(stops)
            for number in reversed(range(count)):
                steps.insert(places[number], Pause(number))
            yield tuple(steps)


def _judge(problem: Problem, routes: list[Route], shift: int, tour: Route) -> Fit:
    """Return how well the routes keep the rules with another tour in one shift, and what they cost."""
    routes[shift] = tour
    checked = check_routes(problem, routes)
    excess_s = max((violation.excess_s or _NEVER_S for violation in checked.violations), default=0)
    return Fit(excess_s, checked.total)
