# SPDX-License-Identifier: GPL-3.0-or-later
"""The orders that the plan of a day leaves out, with the reasons that were stored with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...workorders.orders import WorkOrder
from ..conditions import Where
from ..plan_versions import plan_in_force
from ..ports import Workspace
from ..records import PlanUnplanned
from .explain_order import WhyNot


@dataclass(frozen=True, slots=True)
class LeftOutOrder:
    """An order without a place in a plan; ``reasons`` as a plan keeps them: agent, day, code, detail."""

    order: WorkOrder
    reasons: tuple[dict[str, str], ...]


def left_out_of_day(workspace: Workspace, day: date) -> tuple[LeftOutOrder, ...]:
    """Return what the plan in force on a day leaves out, the most urgent first; ``InputError`` if none."""
    plan = plan_in_force(workspace, day)
    rows = {row.order_id: row for row in workspace.all(PlanUnplanned, plan_id=plan.plan_id)}
    orders = workspace.all(WorkOrder, where=[Where("order_id", among=sorted(rows))])
    ranked = sorted(orders, key=lambda order: (order.priority.value, order.due_at, order.order_id))
    return tuple(LeftOutOrder(order, tuple(rows[order.order_id].reasons)) for order in ranked)


def as_left_out(found: WhyNot) -> tuple[LeftOutOrder, ...]:
    """Return an explained order like those of a day; nothing when it is planned."""
    if found.sheet.stops:
        return ()
    return (LeftOutOrder(found.sheet.order, found.reasons),)
