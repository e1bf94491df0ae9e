# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a sewer trace starts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from shapely.geometry import Point

from ...core.errors import InputError
from ...core.ids import AssetId
from ..assets.arrays import Ints, as_ints
from ..assets.places import LineIndex
from ..assets.roles import Role
from ..topology.attachments import TOUCH_M, Attached
from .sewer_network import SewerNetwork

_NONE = as_ints([])


@dataclass(frozen=True, slots=True)
class Start:
    """Nodes, whole pieces, or one place on one piece (``position_m`` along its pipe as drawn).

    ``role`` is that of the asset, None at a node on which nothing stands.
    """

    asset: AssetId
    role: Role | None
    nodes: Ints
    pieces: Ints
    position_m: float | None = None


def find_start(
    network: SewerNetwork, asset: AssetId | None, point: Point | None, *, role: Role | None, search_m: float
) -> Start:
    """Return what an asset id, a point or both stand for; an ``InputError`` says why it is nothing."""
    if asset is None:
        if point is None:
            raise InputError("network.no_place")
        gap_m, node = network.node_tree.query([point.x, point.y], distance_upper_bound=TOUCH_M)
        if np.isfinite(gap_m):
            return Start(*_name_of(network, int(node)), as_ints([node]), _NONE)
        line, position_m = network.lines.locate(point, within_m=search_m)
        return _on_pipe(network, line, position_m)
    role, rows = network.register.find(asset, role, defects=network.defects)
    if role is Role.SEWER_PIPE:
        if point is not None:
            lines = LineIndex.of(network.pipes.geometry[rows])
            line, position_m = lines.locate(point, within_m=search_m)
            return _on_pipe(network, int(rows[line]), position_m)
        pieces = np.concatenate([network.pieces.along(int(row)) for row in rows])
        return Start(asset, role, _NONE, as_ints(pieces))
    if role is Role.SEWER_CONNECTION:
        return _hanging(asset, role, network.connections, int(rows[0]))
    standing = network.standing[role]
    if standing.node[rows[0]] >= 0:
        return Start(asset, role, standing.node[rows[:1]], _NONE)
    return _hanging(asset, role, standing.attached, int(rows[0]))


def _on_pipe(network: SewerNetwork, row: int, position_m: float) -> Start:
    along = network.pieces.along(row)
    which = np.searchsorted(network.pieces.start_m[along], max(position_m, 0.0), side="right") - 1
    return Start(AssetId(network.pipes.ids[row]), Role.SEWER_PIPE, _NONE, along[[which]], position_m)


def _hanging(asset: AssetId, role: Role, attached: Attached, row: int) -> Start:
    if attached.piece[row] < 0:
        raise InputError("network.asset_off_network", asset=asset)
    return Start(asset, role, _NONE, attached.piece[[row]], float(attached.position_m[row]))


def _name_of(network: SewerNetwork, node: int) -> tuple[AssetId, Role | None]:
    """Return what stands on a node and its role, or the id of the node."""
    for role, standing in network.standing.items():
        here = network.on_node[role].of(as_ints([node]))
        if len(here):
            return AssetId(standing.ids[here[0]]), role
    return AssetId(network.joints.ids[node]), None
