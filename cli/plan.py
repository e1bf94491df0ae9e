# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard plan``: the tours of some days."""

from __future__ import annotations

import getpass
from datetime import datetime
from typing import Annotated

import typer

from ..planner.plan_day import PlanOptions, plan_days
from ..workorders.rulebook import load_rule_book
from . import plan_view as view
from .arguments import Day, Now, Target
from .command import command
from .session import Session

Days = Annotated[int, typer.Option("--days", min=1, max=366, help="How many days from --day on.")]
Seconds = Annotated[float, typer.Option("--seconds", min=0.1, help="How long to search.")]
Iterations = Annotated[
    int, typer.Option("--iterations", min=0, help="Stop after as many steps: the same plan on every machine.")
]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help="Seed of the search.")]
Objective = Annotated[str, typer.Option("--objective", help="A preset of resources/rules/planning.yaml.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    command(root, "plan")(plan)


def plan(
    session: Session,
    target: Target,
    *,
    day: Day,
    days: Days = 1,
    seconds: Seconds = 8.0,
    iterations: Iterations = 0,
    seed: Seed = 1,
    objective: Objective = "balanced",
    now: Now = None,
) -> None:
    """Plan the tours of one or several days; the plan is in force from then on."""
    options = PlanOptions(
        day=day, days=days, seconds=seconds, iterations=iterations or None, seed=seed, objective=objective
    )
    with session.workspace(target) as workspace:
        with session.progress() as progress:
            made = plan_days(
                workspace, options, now=now or datetime.now(), who=getpass.getuser(), progress=progress
            )
        result = view.read_plan(workspace, made)
    session.emit(view.plan_data(result), view.shown(session, result, load_rule_book()))
