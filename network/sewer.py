# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies upstream or downstream of a place in the sewers.

Water flows along a pipe in its digitising direction, from ``from_node`` to ``to_node``; pumped mains too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from shapely.geometry import Point

from ..core.errors import InputError
from ..core.ids import AssetId
from .arrays import Bools, Ints, Objects, as_ints
from .attachments import SEARCH_M, TOUCH_M, Attached
from .pieces import Pieces, geometry_of
from .places import LineIndex
from .results import SewerTrace
from .roles import Role
from .sewer_graph import SewerNetwork, build_sewer_network

__all__ = ["Direction", "SewerNetwork", "build_sewer_network", "trace"]

Direction = Literal["upstream", "downstream"]

_NONE = as_ints([])


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a trace starts: nodes, whole pieces, or one place on a piece."""

    asset: AssetId
    nodes: Ints
    pieces: Ints
    position_m: float | None = None


def trace(
    network: SewerNetwork,
    *,
    asset: AssetId | None = None,
    role: Role | None = None,
    point: Point | None = None,
    direction: Direction = "upstream",
    search_m: float = SEARCH_M,
) -> SewerTrace:
    """Return what lies upstream or downstream of an asset or a point, in O(pipes).

    Where assets of several kinds share an id, ``role`` says which is meant; pipes come first without it.
    A pipe is part of its own trace, from its place on when ``point`` tells one; a manhole, pump, outfall or
    gully starts at its node, a connection where it joins its pipe. A point alone means the node within
    ``TOUCH_M``, else the nearest pipe within ``search_m``. Loops are walked once, both ways of a fork
    followed. An id that does not exist, and a point too far from any pipe, are an ``InputError``.
    """
    start = _start(network, asset, point, role=role, search_m=search_m)
    pieces, chosen, nodes = _walk(network, start, upstream=direction == "upstream")
    return _describe(network, start.asset, direction, pieces, chosen, nodes)


def _start(
    network: SewerNetwork, asset: AssetId | None, point: Point | None, *, role: Role | None, search_m: float
) -> _Start:
    if asset is None:
        if point is None:
            raise InputError("network.no_place")
        gap_m, node = network.node_tree.query([point.x, point.y], distance_upper_bound=TOUCH_M)
        if np.isfinite(gap_m):
            return _Start(_name_of(network, int(node)), as_ints([node]), _NONE)
        return _on_pipe(network, point, as_ints(np.arange(len(network.pipes))), network.lines, search_m)
    role, rows = network.register.find(asset, role)
    if role is Role.SEWER_PIPE:
        if point is not None:
            lines = LineIndex.of(network.pipes.geometry[rows])
            return _on_pipe(network, point, rows, lines, search_m)
        return _Start(asset, _NONE, as_ints(np.flatnonzero(np.isin(network.pieces.line, rows))))
    if role is Role.SEWER_CONNECTION:
        return _hanging(asset, network.connections, rows[0])
    standing = network.standing[role]
    if standing.node[rows[0]] >= 0:
        return _Start(asset, standing.node[rows[:1]], _NONE)
    return _hanging(asset, standing.attached, rows[0])


def _on_pipe(network: SewerNetwork, point: Point, rows: Ints, lines: LineIndex, search_m: float) -> _Start:
    line, position_m = lines.locate(point, within_m=search_m)
    row = rows[line]
    piece = network.pieces.at(as_ints([row]), np.array([position_m]))
    return _Start(AssetId(network.pipes.ids[row]), _NONE, piece, position_m)


def _hanging(asset: AssetId, attached: Attached, row: int) -> _Start:
    if attached.piece[row] < 0:
        raise InputError("network.asset_off_network", asset=asset)
    return _Start(asset, _NONE, attached.piece[[row]], float(attached.position_m[row]))


def _name_of(network: SewerNetwork, node: int) -> AssetId:
    """Return what stands on a node, or its id."""
    for standing in network.standing.values():
        here = np.flatnonzero(standing.node == node)
        if len(here):
            return AssetId(standing.ids[here[0]])
    return AssetId(network.joints.ids[node])


def _walk(network: SewerNetwork, start: _Start, *, upstream: bool) -> tuple[Pieces, Bools, Bools]:
    """Return the pieces, clipped at the start, and which of them and of the nodes are reached."""
    pieces = network.pieces
    near, far = (pieces.to_node, pieces.from_node) if upstream else (pieces.from_node, pieces.to_node)
    ways = network.upwards if upstream else network.downwards
    nodes = ways.reached(np.append(start.nodes, far[start.pieces]))
    chosen = nodes[near]
    for piece in start.pieces:
        if start.position_m is not None and not chosen[piece]:
            pieces = _clip(pieces, piece, start.position_m, upstream=upstream)
        chosen[piece] = True
    return pieces, chosen, nodes


def _clip(pieces: Pieces, piece: int, position_m: float, *, upstream: bool) -> Pieces:
    bound = (pieces.end_m if upstream else pieces.start_m).copy()
    bound[piece] = min(max(position_m, pieces.start_m[piece]), pieces.end_m[piece])
    return replace(pieces, end_m=bound) if upstream else replace(pieces, start_m=bound)


def _describe(
    network: SewerNetwork, asset: AssetId, direction: Direction, pieces: Pieces, chosen: Bools, nodes: Bools
) -> SewerTrace:
    def standing(role: Role) -> tuple[AssetId, ...]:
        assets = network.standing[role]
        on_node = (assets.node >= 0) & np.append(nodes, False)[assets.node]
        return _ids(assets.ids[on_node | ((assets.node < 0) & _served(assets.attached, pieces, chosen))])

    return SewerTrace(
        asset=asset,
        direction=direction,
        pipes=_ids(network.pipes.ids[pieces.line[chosen]]),
        nodes=tuple(sorted(network.joints.ids[nodes])),
        length_m=float(pieces.length_m[chosen].sum()),
        customers=_ids(network.connections.ids[_served(network.connections, pieces, chosen)]),
        gullies=standing(Role.GULLY),
        outfalls=standing(Role.OUTFALL),
        geometry=geometry_of(pieces, chosen, network.lines),
    )


def _served(attached: Attached, pieces: Pieces, chosen: Bools) -> Bools:
    """Tell which attached assets hang on the chosen pieces, within their clipped extent."""
    piece, position_m = attached.piece, attached.position_m
    hangs: Bools = (piece >= 0) & np.append(chosen, False)[piece]
    first_m, last_m = np.append(pieces.start_m, np.inf)[piece], np.append(pieces.end_m, -np.inf)[piece]
    hangs &= (position_m >= first_m) & (position_m <= last_m)
    return hangs


def _ids(ids: Objects) -> tuple[AssetId, ...]:
    return tuple(AssetId(name) for name in sorted(set(ids)))
