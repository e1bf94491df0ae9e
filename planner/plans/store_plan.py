# SPDX-License-Identifier: GPL-3.0-or-later
"""Store a plan, whole or made of parts, in one transaction: its records and the next state of its orders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ...core.ids import OrderId
from ...routing.check.checker import Checked, check
from ...routing.model.problem import Cost, Solution
from ...workorders.life.moves import Trail
from ...workorders.orders import OrderState, WorkOrder
from ..plan_versions import next_moment, next_plan_id
from ..ports import Workspace
from ..records import Plan, PlanUnplanned
from ..tours.plan_options import PlanOptions
from ..tours.sound_input import set_aside_records
from ..tours.tour_problem import TourProblem
from ..tours.violations import refuse_broken
from ..trails import trail_after
from ..zones.zone_parts import zone_reason
from .plan_basis import PlanBasis
from .plan_records import plan_records


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """A solved problem that the checker has confirmed; ``zone`` None: not one of several."""

    tours: TourProblem
    solution: Solution
    checked: Checked
    zone: str | None = None

    @property
    def left_out(self) -> tuple[OrderId, ...]:
        """Return the orders that the part does not plan."""
        return self.tours.left_out(self.solution)

    @classmethod
    def confirmed(cls, tours: TourProblem, solution: Solution, zone: str | None = None) -> PlannedPart:
        """Have the checker confirm a solution; ``Failure`` when it breaks a rule."""
        checked = check(tours.problem, solution)
        refuse_broken(tours.problem, checked)
        return cls(tours, solution, checked, zone)


def store_plan(
    workspace: Workspace,
    options: PlanOptions,
    parts: Sequence[PlannedPart],
    basis: PlanBasis,
    *,
    now: datetime,
    who: str,
) -> Plan:
    """Store the plan that the parts make together, the one in force from then on.

    Costs and totals are sums over the parts: an uneven load is measured within each. Orders that were set
    aside are left out with their reasons; they cost nothing, since no plan could take them in.
    """
    terms = [part.checked.cost.minutes() for part in parts]
    plan = Plan(
        plan_id=next_plan_id(workspace, options.day),
        first_day=options.day,
        days=options.days,
        created_at=next_moment(workspace, options.day, now=now),
        seed=options.seed,
        seconds=max((part.solution.seconds for part in parts), default=0.0),
        objective=options.objective,
        cost={term: sum(part[term] for part in terms) for term in Cost().minutes()},
        total=sum(part.checked.total for part in parts),
    )
    records = [record for part in parts for record in _records(plan, part, basis)]
    aside = [workspace.get(WorkOrder, order_id) for order_id in basis.set_aside]
    touched = [*aside, *(order for part in parts for order in part.tours.orders)]
    trail = trail_after(workspace, touched, now=now, who=who, by_plan=True)
    with workspace.command("plan", who=who) as transaction:
        transaction.add([plan, *records, *set_aside_records(plan, basis.set_aside)])
        for part in parts:
            for order in _changed(part.tours.orders, set(part.left_out), trail, plan):
                transaction.save(order)
        for order in _changed(aside, {order.order_id for order in aside}, trail, plan):
            transaction.save(order)
        transaction.add(trail.made)
    return plan


def _records(plan: Plan, part: PlannedPart, basis: PlanBasis) -> Iterator[object]:
    # everybody, so that each agent has a colour of their own
    tours = replace(part.tours, agents=basis.team.agents)
    asks_all = part.zone is None or len(part.tours.agents) == len(basis.team.agents)
    grants = basis.team.grants
    for record in plan_records(plan, tours, part.solution, part.checked, basis.roads, grants=grants):
        if isinstance(record, PlanUnplanned) and not asks_all:
            others = zone_reason(part.zone or "")
            yield replace(record, reasons=[*record.reasons, others])
        else:
            yield record


def _changed(
    orders: Sequence[WorkOrder], unplanned: set[OrderId], trail: Trail, plan: Plan
) -> list[WorkOrder]:
    """Return the orders that the plan takes in, and those that it drops, in their next state."""
    changed = []
    for order in orders:
        was_planned = order.state is OrderState.PLANNED
        if was_planned and order.order_id in unplanned:
            changed.append(trail.move(order, OrderState.QUALIFIED, reason=plan.plan_id))
        elif not was_planned and order.order_id not in unplanned:
            changed.append(trail.move(order, OrderState.PLANNED, reason=plan.plan_id))
    return changed
