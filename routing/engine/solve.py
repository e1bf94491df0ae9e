# SPDX-License-Identifier: GPL-3.0-or-later
"""Solve the tour problem: anytime, cancellable, the same plan for the same seed and number of steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic

import numpy as np

from ...core.compiled import is_compiled
from ...core.progress import Progress, SilentProgress
from ..check.repair import without_broken
from ..model.problem import Cost, Problem, Solution
from ..model.routes import visits_on
from ..model.visit import Visit
from .book import Book
from .kernel_apart import anneal_apart, list_left_out
from .kernel_book import Array
from .kernel_search import anneal, fill, note_possible
from .neighbourhood import Neighbourhood
from .recombine import POOL_ROWS, new_pool, recombined
from .regions import CUTS, Regions, are_apart
from .rounds import rounds_of
from .watch import SoFar, Watch

# a slice of the search must be shorter than the time that a cancel may take
_SLICE_S = 0.1
# the annealing starts at this part of a mean way between two visits, and ends at a hundredth of that
_HOT_SHARE = 3.0
# where tours depend on each other, more is in the way from one good plan to the next
_HOT_SHARE_TOGETHER = 10.0
_COOLING = 0.01
_TINY = 1e-6
# where some visits do not pay, the search begins with all that fits for up to so many values
_LAVISH_VALUES = 1000.0
# how often several searches share what they have found
_EXCHANGES = 10


def solve(
    problem: Problem,
    *,
    seconds: float,
    seed: int,
    iterations: int | None = None,
    threads: int = 1,
    start: Solution | None = None,
    progress: Progress | None = None,
    watch: Watch | None = None,
) -> Solution:
    """Return the best plan found within ``seconds``, or before when whoever looks on has seen enough.

    With ``iterations`` every search makes exactly so many steps, and the result depends on the seed and the
    number of ``threads`` alone, as long as ``seconds`` do not run out first. Each thread makes a search of
    its own, from ``start`` where one is given (what it can no longer keep is left out of it first), and takes
    over the best plan at times. No visit left out can be inserted into the plan, between what is planned and
    without changing its order, for less than its value. ``Cancelled`` is raised within 0.2 s.

    The first call after an installation compiles the kernels, which takes longer and does not count.
    """
    progress = progress or SilentProgress()
    is_ready = all(map(is_compiled, _kernels_of(problem)))
    progress.report(0.0, "tours.starting" if is_ready else "tours.compiling")
    searches = _Search.several(problem, seed, threads, start)
    rounds = _several_rounds(searches, seconds, iterations)
    started = monotonic()
    with ThreadPoolExecutor(threads) as pool:
        regions = Regions.of(searches, seed) if are_apart(searches[0].book, threads) else None
        parts = rounds if rounds > 1 else CUTS if regions else _EXCHANGES
        for mark in range(1, parts + 1):
            share = mark / parts
            until = None if iterations is None else round(iterations * share)
            until_s = seconds * share if until is None else seconds
            while todo := [s for s in searches if not s.is_over(monotonic() - started, until_s, until)]:
                progress.check()
                elapsed_s = monotonic() - started
                jobs = [pool.submit(s.run_slice, elapsed_s, seconds, iterations, until) for s in todo]
                for job in jobs:
                    job.result()
                done = elapsed_s / seconds if iterations is None else todo[0].step / iterations
                progress.report(min(1.0, done), "tours.searching")
                if watch is not None:
                    watch.note(min((s.so_far() for s in searches), key=lambda found: found.total))
                    if watch.is_enough():
                        return _best(searches, regions, monotonic() - started)
            progress.check()
            _share(searches, regions, rounds, None if iterations is not None else _SLICE_S / 2)
    return _best(searches, regions, monotonic() - started)


def _kernels_of(problem: Problem) -> tuple[Callable[..., object], ...]:
    """Return what a search of a problem calls, of which each is compiled when it is first called."""
    meets = bool(problem.links) or any(len(visit.roles) > 1 for visit in problem.visits)
    return note_possible, fill, list_left_out, anneal if meets else anneal_apart


def _best(searches: Sequence[_Search], regions: Regions | None, seconds: float) -> Solution:
    """Return the best plan of some searches, of one region each or of all."""
    if regions:
        regions.hand_back()
        searches = searches[:1]
    return min((search.result(seconds) for search in searches), key=lambda found: found.total)


def _several_rounds(searches: Sequence[_Search], seconds: float, iterations: int | None) -> int:
    """Have the searches cool down as often as pays, and keep tours where that is several times."""
    rounds = rounds_of(searches[0].book, seconds, iterations)
    for search in searches:
        search.rounds = rounds
        if rounds > 1:
            search.pool = new_pool(POOL_ROWS)
    return rounds


def _share(searches: Sequence[_Search], regions: Regions | None, rounds: int, limit_s: float | None) -> None:
    """Have the searches know of each other what they have found, each in its way."""
    if regions:
        regions.join()
    elif rounds == 1:
        _exchange(searches)
    else:
        _next_round(searches, limit_s)


def _next_round(searches: Sequence[_Search], limit_s: float | None) -> None:
    """Have all searches begin anew from the best plan, of those found and that of all tours seen."""
    best = min((search.plans[2] for search in searches), key=lambda plan: float(plan["cost"][0])).copy()
    better = recombined(searches[0].book, [search.pool for search in searches], best, limit_s)
    for search in searches:
        for plan in search.plans:
            plan[:] = best if better is None else better
        search.begun = search.step
        search.look_again()


def _exchange(searches: Sequence[_Search]) -> None:
    """Have the search that has found least go on from the best plan."""
    found = [float(search.plans[2]["cost"][0]) for search in searches]
    best, worst = int(np.argmin(found)), int(np.argmax(found))
    if found[best] < found[worst] - _TINY:
        for plan in searches[worst].plans:
            plan[:] = searches[best].plans[2]
        searches[worst].look_again()


@dataclass(slots=True)
class _Search:
    """The state of one search: the plan being tried, the current one, the best."""

    problem: Problem
    seed: int
    book: Book
    lists: Neighbourhood
    plans: tuple[Array, Array, Array]
    desk: Array
    rng: Array
    hot: float
    pool: tuple[Array, Array]
    step: int = 0
    # at which step this round has begun, and how many rounds there are
    begun: int = 0
    rounds: int = 1
    slice_steps: int = 8

    @classmethod
    def several(cls, problem: Problem, seed: int, count: int, start: Solution | None) -> list[_Search]:
        """Return searches with seeds of their own."""
        book = Book.of(problem)
        lists = Neighbourhood.of(book)
        rng = np.array([seed], np.uint64)
        opened = book.plan_of(book.opening)
        note_possible(book.facts, opened, book.new_desk(), book.travel, book.fits, rng)
        return [cls.begin(problem, book, lists, seed + number, start) for number in range(count)]

    @classmethod
    def begin(
        cls, problem: Problem, book: Book, lists: Neighbourhood, seed: int, start: Solution | None
    ) -> _Search:
        """Return a search whose plans are filled greedily, from a plan where one is given, ready to run."""
        plan = _first_plan(book, problem, start)
        desk, rng = book.new_desk(), np.array([seed], np.uint64)
        lavish = plan.copy()
        fill(book.facts, plan, desk, book.travel, book.fits, lists.hard, 1.0, rng)
        best = plan.copy()
        if start is None and not book.has_meetings and plan["planned"][0] < len(book.visits):
            fill(book.facts, lavish, desk, book.travel, book.fits, lists.hard, _LAVISH_VALUES, rng)
            plan = lavish
        share = _HOT_SHARE_TOGETHER if book.has_meetings else _HOT_SHARE
        hot = share * problem.weights.travel * _mean_way_s(book) or 1.0
        search = cls(problem, seed, book, lists, (plan, plan.copy(), best), desk, rng, hot, new_pool(0))
        search.look_again()
        search.run(0, 1, (hot, hot))
        return search

    def is_over(self, elapsed_s: float, seconds: float, iterations: int | None) -> bool:
        """Tell whether time or steps have run out, or nobody can make any visit."""
        if elapsed_s >= seconds or not self.book.facts["possible"].any():
            return True
        return iterations is not None and self.step >= iterations

    def run_slice(self, elapsed_s: float, seconds: float, iterations: int | None, until: int | None) -> None:
        """Make some steps, about as many as fit into a slice of time, and none beyond ``until``."""
        before = monotonic()
        if iterations is None or until is None:
            warmth = self.hot * _COOLING ** (elapsed_s * self.rounds / seconds % 1.0)
            self.run(self.slice_steps, 1, (warmth, warmth))
        else:
            steps = min(self.slice_steps, until - self.step)
            self.run(steps, iterations // self.rounds, (self.hot, self.hot * _COOLING))
        took_s = max(monotonic() - before, 1e-4)
        self.slice_steps = max(1, int(self.slice_steps * min(4.0, _SLICE_S / took_s)))

    def run(self, steps: int, total: int, heat: tuple[float, float]) -> None:
        """Make so many steps of the ``total`` of a round."""
        book, lists, first = self.book, self.lists, self.step - self.begun
        span = (first, first + steps, total)
        problem = (book.facts, book.travel, book.fits)
        if book.has_meetings:
            anneal(problem, self.plans, self.desk, lists.near, lists.hard, self.rng, span, heat)
        else:
            wider = (*problem, lists.close, lists.homes)
            anneal_apart(
                wider, self.plans, self.pool, self.desk, lists.near, lists.hard, self.rng, span, heat
            )
        self.step += steps

    def look_again(self) -> None:
        """Note what the plan leaves out, after it was replaced."""
        list_left_out(self.book.facts, self.plans[0], self.desk)

    def so_far(self) -> SoFar:
        """Return the figures of the best plan."""
        best = self.plans[2]
        planned = sum(best["rank"][self.book.row_of(n)] >= 0 for n in range(len(self.problem.visits)))
        return SoFar(
            total=float(best["cost"][0]),
            travel_min=int(best["travel_s"][0]) / 60,
            lateness_min=int(best["lateness_s"][0]) / 60,
            overtime_min=int(best["overtime_s"][0]) / 60,
            planned=int(planned),
            unplanned=len(self.problem.visits) - int(planned),
        )

    def result(self, seconds: float) -> Solution:
        """Return the best plan, with every visit that still fits for less than its value."""
        book, best = self.book, self._filled(self.plans[2])
        left_out = [visit for n, visit in enumerate(self.problem.visits) if best["rank"][book.row_of(n)] < 0]
        given_away = [visit for visit in left_out if self.problem.is_subcontracted(visit)]
        unplanned = [visit for visit in left_out if visit not in given_away]
        cost = _cost(unplanned, given_away, best[0])
        return Solution(
            routes=book.routes_of(best),
            unplanned=tuple(visit.visit_id for visit in unplanned),
            subcontracted=tuple(visit.visit_id for visit in given_away),
            cost=cost,
            total=cost.total(self.problem.weights),
            seed=self.seed,
            iterations=self.step,
            seconds=seconds,
            order=book.order_of(best),
        )

    def _filled(self, plan: Array) -> Array:
        """Return the plan with all that fits, also when its breaks may move again."""
        book = self.book
        while True:
            fill(book.facts, plan, self.desk, book.travel, book.fits, self.lists.hard, 1.0, self.rng)
            again = book.plan_of(book.routes_of(plan), book.order_of(plan))
            fill(book.facts, again, self.desk, book.travel, book.fits, self.lists.hard, 1.0, self.rng)
            if again["cost"][0] > plan["cost"][0] - _TINY:
                return plan
            plan = again


def _first_plan(book: Book, problem: Problem, start: Solution | None) -> Array:
    """Return what a plan still keeps of the rules, nothing but the given beginnings of tours without one."""
    if start is not None:
        routes, checked = without_broken(problem, start.routes, start.order)
        if not checked.violations:
            planned = set(visits_on(*routes))
            return book.plan_of(routes, [visit for visit in start.order if visit in planned])
    return book.plan_of(book.opening)


def _mean_way_s(book: Book) -> float:
    """Return the mean travel time from a visit to its ten nearest."""
    places = book.facts["place"][book.visits.start : book.visits.stop]
    if len(places) < 2:
        return 0.0
    there = np.sort(book.travel[np.ix_(places, places)], axis=1)
    return float(there[:, 1:11].mean())


def _cost(unplanned: Sequence[Visit], given_away: Sequence[Visit], whole: Array) -> Cost:
    return Cost(
        unplanned=sum(visit.left_out_min for visit in unplanned),
        lateness=int(whole["lateness_s"]) / 60,
        travel=int(whole["travel_s"]) / 60,
        overtime=int(whole["overtime_s"]) / 60,
        waiting=int(whole["waiting_s"]) / 60,
        imbalance=int(whole["imbalance_s"]) / 60,
        preference=int(whole["strangers"]),
        moves=int(whole["moves"]),
        subcontracting=sum(visit.subcontract_min or 0 for visit in given_away),
        largest_lateness=int(whole["largest_s"]) / 60,
    )
