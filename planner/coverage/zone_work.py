# SPDX-License-Identifier: GPL-3.0-or-later
"""Load against capacity of zones over some days, with the planned and the late shares of their orders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ...core.calendars import is_working_day
from ...core.resources import Zone
from ...workorders.orders import OrderState, WorkOrder
from ..conditions import Where
from ..life.order_days import AHEAD, OrderDay, order_days
from ..life.overview import shift_min
from ..ports import Workspace
from ..rule_versions import rule_book_of
from ..tours.tour_problem import Team


@dataclass(frozen=True, slots=True)
class ZoneWork:
    """A zone over some days.

    ``load_min`` is the standard time of every agent of the crews of the orders still to be made then,
    ``capacity_min`` that of the agents of the zone who work; shares are None where there is no order (or, of
    ``load_share``, no capacity). An order is late when its day is past its deadline.
    """

    zone: str
    orders: int
    load_min: int
    capacity_min: int
    planned: int
    late: int

    @property
    def load_share(self) -> float | None:
        """Return load by capacity."""
        return self.load_min / self.capacity_min if self.capacity_min else None

    @property
    def planned_share(self) -> float | None:
        """Return which part of the orders a plan in force holds."""
        return self.planned / self.orders if self.orders else None

    @property
    def late_share(self) -> float | None:
        """Return which part of the orders is late."""
        return self.late / self.orders if self.orders else None


def zone_work(workspace: Workspace, first: date, days: int) -> tuple[ZoneWork, ...]:
    """Return load against capacity of every zone from a day on; what is in no zone comes last.

    Orders whose day was before the first one and that are not made yet count on the first day.
    """
    last = first + timedelta(days=days - 1)
    region = rule_book_of(workspace, first).law.region
    team = Team.of(workspace, first)
    capacity: dict[str, int] = {}
    for offset in range(days):
        day = first + timedelta(days=offset)
        if is_working_day(day, region=region):
            for agent in team.present(day):
                capacity[agent.zone] = capacity.get(agent.zone, 0) + shift_min(agent)
    ahead = [*order_days(workspace, first, last), *_overdue(workspace, first)]
    zones = [zone.zone_id for zone in workspace.all(Zone)]
    others = {one.order.zone for one in ahead} | capacity.keys()
    return tuple(
        _work(zone, [one for one in ahead if one.order.zone == zone], capacity.get(zone, 0), first)
        for zone in [*zones, *sorted(others - {*zones})]
    )


def _overdue(workspace: Workspace, first: date) -> list[OrderDay]:
    """Return the orders that no plan has and whose deadline is past."""
    before = datetime.combine(first, time())
    late = Where("due_at", below=before)
    open_orders = workspace.all(WorkOrder, where=[Where("state", among=AHEAD), late])
    return [
        OrderDay(order, first)
        for order in open_orders
        if order.state is OrderState.QUALIFIED and (order.window_start is None or order.window_start < before)
    ]


def _work(zone: str, own: list[OrderDay], capacity_min: int, first: date) -> ZoneWork:
    orders = {one.order.order_id: one for one in own}.values()
    begins = datetime.combine(first, time())
    return ZoneWork(
        zone=zone,
        orders=len(orders),
        load_min=sum(one.order.duration_min * one.order.crew for one in orders),
        capacity_min=capacity_min,
        planned=sum(one.starts_at is not None for one in orders),
        late=sum(
            (one.starts_at or max(begins, datetime.combine(one.day, time()))) > one.order.due_at
            for one in orders
        ),
    )
