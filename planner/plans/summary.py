# SPDX-License-Identifier: GPL-3.0-or-later
"""The day in one value: orders, cuts, networks near the digs, notices, tours, what is left out and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ...core.ids import OrderId
from ...core.resources import Absence, Agent
from ...steering.indicators import Indicator, PlannedPeriod, plan_indicators
from ...workorders.orders import WorkOrder
from ..conditions import Where
from ..orders_at_hand import orders_at_hand
from ..plan_versions import current_plan
from ..ports import Workspace
from ..records import OrderConflict, OrderNotice, Outage, Plan, PlanStop, PlanTour, PlanUnplanned
from ..tours.reasons import GatheredReason, gather_reasons
from ..tours.tour_problem import is_absent


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An order that the plan leaves out, with the reasons."""

    order: WorkOrder
    reasons: tuple[GatheredReason, ...]


@dataclass(frozen=True, slots=True)
class DaySummary:
    """What a dispatcher wants to know of the day at a glance.

    It is about the orders that are open and those of the plan. ``counts`` is keyed by (state, priority);
    ``outages`` and ``notices`` follow the orders' priority; ``late`` gives the orders that the plan starts
    after their deadline, and when.
    """

    plan: Plan | None
    counts: dict[tuple[str, str], int]
    outages: tuple[tuple[WorkOrder, Outage], ...]
    notices: tuple[tuple[WorkOrder, OrderNotice, tuple[OrderConflict, ...]], ...]
    tours: tuple[tuple[Agent, PlanTour], ...]
    late: tuple[tuple[WorkOrder, datetime], ...]
    left_out: tuple[LeftOut, ...]
    indicators: tuple[Indicator, ...]

    @property
    def customers_cut(self) -> int:
        """Return how many different customers lose water in the day's cuts."""
        return len({customer for _, outage in self.outages for customer in outage.customers})


def day_summary(workspace: Workspace) -> DaySummary:
    """Read the day's summary from a workspace; a day without a plan has no tours and nothing left out.

    An agent of the plan who was taken back since raises ``InputError``.
    """
    plan = current_plan(workspace)
    orders = {order.order_id: order for order in orders_at_hand(workspace, plan)}
    ranked = sorted(orders.values(), key=lambda order: (order.priority.value, order.due_at, order.order_id))
    named = [Where("order_id", among=list(orders))]
    outages = {outage.order_id: outage for outage in workspace.all(Outage, where=named)}
    notices = {notice.order_id: notice for notice in workspace.all(OrderNotice, where=named)}
    conflicts = workspace.all(OrderConflict, where=named)
    return DaySummary(
        plan=plan,
        counts=dict(Counter((order.state.value, order.priority.value) for order in ranked)),
        outages=tuple((order, outages[order.order_id]) for order in ranked if order.order_id in outages),
        notices=tuple(
            (
                order,
                notices[order.order_id],
                tuple(c for c in conflicts if c.order_id == order.order_id),
            )
            for order in ranked
            if order.order_id in notices
        ),
        tours=_tours(workspace, plan),
        late=_late(workspace, plan, orders),
        left_out=_left_out(workspace, plan, orders),
        indicators=_indicators(workspace, plan, ranked),
    )


def _tours(workspace: Workspace, plan: Plan | None) -> tuple[tuple[Agent, PlanTour], ...]:
    if plan is None:
        return ()
    tours = sorted(workspace.all(PlanTour, plan_id=plan.plan_id), key=lambda tour: (tour.day, tour.agent_id))
    return tuple((workspace.get(Agent, tour.agent_id), tour) for tour in tours)


def _late(
    workspace: Workspace, plan: Plan | None, orders: dict[OrderId, WorkOrder]
) -> tuple[tuple[WorkOrder, datetime], ...]:
    if plan is None:
        return ()
    stops = workspace.all(PlanStop, plan_id=plan.plan_id, task="work")
    starts = {stop.order_id: stop.start for stop in stops}
    late = [
        (orders[key], start) for key, start in starts.items() if key in orders and start > orders[key].due_at
    ]
    return tuple(sorted(late, key=lambda found: (found[0].priority.value, found[0].due_at)))


def _left_out(
    workspace: Workspace, plan: Plan | None, orders: dict[OrderId, WorkOrder]
) -> tuple[LeftOut, ...]:
    if plan is None:
        return ()
    # an order may have been taken back after the plan was made
    rows = [row for row in workspace.all(PlanUnplanned, plan_id=plan.plan_id) if row.order_id in orders]
    rows.sort(key=lambda row: (orders[row.order_id].priority.value, row.order_id))
    return tuple(LeftOut(orders[row.order_id], gather_reasons(row.reasons)) for row in rows)


def _indicators(workspace: Workspace, plan: Plan | None, orders: list[WorkOrder]) -> tuple[Indicator, ...]:
    if plan is None:
        return ()
    days = [plan.first_day + timedelta(days=offset) for offset in range(plan.days)]
    agents = workspace.all(Agent)
    absences = workspace.all(Absence)
    tours = workspace.all(PlanTour, plan_id=plan.plan_id)
    planned = {stop.order_id for stop in workspace.all(PlanStop, plan_id=plan.plan_id)}
    left_out = {row.order_id for row in workspace.all(PlanUnplanned, plan_id=plan.plan_id)}
    return plan_indicators(
        PlannedPeriod(
            contract_h=sum(_shift_h(agent) for agent in agents) * len(days),
            absent_h=sum(
                _shift_h(agent) for agent in agents for day in days if is_absent(agent, day, absences)
            ),
            work_h=sum(tour.work_s for tour in tours) / 3600,
            travel_h=sum(tour.travel_s for tour in tours) / 3600,
            overtime_h=sum(tour.overtime_s for tour in tours) / 3600,
            distance_km=sum(tour.distance_m for tour in tours) / 1000,
            orders_to_plan=sum(order.order_id in planned | left_out for order in orders),
            orders_planned=len(planned),
        )
    )


def _shift_h(agent: Agent) -> float:
    day = date.min
    worked = datetime.combine(day, agent.day_end) - datetime.combine(day, agent.day_start)
    return worked.total_seconds() / 3600 - agent.lunch_min / 60
