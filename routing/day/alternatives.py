# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one more visit would fit into a plan: the cheapest ways by different agents, and whom they delay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..check.timeline import TourTimes, tour_times
from ..engine.book import Book
from ..engine.kernel_choice import cheapest
from ..model.problem import Problem, Solution
from ..model.routes import Steps, visits_on


@dataclass(frozen=True, slots=True)
class Shifted:
    """A visit that starts at another time than before (seconds)."""

    visit_id: str
    before_s: int
    after_s: int


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to insert a visit: who makes it, when it starts, what it costs, and what it moves.

    ``cost_min`` is in weighted minutes, the value of the visit apart. ``routes`` and ``order`` are those of
    the plan with the visit (see ``Solution``); nothing changes before they are taken over.
    """

    shifts: tuple[int, ...]
    start_s: int
    cost_min: float
    shifted: tuple[Shifted, ...]
    routes: tuple[Steps, ...]
    order: tuple[int, ...]


def alternatives(
    problem: Problem, solution: Solution, visit_id: str, *, most: int = 3, book: Book | None = None
) -> tuple[Alternative, ...]:
    """Return the cheapest ways to insert a visit that the plan leaves out, each by other agents.

    All positions of the plan's order are tried, so the first one is the cheapest there is. The other visits
    keep their agents and their order. Empty when the visit fits nowhere. ``book`` is that of the problem,
    where there is one already.
    """
    book = book or Book.of(problem)
    number = problem.index_of(visit_id)
    before = starts(tour_times(problem, solution.routes, solution.order)[0])
    found = []
    for cost_min, routes, order in _cheapest_first(book, solution, number):
        tours, _ = tour_times(problem, routes, order)
        found.append(alternative(problem, number, cost_min, (routes, order), before, tours))
        if len(found) == most:
            break
    return tuple(found)


def _cheapest_first(
    book: Book, solution: Solution, number: int
) -> Iterator[tuple[float, tuple[Steps, ...], tuple[int, ...]]]:
    """Yield cost, routes and order of the cheapest insertion, then of that without its agents, and so on."""
    row, desk, fits = book.row_of(number), book.new_desk(), book.fits.copy()
    tasks = range(int(book.facts["first_task"][row]), int(book.facts["last_task"][row]))
    planned = book.plan_of(solution.routes, solution.order)
    draws = np.zeros(1, np.uint64)
    while True:
        plan = planned.copy()
        cost_s = cheapest(book.facts, plan, desk, book.travel, fits, row, np.inf, 0.0, draws)
        if not np.isfinite(cost_s):
            return
        book.seat(plan, desk, row)
        yield cost_s / 60, book.routes_of(plan), book.order_of(plan)
        for task in tasks:
            agent = book.facts["agent"][plan["shift"][task]]
            same = [shift for shift in book.shifts if book.facts["agent"][shift] == agent]
            fits[tasks.start : tasks.stop, same] = -1


def alternative(
    problem: Problem,
    number: int,
    cost_min: float,
    plan: tuple[tuple[Steps, ...], tuple[int, ...]],
    before: dict[str, int],
    tours: Sequence[TourTimes],
) -> Alternative:
    """Return a plan with one more visit (its index), against the starts that the others had ``before``."""
    routes, order = plan
    after = starts(tours)
    shifts = [shift for shift, route in enumerate(routes) if number in visits_on(route)]
    start_s = after[problem.visits[number].visit_id]
    return Alternative(tuple(shifts), start_s, cost_min, shifted(before, after), routes, order)


def shifted(before: Mapping[str, int], after: Mapping[str, int]) -> tuple[Shifted, ...]:
    """Return the visits that both starts have, at another time."""
    return tuple(
        Shifted(name, at_s, after[name]) for name, at_s in before.items() if after.get(name, at_s) != at_s
    )


def starts(tours: Sequence[TourTimes]) -> dict[str, int]:
    """Return when each visit starts: its first role."""
    return {stop.visit_id: stop.start_s for tour in tours for stop in tour.stops if stop.role == 0}
