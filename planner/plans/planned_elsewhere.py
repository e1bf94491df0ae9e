# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders that plans in force give to other days: planning one day takes nothing out of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from ...core.ids import OrderId
from ...workorders.orders import OrderState, WorkOrder
from ..conditions import Where
from ..plan_versions import plan_holding
from ..ports import Workspace
from ..records import OrderPin, Plan, PlanStop


def planned_elsewhere(
    workspace: Workspace, days: Sequence[date], *, now: datetime
) -> dict[OrderId, datetime]:
    """Return when the orders end that are still to begin on other days, by the plans in force there.

    Orders that are pinned to one of the ``days`` are not among them.
    """
    plans, today = workspace.all(Plan), now.date()
    ahead = {day for plan in plans for day in _dates(plan) if day >= today} - {*days}
    ends: dict[OrderId, datetime] = {}
    for day in ahead:
        holding = plan_holding(plans, day)
        for stop in workspace.all(PlanStop, plan_id=holding.plan_id, day=day) if holding else ():
            if stop.task == "work" and stop.start > now:
                ends[stop.order_id] = max(stop.end, ends.get(stop.order_id, stop.end))
    for pin in workspace.all(OrderPin, where=[Where("day", among=days)]):
        ends.pop(pin.order_id, None)
    return ends


def as_done_then(orders: Iterable[WorkOrder], ends: Mapping[OrderId, datetime]) -> Iterator[WorkOrder]:
    """Yield the orders; those planned elsewhere count as done by then: what follows them can come."""
    for order in orders:
        if order.state is OrderState.PLANNED and (ended_at := ends.get(order.order_id)):
            yield replace(order, state=OrderState.DONE, ended_at=ended_at)
        else:
            yield order


def _dates(plan: Plan) -> Iterator[date]:
    return (plan.first_day + timedelta(days=number) for number in range(plan.days))
