# SPDX-License-Identifier: GPL-3.0-or-later
"""When what enters the sewers at a place arrives at the manholes, pumps and outfalls below."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...core.ids import AssetId
from ..assets.arrays import Bools, Floats, Ints, as_ints
from ..assets.roles import Role
from .extent import Extent, hanging_in
from .results import Arrival
from .sewer_network import SewerNetwork
from .start import Start
from .ways import Reached, Times, times_along

ARRIVAL_ROLES = (Role.MANHOLE, Role.PUMP, Role.OUTFALL)


@dataclass(frozen=True, slots=True)
class _Moments:
    """Arrivals at some rows of a role, and whether only an overflow leads there."""

    first_s: Floats
    last_s: Floats
    distance_m: Floats
    spilt: Bools


def arrivals_of(
    network: SewerNetwork, start: Start, extent: Extent, reached: Reached, dry: Reached
) -> tuple[Arrival, ...]:
    """Return the arrivals in order, in O(k log k) without loops; ``dry`` is reached without any overflow.

    From a whole pipe the first arrival is that from its lower end, the last that from its upper end.
    """
    times = _times(network, start, reached)
    found: list[Arrival] = []
    for role in ARRIVAL_ROLES:
        nodes = network.standing[role].node
        rows = network.on_node[role].of(extent.nodes)
        place = reached.place_of(nodes[rows])
        spilt = dry.place_of(nodes[rows]) < 0
        moments = _Moments(times.first_s[place], times.last_s[place], times.distance_m[place], spilt)
        found += _named(network, role, rows, moments)
        rows = hanging_in(network, extent, role)
        found += _named(network, role, rows, _on_pieces(network, start, reached, dry, times, role, rows))
    own = (start.role.value if start.role else None, start.asset)
    others = (arrival for arrival in found if (arrival.role, arrival.asset_id) != own)
    return tuple(sorted(others, key=lambda arrival: (arrival.first_s, arrival.distance_m, arrival.asset_id)))


def _times(network: SewerNetwork, start: Start, reached: Reached) -> Times:
    rest_m = _below(network, start.pieces, start.position_m)
    speed_m_s = network.speeds.speed_m_s[network.pieces.line[start.pieces]]
    last_s = rest_m / speed_m_s
    at_node = np.zeros(len(start.nodes))
    placed = start.position_m is not None
    return times_along(
        network.downwards,
        reached,
        seconds=network.seconds,
        length_m=network.length_m,
        starts=as_ints(np.concatenate([start.nodes, network.lower[start.pieces]])),
        first_s=np.concatenate([at_node, last_s if placed else np.zeros(len(rest_m))]),
        last_s=np.concatenate([at_node, last_s]),
        run_m=np.concatenate([at_node, rest_m if placed else np.zeros(len(rest_m))]),
    )


def _below(network: SewerNetwork, pieces: Ints, position_m: float | None) -> Floats:
    """Return the length of pieces below a place on them, all of it without one."""
    if position_m is None:
        return network.length_m[pieces]
    start_m, end_m = network.pieces.start_m[pieces], network.pieces.end_m[pieces]
    place_m = np.clip(position_m, start_m, end_m)
    backward = network.flow.is_backward[network.pieces.line[pieces]]
    return np.where(backward, place_m - start_m, end_m - place_m)


def _on_pieces(
    network: SewerNetwork, start: Start, reached: Reached, dry: Reached, times: Times, role: Role, rows: Ints
) -> _Moments:
    """Return the arrivals at what hangs on pieces: from the node above, from a start there, or both."""
    attached = network.standing[role].attached
    piece = attached.piece[rows]
    backward = network.flow.is_backward[network.pieces.line[piece]]
    start_m, end_m = network.pieces.start_m[piece], network.pieces.end_m[piece]
    position_m = np.clip(attached.position_m[rows], start_m, end_m)
    down_m = np.where(backward, end_m - position_m, position_m - start_m)
    speed_m_s = network.speeds.speed_m_s[network.pieces.line[piece]]
    place = reached.place_of(network.upper[piece])
    above = place >= 0
    first_s = np.where(above, times.first_s[place] + down_m / speed_m_s, np.inf)
    last_s = np.where(above, times.last_s[place] + down_m / speed_m_s, -np.inf)
    distance_m = np.where(above, times.distance_m[place] + down_m, 0.0)
    placed = start.position_m is not None
    for own in start.pieces:
        skipped_m = network.length_m[own] - _below(network, as_ints([own]), start.position_m)[0]
        here = (piece == own) & (down_m >= skipped_m)
        run_m = np.where(here, down_m - skipped_m, 0.0)
        direct_s = run_m / speed_m_s if placed else np.zeros(len(rows))
        sooner = here & (direct_s < first_s)
        first_s = np.where(sooner, direct_s, first_s)
        distance_m = np.where(sooner, run_m if placed else 0.0, distance_m)
        last_s = np.where(here, np.maximum(last_s, run_m / speed_m_s), last_s)
    started = np.isin(piece, start.pieces)
    crossed = (dry.place_of(network.upper[piece]) >= 0) & ~network.is_overflow[piece]
    return _Moments(first_s, last_s, distance_m, ~(started | crossed))


def _named(network: SewerNetwork, role: Role, rows: Ints, moments: _Moments) -> list[Arrival]:
    assets = network.standing[role]
    spilt = moments.spilt | (assets.kind[rows] == "overflow")
    columns = (moments.first_s, moments.last_s, moments.distance_m, spilt)
    return [
        Arrival(
            asset_id=AssetId(assets.ids[row]),
            role=role.value,
            label=assets.label[row],
            first_s=first_s,
            last_s=None if np.isnan(last_s) else last_s,
            distance_m=distance_m,
            only_by_overflow=by_overflow,
        )
        for row, first_s, last_s, distance_m, by_overflow in zip(
            rows.tolist(), *(column.tolist() for column in columns), strict=True
        )
    ]
