# SPDX-License-Identifier: GPL-3.0-or-later
"""Plan the tours of some days: solve, have the checker confirm, explain what is left out, store it all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ..core.errors import Failure, InputError
from ..core.ids import OrderId, PlanId
from ..core.progress import Progress, SilentProgress, Span
from ..core.resources import SkillGrant
from ..routing.checker import Checked, check
from ..routing.planning_rules import planning_rules
from ..routing.problem import Solution
from ..routing.travel import TravelModel
from ..workorders.lifecycle import move
from ..workorders.orders import OrderState, WorkOrder
from .order_ties import order_ties
from .plan_records import plan_records
from .ports import Workspace
from .records import Plan
from .roads import travel_model
from .solve_tours import Search, solve_tours
from .tour_problem import Horizon, Team, TourProblem, tour_problem


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What to plan and how long to search; ``objective`` names a preset of the planning rules.

    With ``iterations`` the search stops after that many steps and gives the same plan on every machine.
    """

    day: date
    days: int = 1
    seconds: float = 8.0
    iterations: int | None = None
    seed: int = 1
    objective: str = "balanced"


def plan_days(
    workspace: Workspace,
    options: PlanOptions,
    *,
    now: datetime,
    who: str,
    progress: Progress | None = None,
) -> Plan:
    """Plan the orders that wait and store the plan, the one in force from then on; its orders become planned.

    Nothing starts before ``now`` when that lies within the days planned.

    Raises
    ------
    InputError
        No agent works on these days, or the objective is not one of the presets.
    Failure
        The checker found a violation: nothing is stored.
    """
    progress = progress or SilentProgress()
    travel = travel_model(workspace)
    tours = _problem(workspace, options, travel, now=now)
    search = Search(seconds=options.seconds, seed=options.seed, iterations=options.iterations)
    tours, solution = solve_tours(tours, search, progress=Span(progress, 0.0, 0.9))
    checked = check(tours.problem, solution)
    if checked.violations:
        broken = (f"{v.code} {v.visit_id} {v.detail}".strip() for v in checked.violations)
        raise Failure("plan.violations", found="; ".join(broken))
    progress.report(0.92, "plan.storing")
    return _store(workspace, options, tours, solution, checked, travel, now=now, who=who)


def _problem(
    workspace: Workspace, options: PlanOptions, travel: TravelModel, *, now: datetime
) -> TourProblem:
    horizon = Horizon.seen_from(options.day, options.days, now=now)
    team = Team.of(workspace)
    presets = planning_rules().presets
    if options.objective not in presets:
        raise InputError("plan.objective", found=options.objective, expected=", ".join(presets))
    if not any(team.present(day) for day in horizon.dates):
        raise InputError("plan.nobody", day=options.day)
    orders = workspace.all(WorkOrder)
    return tour_problem(
        team,
        orders,
        horizon=horizon,
        travel=travel,
        objective=options.objective,
        ties=order_ties(workspace, orders),
    )


def _store(
    workspace: Workspace,
    options: PlanOptions,
    tours: TourProblem,
    solution: Solution,
    checked: Checked,
    travel: TravelModel,
    *,
    now: datetime,
    who: str,
) -> Plan:
    plan = Plan(
        plan_id=_next_id(workspace, options.day),
        first_day=options.day,
        days=options.days,
        created_at=now,
        seed=options.seed,
        seconds=solution.seconds,
        objective=options.objective,
        cost=checked.cost.minutes(),
        total=checked.total,
    )
    records = plan_records(plan, tours, solution, checked, travel, grants=workspace.all(SkillGrant))
    with workspace.command("plan", who=who) as transaction:
        transaction.add([plan, *records])
        for order in _changed(tours.orders, set(tours.left_out(solution)), at=now):
            transaction.save(order)
    return plan


def _next_id(workspace: Workspace, day: date) -> PlanId:
    numbers = [int(plan.plan_id.rpartition("/")[2]) for plan in workspace.all(Plan, first_day=day)]
    return PlanId(f"{day}/{max(numbers, default=0) + 1}")


def _changed(orders: Sequence[WorkOrder], unplanned: set[OrderId], *, at: datetime) -> list[WorkOrder]:
    """Return the orders that the plan takes in, and those that it drops, in their next state."""
    changed = []
    for order in orders:
        was_planned = order.state is OrderState.PLANNED
        if was_planned and order.order_id in unplanned:
            changed.append(move(order, OrderState.QUALIFIED, at=at))
        elif not was_planned and order.order_id not in unplanned:
            changed.append(move(order, OrderState.PLANNED, at=at))
    return changed
