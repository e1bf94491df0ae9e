# SPDX-License-Identifier: GPL-3.0-or-later
"""How water reaches the segments: the gates seen from each, the supply tree, the way from the sources."""

from __future__ import annotations

import numpy as np

from ..assets.arrays import Bools, Floats, Ints, Ints32, as_ints, as_ints32, firsts
from .gates import Devices
from .kernel_distance import Spans, lay_out, spread
from .kernel_supply import States, Tree, Ways, fell, graft, grow, number_depth_first, plant
from .mains import Mains
from .segments import Segments
from .sources import Sources


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
    kept = fell(before, tree, _below(before, severed), felled)
    felled = felled[: len(before.order) - kept]
    count = graft(ways, states, tree, np.concatenate([felled, as_ints32(dry)]), kept)
    return _numbered(tree, grow(ways, states, tree, kept, count))


def _below(tree: Tree, tops: Ints) -> Bools:
    """Tell by number which segments hang on some others, these included."""
    steps = np.zeros(len(tree.root) + 1, dtype=np.int32)
    np.add.at(steps, tree.enter[tops], 1)
    np.add.at(steps, tree.leave[tops], -1)
    return np.cumsum(steps) > 0


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
    nodes, gates = len(mains.joints), len(mains.segments.gate_device)
    entry, head_m = _entries(mains, sources)
    reached_m = np.full(nodes + gates, np.inf)
    np.minimum.at(reached_m, entry, head_m)
    spans = _spans(mains, nodes + gates)
    room = len(entry) + len(spans.other)
    spread(spans, entry, reached_m, np.empty(room), np.empty(room, dtype=np.int32))
    return reached_m[nodes:]


def _spans(mains: Mains, size: int) -> Spans:
    pieces = mains.pieces
    first = firsts(np.concatenate([pieces.from_node, pieces.to_node]), size)
    spans = Spans(first, np.empty(first[-1], dtype=np.int32), np.empty(first[-1]))
    lay_out(pieces.from_node, pieces.to_node, pieces.length_m, spans, first.copy())
    return spans


def _entries(mains: Mains, sources: Sources) -> tuple[Ints, Floats]:
    """Return the nodes at the sources, or at both ends of the pieces that they lie on, and how far off."""
    at_node = sources.node[sources.node >= 0]
    along = sources.piece >= 0
    piece, position_m = sources.piece[along], sources.position_m[along]
    pieces = mains.pieces
    return (
        np.concatenate([at_node, pieces.from_node[piece], pieces.to_node[piece]]),
        np.concatenate(
            [
                np.zeros(len(at_node)),
                position_m - pieces.start_m[piece],
                pieces.end_m[piece] - position_m,
            ]
        ),
    )
