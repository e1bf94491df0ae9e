# SPDX-License-Identifier: GPL-3.0-or-later
"""Inserting one more visit into a plan, exactly: between what is planned, without changing its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, product

import numpy as np

from .book import Book
from .checker import check_routes
from .kernel_book import Array
from .kernel_choice import cheapest
from .kernel_schedule import schedule
from .problem import Pause, Problem, Stop
from .timeline import Route

_NEVER_S = 2**40


@dataclass(frozen=True, slots=True)
class Insertion:
    """The cheapest way to insert a visit: what it costs in minutes, who makes it (shifts), when it starts.

    A visit that starts together with others is inserted with them; ``shifts`` are those of all.
    """

    cost_min: float
    shifts: tuple[int, ...]
    start_s: int


class Seats:
    """A plan, and where one more visit has a place in it."""

    def __init__(self, problem: Problem, routes: Sequence[Route], order: Sequence[int] = ()) -> None:
        self._book = Book.of(problem)
        self._desk = self._book.new_desk()
        self._fixed = self._book.plan_of(routes, order)
        self._draws = np.zeros(1, np.uint64)

    def find(self, number: int, shift: int | None = None) -> Insertion | None:
        """Return the cheapest insertion of a visit, None when it fits nowhere.

        With ``shift`` its only agent has to come in that shift; the breaks of that day are then tried at
        every place. Otherwise they are where they are, or put off as long as they can be.
        """
        book, row = self._book, self._book.row_of(number)
        fits = book.fits if shift is None else self._only(number, shift)
        for plan in self._plans(number, shift):
            cost_s = cheapest(
                book.facts, plan, self._desk, book.travel, fits, row, np.inf, 0.0, self._draws
            )
            if np.isfinite(cost_s):
                return self._noted(row, cost_s)
        return None

    def _noted(self, row: int, cost_s: float) -> Insertion:
        first, last = (int(self._book.facts[name][row]) for name in ("first_task", "last_task"))
        seats = self._desk[first:last]
        shifts = tuple(int(shift) - 1 for shift in seats["best_shift"])
        return Insertion(cost_s / 60, shifts, int(seats["best_start_s"][0]))

    def _only(self, number: int, shift: int) -> Array:
        """Return what shifts bring to tasks, where one shift alone may make a visit."""
        fits: Array = self._book.fits.copy()
        task = self._book.task_of[Stop(number)]
        kept = int(fits[task, shift + 1])
        fits[task, :] = -1
        fits[task, shift + 1] = kept
        return fits

    def _plans(self, number: int, shift: int | None) -> Iterator[Array]:
        """Yield the plan with its breaks where they are, and then elsewhere."""
        yield self._fixed
        facts = self._book.facts
        if not facts[0]["has_breaks"]:
            return
        own = [] if shift is None else self._tour(shift)
        for rests, ahead in self._rests(len(own), shift):
            plan = self._fixed.copy()
            plan["rested"] = 0 if shift is None else plan["rested"]
            plan["rested"][own] = rests
            plan["rested"][self._book.task_of[Stop(number)]] = ahead
            if schedule(facts, plan, self._book.travel, self._book.fits):
                yield plan

    def _rests(self, stops: int, shift: int | None) -> Iterator[tuple[list[int], int]]:
        """Yield how many breaks come right before each stop of a tour at least, and before the new visit."""
        breaks = 0
        if shift is not None:
            row = self._book.facts[shift + 1]
            breaks = int(row["last_break"] - row["first_break"])
        for count in range(breaks + 1):
            for places in combinations_with_replacement(range(stops), count):
                rests = [places.count(place) for place in range(stops)]
                yield from ((rests, ahead) for ahead in range(breaks - count + 1))

    def _tour(self, shift: int) -> list[int]:
        tasks, task = [], int(self._fixed["first"][shift + 1])
        while task:
            tasks.append(task)
            task = int(self._fixed["after"][task])
        return tasks


def missing_s(
    problem: Problem, routes: Sequence[Route], number: int, shift: int, order: Sequence[int] = ()
) -> int:
    """Return by how many seconds a visit of one agent, without links, misses fitting into a shift.

    All positions are tried, with the breaks at every place: the least excess of the worst broken rule.
    """
    count = len(problem.shifts[shift].breaks)
    tours = [(*routes[shift][:at], Stop(number), *routes[shift][at:]) for at in range(len(routes[shift]) + 1)]
    tours += [other for tour in tours for other in _repaused(tour, count)]
    own = list(routes)
    ranks = (number, *order) if order else ()

    def excess_s(tour: Route) -> int:
        own[shift] = tour
        violations = check_routes(problem, own, order=ranks).violations
        return max((violation.excess_s or _NEVER_S for violation in violations), default=0)

    return min(excess_s(tour) for tour in dict.fromkeys(tours))


def _repaused(route: Route, breaks: int) -> Iterator[tuple[Stop | Pause, ...]]:
    """Yield the route with its breaks (all, or the first ones) at every combination of places."""
    stops = [step for step in route if isinstance(step, Stop)]
    for count in range(breaks + 1):
        for places in combinations_with_replacement(range(len(stops) + 1), count):
            steps: list[Stop | Pause] = list(stops)
            for number in reversed(range(count)):
                steps.insert(places[number], Pause(number))
            yield tuple(steps)
