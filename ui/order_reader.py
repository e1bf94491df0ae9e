# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what the list shows out of a workspace; runs in worker threads and touches no widget.

What a single order takes is read elsewhere (``sheet_reader``): its libraries are not waited for here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from ..core.resources import Zone
from ..planner.agent_names import agent_names
from ..planner.conditions import Where
from ..planner.orders_at_hand import orders_at_hand
from ..planner.plan_versions import current_plan, latest_plan
from ..planner.ports import Workspace
from ..planner.records import OrderNotice, Plan, PlanStop, PlanTour
from ..planner.running.desk_moment import desk_day, desk_moment
from ..qgis_bridge.labels import learn_names
from ..store.workspaces import open_workspace
from ..workorders.orders import WorkOrder
from .order_rows import OrderRow, due_of
from .view_state import ShownPlan


@dataclass(frozen=True, slots=True)
class FoundRows:
    """The orders of the list, the day that the desk works at, and the plan that gave them their places."""

    rows: tuple[OrderRow, ...]
    desk_day: date
    plan: ShownPlan | None


def read_rows(url: str, day: date | None = None) -> FoundRows:
    """Return the orders that are open and those of a plan, with their places in it.

    That is the plan of ``day`` where there is one, else the one in force.
    """
    with opened(url) as workspace:
        latest = current_plan(workspace)
        plan = latest if day is None else plan_shown(workspace, day) or latest
        shown = plan and ShownPlan(str(plan.plan_id), plan.first_day, plan.days, plan == latest)
        return FoundRows(_rows(workspace, plan), desk_day(workspace, latest, datetime.now()), shown)


def plan_shown(workspace: Workspace, day: date | None) -> Plan | None:
    """Return the plan in force on a day, the latest one without a day; None when there is none."""
    if day is None:
        return current_plan(workspace)
    return latest_plan(p for p in workspace.all(Plan) if 0 <= (day - p.first_day).days < p.days)


@contextmanager
def opened(url: str) -> Iterator[Workspace]:
    """Open a workspace, its names learnt, and close it again."""
    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        yield workspace
    finally:
        workspace.close()


def _rows(workspace: Workspace, plan: Plan | None) -> tuple[OrderRow, ...]:
    names = agent_names(workspace)
    zones = {zone.zone_id: zone.name for zone in workspace.all(Zone)}
    now = desk_moment(workspace, datetime.now())
    stops: dict[str, list[PlanStop]] = defaultdict(list)
    colours: dict[str, str] = {}
    if plan is not None:
        for stop in workspace.all(PlanStop, plan_id=plan.plan_id, task="work"):
            stops[stop.order_id].append(stop)
        colours = {str(t.agent_id): t.colour for t in workspace.all(PlanTour, plan_id=plan.plan_id)}
    at_hand = orders_at_hand(workspace, plan)
    ids = sorted(order.order_id for order in at_hand)
    notices = workspace.all(OrderNotice, where=[Where("order_id", among=ids)])
    states = {notice.order_id: notice.state for notice in notices if notice.kind != "none"}
    return tuple(
        replace(
            _row(order, stops[order.order_id], names, colours),
            zone=zones.get(order.zone, order.zone),
            notice=states.get(order.order_id, ""),
            due=due_of(order.due_at, now),
        )
        for order in at_hand
    )


def _row(
    order: WorkOrder, stops: list[PlanStop], names: Mapping[str, str], colours: Mapping[str, str]
) -> OrderRow:
    if not stops:
        return OrderRow(order)
    crew = sorted(stops, key=lambda stop: stop.role)
    return OrderRow(
        order,
        agents=tuple(names.get(stop.agent_id, stop.agent_id) for stop in crew),
        colour=colours.get(crew[0].agent_id, ""),
        starts_at=crew[0].start,
    )
