# SPDX-License-Identifier: GPL-3.0-or-later
"""Inserting one more visit into a plan, exactly: between what is planned, without changing its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement

import numpy as np

from ..engine.book import Book
from ..engine.kernel_book import Array
from ..engine.kernel_choice import cheapest
from ..engine.kernel_schedule import schedule
from ..model.problem import Problem, Stop
from ..model.routes import Route, Steps

_FIRST_TRY_MIN = 16
_WEEK_MIN = 7 * 24 * 60


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
        self._draws = np.zeros(1, np.uint64)
        self._put(routes, order)

    def _put(self, routes: Sequence[Route], order: Sequence[int]) -> None:
        book = self._book
        self._fixed = book.plan_of(routes, order)
        self._is_sound = schedule(book.facts, self._fixed.copy(), book.travel, book.fits)

    def with_plan(self, routes: Sequence[Route], order: Sequence[int] = ()) -> Seats:
        """Return the same problem with another plan."""
        other = copy(self)
        other._put(routes, order)
        return other

    def find(self, number: int, shift: int | None = None) -> Insertion | None:
        """Return the cheapest insertion of a visit, None when it fits nowhere.

        With ``shift`` its only agent has to come in that shift; the breaks of that day are then tried at
        every place. Otherwise they are where they are, or put off as long as they can be.
        """
        found = self._search(number, shift)
        return found and found[0]

    def plan_with(
        self, number: int, shift: int | None = None
    ) -> tuple[tuple[Steps, ...], tuple[int, ...]] | None:
        """Return the routes and the order of the plan with that insertion, None when there is none."""
        found, book = self._search(number, shift), self._book
        if found is None:
            return None
        plan = found[1].copy()
        book.seat(plan, self._desk, book.row_of(number))
        return book.routes_of(plan), book.order_of(plan)

    def _search(self, number: int, shift: int | None) -> tuple[Insertion, Array] | None:
        """Return the insertion and the plan that it is made into; the seats are noted on the desk."""
        book, row = self._book, self._book.row_of(number)
        fits = book.fits if shift is None else self._only(number, shift)
        for plan in self._plans(number, shift):
            cost_s = cheapest(book.facts, plan, self._desk, book.travel, fits, row, np.inf, 0.0, self._draws)
            if np.isfinite(cost_s):
                return self._noted(row, cost_s), plan
        return None

    def _noted(self, row: int, cost_s: float) -> Insertion:
        return Insertion(cost_s / 60, *self._book.seats_of(self._desk, row))

    def _task(self, number: int) -> int:
        """Return the row of the first task of a visit."""
        return int(self._book.facts["tasks_from"][0]) + self._book.stops.index(Stop(number))

    def _only(self, number: int, shift: int) -> Array:
        """Return what shifts bring to tasks, where one shift alone may make a visit."""
        fits: Array = self._book.fits.copy()
        task = self._task(number)
        kept = int(fits[task, shift + 1])
        fits[task, :] = -1
        fits[task, shift + 1] = kept
        return fits

    def _plans(self, number: int, shift: int | None) -> Iterator[Array]:
        """Yield the plan with its breaks where they are, and then elsewhere, as far as it keeps the rules."""
        if self._is_sound:
            yield self._fixed
        facts = self._book.facts
        if not facts[0]["has_breaks"]:
            return
        own = [] if shift is None else self._tour(shift)
        for rests, ahead in self._rests(len(own), shift):
            plan = self._fixed.copy()
            plan["rested"] = 0 if shift is None else plan["rested"]
            plan["rested"][own] = rests
            plan["rested"][self._task(number)] = ahead
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


def missing_min(
    problem: Problem, routes: Sequence[Route], number: int, shift: int, order: Sequence[int] = ()
) -> int | None:
    """Return the fewest whole minutes by which all limits of time must be later for a visit to fit.

    The limits are the ends of shifts, breaks and windows. None when a visit of one agent would not fit into
    the shift even a week later, because of the ties of others.
    """

    def fits(minutes: int) -> bool:
        later = _with_later_limits(problem, 60 * minutes)
        return Seats(later, routes, order).find(number, shift) is not None

    low, high = 0, _FIRST_TRY_MIN
    while not fits(high):
        low, high = high, 2 * high
        if low > _WEEK_MIN:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def _with_later_limits(problem: Problem, by_s: int) -> Problem:
    return replace(
        problem,
        shifts=tuple(
            replace(
                shift,
                overtime_s=shift.overtime_s + by_s,
                longest_s=None if shift.longest_s is None else shift.longest_s + by_s,
                breaks=tuple(replace(pause, to_s=pause.to_s + by_s) for pause in shift.breaks),
            )
            for shift in problem.shifts
        ),
        visits=tuple(
            replace(visit, windows=tuple((from_s, to_s + by_s) for from_s, to_s in visit.windows))
            for visit in problem.visits
        ),
    )
