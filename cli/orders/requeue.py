# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard orders not-done``, ``postpone``, ``impact`` and ``causes``: orders that get another day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer
from rich.console import RenderableType

from ...planner.life.requeue import NewDay, not_done, postpone, propose_day
from ...workorders.orders import WorkOrder
from ..arguments import By, Now, OrderArgument, Target, actor, parse_day
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import moment, word

CauseCode = Annotated[str, typer.Option("--reason", metavar="CODE", help="A code of: regard orders causes.")]
Note = Annotated[str, typer.Option("--note", help="More about it, in words.")]
On = Annotated[
    date | None,
    typer.Option("--on", parser=parse_day, metavar="DATE", help="The new day; by default one is proposed."),
]


def register(group: typer.Typer) -> None:
    """Add the commands to those of orders."""
    command(group, "not-done", seen="order")(not_done_)
    command(group, "postpone", seen="order")(postpone_)
    command(group, "impact")(impact)
    command(group, "causes")(causes)


def not_done_(
    session: Session,
    target: Target,
    order: OrderArgument,
    *,
    reason: CauseCode,
    note: Note = "",
    on: On = None,
    by: By = "",
    now: Now = None,
) -> None:
    """Note why an order was not done and put it back into the queue, with what that touches."""
    with session.workspace(target) as workspace:
        moment_ = session.now(now)
        found = not_done(workspace, order, reason, now=moment_, who=actor(by), note=note, on=on)
    session.emit(_data(found), _shown(session, found))


def postpone_(
    session: Session,
    target: Target,
    order: OrderArgument,
    *,
    reason: CauseCode,
    note: Note = "",
    on: On = None,
    by: By = "",
    now: Now = None,
) -> None:
    """Put a planned order off before its day, with what that touches."""
    with session.workspace(target) as workspace:
        moment_ = session.now(now)
        found = postpone(workspace, order, reason, now=moment_, who=actor(by), note=note, on=on)
    session.emit(_data(found), _shown(session, found))


def impact(
    session: Session,
    target: Target,
    order: OrderArgument,
    *,
    reason: CauseCode,
    on: On = None,
    now: Now = None,
) -> None:
    """Show what another day for an order would touch; nothing is stored."""
    with session.workspace(target) as workspace:
        known = workspace.get(WorkOrder, order)
        found = propose_day(workspace, known, reason, now=session.now(now), on=on)
    session.emit(_data(found), _shown(session, found))


def causes(session: Session) -> None:
    """List the reasons why orders are not done or put off."""
    known = session.rule_book().life.not_done
    names = ("code", "cause", "group", "retry")
    table = rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                code,
                cause.label.spoken(session.language),
                word(session, f"cause_group.{cause.group}"),
                cause.retry_working_days,
            )
            for code, cause in known.items()
        ),
        right=[3],
    )
    session.emit({"causes": {code: cause.model_dump() for code, cause in known.items()}}, [table])


def _data(found: NewDay) -> dict[str, object]:
    return {
        "order": found.order.order_id,
        "state": found.order.state,
        "day": found.day,
        "due_at": found.order.due_at,
        "in_time": found.is_in_time,
        "covered": found.is_covered,
        "impacts": found.impacts,
    }


def _shown(session: Session, found: NewDay) -> Iterator[RenderableType]:
    code = "cli.new_day_in_time" if found.is_in_time else "cli.new_day_late"
    yield session.say(
        code,
        order=found.order.order_id,
        state=word(session, f"state.{found.order.state.value}"),
        day=found.day,
        due=moment(found.order.due_at),
    )
    if not found.is_covered:
        yield session.say("cli.nobody_able", day=found.day)
    for one in found.impacts:
        yield f"- {session.text(one.message)}"
