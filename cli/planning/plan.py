# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard plan``: the tours of some days."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated

import typer

from ...core.errors import InputError
from ...core.messages import Message
from ...planner.plans.compare_plans import compare_plans
from ...planner.plans.plan_day import plan_days
from ...planner.plans.plan_zones import plan_zones
from ...planner.tours.plan_options import PlanOptions
from ...planner.zones.cluster import Cluster
from ...planner.zones.local_processes import LocalProcesses
from ..arguments import Day, Now, Target
from ..command import command
from ..session import Session
from ..wording import named
from . import compare_view, zones_view
from . import plan_view as view
from .day import AcceptOne, PlanOption, emergency

Days = Annotated[int, typer.Option("--days", min=1, max=366, help="How many days from --day on.")]
Seconds = Annotated[float, typer.Option("--seconds", min=0.1, help="How long to search.")]
Iterations = Annotated[
    int, typer.Option("--iterations", min=0, help="Stop after as many steps: the same plan on every machine.")
]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help="Seed of the search.")]
Threads = Annotated[
    int,
    typer.Option(
        "--threads",
        min=0,
        max=256,
        help="Searches side by side; 0: one for each core, or one with --iterations or --zones.",
    ),
]
Objective = Annotated[str, typer.Option("--objective", help="A preset of resources/rules/planning.yaml.")]
Compare = Annotated[
    bool,
    typer.Option("--compare", help="Hold minimum travel and balanced plans side by side; store nothing."),
]
Zones = Annotated[
    str,
    typer.Option("--zones", metavar="all|Z1,Z2", help="Plan zones one by one; other zones keep their tours."),
]
Subcontract = Annotated[
    bool, typer.Option("--subcontract", help="Orders may be given to subcontractors at their price.")
]
Insert = Annotated[
    str,
    typer.Option(
        "--insert", metavar="ORDER", help="Put one order into the plan in force instead: see emergency."
    ),
]
ClusterOption = Annotated[
    str,
    typer.Option(
        "--cluster", metavar="ADDRESS", help="Run the zones on a dask cluster, as tcp://10.0.0.5:8786."
    ),
]


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
    threads: Threads = 0,
    objective: Objective = "balanced",
    compare: Compare = False,
    zones: Zones = "",
    cluster: ClusterOption = "",
    insert: Insert = "",
    subcontract: Subcontract = False,
    accept: AcceptOne = None,
    plan: PlanOption = "",
    now: Now = None,
) -> None:
    """Plan the tours of one or several days; the plan is in force from then on."""
    if insert:
        given = {"--compare": compare, "--zones": zones, "--cluster": cluster}
        if any(given.values()):
            raise InputError("cli.insert_alone", options=", ".join(name for name in given if given[name]))
        emergency(session, target, order=insert, day=day, now=now, accept=accept, plan=plan)
        return
    if accept is not None or plan:
        raise InputError("cli.accept_insert")
    options = PlanOptions(
        day=day,
        days=days,
        seconds=seconds,
        iterations=iterations or None,
        seed=seed,
        objective=objective,
        threads=threads or None,
        subcontract=subcontract,
    )
    if compare and zones:
        raise InputError("cli.compare_zones")
    if cluster and not zones:
        raise InputError("cli.cluster_zones")
    if compare:
        _compare(session, target, options, now)
    elif zones:
        _plan_zones(session, target, options, zones, cluster, now)
    else:
        _plan(session, target, options, now)


def _plan(session: Session, target: str, options: PlanOptions, given: datetime | None) -> None:
    with session.workspace(target) as workspace:
        now = session.now(given)
        with session.progress() as progress:
            made = plan_days(
                workspace,
                options,
                now=now,
                who=getpass.getuser(),
                progress=progress,
                tell=_teller(session, now),
            )
        result = view.read_plan(workspace, made.plan)
    data = view.plan_data(result) | {"notes": made.notes}
    session.emit(data, view.shown(session, result, session.rule_book(now), made.notes))


def _teller(session: Session, now: datetime) -> Callable[[Sequence[Message]], None]:
    """Return what tells people, before the search, what cannot be planned; programs read it in the result."""

    def tell(notes: Sequence[Message]) -> None:
        for note in () if session.as_json else notes:
            session.warn(named(session, session.rule_book(now), note))

    return tell


def _compare(session: Session, target: str, options: PlanOptions, given: datetime | None) -> None:
    with session.workspace(target) as workspace:
        now = session.now(given)
        with session.progress() as progress:
            found = compare_plans(workspace, options, now=now, progress=progress, tell=_teller(session, now))
    session.emit(compare_view.comparison_data(found), compare_view.shown(session, found))


def _plan_zones(
    session: Session, target: str, options: PlanOptions, zones: str, cluster: str, given: datetime | None
) -> None:
    run = Cluster(cluster) if cluster else LocalProcesses()
    with session.workspace(target) as workspace:
        now = session.now(given)
        with session.progress() as progress:
            made = plan_zones(
                workspace,
                options,
                zones,
                now=now,
                who=getpass.getuser(),
                run=run,
                progress=progress,
                tell=_teller(session, now),
            )
        result = view.read_plan(workspace, made.plan)
    data = view.plan_data(result) | {"zones": made.zones, "notes": made.notes}
    shown = view.shown(session, result, session.rule_book(now), made.notes)
    session.emit(data, (zones_view.zone_rows(session, made.zones), *shown))
