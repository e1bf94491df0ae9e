# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the workspace knows about one order, as one value for a panel, a sheet or a command."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.resources import Agent
from ...workorders.duration_parts import DurationPart, duration_parts
from ...workorders.intake.overrides import PriorityOverride
from ...workorders.orders import WorkOrder
from ...workorders.requests import ServiceRequest
from ..plan_versions import current_plan
from ..ports import R, Workspace
from ..records import Footprint, OrderConflict, OrderNotice, Outage, Plan, PlanStop, PlanUnplanned, Trace
from ..rule_versions import judged_by
from .order_tree import OrderTree, order_tree
from .priorities import override_of


@dataclass(frozen=True, slots=True)
class OrderSheet:
    """One order with what was found for it; parts that do not apply are None or empty.

    ``tree`` has the orders, the steps and the requests that it belongs to. ``stops`` are those at its valves,
    before and after the work, and the work of each of its crew; ``crew`` has who makes each of the stops.
    ``duration`` tells what its minutes are made of, by the rules that it was judged by.
    """

    order: WorkOrder
    request: ServiceRequest | None
    outage: Outage | None
    traces: tuple[Trace, ...]
    footprint: Footprint | None
    conflicts: tuple[OrderConflict, ...]
    notice: OrderNotice | None
    plan: Plan | None
    stops: tuple[PlanStop, ...]
    crew: tuple[Agent, ...]
    unplanned: PlanUnplanned | None
    tree: OrderTree
    override: PriorityOverride | None
    duration: tuple[DurationPart, ...]

    @property
    def work(self) -> tuple[tuple[PlanStop, Agent], ...]:
        """Return the stops of the work itself, with who makes each."""
        made = zip(self.stops, self.crew, strict=True)
        return tuple((stop, agent) for stop, agent in made if stop.task == "work")


# the stops of an order as they follow each other
TASK_ORDER = ("pick_up", "close", "work", "reopen")
# most to least dangerous for whoever digs
VERDICT_ORDER = ("in_corridor", "to_mark_out", "position_unknown", "consult")


def order_sheet(workspace: Workspace, order_id: str) -> OrderSheet:
    """Gather one order's sheet; an unknown order raises ``InputError`` naming near ids."""
    order = workspace.get(WorkOrder, order_id)
    requests = workspace.all(ServiceRequest, request_id=order.request_id) if order.request_id else []
    conflicts = workspace.all(OrderConflict, order_id=order_id)
    plan = current_plan(workspace)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id, order_id=order_id) if plan else []
    stops.sort(key=lambda stop: (TASK_ORDER.index(stop.task), stop.role))
    left_out = workspace.all(PlanUnplanned, plan_id=plan.plan_id, order_id=order_id) if plan else []
    return OrderSheet(
        order=order,
        request=_first(requests),
        outage=_first(workspace.all(Outage, order_id=order_id)),
        traces=tuple(workspace.all(Trace, order_id=order_id)),
        footprint=_first(workspace.all(Footprint, order_id=order_id)),
        conflicts=tuple(sorted(conflicts, key=lambda c: (VERDICT_ORDER.index(c.verdict), c.edge_m))),
        notice=_first(workspace.all(OrderNotice, order_id=order_id)),
        plan=plan,
        stops=tuple(stops),
        crew=tuple(workspace.get(Agent, stop.agent_id) for stop in stops),
        unplanned=_first(left_out),
        tree=order_tree(workspace, order_id),
        override=override_of(workspace, order_id),
        duration=duration_parts(order, judged_by(workspace, order)),
    )


def _first(records: list[R]) -> R | None:
    return records[0] if records else None
