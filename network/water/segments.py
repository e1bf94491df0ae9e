# SPDX-License-Identifier: GPL-3.0-or-later
"""Segments: what stays connected once the pipes are cut at their gates.

Segments are vertices and gates are edges, so questions about water need no geometry. These are the valve
segments of Walski (*Water distribution valve topology for reliability analysis*, Reliability Engineering and
System Safety, 1993), with check valves as edges that let water through one way.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from ..assets.arrays import Ints, as_ints
from ..topology.pieces import Pieces


@dataclass(frozen=True, slots=True)
class Segments:
    """Segment of every piece and node, and the gates between segments.

    A gate leads from the segment before it to the segment after it, in the digitising direction of its pipe.
    """

    count: int
    of_piece: Ints
    of_node: Ints
    gate_device: Ints
    gate_from: Ints
    gate_to: Ints

    def islands(self) -> Ints:
        """Return the island of every segment: what hangs together when every gate is open."""
        links = coo_matrix(
            (np.ones(len(self.gate_from), dtype=np.int8), (self.gate_from, self.gate_to)),
            shape=(self.count, self.count),
        )
        return as_ints(connected_components(links, directed=False)[1])


def build_segments(pieces: Pieces, *, nodes: int, gate_device: Ints) -> Segments:
    """Return the segments of pieces; nodes numbered from ``nodes`` on are gates and join nothing."""
    count, of_vertex = _components(pieces, nodes)
    of_piece = as_ints(of_vertex[: len(pieces)])
    before, after = as_ints(np.zeros(len(gate_device))), as_ints(np.zeros(len(gate_device)))
    ends_at_gate, starts_at_gate = pieces.to_node >= nodes, pieces.from_node >= nodes
    before[pieces.to_node[ends_at_gate] - nodes] = of_piece[ends_at_gate]
    after[pieces.from_node[starts_at_gate] - nodes] = of_piece[starts_at_gate]
    return Segments(count, of_piece, as_ints(of_vertex[len(pieces) :]), gate_device, before, after)


def _components(pieces: Pieces, nodes: int) -> tuple[int, Ints]:
    """Join the pieces, numbered first, and the nodes that they touch."""
    piece = np.tile(np.arange(len(pieces)), 2)
    node = np.concatenate([pieces.from_node, pieces.to_node])
    joined = node < nodes
    size = len(pieces) + nodes
    links = coo_matrix(
        (np.ones(int(joined.sum()), dtype=np.int8), (piece[joined], len(pieces) + node[joined])),
        shape=(size, size),
    )
    count, of_vertex = connected_components(links, directed=False)
    return int(count), as_ints(of_vertex)
