# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the sewers: manholes, gullies, pumps and outfalls, on a node or along a pipe."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree

from ..assets.arrays import Bools, Ints, Objects, as_ints
from ..assets.cleaning import Assets
from ..assets.places import LineIndex
from ..assets.results import Defect
from ..assets.roles import Role
from ..topology.attachments import TOUCH_M, Attached, attach_points
from ..topology.joints import NODE_REACH_M, Joints
from ..topology.pieces import Pieces
from .columns import optional_texts

STANDING_ROLES = (Role.MANHOLE, Role.GULLY, Role.PUMP, Role.OUTFALL)


@dataclass(frozen=True, slots=True)
class OnSewer:
    """Assets on sewers: on a node (-1 for none), else on a line like what hangs on it.

    ``kind`` and ``label`` are texts, ``""`` where the layer has none.
    """

    node: Ints
    attached: Attached
    kind: Objects
    label: Objects

    @property
    def ids(self) -> Objects:
        """Return the ids of the assets."""
        return self.attached.ids

    def nodes(self, *, kind: str | None = None) -> Ints:
        """Return the nodes that assets stand on, or those of one kind."""
        chosen = self.node >= 0
        if kind is not None:
            chosen &= self.kind == kind
        return self.node[chosen]


def stand(
    assets: Assets, drawn: Objects, joints: Joints, lines: LineIndex, pieces: Pieces
) -> tuple[OnSewer, list[Defect]]:
    """Return assets on the node that they name, else on a node within ``TOUCH_M``, else on a line.

    ``drawn`` holds them as the layer draws them, where some are areas. A name is believed up to
    ``NODE_REACH_M``, as those of pipe ends are; where it is farther off, a defect says so.
    """
    node, far = _named_nodes(assets, drawn, joints)
    if len(joints) and len(assets):
        xy = shapely.get_coordinates(assets.geometry)
        gap_m, near = cKDTree(joints.xy).query(xy, distance_upper_bound=TOUCH_M)
        node = np.where((node < 0) & np.isfinite(gap_m), near, node)
    attached, lost = _hang(assets, node < 0, lines, pieces)
    kind, label = (optional_texts(assets, name) for name in ("kind", "label"))
    return OnSewer(as_ints(node), attached, kind, label), _misnamed(assets, far) + lost


def _named_nodes(assets: Assets, drawn: Objects, joints: Joints) -> tuple[Ints, Bools]:
    """Return the node that each asset names, -1 for none to believe, and which name one too far off."""
    names = assets.texts("node_id")
    named = as_ints(pd.Index(joints.ids).get_indexer(pd.Index(names, dtype=object)))
    known = np.flatnonzero((names != "") & (named >= 0))
    node, far = as_ints(np.full(len(assets), -1)), np.zeros(len(assets), dtype=bool)
    far[known] = shapely.distance(drawn[known], shapely.points(joints.xy[named[known]])) > NODE_REACH_M
    near = known[~far[known]]
    node[near] = named[near]
    return node, far


def _misnamed(assets: Assets, far: Bools) -> list[Defect]:
    names = assets.texts("node_id")
    return [
        assets.defect(int(index), severity="warning", code="network.node_id_far", node=names[index])
        for index in np.flatnonzero(far)
    ]


def _hang(assets: Assets, alone: Bools, lines: LineIndex, pieces: Pieces) -> tuple[Attached, list[Defect]]:
    """Return all assets, with their place along a line for those that stand on no node."""
    rows = np.flatnonzero(alone)
    hanging, lost = attach_points(assets.take(rows), lines=lines, pieces=pieces)
    line, piece = as_ints(np.full(len(assets), -1)), as_ints(np.full(len(assets), -1))
    position_m = np.zeros(len(assets))
    line[rows], piece[rows], position_m[rows] = hanging.line, hanging.piece, hanging.position_m
    return Attached(assets.ids, assets.geometry, line, position_m, piece), lost
