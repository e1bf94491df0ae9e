# SPDX-License-Identifier: GPL-3.0-or-later
"""How water reaches the segments: the gates seen from each, the supply tree, the way from the sources."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from .arrays import Floats, Ints, Ints32, as_ints, as_ints32, firsts
from .gates import Devices
from .kernel_supply import States, Tree, Ways, fell, graft, grow, number_depth_first, plant
from .mains import Mains
from .segments import Segments
from .sources import Sources

# a length that scipy does not take for "no edge"
_TOUCHING_M = 1e-6


def ways_of(segments: Segments, *, devices: int) -> Ways:
    """Return the gates by segment and by device, in O(gates log gates)."""
    before, after = as_ints32(segments.gate_from), as_ints32(segments.gate_to)
    gate = np.arange(len(before), dtype=np.int32)
    tail = np.concatenate([before, after])
    order = np.argsort(tail, kind="stable")
    by_device = np.argsort(segments.gate_device, kind="stable")
    gates, forward = np.tile(gate, 2)[order], np.repeat([True, False], len(gate))[order]
    way = np.empty(len(order), dtype=np.int32)
    way[order] = np.arange(len(order), dtype=np.int32)
    return Ways(
        first=firsts(tail, segments.count),
        other=np.concatenate([after, before])[order],
        gate=gates,
        device=as_ints32(segments.gate_device)[gates],
        forward=forward,
        gate_from=before,
        gate_to=after,
        first_gate=firsts(segments.gate_device, devices),
        gates=as_ints32(by_device),
        way_from=way[: len(gate)],
        way_to=way[len(gate) :],
    )


def states_of(devices: Devices, ways: Ways) -> States:
    """Return the devices as the kernels read them: a valve is operable when it is open and not stuck."""
    is_open, is_valve = devices.is_open, devices.is_valve
    passes = is_open[ways.device] & (is_valve[ways.device] | ways.forward)
    return States(is_open, is_valve, is_valve & is_open & ~devices.is_stuck, passes)


def changed_states(before: States, devices: Devices, ways: Ways, changed: Ints) -> States:
    """Return the states when only the ``changed`` valves differ, without a look at the others."""
    passes = before.passes.copy()
    for device in changed:
        gates = gates_of(ways, device)
        passes[ways.way_from[gates]] = passes[ways.way_to[gates]] = devices.is_open[device]
    is_operable = before.is_operable.copy()
    is_operable[changed] = devices.is_open[changed] & ~devices.is_stuck[changed]
    return States(devices.is_open, before.is_valve, is_operable, passes)


def supply_tree(ways: Ways, states: States, *, feeding: Ints) -> Tree:
    """Return the ways over the fewest gates from the ``feeding`` segments, in O(segments + gates)."""
    size = len(ways.first) - 1
    tree = Tree(*(np.full(size, -1, dtype=np.int32) for _ in Tree._fields))
    count = plant(as_ints32(feeding), tree)
    return _numbered(tree, grow(ways, states, tree, 0, count))


def mended_tree(before: Tree, ways: Ways, states: States, changed: Ints) -> Tree:
    """Return a supply tree after the ``changed`` valves were opened or shut: the old one if it serves.

    Branches behind a shut valve are joined on elsewhere, if they can be, and what an opened one lets water
    into is added: in O(segments) for the numbers, and O(k) for the branches.
    """
    sides, gates = _around(ways, changed)
    is_shut = ~states.is_open[ways.device[ways.way_from[gates]]]
    severed = np.unique(sides[is_shut & (before.parent_gate[sides] == gates)])
    dry = np.unique(sides[~is_shut & (before.enter[sides] < 0)])
    if not len(severed) and not len(dry):
        return before
    size = len(before.root)
    tree = Tree(*(part.copy() for part in before))._replace(order=np.empty(size, dtype=np.int32))
    felled = np.empty(size, dtype=np.int32)
    kept = fell(before, tree, before.enter[severed], before.leave[severed], felled)
    felled = felled[: len(before.order) - kept]
    count = graft(ways, states, tree, np.concatenate([felled, as_ints32(dry)]), kept)
    return _numbered(tree, grow(ways, states, tree, kept, count))


def _around(ways: Ways, devices: Ints) -> tuple[Ints, Ints]:
    """Return the segments on both sides of the gates of devices, and the gate of each."""
    gates = as_ints(np.concatenate([as_ints([]), *(gates_of(ways, device) for device in devices)]))
    return as_ints(np.concatenate([ways.gate_from[gates], ways.gate_to[gates]])), np.tile(gates, 2)


def _numbered(tree: Tree, count: int) -> Tree:
    number_depth_first(tree, count, np.ones(len(tree.root), dtype=np.int32))
    return tree._replace(order=tree.order[:count])


def sides_of(ways: Ways, device: int) -> Ints:
    """Return the segments on the two sides of each gate of a device."""
    gates = gates_of(ways, device)
    return as_ints(np.concatenate([ways.gate_from[gates], ways.gate_to[gates]]))


def gates_of(ways: Ways, device: int) -> Ints32:
    """Return the gates of a device."""
    return ways.gates[ways.first_gate[device] : ways.first_gate[device + 1]]


def supply_distance_m(mains: Mains, sources: Sources) -> Floats:
    """Return the shortest way from a source to every gate along the pipes, whatever valves are shut.

    inf where no source is connected. Dijkstra's algorithm, in O(n log n).
    """
    gates = len(mains.segments.gate_device)
    nodes = len(mains.joints)
    fed = np.flatnonzero(sources.segment >= 0)
    if not len(fed) or not gates:
        return np.full(gates, np.inf)
    entry, head_m = _entries(mains, sources, fed)
    root = np.full(len(entry), nodes + gates)
    tail = np.concatenate([mains.pieces.from_node, mains.pieces.to_node, root])
    head = np.concatenate([mains.pieces.to_node, mains.pieces.from_node, entry])
    length_m = np.concatenate([mains.pieces.length_m, mains.pieces.length_m, head_m])
    order = np.lexsort((length_m, head, tail))
    first = np.append(True, (np.diff(tail[order]) != 0) | (np.diff(head[order]) != 0))
    shortest = order[first]
    size = nodes + gates + 1
    edges = (
        np.maximum(length_m[shortest], _TOUCHING_M),
        as_ints32(head[shortest]),
        firsts(tail[shortest], size),
    )
    reached_m: Floats = dijkstra(csr_matrix(edges, shape=(size, size)), indices=size - 1)
    return reached_m[nodes : nodes + gates]


def _entries(mains: Mains, sources: Sources, fed: Ints) -> tuple[Ints, Floats]:
    """Return the junctions in the segments that the sources feed, with their distance as the crow flies."""
    inside = np.flatnonzero(np.isin(mains.segments.of_node[: len(mains.joints)], sources.segment[fed]))
    source = np.searchsorted(np.sort(sources.segment[fed]), mains.segments.of_node[inside])
    places = sources.geometry[fed[np.argsort(sources.segment[fed], kind="stable")]][source]
    return inside, shapely.distance(places, shapely.points(mains.joints.xy[inside]))
