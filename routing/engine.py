# SPDX-License-Identifier: GPL-3.0-or-later
"""Solve the tour problem: anytime, cancellable, the same plan for the same seed and number of steps."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

import numpy as np

from ..core.progress import Progress, SilentProgress
from .encoding import Arrays, empty_plan, given_arrays, insertion_orders, neighbours, routes_of
from .kernel_schedule import Array
from .kernel_search import anneal, copy_plan, fill
from .problem import Cost, Problem, Solution

# a slice of the search must be shorter than the time that a cancel may take
_SLICE_S = 0.1
# the annealing starts at this part of a mean way between two visits, and ends at a hundredth of that
_HOT_SHARE = 1.0
_COOLING = 0.01


def solve(
    problem: Problem,
    *,
    seconds: float,
    seed: int,
    iterations: int | None = None,
    progress: Progress | None = None,
) -> Solution:
    """Return the best plan found within ``seconds``.

    With ``iterations`` the search makes exactly so many steps, and the result depends on the seed alone, as
    long as ``seconds`` do not run out first. No visit left out can be inserted into the plan, between what is
    planned and without changing its order, for less than its value. ``Cancelled`` is raised within 0.2 s.
    """
    progress = progress or SilentProgress()
    started = monotonic()
    search = _Search.start(problem, seed)
    while not search.is_over(monotonic() - started, seconds, iterations):
        progress.check()
        search.run_slice(monotonic() - started, seconds, iterations)
        done = (monotonic() - started) / seconds if iterations is None else search.step / iterations
        progress.report(min(1.0, done), "tours.searching")
    return search.result(monotonic() - started)


@dataclass(slots=True)
class _Search:
    """The state of one search: the plan being tried, the current one, the best."""

    problem: Problem
    seed: int
    given: Arrays
    plans: tuple[Arrays, Arrays, Arrays]
    near: Array
    hard: Array
    rng: Array
    hot: float
    step: int = 0
    slice_steps: int = 8

    @classmethod
    def start(cls, problem: Problem, seed: int) -> _Search:
        """Return a search whose plans are filled greedily."""
        given = given_arrays(problem)
        plans = (empty_plan(given), empty_plan(given), empty_plan(given))
        hard = insertion_orders(given)
        rng = np.array([seed], np.uint64)
        fill(given, plans[0], hard, rng)
        for plan in plans[1:]:
            copy_plan(plans[0], plan)
        hot = _HOT_SHARE * problem.weights.travel * _mean_way_s(given) or 1.0
        return cls(problem, seed, given, plans, neighbours(given), hard, rng, hot)

    def is_over(self, elapsed_s: float, seconds: float, iterations: int | None) -> bool:
        """Tell whether time or steps have run out, or nobody can make any visit."""
        if elapsed_s >= seconds or not self.given[6].any():
            return True
        return iterations is not None and self.step >= iterations

    def run_slice(self, elapsed_s: float, seconds: float, iterations: int | None) -> None:
        """Make some steps, about as many as fit into a slice of time."""
        if iterations is None:
            warmth = self.hot * _COOLING ** (elapsed_s / seconds)
            heat, last, total = (warmth, warmth), self.step + self.slice_steps, 1
        else:
            heat, total = (self.hot, self.hot * _COOLING), iterations
            last = min(iterations, self.step + self.slice_steps)
        before = monotonic()
        steps = (self.step, last, total)
        anneal(self.given, *self.plans, self.near, self.hard, self.rng, steps, heat)
        self.step = last
        took = max(monotonic() - before, 1e-4)
        self.slice_steps = max(1, int(self.slice_steps * min(4.0, _SLICE_S / took)))

    def result(self, seconds: float) -> Solution:
        """Return the best plan, with every visit that still fits for less than its value."""
        best = self.plans[2]
        fill(self.given, best, self.hard, self.rng)
        cost = _cost(self.problem, best)
        left_out = np.flatnonzero(best[0]["rank"] < 0)
        return Solution(
            routes=routes_of(self.given, best),
            unplanned=tuple(self.problem.visits[number].visit_id for number in left_out),
            cost=cost,
            total=cost.total(self.problem.weights),
            seed=self.seed,
            iterations=self.step,
            seconds=seconds,
        )


def _mean_way_s(given: Arrays) -> float:
    """Return the mean travel time from a visit to its ten nearest."""
    places = given[2]["place"]
    if len(places) < 2:
        return 0.0
    there = np.sort(given[5][np.ix_(places, places)], axis=1)
    return float(there[:, 1:11].mean())


def _cost(problem: Problem, plan: Arrays) -> Cost:
    total = plan[4][0]
    value_min = sum(
        visit.value_min for visit, rank in zip(problem.visits, plan[0]["rank"], strict=True) if rank < 0
    )
    return Cost(
        unplanned=float(value_min),
        lateness=float(total["lateness_s"]) / 60,
        travel=float(total["travel_s"]) / 60,
        overtime=float(total["overtime_s"]) / 60,
        waiting=float(total["waiting_s"]) / 60,
        imbalance=float(total["imbalance_s"]) / 60,
        preference=float(total["strangers"]),
    )
