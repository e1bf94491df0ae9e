# SPDX-License-Identifier: GPL-3.0-or-later
"""Room for a visit that fits nowhere: the cheapest less important visit to give way to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from ..check.timeline import tour_times
from ..engine.book import Book
from ..engine.kernel_book import Array
from ..engine.kernel_choice import cheapest
from ..engine.kernel_schedule import schedule
from ..engine.kernel_seats import close_ranks, remove
from ..model.problem import Problem, Solution
from .alternatives import Alternative, alternative, starts


@dataclass(frozen=True, slots=True)
class Displacement:
    """A way to insert a visit in the place of others (ids), which go to other seats or fall out.

    The cost of the alternative holds the value of what falls out.
    """

    alternative: Alternative
    gave_way: tuple[str, ...]
    dropped: tuple[str, ...]


def displacement(
    problem: Problem,
    solution: Solution,
    visit_id: str,
    *,
    kept: Collection[str] = (),
    book: Book | None = None,
) -> Displacement | None:
    """Return the cheapest way to insert a visit by taking another one, worth less, out of its seats.

    What is taken out goes to its cheapest other seats where that costs less than its value. None when no
    such visit makes enough room, those ``kept`` (ids) apart. Every planned visit is tried: one insertion
    priced for each.
    """
    book = book or Book.of(problem)
    row, facts = book.row_of(problem.index_of(visit_id)), book.facts
    planned = book.plan_of(solution.routes, solution.order)
    worth_min = _worth_min(problem, book, row)
    best, gave_way, limit = None, 0, np.inf
    for other in book.visits:
        if not set(kept).isdisjoint(_names(problem, book, other)):
            continue
        if planned["rank"][other] < 0 or _worth_min(problem, book, other) >= worth_min:
            continue
        plan = _without(book, planned, other)
        if plan is None or not _seat(book, plan, row, np.inf):
            continue
        _seat(book, plan, other, float(facts["value"][other]))
        if plan["cost"][0] < limit:
            best, gave_way, limit = plan, other, float(plan["cost"][0])
    if best is None:
        return None
    cost_min = (limit - float(planned["cost"][0]) + float(facts["value"][row])) / 60
    routes, order = book.routes_of(best), book.order_of(best)
    before = starts(tour_times(problem, solution.routes, solution.order)[0])
    tours, _ = tour_times(problem, routes, order)
    names = _names(problem, book, gave_way)
    return Displacement(
        alternative(problem, problem.index_of(visit_id), cost_min, (routes, order), before, tours),
        names,
        names if best["rank"][gave_way] < 0 else (),
    )


def _without(book: Book, planned: Array, row: int) -> Array | None:
    """Return a plan without a visit (its row), None when it then breaks a rule."""
    plan = planned.copy()
    remove(book.facts, plan, row)
    close_ranks(book.facts, plan)
    return plan if schedule(book.facts, plan, book.travel, book.fits) else None


def _seat(book: Book, plan: Array, row: int, limit: float) -> bool:
    """Put a visit (its row) at its cheapest seats below ``limit``; tell whether there are any."""
    desk = book.new_desk()
    arrays = (book.facts, plan, desk, book.travel, book.fits)
    if not np.isfinite(cheapest(*arrays, row, limit, 0.0, np.zeros(1, np.uint64))):
        return False
    book.seat(plan, desk, row)
    return True


def _worth_min(problem: Problem, book: Book, row: int) -> int:
    """Return what the visits of a row are worth beside others, however late they are."""
    names = _names(problem, book, row)
    return sum(problem.visits[problem.index_of(name)].value_min for name in names)


def _names(problem: Problem, book: Book, row: int) -> tuple[str, ...]:
    """Return the ids of the visits of a row: those that start together share one."""
    first, last = (int(book.facts[name][row]) for name in ("first_task", "last_task"))
    tasks_from = int(book.facts["tasks_from"][0])
    stops = book.stops[first - tasks_from : last - tasks_from]
    return tuple(dict.fromkeys(problem.visits[stop.visit].visit_id for stop in stops))
