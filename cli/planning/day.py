# SPDX-License-Identifier: GPL-3.0-or-later
"""The running day: ``regard emergency``, ``slots``, ``replan`` and ``move``.

All show what they would change; only ``--accept`` stores it, as a new plan in force.
"""

from __future__ import annotations

import getpass
import os
from datetime import datetime
from typing import Annotated

import typer

from ...core.errors import InputError
from ...core.ids import AgentId
from ...core.resources import Agent
from ...planner.agent_names import agent_names
from ...planner.plan_versions import require_in_force
from ...planner.plans.legal_times import first_start
from ...planner.ports import Workspace
from ...planner.records import Plan
from ...planner.running.emergency import accept_offer, find_offers
from ...planner.running.gave_way import days_instead
from ...planner.running.hand_move import move_order
from ...planner.running.no_slot import why_no_slot
from ...planner.running.replan import Disruption
from ...planner.running.replan import replan as plan_again
from ...planner.running.running_day import Proposal, accept_proposal
from ...planner.running.slots import find_slots
from ...planner.running.ways_on import ways_on
from ..arguments import Day, Now, OrderOption, Target
from ..command import command
from ..session import Session
from . import day_view as view
from .slots_view import slots_data, slots_shown

AcceptOne = Annotated[
    int | None, typer.Option("--accept", metavar="N", min=1, help="Store the N-th alternative.")
]
Accept = Annotated[bool, typer.Option("--accept", help="Store it as the plan in force.")]
PlanOption = Annotated[
    str, typer.Option("--plan", metavar="ID", help="Accept only if this plan is still in force.")
]
SlotDays = Annotated[
    int, typer.Option("--days", min=0, max=60, help="How many days from today on; 0: as the rules say.")
]
Absent = Annotated[str, typer.Option("--absent", metavar="AGENT", help="An agent who leaves now.")]
Closed = Annotated[bool, typer.Option("--closed-roads", help="Go by the roads that are closed on the day.")]
Late = Annotated[str, typer.Option("--late", metavar="ORDER", help="An order that takes longer.")]
Minutes = Annotated[int, typer.Option("--minutes", min=0, max=1440, help="How much longer --late takes.")]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help="Seed of the search.")]
To = Annotated[str, typer.Option("--to", metavar="AGENT", help="The agent who is to make it.")]
Position = Annotated[
    int, typer.Option("--position", help="As which stop of the rest of the agent's day, from 1.")
]
RoleOption = Annotated[int, typer.Option("--role", min=0, help="Which part of a team's order, from 0.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    command(root, "emergency")(emergency)
    command(root, "slots")(slots)
    command(root, "replan")(replan)
    command(root, "move")(move)


def emergency(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    day: Day,
    now: Now = None,
    accept: AcceptOne = None,
    plan: PlanOption = "",
) -> None:
    """Insert an order into the running day: three alternatives, with the orders that each displaces."""
    with session.workspace(target) as workspace:
        moment = session.now(now)
        require_in_force(workspace, day, plan)
        with session.progress() as progress:
            found = find_offers(workspace, order, day=day, now=moment, progress=progress)
        instead = days_instead(workspace, found, now=moment)
        ways = ways_on(workspace, found, day=day, now=moment)
        names, stored = agent_names(workspace), None
        if accept is not None:
            stored = accept_offer(workspace, found, accept, now=moment, who=getpass.getuser())
    session.emit(
        view.emergency_data(found, stored, instead, ways),
        view.emergency_shown(session, found, stored, session.rule_book(now), instead, names, ways),
    )


def slots(
    session: Session, target: Target, *, order: OrderOption, days: SlotDays = 0, now: Now = None
) -> None:
    """Find the best appointments for an order over the next days, with the extra minutes of each."""
    with session.workspace(target) as workspace:
        moment = session.now(now)
        found = find_slots(workspace, order, now=moment, days=days or None)
        rules, why = session.rules_of(target), None
        if not found:
            kept = rules.means.authorisations
            why = why_no_slot(workspace, order, now=moment, days=days or None, authorisations=kept)
        earliest, names = first_start(workspace, order, now=moment), agent_names(workspace)
    session.emit(
        slots_data(order, found, earliest, why),
        slots_shown(session, order, found, names, rules, earliest=earliest, why=why),
    )


def replan(
    session: Session,
    target: Target,
    *,
    day: Day,
    absent: Absent = "",
    closed_roads: Closed = False,
    late: Late = "",
    minutes: Minutes = 0,
    now: Now = None,
    seed: Seed = 1,
    accept: Accept = False,
    plan: PlanOption = "",
) -> None:
    """Plan the rest of the day again with few moves: an agent leaves, roads are closed, a stop is late."""
    if bool(absent) + closed_roads + bool(late) != 1:
        raise InputError("cli.one_disruption")
    if bool(late) != bool(minutes):
        raise InputError("cli.late_minutes")
    disruption = Disruption(AgentId(absent) if absent else None, late or None, minutes)
    with session.workspace(target) as workspace:
        moment = session.now(now)
        if absent:
            workspace.get(Agent, absent)
        require_in_force(workspace, day, plan)
        with session.progress() as progress:
            found = plan_again(
                workspace,
                disruption,
                day=day,
                now=moment,
                seed=seed,
                threads=os.cpu_count() or 1,
                progress=progress,
            )
        stored = _stored(workspace, found.proposal, "replan", moment, accept=accept)
    session.emit(
        view.replan_data(found, stored),
        view.replan_shown(session, found, stored, session.rule_book(now)),
    )


def move(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    day: Day,
    to: To,
    position: Position = 1,
    role: RoleOption = 0,
    now: Now = None,
    accept: Accept = False,
    plan: PlanOption = "",
) -> None:
    """Move an order of the running day to an agent by hand: what that changes, costs and breaks."""
    with session.workspace(target) as workspace:
        moment = session.now(now)
        workspace.get(Agent, to)
        require_in_force(workspace, day, plan)
        found = move_order(
            workspace, order, day=day, now=moment, agent=AgentId(to), position=position, role=role
        )
        stored = _stored(workspace, found.proposal, "move", moment, accept=accept)
    session.emit(
        view.move_data(found, stored), view.move_shown(session, found, stored, session.rule_book(now))
    )


def _stored(
    workspace: Workspace, proposal: Proposal, name: str, moment: datetime, *, accept: bool
) -> Plan | None:
    if not accept:
        return None
    return accept_proposal(workspace, proposal, name=name, now=moment, who=getpass.getuser())
