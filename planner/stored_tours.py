# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan in force as a tour problem with its solution, to ask questions of."""

from __future__ import annotations

from collections import Counter

from ..routing.planning_rules import planning_rules
from ..routing.problem import Cost, Solution, Stop
from ..workorders.orders import WorkOrder
from .order_ties import order_ties
from .ports import Workspace
from .records import Plan, PlanStop
from .roads import travel_model
from .tour_problem import Horizon, Team, TourProblem, tour_problem


def stored_tours(workspace: Workspace, plan: Plan) -> tuple[TourProblem, Solution]:
    """Return the problem of a plan as the workspace has it now, and the stops of the plan that it still has.

    Breaks are not stored: they are taken as late as they can be.
    """
    objective = plan.objective if plan.objective in planning_rules().presets else "balanced"
    orders = workspace.all(WorkOrder)
    tours = tour_problem(
        Team.of(workspace),
        orders,
        horizon=Horizon.seen_from(plan.first_day, plan.days, now=plan.created_at),
        travel=travel_model(workspace),
        objective=objective,
        ties=order_ties(workspace, orders),
    )
    return tours, _solution(tours, plan, workspace.all(PlanStop, plan_id=plan.plan_id))


def _solution(tours: TourProblem, plan: Plan, stops: list[PlanStop]) -> Solution:
    problem, dates = tours.problem, tours.horizon.dates
    shifts = {(shift.agent, dates[shift.day]): number for number, shift in enumerate(problem.shifts)}
    number = {visit.visit_id: index for index, visit in enumerate(problem.visits)}
    visit_of = {
        (order_id, "work"): index for order_id, index in number.items() if order_id not in tours.tasks
    }
    visit_of |= {(task.order_id, task.kind): number[name] for name, task in tours.tasks.items()}
    here = [
        (visit_of[stop.order_id, stop.task], stop)
        for stop in stops
        if (stop.order_id, stop.task) in visit_of and (stop.agent_id, stop.day) in shifts
    ]
    crews = Counter(visit for visit, _ in here)
    whole = [(visit, stop) for visit, stop in here if crews[visit] == len(problem.visits[visit].roles)]
    routes: list[list[Stop]] = [[] for _ in problem.shifts]
    for visit, stop in sorted(whole, key=lambda found: found[1].sequence):
        routes[shifts[stop.agent_id, stop.day]].append(Stop(visit, stop.role))
    first = {visit: stop.start for visit, stop in whole if stop.role == 0}
    left_out = tuple(visit.visit_id for index, visit in enumerate(problem.visits) if index not in first)
    return Solution(
        routes=tuple(map(tuple, routes)),
        unplanned=left_out,
        cost=Cost(**plan.cost),
        total=plan.total,
        seed=plan.seed,
        iterations=0,
        seconds=plan.seconds,
        order=tuple(sorted(first, key=first.__getitem__)),
    )
