# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes to say why an order is not planned, what would make it fit, and that nothing else does.

    python benchmarks/bench_explain.py [--orders 12] [--seed 1]

A day of 140 visits and 30 agents (``technician_days``) is solved, its shifts are cut to what the tours take,
and further orders of the same kinds are left out of it.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from statistics import mean
from time import perf_counter

import numpy as np
from regard.routing.check.checker import check
from regard.routing.engine.solve import solve
from regard.routing.explain.proof import unfit
from regard.routing.explain.reasons import explain
from regard.routing.explain.relaxations import relaxations
from regard.routing.model.problem import Problem, Solution
from technician_days import technician_day

_VISITS, _AGENTS = 140, 30
_SHORTEST_S = 7_200
_VALUES_MIN = (300, 1_200, 5_000)


def full_day(orders: int, seed: int) -> tuple[Problem, Solution]:
    """Return a day without slack and its plan, which leaves some orders out."""
    day = technician_day(_VISITS + orders, _AGENTS, seed)
    rng = np.random.default_rng(seed)
    visits = [replace(visit, value_min=int(rng.choice(_VALUES_MIN))) for visit in day.visits]
    planned = replace(day, visits=tuple(visits[:_VISITS]))
    solution = solve(planned, seconds=3, seed=seed)
    tours = check(planned, solution).tours
    shifts = [
        replace(shift, end_s=max(tour.returns_s, shift.start_s + _SHORTEST_S))
        for shift, tour in zip(day.shifts, tours, strict=True)
    ]
    more = [replace(visit, value_min=5_000, duration_s=visit.duration_s + 3600) for visit in visits[_VISITS:]]
    problem = replace(day, shifts=tuple(shifts), visits=(*planned.visits, *more))
    left_out = (*solution.unplanned, *(visit.visit_id for visit in more))
    return problem, replace(solution, unplanned=left_out)


def main() -> None:
    """Print the mean and the largest time of each question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    problem, solution = full_day(options.orders, options.seed)
    questions = {"reasons": explain, "relaxations": relaxations}
    seconds: dict[str, list[float]] = {name: [] for name in (*questions, "proof")}
    offered = 0
    for ask in questions.values():
        # what compiles or loads once does not count
        ask(problem, solution, solution.unplanned[0])
    for visit_id in solution.unplanned:
        for name, ask in questions.items():
            started = perf_counter()
            found = ask(problem, solution, visit_id)
            seconds[name].append(perf_counter() - started)
        offered += len(found) > 0
    started = perf_counter()
    fitting = unfit(problem, solution)
    seconds["proof"].append(perf_counter() - started)
    for name, own in seconds.items():
        print(f"{name}: mean {mean(own) * 1000:.0f} ms, largest {max(own) * 1000:.0f} ms")
    print(f"{len(solution.unplanned)} orders, {offered} with an offer, {len(fitting)} that fit as it stands")


if __name__ == "__main__":
    main()
