# SPDX-License-Identifier: GPL-3.0-or-later
"""Time what a dispatcher waits for on a running day: emergency, slots, a move by hand, freezing the day.

    PYTHONPATH=.. python benchmarks/bench_day.py [--visits 140] [--agents 30] [--seed 1]

Prints the median and the worst of some repetitions and the median processor time, on the technician day of
``technician_days`` (minimum travel, solved for three seconds first).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter, process_time

from regard.routing.check.checker import check
from regard.routing.day.alternatives import alternatives
from regard.routing.day.by_hand import move_by_hand
from regard.routing.day.displacement import displacement
from regard.routing.day.rest_of_day import rest_of_day
from regard.routing.day.slots import best_slots
from regard.routing.day.whole_day import put_back
from regard.routing.engine.solve import solve
from regard.routing.model.problem import Problem, Shift, Solution, Stop, Visit
from technician_days import technician_day

_DAY_S = 86_400
_REPETITIONS = 15
_GRID = (("08:00", "10:00"), ("10:00", "12:00"), ("13:30", "15:30"), ("15:30", "17:30"))


def main() -> None:
    """Print one line for each thing that is timed."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--visits", type=int, default=140)
    options.add_argument("--agents", type=int, default=30)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    problem = technician_day(given.visits + 1, given.agents, given.seed)
    new = problem.visits[-1].visit_id
    part = replace(problem, visits=problem.visits[:-1])
    solution = solve(part, seconds=3, seed=given.seed)
    solution = replace(solution, unplanned=(*solution.unplanned, new))
    print(f"{given.visits} visits x {given.agents} agents, {len(solution.unplanned) - 1} left out")
    _time("emergency: three alternatives", lambda: alternatives(problem, solution, new))
    urgent = _urgent(problem)
    _time("emergency: give way", lambda: displacement(urgent, solution, new))
    week, planned = _week(problem, solution)
    windows = [
        (day * _DAY_S + _seconds(opens), day * _DAY_S + _seconds(closes))
        for day in range(5)
        for opens, closes in _GRID
    ]
    _time("slots: five days, four windows each", lambda: best_slots(week, planned, new, windows))
    before = check(problem, solution)
    stop = next(step for route in solution.routes for step in route if isinstance(step, Stop))
    _time(
        "by hand: one move",
        lambda: move_by_hand(
            problem,
            solution.routes,
            stop,
            to=given.agents - 1,
            position=1,
            order=solution.order,
            before=before,
        ),
    )
    _time("freeze at noon", lambda: _frozen(problem, solution))


def _time(name: str, action: Callable[[], object]) -> None:
    action()
    took, worked = [], []
    for _ in range(_REPETITIONS):
        began, began_work = perf_counter(), process_time()
        action()
        took.append(1000 * (perf_counter() - began))
        worked.append(1000 * (process_time() - began_work))
    waited = f"median {median(took):6.1f} ms  worst {max(took):6.1f} ms"
    print(f"{name:36} {waited}  processor {median(worked):6.1f} ms")


def _urgent(problem: Problem) -> Problem:
    """Return the day with the last visit worth more than all others."""
    last = replace(problem.visits[-1], value_min=problem.visits[-1].value_min + 1)
    return replace(problem, visits=(*problem.visits[:-1], last))


def _week(problem: Problem, solution: Solution) -> tuple[Problem, Solution]:
    """Return five days of the same people of which the visits are planned over all."""
    shifts = [_on(shift, day) for day in range(5) for shift in problem.shifts]
    count = len(problem.shifts)
    day_of = {
        step.visit: number % 5
        for number, route in enumerate(solution.routes)
        for step in route
        if isinstance(step, Stop)
    }
    visits = [_later(visit, day_of.get(number, 0)) for number, visit in enumerate(problem.visits)]
    visits[-1] = replace(visits[-1], windows=())
    routes = [
        solution.routes[place % count] if place // count == place % count % 5 else ()
        for place in range(len(shifts))
    ]
    week = replace(problem, shifts=tuple(shifts), visits=tuple(visits))
    return week, replace(solution, routes=tuple(routes), order=())


def _on(shift: Shift, day: int) -> Shift:
    later_s = day * _DAY_S
    breaks = tuple(
        replace(pause, from_s=pause.from_s + later_s, to_s=pause.to_s + later_s) for pause in shift.breaks
    )
    return replace(
        shift, day=day, start_s=shift.start_s + later_s, end_s=shift.end_s + later_s, breaks=breaks
    )


def _later(visit: Visit, day: int) -> Visit:
    windows = tuple((from_s + day * _DAY_S, to_s + day * _DAY_S) for from_s, to_s in visit.windows)
    return replace(visit, windows=windows)


def _frozen(problem: Problem, solution: Solution) -> object:
    tours = check(problem, solution).tours
    rest = rest_of_day(problem, solution.routes, tours, now_s=12 * 3600, order=solution.order)
    return put_back(rest, rest.routes, rest.order).checked()


def _seconds(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60


if __name__ == "__main__":
    main()
