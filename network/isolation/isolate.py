# SPDX-License-Identifier: GPL-3.0-or-later
"""Isolate a place: the valves to close and everything that loses water."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
from shapely.geometry import Point

from ...core.ids import AssetId
from ...core.messages import Message
from ..assets.arrays import Ints, as_ints
from ..assets.roles import Role
from ..assets.sorted_ids import listed
from ..topology.attachments import SEARCH_M
from ..topology.pieces import draw
from ..water.water_network import WaterNetwork
from .closing_order import closing_order
from .combination import combine
from .cuts import Cut, cut_off
from .losses import losses_in
from .next_ring import next_rings
from .results import Isolation
from .targets import Target, find_target
from .valve_reasons import reasons_of


def isolate(
    network: WaterNetwork,
    *,
    asset: AssetId | None = None,
    role: Role | None = None,
    point: Point | None = None,
    unusable: Collection[AssetId] = (),
    beside: Sequence[Collection[AssetId]] = (),
    search_m: float = SEARCH_M,
) -> Isolation:
    """Return what it takes to isolate an asset or a place, and what it costs.

    Where assets of several kinds share an id, ``role`` says which is meant; pipes come first without it.
    A pipe is isolated over its whole length unless ``point`` tells the place on it; a hydrant, connection,
    delivery point or regulator where it meets the pipes; a valve on both sides. A point alone means the
    nearest pipe within ``search_m``. The cut extends beyond ``unusable`` valves as beyond stuck ones.
    ``beside`` holds the valves closed for other cuts at the same time, one collection a cut: what only the
    combination takes away is told apart. Without a declared source every valve around the cut is listed and a
    note says what was not computed.

    An id that does not exist, and a point too far from any pipe, are an ``InputError``. In O(k log k) of what
    loses water: the size of the network does not count.
    """
    for valve in (*unusable, *(valve for other in beside for valve in other)):
        network.register.require_valve(valve)
    target = find_target(network, asset, point, role=role, search_m=search_m)
    lost = as_ints(np.concatenate([target.devices, *(_rows(network, [valve]) for valve in unusable)]))
    cut = cut_off(network, target.segments, lost=lost)
    others = [_rows(network, other) for other in beside]
    return _describe(network, target, cut, lost=lost, others=others)


def _rows(network: WaterNetwork, valves: Collection[AssetId]) -> Ints:
    return as_ints(np.concatenate([as_ints([]), *(network.register.rows(Role.VALVE, v) for v in valves)]))


def _describe(
    network: WaterNetwork, target: Target, cut: Cut, *, lost: Ints, others: Sequence[Ints]
) -> Isolation:
    mains, devices = network.mains, network.mains.devices
    order = closing_order(network, cut)
    all_lost, starved = losses_in(network, cut.affected), losses_in(network, cut.starved)
    without_water = _already_dry(network, cut.affected)
    close = tuple(AssetId(name) for name in dict.fromkeys(devices.ids[order]))
    return Isolation(
        asset=target.asset,
        point=target.point,
        close=close,
        reopen=close[::-1],
        already_closed=listed(devices.ids[cut.already_closed]),
        reasons=reasons_of(network, target, cut, order),
        pipes=all_lost.pipes,
        secondary_pipes=starved.pipes,
        nodes=tuple(sorted(mains.joints.ids[network.holdings.nodes.of(cut.affected)])),
        length_m=all_lost.length_m,
        volume_m3=all_lost.volume_m3,
        customers=(*all_lost.sensitive_customers, *all_lost.other_customers),
        sensitive_customers=all_lost.sensitive_customers,
        secondary_customers=(*starved.sensitive_customers, *starved.other_customers),
        customers_by_category=_categories(network, cut),
        hydrants=all_lost.hydrants,
        already_dry=cut.already_dry,
        geometry=draw(mains.pieces, all_lost.pieces, mains.lines),
        next_rings=next_rings(network, target, cut, order=order, lost=lost),
        combination=combine(network, cut, others=others) if others else None,
        relies_on=listed(devices.ids[cut.relies_on]),
        already_dry_customers=without_water,
        notes=tuple(_notes(network, cut, unmeasured_m=all_lost.unmeasured_m, without_water=without_water)),
    )


def _already_dry(network: WaterNetwork, segments: Ints) -> tuple[AssetId, ...]:
    """Return the customers on some segments that no source reached before; none where none is declared."""
    dry = segments[~network.supplied[segments]]
    if not len(network.sources.feeding):
        return ()
    return listed(network.customers.ids[network.holdings.customers.of(dry)])


def _categories(network: WaterNetwork, cut: Cut) -> dict[str, int]:
    """Count the customers by kind of user, the largest kind first; an unknown kind is ``""``."""
    rows = network.holdings.customers.of(cut.affected)
    return dict(Counter(network.user_type[rows].tolist()).most_common())


def _notes(
    network: WaterNetwork, cut: Cut, *, unmeasured_m: float, without_water: tuple[AssetId, ...]
) -> list[Message]:
    notes = []
    segment = network.sources.segment
    if not len(network.sources.feeding):
        notes.append(Message("network.no_source_note"))
    if cut.has_source:
        inside = listed(network.sources.ids[np.isin(segment, cut.isolated)])
        notes.append(Message("network.source_in_cut", {"sources": ", ".join(inside)}))
    if cut.already_dry:
        notes.append(Message("network.already_dry"))
    elif without_water:
        notes.append(Message("network.customers_dry", {"count": len(without_water)}))
    if len(cut.relies_on):
        holding = listed(network.mains.devices.ids[cut.relies_on])
        notes.append(Message("network.relies_on_check_valve", {"check_valves": ", ".join(holding)}))
    if unmeasured_m > 0:
        notes.append(Message("network.diameter_unknown", {"length_m": round(unmeasured_m)}))
    return [*notes, *network.remarks]
