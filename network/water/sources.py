# SPDX-License-Identifier: GPL-3.0-or-later
"""Where water enters the network, and the parts that no source reaches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree

from ..assets.arrays import Floats, Ints, Objects, as_ints
from ..assets.cleaning import Assets
from ..assets.defects import defect, place_of
from ..assets.results import Defect
from ..assets.roles import Role
from ..topology.attachments import SEARCH_M, far_off
from .mains import Mains


@dataclass(frozen=True, slots=True)
class Sources:
    """Where water enters: the segment of every source (-1 when it lies on no pipe).

    A source stands on a ``node``, or at ``position_m`` on a ``piece`` of pipe; the other one is -1.
    """

    ids: Objects
    geometry: Objects
    segment: Ints
    node: Ints
    piece: Ints
    position_m: Floats

    @property
    def feeding(self) -> Ints:
        """Return the segments that a source feeds directly."""
        return self.segment[self.segment >= 0]


def place_sources(assets: Assets, mains: Mains, *, tolerance_m: float) -> tuple[Sources, list[Defect]]:
    """Return sources on their nearest node within reach, or on the pipe where it passes clearly nearer."""
    points = assets.geometry
    places = mains.lines.nearest(points, within_m=SEARCH_M)
    segment, node, piece = (as_ints(np.full(len(points), -1)) for _ in range(3))
    if len(mains.joints) and len(points):
        tree = cKDTree(mains.joints.xy)
        gap_m, near = tree.query(shapely.get_coordinates(points), distance_upper_bound=SEARCH_M)
        at_node = np.isfinite(gap_m) & (gap_m <= places.distance_m + tolerance_m)
        node[at_node] = near[at_node]
        segment[at_node] = mains.segments.of_node[node[at_node]]
        on_pipe = places.found & ~at_node
        piece[on_pipe] = mains.pieces.at(places.line[on_pipe], places.position_m[on_pipe])
        segment[on_pipe] = mains.segments.of_piece[piece[on_pipe]]
    defects = far_off(assets, segment < 0, lines=mains.lines)
    return Sources(assets.ids, points, segment, node, piece, places.position_m), defects


def unfed_parts(mains: Mains, sources: Sources) -> list[Defect]:
    """Return a defect for each part of the network that no source belongs to.

    Valves count as open, and check valves as letting water through either way: what is only shut off, or
    drawn the wrong way round, is no island.
    """
    if not len(mains.pipes):
        return [defect("error", Role.WATER_PIPE, "", None, "network.no_pipe")]
    if not len(sources.feeding):
        return [defect("error", Role.SOURCE, "", None, "network.no_source")]
    island = mains.segments.islands()
    of_piece = island[mains.segments.of_piece]
    dry = np.flatnonzero(~np.isin(of_piece, island[sources.feeding]))
    first = dry[np.unique(of_piece[dry], return_index=True)[1]]
    length_m = np.bincount(of_piece, weights=mains.pieces.length_m)
    return [_island(mains, int(mains.pieces.line[piece]), length_m[of_piece[piece]]) for piece in first]


def _island(mains: Mains, pipe: int, length_m: float) -> Defect:
    pipes = mains.pipes
    place = place_of(pipes.geometry[pipe])
    return defect(
        "warning", Role.WATER_PIPE, pipes.ids[pipe], place, "network.island", length_m=round(length_m)
    )
