# SPDX-License-Identifier: GPL-3.0-or-later
"""Put together the best plan of all tours seen so far: a set covering problem, solved by HiGHS.

After A. Subramanian, E. Uchoa, L. S. Ochi, "A hybrid algorithm for a class of vehicle routing problems",
Computers & Operations Research 40 (10), 2013. A visit may be on several of the chosen tours: it stays where
leaving it out would save least.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from ..model.problem import Pause, Stop
from ..model.routes import Steps
from .book import Book
from .kernel_book import Array
from .kernel_pool import CALLS, POOL, RESTS, TASK_FROM
from .kernel_schedule import schedule

Pool = tuple[Array, Array]

# rows of the pool of a search; tours with more stops are not kept
POOL_ROWS = 2049
_MOST_STOPS = 128
# the program over whole numbers has at most so many tours, and looks at so many cases: a cancel must be heard
_MOST_TOURS = 400
_NODES = 20
_TINY = 1e-6


def new_pool(rows: int) -> Pool:
    """Return a pool for so many tours (see ``kernel_pool``)."""
    return np.zeros(max(1, rows), POOL), np.zeros((max(1, rows), _MOST_STOPS), np.int32)


@dataclass(frozen=True, slots=True)
class Column:
    """A tour: what it costs, the first of the shifts that can make it, its steps as in ``kernel_pool``."""

    cost: float
    alike: int
    steps: tuple[int, ...]

    @property
    def tasks(self) -> list[int]:
        """Return the rows of its tasks."""
        return [step // TASK_FROM for step in self.steps]


def recombined(book: Book, pools: Sequence[Pool], best: Array, limit_s: float | None) -> Array | None:
    """Return a plan of tours in the pools that costs less than ``best``, None when none was found.

    The linear and the whole program may take ``limit_s`` each; without it the result is always the same.
    """
    columns = columns_of(pools)
    known = float(best["cost"][0])
    chosen = chosen_columns(book, columns, known, limit_s)
    if not chosen:
        return None
    plan = book.plan_of(_routes(book, chosen))
    in_time = schedule(book.facts, plan, book.travel, book.fits)
    return plan if in_time and plan["cost"][0] < known - _TINY else None


def columns_of(pools: Sequence[Pool]) -> list[Column]:
    """Return the tours of some pools, of equal ones the cheapest."""
    found: dict[int, Column] = {}
    for pool, steps in pools:
        for row in np.flatnonzero(pool["stops"]):
            key, cost = int(pool["key"][row]), float(pool["cost"][row])
            if key not in found or cost < found[key].cost:
                own = tuple(steps[row, : pool["stops"][row]].tolist())
                found[key] = Column(cost, int(pool["shift"][row]), own)
    return list(found.values())


def chosen_columns(
    book: Book, columns: Sequence[Column], known: float, limit_s: float | None = None
) -> list[Column]:
    """Return tours that cover what they should for less than a known cost; none where that is not found.

    Only columns whose reduced cost is less than what the linear program leaves can be in a better plan.
    """
    if not columns:
        return []
    costs, rows, bounds = _program(book, columns)
    limit = {} if limit_s is None else {"time_limit": limit_s}
    linear = linprog(costs, A_ub=rows, b_ub=bounds, bounds=(0, None), method="highs-ds", options=limit)
    if linear.status != 0 or linear.fun > known - _TINY:
        return []
    reduced = costs - rows.T @ linear.ineqlin.marginals
    kept = np.flatnonzero(reduced < known - linear.fun + _TINY)
    tours = kept[kept < len(columns)]
    tours = tours[np.argsort(reduced[tours], kind="stable")[:_MOST_TOURS]]
    if not len(tours):
        return []
    kept = np.concatenate((tours, kept[kept >= len(columns)]))
    whole = milp(
        costs[kept],
        constraints=LinearConstraint(rows[:, kept], -np.inf, bounds),
        integrality=np.ones(len(kept)),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0, "node_limit": _NODES, **limit},
    )
    if whole.x is None or whole.fun > known - _TINY:
        return []
    return [columns[tour] for tour in tours[whole.x[: len(tours)] > 0.5]]


def _program(book: Book, columns: Sequence[Column]) -> tuple[Array, Any, Array]:
    """Return costs, rows and their upper bounds: every visit covered or left out, no shift used twice.

    The columns are the tours, then the visits that may be left out.
    """
    visits, shifts = (book.facts[range_.start : range_.stop] for range_ in (book.visits, book.shifts))
    tasks = [column.tasks for column in columns]
    number = np.repeat(np.arange(len(columns)), [len(own) for own in tasks])
    made = book.facts["visit"][np.concatenate(tasks)] - book.visits.start
    optional = np.flatnonzero(visits["fixed"] == 0)
    at = np.concatenate((made, optional))
    column = np.concatenate((number, len(columns) + np.arange(len(optional))))
    shape = (len(visits), len(columns) + len(optional))
    covers = sparse.csr_matrix((-np.ones(len(at)), (at, column)), shape)
    kinds, counts = np.unique(shifts["alike"], return_counts=True)
    kind = np.searchsorted(kinds, [column.alike for column in columns])
    uses = (np.ones(len(columns)), (kind, np.arange(len(columns))))
    rows = sparse.vstack((covers, sparse.csr_matrix(uses, (len(kinds), shape[1])))).tocsr()
    costs = np.concatenate(([column.cost for column in columns], visits["value"][optional]))
    return costs, rows, np.concatenate((-np.ones(len(visits)), counts)).astype(np.float64)


def _routes(book: Book, columns: Sequence[Column]) -> list[Steps]:
    """Return the routes of chosen tours, each visit on one of them."""
    free: dict[int, list[int]] = {}
    for shift in reversed(book.shifts):
        free.setdefault(int(book.facts["alike"][shift]), []).append(shift)
    routes: list[Steps] = [() for _ in book.shifts]
    for column in _each_once(book, columns):
        routes[free[column.alike].pop() - book.shifts.start] = _route(book, column)
    return routes


def _each_once(book: Book, columns: Sequence[Column]) -> list[Column]:
    """Return the tours with each visit on one of them, where leaving it out would save least."""
    left = list(columns)
    for task in sorted({task for column in columns for task in column.tasks}):
        own = [number for number, column in enumerate(left) if task in column.tasks]
        own.sort(key=lambda number: _saved_s(book, left[number], task))
        for number in own[1:]:
            left[number] = _without(left[number], task)
    return left


def _saved_s(book: Book, column: Column, task: int) -> int:
    """Return the drive that a tour is shorter without a task."""
    facts, place = book.facts, column.tasks.index(task)
    ends = facts[column.alike]
    places = [ends["start_place"], *facts["place"][column.tasks], ends["end_place"]]
    before, here, after = places[place : place + 3]
    ways, first = book.travel, int(ends["matrix"])
    return int(ways[first + before, here]) + int(ways[first + here, after]) - int(ways[first + before, after])


def _without(column: Column, task: int) -> Column:
    """Return a tour without a task; a call at the store before it is made before the next one."""
    place, steps = column.tasks.index(task), list(column.steps)
    gone = steps.pop(place)
    if gone & CALLS and place < len(steps):
        steps[place] |= CALLS
    return replace(column, steps=tuple(steps))


def _route(book: Book, column: Column) -> Steps:
    steps: list[Stop | Pause] = []
    for step in column.steps:
        stop = book.stops[step // TASK_FROM - int(book.facts["tasks_from"][0])]
        steps += [Pause()] * (step & RESTS)
        steps.append(replace(stop, by_store=bool(step & CALLS)))
    return tuple(steps)
