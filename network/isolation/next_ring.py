# SPDX-License-Identifier: GPL-3.0-or-later
"""Plan B: the cut if one of the valves to close does not hold."""

from __future__ import annotations

import numpy as np

from ...core.ids import AssetId
from ..assets.arrays import Ints
from ..topology.pieces import draw
from ..water.water_network import WaterNetwork
from .closing_order import closing_order
from .cuts import Cut, cut_off
from .losses import losses_in
from .results import NextRing
from .targets import Target


def next_rings(
    network: WaterNetwork, target: Target, cut: Cut, *, order: Ints, lost: Ints
) -> tuple[NextRing, ...]:
    """Return the next ring of every valve to close, in the order of closing; one more cut each."""
    return tuple(_without(network, target, cut, device=device, lost=lost) for device in order)


def _without(network: WaterNetwork, target: Target, cut: Cut, *, device: int, lost: Ints) -> NextRing:
    wider = cut_off(network, target.segments, lost=np.append(lost, device))
    more = losses_in(network, np.setdiff1d(wider.affected, cut.affected))
    mains = network.mains
    return NextRing(
        valve=AssetId(mains.devices.ids[device]),
        close=tuple(AssetId(mains.devices.ids[row]) for row in closing_order(network, wider)),
        extra_customers=more.customers,
        extra_sensitive=more.sensitive_customers,
        extra_hydrants=more.hydrants,
        extra_length_m=more.length_m,
        can_isolate=not wider.has_source or cut.has_source,
        geometry=draw(mains.pieces, more.pieces, mains.lines),
    )
