# SPDX-License-Identifier: GPL-3.0-or-later
"""Links that a dispatcher adds between orders or steps, and steps reported done."""

from __future__ import annotations

from datetime import datetime

from ...core.errors import InputError
from ...routing.model.links import LinkKind
from ...workorders.intake.cycles import circle_closed_by
from ...workorders.intake.steps import OrderStep, done, find_step, linked
from ...workorders.orders import WorkOrder
from ..order_chains import CHAIN
from ..ports import Workspace
from ..records import OrderLink
from .order_tree import OrderTree, order_tree


def link_orders(
    workspace: Workspace,
    first_id: str,
    second_id: str,
    *,
    min_lag_min: int = 0,
    max_lag_min: int | None = None,
    who: str,
) -> OrderLink:
    """Have an order start after the end of another one, in one command.

    ``InputError`` when one of them is unknown, the lags contradict each other, they are linked already, or
    they would wait for each other in a circle, which it names.
    """
    first, second = (workspace.get(WorkOrder, key).order_id for key in (first_id, second_id))
    if max_lag_min is not None and max_lag_min < min_lag_min:
        raise InputError("intake.lags", least=min_lag_min, most=max_lag_min)
    after = [one for one in workspace.all(OrderLink) if LinkKind(one.kind) is LinkKind.AFTER]
    if any((one.first_id, one.second_id) == (first, second) for one in after):
        raise InputError("intake.linked", first=first, second=second)
    circle = circle_closed_by(((one.first_id, one.second_id) for one in after), first, second)
    if circle:
        raise InputError("intake.circle", first=first, second=second, circle=" > ".join(circle))
    link = OrderLink(
        link_id=f"{first}>{second}",
        first_id=first,
        second_id=second,
        kind=LinkKind.AFTER.value,
        min_lag_min=min_lag_min,
        max_lag_min=max_lag_min,
        origin=CHAIN,
    )
    with workspace.command("link orders", who=who) as transaction:
        transaction.add([link])
    return link


def unlink_orders(workspace: Workspace, first_id: str, second_id: str, *, who: str) -> OrderLink:
    """Take the link away by which an order follows another one; ``InputError`` when there is none."""
    found = [
        one
        for one in workspace.all(OrderLink, first_id=first_id, second_id=second_id)
        if LinkKind(one.kind) is LinkKind.AFTER
    ]
    if not found:
        raise InputError("intake.not_linked", first=first_id, second=second_id)
    with workspace.command("unlink orders", who=who) as transaction:
        transaction.remove(found[0])
    return found[0]


def link_steps(workspace: Workspace, order_id: str, first: str, second: str, *, who: str) -> OrderStep:
    """Have a step of an order tree follow another one; ``InputError`` when that closes a circle."""
    tree = _with_steps(workspace, order_id)
    one, other = (find_step(tree.steps, name) for name in (first, second))
    step = linked(tree.steps_by_id, one, other)
    with workspace.command("link steps", who=who) as transaction:
        transaction.save(step)
    return step


def step_done(workspace: Workspace, order_id: str, name: str, *, at: datetime, who: str) -> OrderStep:
    """Report a step done; ``InputError`` while what it follows is not, which it names."""
    tree = _with_steps(workspace, order_id)
    step = done(tree.steps_by_id, find_step(tree.steps, name), at=at, by=who)
    with workspace.command("step done", who=who) as transaction:
        transaction.save(step)
    return step


def _with_steps(workspace: Workspace, order_id: str) -> OrderTree:
    tree = order_tree(workspace, order_id)
    if not tree.steps:
        raise InputError("intake.no_steps", order=tree.main.order_id)
    return tree
