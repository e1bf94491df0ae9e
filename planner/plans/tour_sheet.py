# SPDX-License-Identifier: GPL-3.0-or-later
"""What an agent takes along for a day: the stops in their order, with all that is needed at each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from ...core.errors import InputError
from ...core.ids import OrderId
from ...core.resources import Agent
from ...workorders.orders import WorkOrder
from ...workorders.requests import ServiceRequest
from ..conditions import Where
from ..plan_versions import plan_in_force
from ..ports import Workspace
from ..records import Outage, PlanStop, PlanTour


@dataclass(frozen=True, slots=True)
class SheetStop:
    """A stop of a tour with its order, who asked for it, and its cut; None where there is none."""

    stop: PlanStop
    order: WorkOrder
    request: ServiceRequest | None
    outage: Outage | None

    @property
    def parts(self) -> Mapping[str, int]:
        """Return the parts that the work takes; other stops take none."""
        return self.order.parts if self.stop.task == "work" else {}


@dataclass(frozen=True, slots=True)
class TourSheet:
    """One agent's day; the stops are in their order."""

    agent: Agent
    tour: PlanTour
    stops: tuple[SheetStop, ...]

    @property
    def parts(self) -> dict[str, int]:
        """Return what the works of the tour take together, by name; its first agent takes a crew's."""
        taken: Counter[str] = Counter()
        for one in self.stops:
            if one.stop.role == 0:
                taken.update(one.parts)
        return dict(sorted(taken.items()))

    @property
    def equipment(self) -> tuple[str, ...]:
        """Return the equipment that the works of the tour need, by name."""
        needed = (name for one in self.stops if one.stop.task == "work" for name in one.order.equipment)
        return tuple(sorted(set(needed)))


def tour_sheets(workspace: Workspace, day: date, *, agent_id: str = "") -> tuple[TourSheet, ...]:
    """Return the sheets of a day by the plan in force, by agent; of one agent alone where one is named.

    Raises
    ------
    InputError
        No plan holds the day, or the agent has no tour on it.
    """
    plan = plan_in_force(workspace, day)
    tours = [tour for tour in workspace.all(PlanTour, plan_id=plan.plan_id) if tour.day == day]
    known = sorted(tour.agent_id for tour in tours)
    if agent_id and agent_id not in known:
        raise InputError("day.no_agent", agent=agent_id, day=day, known=", ".join(known) or "-")
    stops = [stop for stop in workspace.all(PlanStop, plan_id=plan.plan_id) if stop.day == day]
    orders = _Orders.read(workspace, {stop.order_id for stop in stops})
    return tuple(
        TourSheet(
            workspace.get(Agent, tour.agent_id),
            tour,
            tuple(
                orders.at(stop)
                for stop in sorted(stops, key=lambda stop: stop.sequence)
                if stop.agent_id == tour.agent_id
            ),
        )
        for tour in sorted(tours, key=lambda tour: tour.agent_id)
        if agent_id in ("", tour.agent_id)
    )


@dataclass(frozen=True, slots=True)
class _Orders:
    orders: Mapping[OrderId, WorkOrder]
    requests: Mapping[str, ServiceRequest]
    outages: Mapping[OrderId, Outage]

    @classmethod
    def read(cls, workspace: Workspace, names: Collection[OrderId]) -> _Orders:
        named = [Where("order_id", among=list(names))]
        orders = {order.order_id: order for order in workspace.all(WorkOrder, where=named)}
        asked = [Where("request_id", among=[str(o.request_id) for o in orders.values() if o.request_id])]
        return cls(
            orders,
            {str(one.request_id): one for one in workspace.all(ServiceRequest, where=asked)},
            {outage.order_id: outage for outage in workspace.all(Outage, where=named)},
        )

    def at(self, stop: PlanStop) -> SheetStop:
        order = self.orders[stop.order_id]
        return SheetStop(
            stop, order, self.requests.get(str(order.request_id)), self.outages.get(stop.order_id)
        )
