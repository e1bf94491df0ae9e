# SPDX-License-Identifier: GPL-3.0-or-later
"""Where sewers end and nothing takes the water on: neither a pump, nor an outfall, nor another sewer."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from shapely.geometry import Point

from ..assets.arrays import Ints
from ..assets.cleaning import Assets
from ..assets.defects import defect
from ..assets.results import Defect
from ..assets.roles import Role
from ..topology.joints import Joints
from ..topology.pieces import Pieces
from .standing import OnSewer

_WAYS_OUT = (Role.PUMP, Role.OUTFALL)


def dead_ends(
    pipes: Assets,
    joints: Joints,
    pieces: Pieces,
    *,
    upper: Ints,
    lower: Ints,
    standing: Mapping[Role, OnSewer],
) -> list[Defect]:
    """Return a warning for each node at which water arrives to stay, in O(n).

    Water runs along each piece from its ``upper`` to its ``lower`` node. Where the data have no way out at
    all, one defect says so.
    """
    ways_out = [standing[role] for role in _WAYS_OUT]
    if len(pieces) and not any(len(some.ids) for some in ways_out):
        return [defect("warning", Role.OUTFALL, "", None, "network.no_outfall")]
    ends = np.bincount(upper, minlength=len(joints)) == 0
    ends[np.concatenate([some.nodes() for some in ways_out])] = False
    drained = np.concatenate([some.attached.piece for some in ways_out])
    last = ends[lower] & ~np.isin(np.arange(len(pieces)), drained)
    first_of_node = np.unique(lower[last], return_index=True)[1]
    return [
        defect(
            "warning",
            Role.SEWER_PIPE,
            pipes.ids[pieces.line[piece]],
            Point(joints.xy[lower[piece]]),
            "network.sewer_ends",
            node=joints.ids[lower[piece]],
        )
        for piece in np.flatnonzero(last)[first_of_node]
    ]
