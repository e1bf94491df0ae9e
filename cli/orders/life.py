# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard orders move``, ``gates``, ``history``, ``dispatch`` and ``study``: orders along their life."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer
from rich.console import RenderableType

from ...planner.intake.order_sheet import order_sheet
from ...planner.intake.priority_history import PriorityChange, priority_changes
from ...planner.life.advance import (
    Dispatched,
    advance_order,
    dispatch_day,
    gate_ahead,
    order_history,
    parse_state,
)
from ...planner.life.study_order import study_order
from ...workorders.life.moves import OrderMove
from ..arguments import By, Day, Now, OrderArgument, Target, actor
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import command_words, moment, word
from . import orders_view as view

StateArgument = Annotated[str, typer.Argument(metavar="STATE", help="The state, such as dispatched.")]
GateArgument = Annotated[
    str, typer.Argument(metavar="[STATE]", help="The state; by default the next one that has a gate.")
]
Why = Annotated[str, typer.Option("--reason", help="Why, in words.")]
CauseOption = Annotated[str, typer.Option("--cause", metavar="CODE", help="Why, as a cause of life.yaml.")]
AssetOption = Annotated[str, typer.Option("--asset", metavar="ID", help="The asset that it is about.")]


def register(group: typer.Typer) -> None:
    """Add the commands to those of orders."""
    command(group, "move", seen="order")(move)
    command(group, "gates")(gates)
    command(group, "history")(history)
    command(group, "dispatch")(dispatch)
    command(group, "study", seen="order")(study)


def move(
    session: Session,
    target: Target,
    order: OrderArgument,
    state: StateArgument,
    *,
    reason: Why = "",
    cause: CauseOption = "",
    by: By = "",
    now: Now = None,
) -> None:
    """Move an order to its next state, if its life and the gate allow it."""
    with session.workspace(target) as workspace:
        moved = advance_order(
            workspace,
            order,
            parse_state(state),
            now=session.now(now),
            who=actor(by),
            reason=reason,
            cause=cause,
        )
    said = session.say("cli.order_moved", order=order, state=word(session, f"state.{moved.state.value}"))
    session.emit({"order": order, "state": moved.state}, [said])


def gates(
    session: Session, target: Target, order: OrderArgument, state: GateArgument = "", *, now: Now = None
) -> None:
    """Tell what an order lacks for a state, by default the next one with a gate; nothing is changed."""
    wanted = parse_state(state) if state else None
    with session.workspace(target) as workspace:
        ahead = gate_ahead(workspace, order, wanted, now=session.now(now))
    said = word(session, f"state.{ahead.state.value}")
    lines = [session.text(one) for one in ahead.findings]
    if lines and not wanted:
        lines.insert(0, session.say("cli.gate_shut", order=order, state=said))
    data = {"order": order, "state": ahead.state, "is_open": not lines, "findings": ahead.findings}
    session.emit(data, lines or [session.say("cli.gate_open", order=order, state=said)])


def history(session: Session, target: Target, order: OrderArgument) -> None:
    """Show who moved an order from state to state, or changed its priority, when and why."""
    with session.workspace(target) as workspace:
        moves, priorities = order_history(workspace, order), priority_changes(workspace, order)
    data = {"order": order, "moves": moves, "priorities": priorities}
    session.emit(data, (*_history(session, moves), *_priorities(session, priorities)))


def _history(session: Session, moves: list[OrderMove]) -> Iterator[RenderableType]:
    causes = session.rule_book().life.not_done
    names = ("at", "from", "to", "who", "cause", "in_words")
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                moment(one.at),
                word(session, f"state.{one.from_state.value}"),
                word(session, f"state.{one.to_state.value}"),
                one.who,
                causes[one.cause].label.spoken(session.language) if one.cause in causes else one.cause,
                one.reason,
            )
            for one in moves
        ),
    )


def _priorities(session: Session, changes: Sequence[PriorityChange]) -> Iterator[RenderableType]:
    for one in changes:
        yield session.say(
            "cli.priority_changed",
            at=moment(one.at),
            before=one.before.value,
            after=one.after.value,
            who=one.who,
            what=command_words(session, one.command),
            reason=one.reason,
        )


def dispatch(session: Session, target: Target, *, day: Day, by: By = "", now: Now = None) -> None:
    """Hand the planned orders of a day to their agents; those that lack something stay behind."""
    with session.workspace(target) as workspace:
        done = dispatch_day(workspace, day, now=session.now(now), who=actor(by))
    data = {
        "dispatched": [order.order_id for order in done.orders],
        "refused": [{"order": order.order_id, "findings": lacks} for order, lacks in done.refused],
    }
    session.emit(data, _dispatched(session, done))


def _dispatched(session: Session, done: Dispatched) -> Iterator[RenderableType]:
    yield session.say("cli.dispatched", count=len(done.orders))
    for order, lacks in done.refused:
        for one in lacks:
            yield session.say("cli.order_says", order=order.order_id, sentence=one)


def study(
    session: Session,
    target: Target,
    order: OrderArgument,
    *,
    asset: AssetOption = "",
    by: By = "",
    now: Now = None,
) -> None:
    """Ask the maps again about an order: asset, cut, networks around its dig, notice."""
    rules = session.rules_of(target, now)
    with session.workspace(target) as workspace:
        study_order(
            workspace,
            order,
            rules=rules,
            now=session.now(now),
            who=actor(by),
            asset_id=asset,
            language=session.language,
        )
        known = order_sheet(workspace, order)
        seen, is_changed = workspace.order_versions([order])[order], bool(workspace.made)
    shown = [*view.sheet(session, known, rules, seen)]
    shown += [] if is_changed else ["", session.say("cli.as_it_was", order=order)]
    session.emit(view.sheet_data(known, seen) | {"changed": is_changed}, shown)
