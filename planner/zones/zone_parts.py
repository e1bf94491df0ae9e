# SPDX-License-Identifier: GPL-3.0-or-later
"""The zones of a service as parts that are planned by themselves: whose people, and which orders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import networkx as nx

from ...core.errors import InputError
from ...core.ids import AgentId, OrderId
from ...core.resources import Agent, Zone
from ...routing.model.problem import Visit
from ...workorders.orders import WorkOrder
from ..order_chains import PLANNABLE
from ..tours.tour_problem import Team, TourProblem

_ASKED_IN_ZONE = "other_zone"

# the part of the people who belong to no zone and of the orders that lie in none
NO_ZONE = ""
ALL_ZONES = "all"


@dataclass(frozen=True, slots=True)
class ZonePart:
    """The people of a zone, or of zones whose orders are tied to each other, and the orders there.

    ``orders`` are those to plan (``todo``), and all that cannot be planned any more: some may be what others
    wait for. ``zone_of`` gives the zone of each order to plan.
    """

    zones: tuple[str, ...]
    team: Team
    orders: tuple[WorkOrder, ...]
    zone_of: Mapping[OrderId, str]

    @property
    def name(self) -> str:
        """Return the zone, ``Z1+Z2`` for several; ``NO_ZONE`` for the people and orders without one."""
        return self.zones[0] if len(self.zones) == 1 else "+".join(zone or "-" for zone in self.zones)

    @property
    def todo(self) -> int:
        """Return how many orders are to be planned."""
        return len(self.zone_of)


def zone_parts(
    team: Team,
    orders: Sequence[WorkOrder],
    zones: Sequence[Zone],
    *,
    tied: Iterable[tuple[OrderId, OrderId]] = (),
) -> tuple[ZonePart, ...]:
    """Return the parts in the order of their names, the one without zone last; together they hold everybody.

    Zones with orders that are ``tied`` to each other make one part: none can be planned without the other.

    An agent belongs to the zone of the record. An order belongs to the zone that it was qualified for, else
    to the first that covers its place, else to none.
    """
    homes = {agent.agent_id: agent.zone for agent in team.agents}
    places = {order.order_id: zone_of(order, zones) for order in orders if order.state in PLANNABLE}
    graph = nx.Graph()
    graph.add_nodes_from({*homes.values(), *places.values()})
    graph.add_edges_from((places[a], places[b]) for a, b in tied if a in places and b in places)
    groups = [sorted(group, key=_last_without) for group in nx.connected_components(graph)]
    return tuple(
        ZonePart(
            zones=tuple(group),
            team=replace(team, agents=tuple(a for a in team.agents if homes[a.agent_id] in group)),
            orders=tuple(order for order in orders if places.get(order.order_id, group[0]) in group),
            zone_of={order: zone for order, zone in places.items() if zone in group},
        )
        for group in sorted(groups, key=lambda group: _last_without(group[0]))
    )


def _last_without(zone: str) -> tuple[bool, str]:
    return zone == NO_ZONE, zone


def chosen_zones(asked: str, parts: Sequence[ZonePart]) -> frozenset[str]:
    """Return the zones that ``all`` or a list such as ``Z1,Z2`` names; ``InputError`` for an unknown one."""
    known = sorted((zone for part in parts for zone in part.zones), key=_last_without)
    if asked.strip() == ALL_ZONES:
        return frozenset(known)
    chosen = [name.strip() for name in asked.split(",")]
    for name in chosen:
        if name == NO_ZONE or name not in known:
            raise InputError("plan.zone", found=name, expected=", ".join([*filter(None, known), ALL_ZONES]))
    return frozenset(chosen)


def zone_of(order: WorkOrder, zones: Iterable[Zone]) -> str:
    """Return the zone that an order was qualified for, else the first that covers its place, else none."""
    if order.zone:
        return order.zone
    return next((zone.zone_id for zone in zones if zone.geometry.covers(order.place)), NO_ZONE)


def strangers(agents: Iterable[Agent], zone: str) -> frozenset[AgentId]:
    """Return the agents who belong to another zone."""
    return frozenset(agent.agent_id for agent in agents if agent.zone != zone)


def kept_to_zones(tours: TourProblem, zones: Mapping[OrderId, str]) -> TourProblem:
    """Return the problem in which nobody of another zone makes an order whose zone is given."""

    def kept(visit: Visit) -> Visit:
        order_id = tours.task_of(visit.visit_id).order_id
        if order_id not in zones:
            return visit
        return replace(visit, forbidden=visit.forbidden | strangers(tours.agents, zones[order_id]))

    visits = tuple(kept(visit) for visit in tours.problem.visits)
    return replace(tours, problem=replace(tours.problem, visits=visits))


def zone_reason(zone: str) -> dict[str, str]:
    """Return, as a plan keeps it, that only the people of some zones were asked to make an order."""
    return {"agent": "", "day": "", "code": _ASKED_IN_ZONE, "detail": zone}


def is_zone_reason(reason: Mapping[str, str]) -> bool:
    """Tell whether a stored reason is that of a plan made by zones."""
    return reason["code"] == _ASKED_IN_ZONE
