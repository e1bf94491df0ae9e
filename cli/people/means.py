# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard means``: who holds which skill, and what stands in for a missing means."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from ...planner.agent_names import agent_names
from ...planner.plans.precheck import Checked, decide, precheck
from ...planner.resources.decisions import ProposalDecision
from ...planner.resources.matrix import ZoneMatrix, matrix_rows, sign_off, zone_matrices
from ...planner.running.alternatives import find_alternatives
from ...store.csv_writing import write_csv
from ..arguments import Day, Now, OrderOption, Target
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import means_name, moment
from .alternatives_view import ways_data, ways_shown

group = typer.Typer(help="Means: skills of a zone, checks of a plan, alternatives to a missing means.")

ZoneFilter = Annotated[str, typer.Option("--zone", metavar="ID", help="Only this zone.")]
ZoneOption = Annotated[str, typer.Option("--zone", metavar="ID", help="The zone.")]
CsvFile = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write it as CSV too.")]
Reason = Annotated[str, typer.Option("--reason", help="Why it is rejected.")]
SignedBy = Annotated[str, typer.Option("--by", metavar="NAME", help="The field manager of the zone.")]

MATRIX_COLUMNS = (
    *("zone", "skill", "coverage", "single_point", "agent_id", "valid_until", "signed_by", "signed_on"),
)


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="means")


@command(group, "matrix")
def matrix(session: Session, target: Target, *, day: Day, zone: ZoneFilter = "", csv: CsvFile = None) -> None:
    """Show who holds which skill in a zone until when, and the skills that hang on one agent."""
    with session.workspace(target) as workspace:
        found = zone_matrices(workspace, day, zone=zone)
    if csv is not None:
        write_csv(csv, MATRIX_COLUMNS, matrix_rows(found))
    session.emit({"zones": [_matrix_data(own) for own in found]}, _matrix_shown(session, found))


@command(group, "alternatives")
def alternatives(session: Session, target: Target, *, order: OrderOption, day: Day, now: Now = None) -> None:
    """List what stands in when an order cannot be made as wanted on a day, the cheapest in time first."""
    with session.workspace(target) as workspace:
        found = find_alternatives(workspace, order, day=day, now=session.now(now))
        names = agent_names(workspace)
    session.emit({"order": order, "alternatives": ways_data(found)}, ways_shown(session, order, found, names))


@command(group, "check")
def check(session: Session, target: Target, *, day: Day, now: Now = None) -> None:
    """Check the plan in force order by order: skills, window, capacity, precedence, notice, rest, kit."""
    with session.workspace(target) as workspace:
        found = precheck(workspace, day, now=session.now(now))
    data = [
        {
            "order": one.order_id,
            "agents": one.agents,
            "start": one.start,
            "wrong": one.wrong,
            "accepted": one.decision.accepted if one.decision else None,
        }
        for one in found
    ]
    session.emit({"day": day, "orders": data}, [_checks(session, found)])


@command(group, "accept", seen="order")
def accept(session: Session, target: Target, *, order: OrderOption, day: Day, now: Now = None) -> None:
    """Accept an order of the plan in force; one with a finding is refused."""
    _decide(session, target, order, day, now, reason=None)


@command(group, "reject", seen="order")
def reject(
    session: Session, target: Target, *, order: OrderOption, day: Day, reason: Reason, now: Now = None
) -> None:
    """Reject an order of the plan in force: it leaves the plan and waits to be planned again."""
    _decide(session, target, order, day, now, reason=reason)


def _decide(
    session: Session, target: str, order: str, day: date, now: datetime | None, *, reason: str | None
) -> None:
    with session.workspace(target) as workspace:
        made = decide(
            workspace,
            order,
            day=day,
            accept=reason is None,
            now=session.now(now),
            who=getpass.getuser(),
            reason=reason or "",
        )
    session.emit(made, [f"{order}: {_decision(session, made)}"])


def _decision(session: Session, made: ProposalDecision) -> str:
    return (
        session.say("cli.accepted")
        if made.accepted
        else session.say("cli.order_rejected", reason=made.reason)
    )


def _checks(session: Session, found: tuple[Checked, ...]) -> RenderableType:
    names = ("order", "agents", "start", "finding", "decision")
    lines = [
        (
            one.order_id,
            ", ".join(one.agents),
            moment(one.start),
            "; ".join(session.text(message) for own in one.wrong.values() for message in own)
            or session.say("cli.sound"),
            _decision(session, one.decision) if one.decision else "",
        )
        for one in found
    ]
    return rows([session.say(f"label.{name}") for name in names], lines)


@command(group, "sign-off")
def sign(session: Session, target: Target, *, zone: ZoneOption, by: SignedBy, day: Day) -> None:
    """Sign the skills of a zone off, as its field manager."""
    with session.workspace(target) as workspace:
        signed = sign_off(workspace, zone, by=by, on=day, who=getpass.getuser())
    session.emit(signed, [session.say("cli.signed_off", zone=zone, by=by, day=day)])


def _matrix_data(own: ZoneMatrix) -> dict[str, object]:
    return {
        "zone": own.matrix.zone,
        "field_manager": own.field_manager,
        "agents": own.matrix.agents,
        "skills": [
            {
                "skill": row.skill,
                "coverage": row.coverage,
                "single_point": row.is_single_point,
                "until": row.until,
            }
            for row in own.matrix.rows
        ],
        "single_points": own.matrix.single_points,
        "signed_by": own.signed.signed_by if own.signed else None,
        "signed_on": own.signed.signed_on if own.signed else None,
        "changed_since": own.is_changed,
    }


def _matrix_shown(session: Session, found: tuple[ZoneMatrix, ...]) -> Iterator[RenderableType]:
    rules = session.rule_book()
    for own in found:
        yield session.say("cli.matrix", zone=own.matrix.zone, manager=own.field_manager)
        agents = own.matrix.agents
        headings = [session.say("label.skill"), *agents, session.say("label.coverage"), ""]
        lines = [
            (
                means_name(session, rules, row.skill),
                *(_until(row.until.get(agent)) for agent in agents),
                row.coverage,
                session.say("cli.single_point") if row.is_single_point else " ",
            )
            for row in own.matrix.rows
        ]
        yield rows(headings, lines, right=[len(agents) + 1])
        if own.signed is not None:
            code = "cli.signed_then_changed" if own.is_changed else "cli.signed_off"
            yield session.say(code, zone=own.matrix.zone, by=own.signed.signed_by, day=own.signed.signed_on)
        yield ""


def _until(day: date | None) -> str:
    return day.isoformat() if day else ""
