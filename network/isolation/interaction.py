# SPDX-License-Identifier: GPL-3.0-or-later
"""Which cuts of a day take water from more customers together than each on its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from ...core.ids import AssetId
from ..assets.arrays import Bools, Ints, as_ints
from ..assets.roles import Role
from ..water.kernel_supply import Tree
from ..water.supply import gates_of, sides_of
from ..water.water_network import WaterNetwork
from .cuts import starved_by
from .losses import losses_in


@dataclass(frozen=True, slots=True)
class CombinedCut:
    """Two cuts by their numbers, and the customers whom only both together cut off."""

    first: int
    second: int
    customers: tuple[AssetId, ...]


def combined_cuts(network: WaterNetwork, cuts: Sequence[Collection[str]]) -> tuple[CombinedCut, ...]:
    """Return the pairs of cuts, given by their valves, that cut more customers together than apart.

    Valves that the network does not know are taken as left open. Only cuts that touch in the network are
    tried together, in O(k) of what they starve; finding those is O(cuts (segments + gates)).
    """
    shut = [_devices(network, valves) for valves in cuts]
    alone = [starved_by(network, devices) for devices in shut]
    found = []
    for one, other in touching(network, shut):
        together = starved_by(network, as_ints(np.union1d(shut[one], shut[other])))
        more = np.setdiff1d(together, np.concatenate([alone[one], alone[other]]))
        if customers := losses_in(network, as_ints(more)).customers:
            found.append(CombinedCut(one, other, customers))
    return tuple(found)


def touching(network: WaterNetwork, shut: Sequence[Ints]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of cuts, given as devices, that can take more away together than apart.

    A cut can only starve what lies below its valves in the supply tree. What comes back to life there does so
    over a gate from outside, which the tree still feeds unless that lies below the other cut. So two cuts
    that neither share a part of the tree, nor lie side by side, nor have a valve in or beside each other's
    part, leave each other alone.
    """
    reach = [_below(network, devices) for devices in shut]
    around = [_with_neighbours(network, own) for own in reach]
    for own, devices in zip(reach, shut, strict=True):
        for device in devices:
            own[sides_of(network.ways, device)] = True
    for one, other in combinations(range(len(shut)), 2):
        if (around[one] & reach[other]).any() or (around[other] & reach[one]).any():
            yield one, other


def _devices(network: WaterNetwork, valves: Collection[str]) -> Ints:
    rows = [network.register.rows(Role.VALVE, valve) for valve in valves]
    return as_ints(np.unique(np.concatenate([as_ints([]), *rows])))


def _below(network: WaterNetwork, devices: Ints) -> Bools:
    """Tell which segments get their water through some devices along the supply tree."""
    tree: Tree = network.tree
    gates = np.concatenate([as_ints([]), *(gates_of(network.ways, device) for device in devices)]).astype(int)
    ends = np.concatenate([network.ways.gate_from[gates], network.ways.gate_to[gates]])
    tops = ends[tree.parent_gate[ends] == np.tile(gates, 2)]
    below = np.zeros(len(tree.enter) + 1, dtype=int)
    np.add.at(below, tree.enter[tops], 1)
    np.add.at(below, tree.leave[tops], -1)
    is_below: Bools = (np.cumsum(below) > 0)[tree.enter] & (tree.enter >= 0)
    return is_below


def _with_neighbours(network: WaterNetwork, own: Bools) -> Bools:
    """Return some segments and all that open gates join to them."""
    ways = network.ways
    is_open = network.states.is_open[network.mains.segments.gate_device]
    before, after = ways.gate_from[is_open], ways.gate_to[is_open]
    wider = own.copy()
    wider[after[own[before]]] = True
    wider[before[own[after]]] = True
    return wider
