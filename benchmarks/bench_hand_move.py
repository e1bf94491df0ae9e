# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the board waits for the effect of a move by hand, at 140 orders and 30 agents (processor time).

    PYTHONPATH=.. python benchmarks/bench_hand_move.py [--visits 140] [--agents 30] [--moves 200] [WORKSPACE]

The day is that of ``technician_days``, where every fourth visit takes two agents and every fifth follows
another, as valves are closed before a dig. Moves of the plan in force of a workspace are tried as well,
where one is given.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from statistics import median
from time import process_time

from regard.core.errors import RegardError
from regard.planner.plan_versions import current_plan
from regard.planner.running.hand_move import HandMoves
from regard.routing.check.checker import check
from regard.routing.day.by_hand import move_by_hand
from regard.routing.engine.solve import solve
from regard.routing.model.links import Link, LinkKind
from regard.routing.model.problem import Problem, Role, Stop
from regard.store.workspaces import open_workspace
from technician_days import technician_day


def crowded_day(visits: int, agents: int, seed: int) -> Problem:
    """Return a technician day of which some visits take two, and some follow others."""
    day = technician_day(visits, agents, seed)
    todo = [
        replace(visit, roles=(Role(), Role())) if number % 4 == 0 else visit
        for number, visit in enumerate(day.visits)
    ]
    links = [
        Link(todo[number].visit_id, todo[number + 1].visit_id, LinkKind.AFTER)
        for number in range(1, visits - 1, 5)
    ]
    return replace(day, visits=tuple(todo), links=tuple(links))


def measured(action: Callable[[], object], count: int) -> str:
    """Return the median, the 95th percentile and the worst of repetitions in processor time, as text."""
    worked = []
    for _ in range(count):
        began = process_time()
        action()
        worked.append(1000 * (process_time() - began))
    worked.sort()
    nearly_all = worked[count * 95 // 100]
    return f"median {median(worked):5.1f} ms  95 % {nearly_all:5.1f} ms  worst {worked[-1]:5.1f} ms"


def main() -> None:
    """Print one line for each kind of day."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--visits", type=int, default=140)
    parser.add_argument("--agents", type=int, default=30)
    parser.add_argument("--moves", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("workspace", nargs="?", default="")
    given = parser.parse_args()
    for name, day_of in (("alone", technician_day), ("teams and links", crowded_day)):
        day = day_of(given.visits, given.agents, given.seed)
        print(f"{given.visits} x {given.agents}, {name:16} {_moves_of(day, given)}", flush=True)
    if given.workspace:
        print(f"{given.workspace}: {_moves_in(given.workspace, given)}")


def _moves_of(day: Problem, given: argparse.Namespace) -> str:
    solution = solve(day, seconds=4, seed=given.seed)
    before = check(day, solution)
    stops = [step for route in solution.routes for step in route if isinstance(step, Stop)]
    rng = random.Random(given.seed)

    def move() -> None:
        move_by_hand(
            day,
            solution.routes,
            rng.choice(stops),
            to=rng.randrange(given.agents),
            position=rng.randrange(6),
            order=solution.order,
            before=before,
        )

    return measured(move, given.moves)


def _moves_in(url: str, given: argparse.Namespace) -> str:
    workspace = open_workspace(url)
    plan = current_plan(workspace)
    assert plan is not None
    midnight = datetime.combine(plan.first_day, datetime.min.time())
    moves = HandMoves.read(workspace, day=plan.first_day, now=midnight)
    workspace.close()
    agents = sorted({shift.agent for shift in moves.rest.problem.shifts if shift.day == 0})
    orders = [
        visit.visit_id for visit in moves.rest.problem.visits if visit.visit_id in moves.in_force.orders
    ]
    rng = random.Random(given.seed)

    def move() -> None:
        try:
            moves.move(rng.choice(orders), agent=rng.choice(agents), position=rng.randrange(1, 7))
        except RegardError:
            return

    return f"{len(orders)} x {len(agents)}  {measured(move, given.moves)}"


if __name__ == "__main__":
    main()
