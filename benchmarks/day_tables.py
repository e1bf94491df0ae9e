# SPDX-License-Identifier: GPL-3.0-or-later
"""Technician days: what each optimiser leaves out, drives and takes, on the rules that it can express."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tour_peers import THREADS, Answer, ask

_SEED = 1
# our seconds for a day of so many visits; PyVRP and OR-Tools are given the longest
_SMALL, _SMALL_S, _LARGE_S = 500, (1.0, 2.0, 4.0, 8.0), (20.0, 60.0)


def print_days(options: Any) -> None:
    """Print a table for each size: all rules, then without breaks, which PyVRP does not have."""
    from technician_days import technician_day, without_breaks

    print("\nTechnician days: skills, equipment, windows, one break; all visits worth alike")
    for size in options.sizes.split(","):
        visits, agents = map(int, size.split("x"))
        day = technician_day(visits, agents, _SEED)
        seconds = (_SMALL_S if visits < _SMALL else _LARGE_S) if not options.seconds else (options.seconds,)
        levels = [int(level) for level in options.levels.split(",")]
        print(f"\n{visits} visits x {agents} agents\n")
        print("| optimiser | rules | left out | travel s | seconds |")
        print("|---|---|---:|---:|---:|")
        rows = _regard_rows(day, "all", seconds, range(1, options.seeds + 1))
        _print(rows)
        _print(_vroom_rows(day, levels))
        _print(_peer_row(day, "all", "ortools", "OR-Tools", max(seconds)))
        _print(_regard_rows(without_breaks(day), "no breaks", seconds[-1:], range(1, options.seeds + 1)))
        _print(_peer_row(without_breaks(day), "no breaks", "pyvrp", "PyVRP", max(seconds)))


def _print(rows: Iterator[Sequence[str]]) -> None:
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


def _regard_rows(
    day: Any, rules: str, seconds: Sequence[float], seeds: Sequence[int]
) -> Iterator[Sequence[str]]:
    from regard.routing.engine.solve import solve

    for limit in seconds:
        for seed in seeds:
            solution = solve(day, seconds=limit, seed=seed, threads=THREADS)
            yield _row(day, f"Regard, seed {seed}", rules, solution.routes, solution.seconds)


def _vroom_rows(day: Any, levels: Sequence[int]) -> Iterator[Sequence[str]]:
    from technician_days import case_of

    for level in levels:
        answer = ask("pyvroom", case_of(day), seconds=0.0, seed=0, options=[str(level)])
        yield _row(day, f"VROOM -x{level}", "all", _routes(answer), answer.seconds)


def _peer_row(day: Any, rules: str, peer: str, label: str, seconds: float) -> Iterator[Sequence[str]]:
    from technician_days import case_of

    answer = ask(peer, case_of(day), seconds=seconds, seed=_SEED)
    yield _row(day, label, rules, _routes(answer), answer.seconds)


def _row(day: Any, label: str, rules: str, routes: Sequence[Any], seconds: float) -> Sequence[str]:
    """Return one line, by the independent checker; what breaks a rule has failed."""
    from regard.routing.check.checker import check_routes

    checked = check_routes(day, routes)
    left_out = round(checked.cost.unplanned / day.visits[0].value_min)
    travel = f"{round(checked.cost.travel * 60):,}"
    if checked.violations:
        travel = f"failed: {checked.violations[0].code}"
    return label, rules, str(left_out), travel, f"{seconds:.1f}"


def _routes(answer: Answer) -> list[tuple[Any, ...]]:
    """Return the routes as Regard has them; breaks are taken in their order."""
    from regard.routing.model.problem import Pause, Stop

    routes = []
    for row in answer.routes:
        pauses = iter(range(len(row)))
        routes.append(tuple(Stop(job) if job >= 0 else Pause(next(pauses)) for job in row))
    return routes
