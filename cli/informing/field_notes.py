# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard problems`` and ``notes``: ways out weighed with the agents, and notes for those named alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer
from rich.console import RenderableType

from ...planner.assets.asset_base import AssetBase
from ...planner.informing.problems import (
    ProblemSheet,
    add_option,
    decide_problem,
    problems_of,
    raise_problem,
)
from ...planner.informing.restricted_notes import notes_for, write_note
from ...workorders.informing.restricted_notes import RestrictedNote
from ..arguments import By, Now, OrderOption, Target, actor
from ..command import command
from ..session import Session
from ..tables import NOTHING, facts, rows
from ..wording import said_moment

problems_group = typer.Typer(help="Problems of orders: options with their figures, who decided what.")
notes_group = typer.Typer(help="Notes of disagreements, for those named in them alone.")

TextOption = Annotated[str, typer.Option("--text", help="What it is.")]
ProblemArgument = Annotated[str, typer.Argument(metavar="PROBLEM", help="The problem.")]
OptionArgument = Annotated[
    str, typer.Argument(metavar="OPTION", help="The option, such as P-0001/1, or its number: 1.")
]
Unusable = Annotated[
    list[str] | None,
    typer.Option("--unusable", metavar="VALVE", help="A valve to do without; may be repeated."),
]
Wait = Annotated[int, typer.Option("--wait", min=0, help="Minutes that the team waits.")]
Why = Annotated[str, typer.Option("--reason", help="Why.")]
FactsOption = Annotated[str, typer.Option("--facts", help="What happened.")]
PositionsOption = Annotated[str, typer.Option("--positions", help="What each says.")]
NextOption = Annotated[str, typer.Option("--next-step", help="What comes next.")]
ReaderOption = Annotated[
    list[str],
    typer.Option("--reader", metavar="NAME", help="Who may read it; role:NAME for a role."),
]
RoleOption = Annotated[str, typer.Option("--role", help="The role of who reads.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(problems_group, name="problems")
    root.add_typer(notes_group, name="notes")


@command(problems_group, "add")
def add(
    session: Session, target: Target, *, order: OrderOption, text: TextOption, now: Now = None, by: By = ""
) -> None:
    """Note a problem of an order."""
    with session.workspace(target) as workspace:
        noted = raise_problem(workspace, order, text, now=session.now(now), who=actor(by))
    session.emit(noted, [session.say("cli.noted", what=noted.problem_id)])


@command(problems_group, "option")
def option(
    session: Session,
    target: Target,
    problem: ProblemArgument,
    *,
    text: TextOption,
    unusable: Unusable = None,
    wait: Wait = 0,
    by: By = "",
) -> None:
    """Put a way out forward; with valves to do without, the network tells whom it cuts off."""
    with session.workspace(target) as workspace:
        noted = add_option(
            workspace,
            AssetBase(workspace),
            problem,
            text,
            unusable=unusable or (),
            wait_min=wait,
            who=actor(by),
        )
    session.emit(noted, [session.say("cli.noted", what=noted.option_id)])


@command(problems_group, "decide")
def decide(
    session: Session,
    target: Target,
    problem: ProblemArgument,
    option: OptionArgument,
    *,
    reason: Why = "",
    now: Now = None,
    by: By = "",
) -> None:
    """Store who decided for which option."""
    with session.workspace(target) as workspace:
        sheet = decide_problem(workspace, problem, option, now=session.now(now), by=actor(by), reason=reason)
    session.emit(sheet, _problem_shown(session, sheet))


@command(problems_group, "list")
def list_(session: Session, target: Target, *, order: OrderOption) -> None:
    """List the problems of an order with their options and decisions."""
    with session.workspace(target) as workspace:
        found = problems_of(workspace, order)
    shown = (part for sheet in found for part in _problem_shown(session, sheet))
    session.emit({"problems": found}, shown)


def _problem_shown(session: Session, sheet: ProblemSheet) -> Iterator[RenderableType]:
    problem = sheet.problem
    raised, settled = (said_moment(session, at) for at in (problem.raised_at, problem.decided_at))
    decided = f"{problem.decided_by}, {settled}, {problem.decision} {problem.reason}"
    yield facts(
        [
            (problem.problem_id, problem.text),
            (session.say("label.by"), f"{problem.raised_by}, {raised}"),
            (session.say("label.decided"), decided.strip() if problem.decision else None),
        ]
    )
    names = ("option", "description", "close", "customers_cut", "wait")
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                one.option_id,
                one.text,
                ", ".join(one.close),
                one.customers,
                f"{one.wait_min} min" if one.wait_min else NOTHING,
            )
            for one in sheet.options
        ),
    )


@command(notes_group, "add")
def add_note(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    facts: FactsOption,
    reader: ReaderOption,
    positions: PositionsOption = "",
    next_step: NextOption = "",
    now: Now = None,
    by: By = "",
) -> None:
    """Write a note that only those named may read."""
    with session.workspace(target) as workspace:
        note = write_note(
            workspace,
            order,
            facts=facts,
            positions=positions,
            next_step=next_step,
            readers=tuple(reader),
            now=session.now(now),
            who=actor(by),
        )
    session.emit({"note_id": note.note_id}, [session.say("cli.noted", what=note.note_id)])


@command(notes_group, "list")
def list_notes(
    session: Session, target: Target, *, order: OrderOption, by: By = "", role: RoleOption = ""
) -> None:
    """List the notes of an order that you may read."""
    with session.workspace(target) as workspace:
        found = notes_for(workspace, order, reader=actor(by), role=role)
    session.emit({"notes": found}, _notes_shown(session, found))


def _notes_shown(session: Session, found: Sequence[RestrictedNote]) -> Iterator[RenderableType]:
    if not found:
        yield session.say("cli.notes_none")
    for note in found:
        yield facts(
            [
                (note.note_id, f"{note.written_by}, {said_moment(session, note.written_at)}"),
                (session.say("label.facts"), note.facts),
                (session.say("label.positions"), note.positions or None),
                (session.say("label.next_step"), note.next_step or None),
                (session.say("label.readers"), ", ".join(note.readers)),
            ]
        )
