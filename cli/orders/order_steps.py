# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps and ties of orders, and their priority: lay out, link, report done, override, judge again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import RenderableType

from ...core.errors import InputError
from ...core.messages import Message
from ...planner.assets.asset_base import AssetBase
from ...planner.intake.links import link_orders, link_steps, step_done, unlink_orders
from ...planner.intake.merge import judge_again
from ...planner.intake.order_tree import OrderTree, lay_out_chain
from ...planner.intake.priorities import prioritise as set_priority
from ...planner.intake.priorities import take_back_priority
from ...workorders.intake.steps import due_by
from ...workorders.orders import Priority
from ..arguments import By, Now, OrderArgument, Reason, Target, actor
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import figure, moment, word

First = Annotated[str, typer.Option("--first", metavar="NAME", help="What has to end before.")]
Second = Annotated[str, typer.Option("--then", metavar="NAME", help="What starts after it.")]
LeastLag = Annotated[int, typer.Option("--min-lag", min=0, help="Least minutes between them.")]
MostLag = Annotated[int | None, typer.Option("--max-lag", min=0, help="Most minutes between them.")]
OfTree = Annotated[
    str, typer.Option("--steps-of", metavar="ORDER", help="The names are steps of this order.")
]
StepArgument = Annotated[str, typer.Argument(metavar="STEP", help="A step by its number or its key.")]
PriorityOption = Annotated[Priority | None, typer.Option("--priority", help="The priority to set.")]
TakeBack = Annotated[bool, typer.Option("--take-back", help="Let the rules decide again.")]


def add_to(group: typer.Typer) -> None:
    """Add the commands to the group of orders."""
    for name, function in (
        ("chain", chain),
        ("step", step),
        ("prioritise", prioritise),
        ("judge", judge),
    ):
        command(group, name, seen="order")(function)
    # what has to wait is what changes
    command(group, "link", seen=("steps_of", "then"))(link)
    command(group, "unlink", seen="then")(unlink)


def chain(session: Session, target: Target, order: OrderArgument, *, now: Now = None, by: By = "") -> None:
    """Lay out the steps of an order's type of work, with the orders of their own that these ask for."""
    with session.workspace(target) as workspace:
        tree = lay_out_chain(
            workspace,
            AssetBase(workspace),
            order,
            rules=session.rule_book(now),
            now=session.now(now),
            who=actor(by),
            language=session.language,
        )
    session.emit(tree, tree_shown(session, tree))


def link(
    session: Session,
    target: Target,
    *,
    first: First,
    then: Second,
    steps_of: OfTree = "",
    min_lag: LeastLag = 0,
    max_lag: MostLag = None,
    by: By = "",
) -> None:
    """Have an order start after the end of another one, or a step follow another one; no circles."""
    with session.workspace(target) as workspace:
        if steps_of:
            if min_lag or max_lag is not None:
                raise InputError("cli.lags_of_steps")
            made: object = link_steps(workspace, steps_of, first, then, who=actor(by))
        else:
            made = link_orders(
                workspace, first, then, min_lag_min=min_lag, max_lag_min=max_lag, who=actor(by)
            )
    session.emit({"linked": made}, [session.say("cli.linked", first=first, second=then)])


def unlink(session: Session, target: Target, *, first: First, then: Second, by: By = "") -> None:
    """Take away the link by which an order follows another one."""
    with session.workspace(target) as workspace:
        gone = unlink_orders(workspace, first, then, who=actor(by))
    session.emit({"unlinked": gone}, [session.say("cli.unlinked", first=first, second=then)])


def step(
    session: Session,
    target: Target,
    order: OrderArgument,
    name: StepArgument,
    *,
    now: Now = None,
    by: By = "",
) -> None:
    """Report a step of an order done; refused while what it follows is not."""
    with session.workspace(target) as workspace:
        done_at = session.now(now)
        done = step_done(workspace, order, name, at=done_at, who=actor(by))
    session.emit({"step": done}, [session.say("cli.step_done", step=done.label, at=moment(done.done_at))])


def prioritise(
    session: Session,
    target: Target,
    order: OrderArgument,
    *,
    priority: PriorityOption = None,
    reason: Reason = "",
    take_back: TakeBack = False,
    now: Now = None,
    by: By = "",
) -> None:
    """Set the priority of an order against the rules, with the reason; or take that back."""
    if (priority is None) != take_back:
        raise InputError("cli.priority_or_back")
    rules = session.rules_of(target, now)
    with session.workspace(target) as workspace:
        if priority is None:
            changed = take_back_priority(workspace, order, by=actor(by))
            data, said = {"order": changed, "override": None}, "cli.priority_back"
        else:
            at = session.now(now)
            changed, kept = set_priority(
                workspace, order, priority, reason=reason, by=actor(by), at=at, rules=rules
            )
            data, said = {"order": changed, "override": kept}, "cli.priority_set"
    shown = Message(said, {"order": order, "priority": changed.priority.value, "due": moment(changed.due_at)})
    session.emit(data, [session.text(shown)])


def judge(session: Session, target: Target, order: OrderArgument, *, now: Now = None, by: By = "") -> None:
    """Judge an order again on what all its callers said and the maps as they are; an override stays."""
    with session.workspace(target) as workspace:
        changed = judge_again(
            workspace,
            AssetBase(workspace),
            order,
            rules=session.rule_book(now),
            now=session.now(now),
            who=actor(by),
            language=session.language,
        )
        is_changed = bool(workspace.made)
    score = figure(session, changed.score)
    said = [session.say("cli.judged", order=changed.order_id, priority=changed.priority.value, score=score)]
    said += [] if is_changed else [session.say("cli.as_it_was", order=order)]
    session.emit({"order": changed, "changed": is_changed}, said)


def tree_shown(session: Session, tree: OrderTree) -> Iterator[RenderableType]:
    """Show the orders of a tree, what they follow, and the steps."""
    yield rows(
        [session.say(f"label.{name}") for name in ("order", "code", "state", "follows", "due_at")],
        (
            (
                one.order_id,
                one.code,
                word(session, f"state.{one.state.value}"),
                ", ".join(link.first_id for link in tree.links if link.second_id == one.order_id),
                moment(one.due_at),
            )
            for one in tree.orders
        ),
    )
    if not tree.steps:
        return
    yield ""
    numbers = {one.step_id: str(one.number) for one in tree.steps}
    steps = tree.steps_by_id
    yield rows(
        [
            session.say(f"label.{name}")
            for name in ("step", "task", "where", "order", "follows", "due_at", "done_at")
        ],
        (
            (
                one.number,
                one.label,
                word(session, f"where.{one.where}"),
                one.order_id,
                ", ".join(numbers[before] for before in one.follows),
                moment(due_by(steps, one)),
                moment(one.done_at),
            )
            for one in tree.steps
        ),
        right=[0],
    )
