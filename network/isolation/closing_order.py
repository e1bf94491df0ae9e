# SPDX-License-Identifier: GPL-3.0-or-later
"""The order in which valves are closed.

Our own rule: the valve that most of the water comes through first, that is the nearest one to a source
along the pipes, the larger pipe first where two are as near. The way from the sources is counted whatever
valves are shut, so that the order does not jump about when one is. Opening again goes the other way round:
the pipe fills slowly from its far side before the main feed is opened.
"""

from __future__ import annotations

import numpy as np

from ..assets.arrays import Ints, as_ints
from ..water.supply import gates_of
from ..water.water_network import WaterNetwork
from .cuts import Cut


def closing_order(network: WaterNetwork, cut: Cut) -> Ints:
    """Return the devices to close in the order of closing."""
    ways, held = network.ways, network.holdings
    ranked = []
    for device in cut.close:
        gates = gates_of(ways, device)
        diameter_mm = network.mains.diameter_mm[held.gate_pipe[gates]]
        largest_mm = float(np.max(diameter_mm, initial=0.0, where=diameter_mm > 0))
        # what a tenth of a metre tells apart is no difference on the ground
        supply_m = round(float(network.gate_supply_m[gates].min()), 1)
        ranked.append((supply_m, -largest_mm, str(network.mains.devices.ids[device]), device))
    return as_ints([device for *_, device in sorted(ranked)])
