# SPDX-License-Identifier: GPL-3.0-or-later
"""Shut-offs in the tour problem: which valves are stops of their own, which cuts must not meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from shapely.geometry import Point

from ...core.ids import OrderId
from ...routing.model.links import Link, LinkKind
from ...routing.model.problem import Visit
from ...routing.travel import TravelModel
from ..order_chains import bundles
from ..records import OrderLink
from ..shut_off_rules import ShutOffRules
from .order_ties import OrderTies
from .valve_rounds import ShutOffUnit, StopTask, largest, unit_links, valve_stops, within_work


@dataclass(slots=True)
class ShutOffStops:
    """The visits with those of valves among them; ``places`` are those of the valves."""

    visits: tuple[Visit, ...]
    places: list[Point] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tasks: dict[str, StopTask] = field(default_factory=dict)
    units: tuple[ShutOffUnit, ...] = ()


def shut_off_stops(
    visits: Sequence[Visit],
    ties: OrderTies,
    links: Sequence[OrderLink],
    *,
    first_place: int,
    rides: Sequence[TravelModel],
    rules: ShutOffRules,
) -> ShutOffStops:
    """Return the visits of orders with the stops at their valves, and what ties these together.

    ``links`` are those between orders that can be planned, ``rides`` the ways of those who may operate the
    valves. Orders under one cut have their valves operated once, for the largest cut. Where two cuts must not
    meet, the valves are operated within the work: so long as the water is off, the crew is there, and to keep
    the two visits apart keeps the cuts apart.
    """
    by_id = {visit.visit_id: visit for visit in visits}
    pairs = [pair for pair in ties.apart if by_id.keys() >= set(pair)]
    stops = ShutOffStops(tuple(visits))
    stops.links += [Link(one, other, LinkKind.APART) for one, other in pairs]
    meeting = {order for pair in pairs for order in pair}
    units = []
    for members in _cuts(ties, links, by_id):
        if meeting & set(members):
            for order_id in members:
                by_id[order_id] = within_work(
                    by_id[order_id], ties.rounds[order_id], rides=rides, rules=rules
                )
            continue
        units.append(_add(stops, by_id, members, ties, first_place, rides=rides, rules=rules))
    stops.visits = tuple(by_id.values())
    stops.units = tuple(units)
    return stops


def _cuts(
    ties: OrderTies, links: Sequence[OrderLink], visits: Mapping[str, Visit]
) -> list[tuple[OrderId, ...]]:
    """Return the orders with stops at valves, together those under one cut, the first of them in front."""
    shared = [members for members in bundles(links) if ties.rounds.keys() >= set(members)]
    joined = {order_id for members in shared for order_id in members}
    alone = [(order_id,) for order_id in ties.rounds if order_id in visits and order_id not in joined]
    return [*shared, *alone]


def _add(
    stops: ShutOffStops,
    by_id: dict[str, Visit],
    members: Sequence[OrderId],
    ties: OrderTies,
    first_place: int,
    *,
    rides: Sequence[TravelModel],
    rules: ShutOffRules,
) -> ShutOffUnit:
    """Add the stops of one cut; the order in front shares its worth with them."""
    first, place = by_id[members[0]], first_place + len(stops.places)
    one_way = largest((ties.rounds[order_id] for order_id in members), members[0])
    added = valve_stops(first, members, one_way, first_place=place, rides=rides, rules=rules)
    by_id[first.visit_id] = replace(
        first, value_min=first.value_min - sum(visit.value_min for visit in added.visits)
    )
    by_id |= {visit.visit_id: visit for visit in added.visits}
    stops.places += added.places
    stops.tasks |= added.tasks
    duration_s = {str(order_id): by_id[order_id].duration_s for order_id in members}
    stops.links += unit_links(added.unit, duration_s, rules)
    return added.unit
