# SPDX-License-Identifier: GPL-3.0-or-later
"""The orders that a question is about, read without the hundreds of thousands that are closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from ..core.errors import InputError
from ..core.ids import OrderId
from ..core.messages import Message
from ..routing.model.links import LinkKind
from ..workorders.orders import OrderState, WorkOrder
from .conditions import Where
from .order_chains import PLANNABLE
from .plan_versions import plan_in_force
from .ports import Workspace
from .records import OrderLink, Plan, PlanStop, PlanUnplanned

# nothing is left to do or to write about the others
OPEN = frozenset(OrderState) - {OrderState.CLOSED, OrderState.CANCELLED}


def orders_at_hand(workspace: Workspace, plan: Plan | None) -> list[WorkOrder]:
    """Return the orders that are open and those of a plan, whatever their state, in key order."""
    found = workspace.all(WorkOrder, where=[Where("state", among=OPEN)])
    return _with(workspace, found, _named_in(workspace, plan))


def orders_to_plan(workspace: Workspace) -> list[WorkOrder]:
    """Return the orders that can be planned and those that links tie to them, in key order."""
    found = workspace.all(WorkOrder, where=[Where("state", among=PLANNABLE)])
    tied = links_of(workspace, (order.order_id for order in found))
    return _with(workspace, found, _ends(tied))


def orders_with_tied(workspace: Workspace, names: Iterable[str]) -> dict[str, WorkOrder]:
    """Return orders by id, with those that links tie to them, in key order; unknown ids are left out."""
    wanted = {*names}
    wanted |= _ends(links_of(workspace, wanted))
    return {
        str(o.order_id): o for o in workspace.all(WorkOrder, where=[Where("order_id", among=sorted(wanted))])
    }


def links_of(workspace: Workspace, names: Iterable[str]) -> list[OrderLink]:
    """Return the links that an order is an end of, in key order; refuse a kind that is none."""
    wanted = sorted({*names})
    found: dict[str, OrderLink] = {}
    for end in ("first_id", "second_id"):
        found |= {link.link_id: link for link in workspace.all(OrderLink, where=[Where(end, among=wanted)])}
    known = [kind.value for kind in LinkKind]
    for link in found.values():
        if link.kind not in known:
            expected = Message("cell.one_of", {"values": ", ".join(known)})
            where = {"table": "order_link", "key": link.link_id, "column": "kind"}
            raise InputError("record.unreadable", **where, found=link.kind, expected=expected)
    return [found[key] for key in sorted(found)]


def orders_of_day(workspace: Workspace, day: date) -> list[WorkOrder]:
    """Return what a dispatcher has to see of a day, in key order.

    That is what the plan in force makes on that day, and every open order that is due by its end or has an
    appointment on it.
    """
    midnight = datetime.combine(day, time.min)
    end = midnight + timedelta(days=1)
    is_open = Where("state", among=OPEN)
    due = workspace.all(WorkOrder, where=[is_open, Where("due_at", below=end)])
    appointed = Where("window_start", at_least=midnight, below=end)
    found = {o.order_id: o for o in (*due, *workspace.all(WorkOrder, where=[is_open, appointed]))}
    return _with(workspace, found.values(), _planned_on(workspace, day))


def _planned_on(workspace: Workspace, day: date) -> set[OrderId]:
    try:
        plan = plan_in_force(workspace, day)
    except InputError:
        return set()
    return {stop.order_id for stop in workspace.all(PlanStop, plan_id=plan.plan_id, day=day)}


def _named_in(workspace: Workspace, plan: Plan | None) -> set[OrderId]:
    if plan is None:
        return set()
    stops = workspace.all(PlanStop, plan_id=plan.plan_id)
    left_out = workspace.all(PlanUnplanned, plan_id=plan.plan_id)
    return {stop.order_id for stop in stops} | {row.order_id for row in left_out}


def _ends(links: Iterable[OrderLink]) -> set[str]:
    return {str(end) for link in links for end in (link.first_id, link.second_id)}


def _with(workspace: Workspace, orders: Iterable[WorkOrder], names: Iterable[str]) -> list[WorkOrder]:
    """Return orders with others by id, in key order."""
    found = {order.order_id: order for order in orders}
    missing = sorted({*names} - found.keys())
    if missing:
        others = workspace.all(WorkOrder, where=[Where("order_id", among=missing)])
        found |= {order.order_id: order for order in others}
    return [found[key] for key in sorted(found)]
