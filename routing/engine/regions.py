# SPDX-License-Identifier: GPL-3.0-or-later
"""Several searches of one large plan, each of the tours of one region, which are cut anew many times.

Decomposition by the centres of tours after A. Santini, M. Schneider, T. Vidal, D. Vigo, "Decomposition
strategies for vehicle routing heuristics", INFORMS Journal on Computing 35 (3), 2023. A cut here lies between
two visits drawn at random: tours nearer to the one than to the other come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from .book import Book
from .kernel_book import Array
from .kernel_schedule import schedule
from .kernel_tours import put_in_order

# how often a plan is cut anew
CUTS = 100
# with fewer visits for each search, all of them look at the whole plan
_LEAST_VISITS = 250


class Searching(Protocol):
    """A search of its own plans: the one being tried, the current one, the best."""

    book: Book
    plans: tuple[Array, Array, Array]
    desk: Array

    def look_again(self) -> None:
        """Note what the plan leaves out, after it was replaced."""


def are_apart(book: Book, searches: int) -> bool:
    """Tell whether so many searches go on together better in regions than each in the whole plan."""
    if searches == 1 or book.has_meetings or book.facts["largest"][0] > 0.0:
        return False
    return len(book.visits) >= searches * _LEAST_VISITS


@dataclass(slots=True)
class Regions:
    """The regions of some searches, and the best plan of all; their plans are the same after each cut."""

    searches: Sequence[Searching]
    rng: np.random.Generator
    kept: Array

    @classmethod
    def of(cls, searches: Sequence[Searching], seed: int) -> Regions:
        """Have searches go on from the plan of the one that has found the best, each in a region."""
        first = min(searches, key=_cost_of_best)
        regions = cls(searches, np.random.default_rng(seed), first.plans[2].copy())
        regions._cut(first.plans[1].copy())
        return regions

    def join(self) -> None:
        """Put the regions together, and cut anew."""
        current = self._whole(1)
        for plan in (self._whole(2), current):
            if plan["cost"][0] < self.kept["cost"][0]:
                self.kept = plan.copy()
        self._cut(current)

    def hand_back(self) -> None:
        """Make the best plan of all that of each search."""
        self.join()
        for search in self.searches:
            search.plans[2][:] = self.kept
            search.desk["barred"] = 0

    def _whole(self, which: int) -> Array:
        """Return the plan that consists of one kind of plans of all searches, each in its region."""
        first, *others = self.searches
        book, whole = first.book, first.plans[which].copy()
        for search in others:
            rows = _rows(book.facts, search.desk["barred"] == 0)
            whole[rows] = search.plans[which][rows]
        put_in_order(book.facts, whole, first.desk)
        schedule(book.facts, whole, book.travel, book.fits)
        return whole

    def _cut(self, whole: Array) -> None:
        """Give each search the tours and the visits left out of a region, the same number of visits each."""
        region = self._regions(whole)
        for number, search in enumerate(self.searches):
            for plan in search.plans:
                plan[:] = whole
            search.desk["barred"] = 0
            search.desk["barred"][: len(region)] = region != number
            search.desk["idle"] = search.desk["full"] = 0
            search.look_again()

    def _regions(self, whole: Array) -> Array:
        """Return the number of the search that looks after each shift and visit, by row."""
        book, count = self.searches[0].book, len(self.searches)
        shifts, visits = (slice(rows.start, rows.stop) for rows in (book.shifts, book.visits))
        own = whole["shift"][book.facts["first_task"][visits]]
        is_planned = whole["rank"][visits] >= 0
        side = self._sides(book.facts["place"][visits], book.travel)
        stops = np.bincount(own[is_planned], minlength=shifts.stop)
        centre = np.bincount(own[is_planned], side[is_planned], shifts.stop) / np.maximum(stops, 1)
        used = np.flatnonzero(stops)
        used = used[np.argsort(centre[used], kind="stable")]
        middle = np.cumsum(stops[used]) - stops[used] / 2
        region = np.zeros(len(whole), np.int64)
        region[used] = np.minimum(middle * count / max(1, stops.sum()), count - 1).astype(np.int64)
        idle = np.flatnonzero(stops[shifts] == 0) + shifts.start
        idle = idle[np.argsort(book.facts["alike"][idle], kind="stable")]
        region[idle] = (np.arange(len(idle)) + self.rng.integers(count)) % count
        bounds = np.quantile(side, np.arange(1, count) / count)
        region[visits] = np.where(is_planned, region[own], np.searchsorted(bounds, side))
        return region

    def _sides(self, places: Array, travel: Array) -> Array:
        """Return how much nearer each place is to one visit drawn at random than to another."""
        one, other = self.rng.choice(places, 2, replace=False)
        sides: Array = travel[places, one].astype(np.float64) - travel[places, other]
        return sides


def _cost_of_best(search: Searching) -> float:
    return float(search.plans[2]["cost"][0])


def _rows(facts: Array, is_own: Array) -> Array:
    """Return the rows of a plan that tell of own shifts and visits: theirs, of stocks and of tasks."""
    visits_from, tasks_from = int(facts["visits_from"][0]), int(facts["tasks_from"][0])
    shifts = 1 + np.flatnonzero(is_own[1:visits_from])
    visits = visits_from + np.flatnonzero(is_own[visits_from:tasks_from])
    stocks = [np.arange(facts["first_stock"][shift], facts["last_stock"][shift]) for shift in shifts]
    return np.concatenate((shifts, visits, facts["first_task"][visits], *stocks))
