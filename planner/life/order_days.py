# SPDX-License-Identifier: GPL-3.0-or-later
"""On which day each order still to be made is meant to be made: by the plan in force, else as agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ...core.ids import AgentId
from ...workorders.orders import OrderState, WorkOrder
from ..conditions import Where
from ..plan_versions import latest_plan
from ..ports import Workspace
from ..records import Plan, PlanStop

AHEAD = frozenset({OrderState.QUALIFIED, OrderState.PLANNED, OrderState.RESCHEDULED, OrderState.DISPATCHED})


@dataclass(frozen=True, slots=True)
class OrderDay:
    """An order with its day; without ``agents`` no plan has it yet, ``starts_at`` is then None."""

    order: WorkOrder
    day: date
    starts_at: datetime | None = None
    agents: tuple[AgentId, ...] = ()


def stops_in_force(
    workspace: Workspace, first: date, last: date, *, every_task: bool = False
) -> list[PlanStop]:
    """Return the stops for work of the plans in force on each day from ``first`` to ``last``.

    ``every_task`` adds those for valves and for calls at the depot.
    """
    plans = workspace.all(Plan)
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    holding = {
        day: latest_plan(plan for plan in plans if 0 <= (day - plan.first_day).days < plan.days)
        for day in days
    }
    wanted = {(day, plan.plan_id) for day, plan in holding.items() if plan is not None}
    names = sorted({plan_id for _, plan_id in wanted})
    if not names:
        return []
    tasks = {} if every_task else {"task": "work"}
    stops = workspace.all(PlanStop, where=[Where("plan_id", among=names)], **tasks)
    return [stop for stop in stops if (stop.day, stop.plan_id) in wanted]


def order_days(workspace: Workspace, first: date, last: date) -> list[OrderDay]:
    """Return the orders still to be made from ``first`` to ``last``, by their day.

    An order's day is that of the plan in force, else of its appointment, else of its deadline.
    """
    planned: dict[str, list[PlanStop]] = {}
    for stop in stops_in_force(workspace, first, last):
        planned.setdefault(stop.order_id, []).append(stop)
    found = []
    for order in workspace.all(WorkOrder, where=[Where("state", among=AHEAD)]):
        stops = planned.get(order.order_id, []) if order.state is not OrderState.QUALIFIED else []
        if stops:
            start = min(stop.start for stop in stops)
            agents = tuple(dict.fromkeys(stop.agent_id for stop in stops))
            found.append(OrderDay(order, start.date(), start, agents))
        else:
            found.append(OrderDay(order, (order.window_start or order.due_at).date()))
    within = (one for one in found if first <= one.day <= last)
    return sorted(within, key=lambda one: (one.day, one.order.priority.value, one.order.order_id))
