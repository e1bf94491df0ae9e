# SPDX-License-Identifier: GPL-3.0-or-later
"""Appointments for a customer on the phone: what each window of the next days costs, and who would come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..engine.book import Book
from ..engine.kernel_book import Array
from ..engine.kernel_choice import cheapest
from ..model.problem import Problem, Solution, Visit

_FOREVER_S = 2**40


@dataclass(frozen=True, slots=True)
class Slot:
    """A window for the start of a visit: what it costs in weighted minutes, when and by whom it starts."""

    from_s: int
    to_s: int
    cost_min: float
    start_s: int
    shifts: tuple[int, ...]


def best_slots(
    problem: Problem,
    solution: Solution,
    visit_id: str,
    windows: Sequence[tuple[int, int]],
    *,
    most: int = 5,
) -> tuple[Slot, ...]:
    """Return the cheapest of some windows (seconds, which do not overlap) for a visit that is left out.

    The cost of a window is that of the cheapest insertion of the visit with this window, and any of its own,
    into the plan's order. A window in which it fits nowhere is none. One insertion is priced a window.
    """
    number = problem.index_of(visit_id)
    parts = common_windows(problem.visits[number], windows)
    if not parts:
        return ()
    whole = _with_windows(problem, number, sorted({part for own in parts.values() for part in own}))
    book = Book.of(whole)
    plan = book.plan_of(solution.routes, solution.order)
    found = (_priced(book, plan, number, window) for window in parts)
    return tuple(
        sorted((slot for slot in found if slot), key=lambda slot: (slot.cost_min, slot.from_s))[:most]
    )


def common_windows(
    visit: Visit, windows: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], tuple[tuple[int, int], ...]]:
    """Return for each window the parts of it in which a visit may start; windows without any are left out."""
    own = visit.windows or ((visit.earliest_s, _FOREVER_S),)
    parts = {
        (from_s, to_s): tuple(
            (max(from_s, opens_s, visit.earliest_s), min(to_s, closes_s))
            for opens_s, closes_s in sorted(own)
            if max(from_s, opens_s, visit.earliest_s) <= min(to_s, closes_s)
        )
        for from_s, to_s in windows
    }
    return {window: found for window, found in parts.items() if found}


def _with_windows(problem: Problem, number: int, windows: Sequence[tuple[int, int]]) -> Problem:
    visits = list(problem.visits)
    visits[number] = replace(visits[number], windows=tuple(windows))
    return replace(problem, visits=tuple(visits))


def _priced(book: Book, plan: Array, number: int, window: tuple[int, int]) -> Slot | None:
    """Return what the cheapest insertion with one of the windows of the book costs, None when none fits."""
    row = book.row_of(number)
    facts = _restricted(book.facts, row, window)
    if facts is None:
        return None
    desk, draws = book.new_desk(), np.zeros(1, np.uint64)
    cost_s = cheapest(facts, plan, desk, book.travel, book.fits, row, np.inf, 0.0, draws)
    if not np.isfinite(cost_s):
        return None
    shifts, start_s = book.seats_of(desk, row)
    return Slot(*window, cost_s / 60, start_s, shifts)


def _restricted(facts: Array, row: int, window: tuple[int, int]) -> Array | None:
    """Return the facts with the windows of a visit cut down to those inside one, None when there is none."""
    first, last = (int(facts[name][row]) for name in ("first_task", "last_task"))
    opens, closes = (int(facts[name][first]) for name in ("first_window", "last_window"))
    inside = [
        number
        for number in range(opens, closes)
        if window[0] <= facts["from_s"][number] and facts["latest_s"][number] <= window[1]
    ]
    if not inside:
        return None
    facts = facts.copy()
    tasks = facts[first:last]
    with_windows = tasks["first_window"] == opens
    tasks["first_window"][with_windows] = inside[0]
    tasks["last_window"][with_windows] = inside[-1] + 1
    tasks["latest_s"] = facts["latest_s"][inside[-1]] + tasks["most_s"]
    facts["latest_s"][row] = tasks["latest_s"].max()
    return facts
