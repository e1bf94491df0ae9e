# SPDX-License-Identifier: GPL-3.0-or-later
"""Appointments for a customer on the phone, over the plans of the next days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ...core.calendars import is_working_day
from ...core.errors import InputError
from ...core.ids import AgentId
from ...routing.check.repair import as_solution
from ...routing.day.slots import Slot, best_slots
from ...routing.model.planning_rules import BALANCED, PlanningRules, is_objective
from ...routing.model.problem import Problem, Solution
from ...workorders.orders import WorkOrder
from ..orders_at_hand import orders_with_tied
from ..plan_versions import current_plan, has_plan
from ..plans.event_days import EventDays
from ..plans.plan_basis import PlanBasis
from ..ports import Workspace
from ..rule_versions import tour_rules_of
from ..running_rules import SlotGrid
from ..tours.tour_problem import Horizon, TourProblem
from .emergency import standing_day
from .plan_in_force import as_planned, require_plannable, running_plan


@dataclass(frozen=True, slots=True)
class Appointment:
    """A window that can be promised: who would come when, and what that costs.

    ``cost_min`` is in weighted minutes, by which windows are compared. ``extra_min`` is the part of it that
    the road and other orders take, ``late_min`` how long after its deadline the order would start.
    """

    opens: datetime
    closes: datetime
    agents: tuple[AgentId, ...]
    start: datetime
    cost_min: float
    extra_min: float
    late_min: int


def find_slots(
    workspace: Workspace, order_id: str, *, now: datetime, days: int | None = None
) -> tuple[Appointment, ...]:
    """Return the best windows of ``running_day.yaml`` for an order that is not planned, the cheapest first.

    ``days`` are counted from today on. Each is priced in the plan in force on it, what has left apart; a day
    without a plan is empty, and weighed as the latest plan was; on a weekend or public holiday without one
    nobody works. Of windows that cost the same minutes, the earlier comes first.

    Raises
    ------
    InputError
        The order is unknown, already planned, or in no state to be planned.
    Failure
        A plan in force no longer keeps the rules.
    """
    most = tour_rules_of(workspace, now.date()).running.slots.most
    found: list[Appointment] = []
    for part in open_days(workspace, order_id, now=now, days=days):
        problem = part.tours.problem
        slots = best_slots(problem, part.solution, order_id, part.windows, most=most)
        found += (_appointment(problem, part.tours.horizon, order_id, slot) for slot in slots)
    return tuple(sorted(found, key=lambda slot: (round(slot.cost_min), slot.opens))[:most])


@dataclass(frozen=True, slots=True)
class OpenDays:
    """The working days ``dates`` as they stand without an order, with the windows that can be promised.

    On those of ``events`` the calendar keeps the order away.
    """

    dates: tuple[date, ...]
    tours: TourProblem
    solution: Solution
    windows: tuple[tuple[int, int], ...]
    events: EventDays


def open_days(
    workspace: Workspace, order_id: str, *, now: datetime, days: int | None = None
) -> Iterator[OpenDays]:
    """Yield the next days for an order that is not planned, those of one plan together.

    Parameters and errors are those of ``find_slots``.
    """
    grid = tour_rules_of(workspace, now.date()).running.slots
    order = workspace.get(WorkOrder, order_id)
    require_plannable(order)
    last = now.date() + timedelta(days=(days or grid.days) - 1)
    day = now.date()
    while day <= last:
        if not is_working_day(day) and not has_plan(workspace, day):
            day += timedelta(days=1)
            continue
        tours, solution, events = _standing(workspace, order, day, now)
        until = min(last, tours.horizon.dates[-1])
        dates = tuple(one for one in tours.horizon.dates if day <= one <= until)
        windows = tuple(_windows(grid, tours.horizon, day, until, now))
        yield OpenDays(dates, tours, solution, windows, events)
        day = until + timedelta(days=1)


def _standing(
    workspace: Workspace, order: WorkOrder, day: date, now: datetime
) -> tuple[TourProblem, Solution, EventDays]:
    """Return the plan in force on a day as what can still be planned, or an empty day."""
    in_force = running_plan(workspace, day, now, extra=[order.order_id])
    if in_force is None or not in_force.rest(now).shifts:
        return empty_day(workspace, order, day, now)
    standing = standing_day(in_force, now)
    in_force, rest = standing.in_force, standing.rest
    return in_force.tours_of(rest), as_solution(rest.problem, rest.routes, rest.order), in_force.events


def empty_day(
    workspace: Workspace, order: WorkOrder, day: date, now: datetime, *, again: bool = False
) -> tuple[TourProblem, Solution, EventDays]:
    """Return a day on which nothing is planned, and what events keep from it.

    The order is as given; it is one of its own day, or planned ``again`` (see ``read_plan_in_force``).
    """
    orders = orders_with_tied(workspace, [order.order_id]) | {str(order.order_id): order}
    horizon = Horizon.seen_from(day, 1, now=now)
    basis = PlanBasis.read(
        workspace,
        horizon,
        orders=as_planned(orders, {order.order_id}),
        placed={str(order.order_id): ()} if again else {},
        now=now,
    )
    basis.require_sound([order.order_id])
    tours = basis.with_valves_at(_objective(workspace, basis.rules.planning), ())
    if waits_for := tours.held.get(order.order_id):
        raise InputError("day.waits", order=order.order_id, other=waits_for)
    return tours, as_solution(tours.problem, [()] * len(tours.problem.shifts)), basis.events


def _objective(workspace: Workspace, rules: PlanningRules) -> str:
    """Return what a day without a plan is weighed by: as the plan in force, so that days can be compared."""
    plan = current_plan(workspace)
    return plan.objective if plan and is_objective(plan.objective, rules) else BALANCED


def _windows(
    grid: SlotGrid, horizon: Horizon, first: date, last: date, now: datetime
) -> Iterator[tuple[int, int]]:
    """Yield the windows of the days that are not over, in seconds of the horizon."""
    for day in horizon.dates:
        if not first <= day <= last:
            continue
        for opens, closes in grid.windows:
            if datetime.combine(day, closes) > now:
                yield (
                    horizon.seconds(datetime.combine(day, opens)),
                    horizon.seconds(datetime.combine(day, closes)),
                )


def _appointment(problem: Problem, horizon: Horizon, order_id: str, slot: Slot) -> Appointment:
    visit = problem.visits[problem.index_of(order_id)]
    late_s = max(0, slot.start_s - visit.due_s) if visit.due_s is not None else 0
    own_min = problem.weights.lateness * visit.lateness_factor * late_s / 60
    return Appointment(
        opens=horizon.moment(slot.from_s),
        closes=horizon.moment(slot.to_s),
        agents=tuple(problem.shifts[shift].agent for shift in slot.shifts),
        start=horizon.moment(slot.start_s),
        cost_min=slot.cost_min,
        extra_min=max(0.0, slot.cost_min - own_min),
        late_min=late_s // 60,
    )
