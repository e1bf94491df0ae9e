# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies upstream or downstream in the sewers: who may flood, where a pollution goes and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import numpy as np
from shapely.geometry import Point

from ...core.ids import AssetId
from ...core.messages import Message
from ..assets.arrays import Ints
from ..assets.roles import Role
from ..topology.attachments import SEARCH_M
from .arrivals import arrivals_of
from .extent import Extent, drawing_of, extent_of, hanging_in, standing_in
from .flow import SOURCES
from .results import SewerTrace
from .sewer_network import SewerNetwork
from .start import find_start
from .ways import Reached, loops_in, reached_from

Direction = Literal["upstream", "downstream"]

_NAMED_IN_A_NOTE = 8


def trace(
    network: SewerNetwork,
    *,
    asset: AssetId | None = None,
    role: Role | None = None,
    point: Point | None = None,
    direction: Direction = "upstream",
    search_m: float = SEARCH_M,
) -> SewerTrace:
    """Return what lies upstream or downstream of an asset or a point.

    Where assets of several kinds share an id, ``role`` says which is meant; pipes come first without it.
    A pipe is part of its own trace, from its place on when ``point`` tells one; a manhole, pump, outfall or
    gully starts at its node, a connection where it joins its pipe. A point alone means the node within
    ``TOUCH_M``, else the nearest pipe within ``search_m``. Loops are walked once and named, both ways of a
    fork followed; what only an overflow leads to is told apart. An id that does not exist, and a point too
    far from any pipe, are an ``InputError``. In O(k log k) of what is found: the size of the network does not
    count.
    """
    start = find_start(network, asset, point, role=role, search_m=search_m)
    upstream = direction == "upstream"
    ways, far = (network.upwards, network.upper) if upstream else (network.downwards, network.lower)
    begins = np.concatenate([start.nodes, far[start.pieces]])
    reached = dry = reached_from(ways, begins, closed=network.is_overflow)
    if network.is_overflow[reached.pieces].any():
        dry = reached_from(ways, begins, closed=network.is_overflow, spared=True)
    extent = extent_of(network, start, reached, upstream=upstream)
    arrivals = () if upstream else arrivals_of(network, start, extent, reached, dry)
    spilt = extent.pieces[:0]
    if dry is not reached:
        spilt = np.setdiff1d(extent.pieces, np.concatenate([dry.pieces, start.pieces]))
    found = _describe(network, start.asset, extent, direction=direction, spilt=spilt)
    found = replace(found, arrivals=arrivals, loops=tuple(_loops(network, reached)))
    return replace(found, notes=tuple(_notes(found)))


def _describe(
    network: SewerNetwork, asset: AssetId, extent: Extent, *, direction: Direction, spilt: Ints
) -> SewerTrace:
    names = network.names
    gullies, outfalls, pumps = (
        names[role].at(standing_in(network, extent, role)) for role in (Role.GULLY, Role.OUTFALL, Role.PUMP)
    )
    is_assumed = network.speeds.is_assumed[extent.line]
    return SewerTrace(
        asset=asset,
        direction=direction,
        pipes=names[Role.SEWER_PIPE].at(extent.line),
        nodes=network.node_names.at(extent.nodes),
        length_m=float(extent.length_m.sum()),
        customers=names[Role.SEWER_CONNECTION].at(hanging_in(network, extent, Role.SEWER_CONNECTION)),
        gullies=gullies,
        outfalls=outfalls,
        geometry=drawing_of(extent, network.lines),
        pumps=pumps,
        directions=_directions(network, extent),
        overflow_pipes=names[Role.SEWER_PIPE].at(network.pieces.line[spilt]),
        assumed_m=float(extent.length_m[is_assumed].sum()) if direction == "downstream" else 0.0,
    )


def _directions(network: SewerNetwork, extent: Extent) -> dict[str, int]:
    """Count the pipes by what tells their direction, the most trusted first."""
    pipes = extent.line[np.diff(extent.line, prepend=-1) > 0]
    counts = np.bincount(network.flow.source[pipes], minlength=len(SOURCES))
    return {source: count for source, count in zip(SOURCES, counts.tolist(), strict=True) if count}


def _loops(network: SewerNetwork, reached: Reached) -> Iterator[tuple[AssetId, ...]]:
    for pieces in loops_in(network.upper, network.lower, reached):
        yield network.names[Role.SEWER_PIPE].at(network.pieces.line[pieces])


def _notes(found: SewerTrace) -> Iterator[Message]:
    drawn = found.directions.get("digitising", 0)
    if drawn:
        total = sum(found.directions.values())
        yield Message("network.flow_by_drawing", {"count": drawn, "total": total})
    for loop in found.loops:
        yield Message("network.sewer_loop", {"pipes": _some(loop)})
    if found.overflow_pipes:
        yield Message("network.only_by_overflow", {"pipes": _some(found.overflow_pipes)})
    if found.assumed_m > 0:
        assumed = {"length_m": round(found.assumed_m), "total_m": round(found.length_m)}
        yield Message("network.speed_assumed", assumed)
    if found.direction == "downstream" and not (found.outfalls or found.pumps):
        yield Message("network.no_way_out")


def _some(ids: tuple[AssetId, ...]) -> str:
    """Return the first ids, and dots for the rest: a note is read, the result holds them all."""
    return ", ".join(ids[:_NAMED_IN_A_NOTE]) + (", …" if len(ids) > _NAMED_IN_A_NOTE else "")
