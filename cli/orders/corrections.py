# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard corrections``: ask agents to correct closure data, remind them, note answers; correct directly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

import typer
from rich.console import RenderableType

from ...planner.closing.close_order import closure_of
from ...planner.closing.corrections import (
    answer_correction,
    ask_correction,
    changes_of,
    correct_directly,
    list_corrections,
    original_of,
    remind_overdue,
)
from ...workorders.closing.records import CorrectionRequest
from ..arguments import By, Now, OrderArgument, Target, actor, parse_moment
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import moment
from .closing import settled_data, settled_shown

group = typer.Typer(help="Corrections of closure data: ask, remind, answer, correct directly.")

FieldArgument = Annotated[str, typer.Argument(metavar="FIELD", help="The field, such as old_index.")]
ValueArgument = Annotated[str, typer.Argument(metavar="VALUE", help="The new value.")]
CorrectionArgument = Annotated[str, typer.Argument(metavar="CORRECTION", help="The correction asked for.")]
AgentOption = Annotated[str, typer.Option("--agent", metavar="ID", help="Who is asked.")]
WhyOption = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")]
Due = Annotated[datetime, typer.Option("--due", parser=parse_moment, metavar="TIME", help="By when.")]
Photo = Annotated[str, typer.Option("--photo", metavar="NAME", help="The photo that shows it.")]
All = Annotated[bool, typer.Option("--all", help="Those that were answered too.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="corrections")


@command(group, "ask", seen="order")
def ask(
    session: Session,
    target: Target,
    order: OrderArgument,
    field: FieldArgument,
    *,
    agent: AgentOption,
    due: Due,
    reason: WhyOption,
    by: By = "",
    now: Now = None,
) -> None:
    """Ask an agent to correct a field by a time; the order is to be corrected until then."""
    with session.workspace(target) as workspace:
        asked = ask_correction(
            workspace,
            order,
            field,
            reason=reason,
            agent=agent,
            due_at=due,
            book=session.rule_book(now),
            now=session.now(now),
            who=actor(by),
        )
    said = session.say(
        "cli.correction_asked", correction=asked.correction_id, agent=agent, field=field, due=moment(due)
    )
    session.emit(asked, [said])


@command(group, "list")
def list_(session: Session, target: Target, *, everything: All = False, now: Now = None) -> None:
    """List the corrections that wait for an answer, the first due first."""
    with session.workspace(target) as workspace:
        at = session.now(now)
        found = list_corrections(workspace, is_open=not everything)
    data = [{**_fields(one), "is_overdue": one.is_overdue(at)} for one in found]
    session.emit({"corrections": data}, _listed(session, found, at))


@command(group, "answer", seen="correction")
def answer(
    session: Session,
    target: Target,
    correction: CorrectionArgument,
    value: ValueArgument,
    *,
    photo: Photo = "",
    by: By = "",
    now: Now = None,
) -> None:
    """Answer a correction with the field's value; the order goes on if its data are right now."""
    with session.workspace(target) as workspace:
        done = answer_correction(
            workspace,
            correction,
            value,
            book=session.rule_book(now),
            now=session.now(now),
            who=actor(by),
            photo=photo,
        )
    session.emit(settled_data(done), settled_shown(session, done))


@command(group, "remind")
def remind(session: Session, target: Target, *, by: By = "", now: Now = None) -> None:
    """Remind of what is overdue, and flag it to the field manager."""
    with session.workspace(target) as workspace:
        made = remind_overdue(workspace, now=session.now(now), who=actor(by))
    shown = [
        session.say(
            "cli.correction_reminded",
            agent=one.correction.agent_id,
            order=one.correction.order_id,
            field=one.correction.field,
            reason=one.correction.reason,
            due=moment(one.correction.due_at),
            manager=one.field_manager,
        )
        for one in made
    ]
    session.emit({"reminders": [_fields(one.correction) for one in made]}, shown)


@command(group, "set", seen="order")
def set_(
    session: Session,
    target: Target,
    order: OrderArgument,
    field: FieldArgument,
    value: ValueArgument,
    *,
    reason: WhyOption,
    photo: Photo = "",
    by: By = "",
    now: Now = None,
) -> None:
    """Change a value of closure data directly; who, both values and why are kept."""
    with session.workspace(target) as workspace:
        done = correct_directly(
            workspace,
            order,
            field,
            value,
            reason=reason,
            book=session.rule_book(now),
            now=session.now(now),
            who=actor(by),
            photo=photo,
        )
    session.emit(settled_data(done), settled_shown(session, done))


@command(group, "changes")
def changes(session: Session, target: Target, order: OrderArgument) -> None:
    """Show the closure data of an order with every change and what was handed in at first."""
    with session.workspace(target) as workspace:
        closure, made = closure_of(workspace, order), changes_of(workspace, order)
    values = {
        name: {"value": value, "original": original_of(closure, made, name)}
        for name, value in closure.fields.items()
    }
    data = {"order": order, "fields": values, "changes": made, "raw": closure.raw}
    names = ("at", "who", "field", "old_value", "new_value", "reason")
    lines = [
        (moment(one.changed_at), one.author, one.field, one.old_value, one.new_value, one.reason)
        for one in made
    ]
    session.emit(data, [rows([session.say(f"label.{name}") for name in names], lines)])


def _fields(one: CorrectionRequest) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__slots__ if name != "version"}


def _listed(session: Session, found: list[CorrectionRequest], now: datetime) -> Iterator[RenderableType]:
    names = ("number", "order", "field", "agent", "due_at", "state", "reason")
    lines = [
        (
            one.correction_id,
            one.order_id,
            one.field,
            one.agent_id,
            moment(one.due_at),
            _state(session, one, now),
            one.reason,
        )
        for one in found
    ]
    yield rows([session.say(f"label.{name}") for name in names], lines)


def _state(session: Session, one: CorrectionRequest, now: datetime) -> str:
    if one.answered_at is not None:
        return session.say("cli.correction_answered", at=moment(one.answered_at))
    if not one.is_overdue(now):
        return session.say("cli.correction_open")
    return session.say("cli.correction_overdue", manager=one.flagged_to)
