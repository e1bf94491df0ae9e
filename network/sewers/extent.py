# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the sewers that a trace covers, and what is on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from shapely.geometry import MultiLineString

from ..assets.arrays import Floats, Ints, as_ints
from ..assets.places import LineIndex
from ..assets.roles import Role
from ..topology.pieces import draw_spans
from .sewer_network import SewerNetwork
from .start import Start
from .ways import Reached


@dataclass(frozen=True, slots=True)
class Extent:
    """Pieces in ascending order, each from ``start_m`` to ``end_m`` along its pipe, and nodes."""

    pieces: Ints
    line: Ints
    start_m: Floats
    end_m: Floats
    nodes: Ints

    @property
    def length_m(self) -> Floats:
        """Return the length of every piece within the extent."""
        return self.end_m - self.start_m


def extent_of(network: SewerNetwork, start: Start, reached: Reached, *, upstream: bool) -> Extent:
    """Return what is reached and the start itself, clipped at its place unless a loop leads back to it."""
    pieces = np.unique(np.concatenate([reached.pieces, start.pieces]))
    start_m, end_m = network.pieces.start_m[pieces], network.pieces.end_m[pieces]
    if start.position_m is not None:
        piece = start.pieces[0]
        near = network.lower if upstream else network.upper
        if reached.place_of(near[[piece]])[0] < 0:
            at = np.searchsorted(pieces, piece)
            place_m = min(max(start.position_m, start_m[at]), end_m[at])
            backward = network.flow.is_backward[network.pieces.line[piece]]
            (end_m if upstream != backward else start_m)[at] = place_m
    return Extent(pieces, network.pieces.line[pieces], start_m, end_m, reached.nodes)


def hanging_in(network: SewerNetwork, extent: Extent, role: Role) -> Ints:
    """Return the rows of what hangs on the extent, in O(k log k)."""
    attached = network.connections if role is Role.SEWER_CONNECTION else network.standing[role].attached
    rows = network.hanging[role].of(extent.pieces)
    at = np.searchsorted(extent.pieces, attached.piece[rows])
    position_m = attached.position_m[rows]
    return rows[(position_m >= extent.start_m[at]) & (position_m <= extent.end_m[at])]


def standing_in(network: SewerNetwork, extent: Extent, role: Role) -> Ints:
    """Return the rows of what stands on the nodes of the extent or hangs on its pieces."""
    on_nodes = network.on_node[role].of(extent.nodes)
    return as_ints(np.concatenate([on_nodes, hanging_in(network, extent, role)]))


def drawing_of(extent: Extent, lines: LineIndex) -> MultiLineString:
    """Return the extent as one geometry, pieces that follow each other as one part, in O(k)."""
    return draw_spans(extent.pieces, extent.line, extent.start_m, extent.end_m, lines)
