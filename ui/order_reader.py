# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what the docks show out of a workspace; runs in worker threads and touches no widget."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from ..core.resources import Agent, Zone
from ..planner.conditions import Where
from ..planner.intake.order_sheet import OrderSheet, order_sheet
from ..planner.orders_at_hand import orders_at_hand
from ..planner.plan_versions import current_plan
from ..planner.ports import Workspace
from ..planner.records import OrderNotice, PlanStop, PlanTour
from ..planner.running.desk_moment import desk_moment
from ..qgis_bridge.labels import learn_names
from ..store.workspaces import open_workspace
from ..workorders.orders import WorkOrder
from .order_rows import OrderRow, due_of


@dataclass(frozen=True, slots=True)
class FoundOrder:
    """An order's sheet and the agents' names by id."""

    sheet: OrderSheet
    names: Mapping[str, str]


def read_rows(url: str) -> tuple[OrderRow, ...]:
    """Return the orders that are open and those of the plan in force, with their places in it."""
    with _opened(url) as workspace:
        return _rows(workspace)


def read_order(url: str, order_id: str) -> FoundOrder:
    """Return what was found for one order."""
    with _opened(url) as workspace:
        names = {str(agent.agent_id): agent.name for agent in workspace.all(Agent)}
        return FoundOrder(order_sheet(workspace, order_id), names)


@contextmanager
def _opened(url: str) -> Iterator[Workspace]:
    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        yield workspace
    finally:
        workspace.close()


def _rows(workspace: Workspace) -> tuple[OrderRow, ...]:
    plan = current_plan(workspace)
    names = {str(agent.agent_id): agent.name for agent in workspace.all(Agent)}
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
