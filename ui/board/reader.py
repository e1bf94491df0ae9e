# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the planning board out of a workspace; runs in worker threads and touches no widget."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from ...core.resources import Absence, Agent, Subcontractor
from ...planner.conditions import Where
from ...planner.order_chains import PLANNABLE
from ...planner.ports import Workspace
from ...planner.records import OrderPin, Plan, PlanStop, PlanTour, PlanUnplanned
from ...planner.resources.subcontracts import missing_skills
from ...planner.tours.reasons import GatheredReason, gather_reasons
from ...planner.tours.tour_problem import Horizon, is_absent
from ...qgis_bridge.labels import job_text
from ...workorders.orders import OrderState, WorkOrder
from .rows import Block, Board, Row, Waiting, WorkingTime

_BEGUN = frozenset(
    {OrderState.IN_PROGRESS, OrderState.DONE, OrderState.NOT_DONE, OrderState.TO_CORRECT, OrderState.CLOSED}
)
_WITHOUT_PLAN = PLANNABLE - {OrderState.PLANNED}


def read_board(workspace: Workspace, plan: Plan | None, *, today: date) -> Board:
    """Return the board of a plan, or of ``today`` without tours when there is none."""
    agents = workspace.all(Agent)
    absences = workspace.all(Absence)
    if plan is None:
        rows = (_row(agent, [today], absences, (), None) for agent in agents)
        return Board(today, 1, _sorted(rows))
    stored = workspace.all(PlanStop, plan_id=plan.plan_id)
    left_out = workspace.all(PlanUnplanned, plan_id=plan.plan_id)
    orders = _orders(workspace, [row.order_id for row in (*stored, *left_out)])
    # what was taken off the plan since waits for another one: it was split, put off, rejected
    gone = {key for key in (stop.order_id for stop in stored) if _waits(orders.get(key))}
    planned = [stop for stop in stored if stop.order_id not in gone]
    newcomers = _newcomers(workspace, orders.keys() - gone)
    stops: dict[str, list[PlanStop]] = defaultdict(list)
    for stop in planned:
        stops[stop.agent_id].append(stop)
    tours: dict[str, list[PlanTour]] = defaultdict(list)
    for tour in workspace.all(PlanTour, plan_id=plan.plan_id):
        tours[tour.agent_id].append(tour)
    days = Horizon(plan.first_day, plan.days).dates
    rows = (
        _row(agent, days, absences, _blocks(stops[agent.agent_id], orders), tours[agent.agent_id])
        for agent in agents
    )
    return Board(
        plan.first_day,
        plan.days,
        _sorted(rows),
        _waiting(left_out, orders, newcomers),
        plan.plan_id,
        frozenset(str(pin.order_id) for pin in workspace.all(OrderPin)),
        _companies(workspace.all(Subcontractor), orders.values()),
    )


def _companies(
    known: Sequence[Subcontractor], orders: Iterable[WorkOrder]
) -> dict[str, tuple[tuple[str, str], ...]]:
    return {
        order.order_id: tuple((c.subcontractor_id, c.name) for c in known if not missing_skills(order, c))
        for order in orders
        if order.state in PLANNABLE
    }


def _orders(workspace: Workspace, names: Iterable[str]) -> dict[str, WorkOrder]:
    known = workspace.all(WorkOrder, where=[Where("order_id", among=tuple(names))])
    return {order.order_id: order for order in known}


def _blocks(stops: Iterable[PlanStop], orders: Mapping[str, WorkOrder]) -> tuple[Block, ...]:
    places: dict[date, int] = defaultdict(int)
    found = []
    for stop in sorted(stops, key=lambda stop: (stop.start, stop.sequence)):
        order = orders.get(stop.order_id)
        places[stop.day] += stop.task == "work"
        found.append(
            Block(
                order_id=stop.order_id,
                task=stop.task,
                role=stop.role,
                start=stop.start,
                end=stop.end,
                arrive=stop.arrive,
                travel_s=stop.travel_s,
                label=job_text(order) if order else "",
                address=order.address if order else "",
                priority=order.priority.value if order else "P4",
                state=order.state.value if order else "",
                due_at=order.due_at if order else stop.end,
                place_in_tour=places[stop.day],
                is_fixed=order is not None and order.state in _BEGUN,
            )
        )
    return tuple(found)


def _row(
    agent: Agent,
    days: Iterable[date],
    absences: Iterable[Absence],
    blocks: tuple[Block, ...],
    tours: Iterable[PlanTour] | None,
) -> Row:
    known = list(tours or ())
    absences = list(absences)
    return Row(
        agent_id=agent.agent_id,
        name=agent.name,
        zone=agent.zone,
        colour=known[0].colour if known else "",
        hours=tuple(_hours(agent, day) for day in days if not is_absent(agent, day, absences)),
        blocks=blocks,
        travel_s=sum(tour.travel_s for tour in known),
    )


def _hours(agent: Agent, day: date) -> WorkingTime:
    clocks = (agent.day_start, agent.day_end, agent.lunch_start, agent.lunch_end)
    return WorkingTime(*(datetime.combine(day, clock) for clock in clocks), agent.lunch_min)


def _sorted(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (row.zone, row.name, row.agent_id)))


def _waits(order: WorkOrder | None) -> bool:
    return order is not None and order.state in _WITHOUT_PLAN


def _newcomers(workspace: Workspace, known: Collection[str]) -> tuple[WorkOrder, ...]:
    """Return the orders without a plan that the one shown never asked about: they came in after it."""
    found = workspace.all(WorkOrder, where=[Where("state", among=_WITHOUT_PLAN)])
    return tuple(order for order in found if order.order_id not in known)


def _waiting(
    left_out: Iterable[PlanUnplanned], orders: Mapping[str, WorkOrder], newcomers: Iterable[WorkOrder]
) -> tuple[Waiting, ...]:
    newcomers = tuple(newcomers)
    came = {order.order_id for order in newcomers}
    known = [
        (orders[row.order_id], gather_reasons(row.reasons)) for row in left_out if row.order_id in orders
    ]
    known += [(order, (GatheredReason("not_asked", "", 1),)) for order in newcomers]
    known.sort(key=lambda pair: (pair[0].priority.value, pair[0].due_at, pair[0].order_id))
    return tuple(
        Waiting(
            order_id=order.order_id,
            label=job_text(order),
            address=order.address,
            priority=order.priority.value,
            due_at=order.due_at,
            duration_min=order.duration_min,
            reasons=reasons,
            is_newcomer=order.order_id in came,
        )
        for order, reasons in known
    )
