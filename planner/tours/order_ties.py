# SPDX-License-Identifier: GPL-3.0-or-later
"""What ties the orders of a plan to each other: their links, their shut-offs, cuts that must not meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from shapely.geometry import Point

from ...core.errors import InputError
from ...core.ids import OrderId
from ...network.assets.roles import Role
from ...network.isolation.interaction import combined_cuts
from ...network.water.water_network import WaterNetwork
from ...workorders.orders import WorkOrder
from ..assets.asset_base import AssetBase
from ..conditions import Where
from ..order_chains import PLANNABLE, bundles, chains
from ..orders_at_hand import links_of
from ..ports import Workspace
from ..records import OrderLink, Outage
from ..tour_rules import TourRules
from .valve_rounds import ValveRound


@dataclass(frozen=True, slots=True)
class OrderTies:
    """The ties of the orders to plan.

    ``rounds`` gives the valves of the orders that have them operated at stops of their own; ``apart`` the
    pairs of orders whose cuts take water from more customers together than each on its own.
    """

    links: tuple[OrderLink, ...] = ()
    rounds: Mapping[OrderId, ValveRound] = field(default_factory=dict)
    apart: tuple[tuple[OrderId, OrderId], ...] = ()


def order_ties(workspace: Workspace, orders: Sequence[WorkOrder], *, rules: TourRules) -> OrderTies:
    """Read the ties of orders; the network is looked at only where two of them cut water."""
    todo = (order.order_id for order in orders if order.state in PLANNABLE)
    links = tuple(links_of(workspace, todo))
    cuts = plannable_cuts(workspace, orders)
    kept = chains(links, orders).links
    shared = [set(members) for members in bundles(kept)]
    own_stops = _with_own_stops(cuts, orders, shared, rules)
    network = _water(workspace) if own_stops or len(cuts) > 1 else None
    return OrderTies(
        links=links,
        rounds=_rounds(network, own_stops, orders, rules) if own_stops else {},
        apart=_apart(network, cuts, shared) if network and len(cuts) > 1 else (),
    )


def plannable_cuts(workspace: Workspace, orders: Iterable[WorkOrder]) -> dict[OrderId, Outage]:
    """Return the water cuts of the orders that can be planned, those without any valve to close left out."""
    todo = {order.order_id for order in orders if order.state in PLANNABLE}
    cuts = workspace.all(Outage, where=[Where("order_id", among=sorted(todo))])
    return {cut.order_id: cut for cut in cuts if cut.close}


def _water(workspace: Workspace) -> WaterNetwork | None:
    """Return the water network, None where the orders with their cuts came without one."""
    try:
        return AssetBase(workspace).water
    except InputError as error:
        if error.message.code != "network.not_imported":
            raise
        return None


def _apart(
    network: WaterNetwork, cuts: Mapping[OrderId, Outage], shared: Sequence[set[OrderId]]
) -> tuple[tuple[OrderId, OrderId], ...]:
    """Return the orders whose cuts combine, those that share a cut by choice left out."""
    keys = list(cuts)
    found = combined_cuts(network, [cut.close for cut in cuts.values()])
    pairs = [(keys[pair.first], keys[pair.second]) for pair in found]
    return tuple(pair for pair in pairs if not any(members.issuperset(pair) for members in shared))


def _with_own_stops(
    cuts: Mapping[OrderId, Outage],
    orders: Sequence[WorkOrder],
    shared: Sequence[set[OrderId]],
    rules: TourRules,
) -> dict[OrderId, Outage]:
    """Return the cuts whose valves are operated at stops of their own; orders that share one go together."""
    if rules.shut_offs.valve_stops == "within" or not cuts:
        return {}
    if rules.shut_offs.valve_stops == "own":
        return dict(cuts)
    wanted = set(rules.operation.skills)
    own = {o.order_id for o in orders if o.order_id in cuts and not wanted <= {*o.skills, *o.crew_skills}}
    for members in shared:
        own |= members if own & members else set()
    return {key: cut for key, cut in cuts.items() if key in own}


def _rounds(
    network: WaterNetwork | None,
    cuts: Mapping[OrderId, Outage],
    orders: Sequence[WorkOrder],
    rules: TourRules,
) -> dict[OrderId, ValveRound]:
    operation = rules.operation
    at = {order.order_id: order.place for order in orders}
    return {
        key: ValveRound(
            order_id=key,
            valves=cut.close,
            places=tuple(_place(network, valve) or at[key] for valve in cut.close),
            length_m=cut.length_m,
            valve_min=operation.duration_min.p50,
            skills=frozenset(operation.skills),
        )
        for key, cut in cuts.items()
    }


def _place(network: WaterNetwork | None, valve: str) -> Point | None:
    """Return where a valve is; one that the layers no longer hold will be looked for where the work is."""
    if network is None or not network.register.has_valve(valve):
        return None
    rows = network.register.rows(Role.VALVE, valve)
    place: Point = network.mains.devices.geometry[int(rows[0])]
    return place
