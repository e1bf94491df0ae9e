# SPDX-License-Identifier: GPL-3.0-or-later
"""How water reaches the segments: the gates seen from each, the supply tree, the way from the sources."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from .arrays import Floats, Ints, Ints32, as_ints, as_ints32
from .gates import Devices
from .kernel_supply import States, Tree, Ways, grow, number_depth_first
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
    return Ways(
        first=_firsts(tail, segments.count),
        other=np.concatenate([after, before])[order],
        gate=gates,
        device=as_ints32(segments.gate_device)[gates],
        forward=forward,
        gate_from=before,
        gate_to=after,
        first_gate=_firsts(segments.gate_device, devices),
        gates=as_ints32(by_device),
    )


def states_of(devices: Devices) -> States:
    """Return the devices as the kernels read them: a valve is operable when it is open and not stuck."""
    return States(devices.is_open, devices.is_valve, devices.is_valve & devices.is_open & ~devices.is_stuck)


def supply_tree(ways: Ways, states: States, *, feeding: Ints) -> Tree:
    """Return the ways over the fewest gates from the ``feeding`` segments, in O(segments + gates)."""
    size = len(ways.first) - 1
    nothing = np.full(size, -1, dtype=np.int32)
    tree = Tree(*(nothing.copy() for _ in Tree._fields))
    order = np.empty(size, dtype=np.int32)
    count = grow(ways, states, as_ints32(feeding), tree, order)
    number_depth_first(order, count, tree, np.ones(size, dtype=np.int32))
    return tree


def sides_of(ways: Ways, device: int) -> Ints:
    """Return the segments on the two sides of each gate of a device."""
    gates = ways.gates[ways.first_gate[device] : ways.first_gate[device + 1]]
    return as_ints(np.concatenate([ways.gate_from[gates], ways.gate_to[gates]]))


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
        _firsts(tail[shortest], size),
    )
    reached_m: Floats = dijkstra(csr_matrix(edges, shape=(size, size)), indices=size - 1)
    return reached_m[nodes : nodes + gates]


def _entries(mains: Mains, sources: Sources, fed: Ints) -> tuple[Ints, Floats]:
    """Return the junctions in the segments that the sources feed, with their distance as the crow flies."""
    inside = np.flatnonzero(np.isin(mains.segments.of_node[: len(mains.joints)], sources.segment[fed]))
    source = np.searchsorted(np.sort(sources.segment[fed]), mains.segments.of_node[inside])
    places = sources.geometry[fed[np.argsort(sources.segment[fed], kind="stable")]][source]
    return inside, shapely.distance(places, shapely.points(mains.joints.xy[inside]))


def _firsts(keys: Ints, count: int) -> Ints32:
    """Return where the rows of each key begin once they are sorted by it, and the end of the last."""
    firsts = np.zeros(count + 1, dtype=np.int32)
    np.cumsum(np.bincount(keys, minlength=count), out=firsts[1:])
    return firsts
