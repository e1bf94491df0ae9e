# SPDX-License-Identifier: GPL-3.0-or-later
"""What an isolation is asked for, as segments of the network."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from shapely import Geometry
from shapely.geometry import Point

from ...core.errors import InputError
from ...core.ids import AssetId
from ..assets.arrays import Ints, as_ints
from ..assets.defects import middle_of
from ..assets.places import LineIndex
from ..assets.roles import Role
from ..topology.attachments import Attached
from ..water.supply import sides_of
from ..water.water_network import WaterNetwork

_NO_DEVICES = as_ints([])


@dataclass(frozen=True, slots=True)
class Target:
    """The segments to isolate, and the devices that are themselves the place and so cannot be used."""

    asset: AssetId
    point: Point
    segments: Ints
    devices: Ints


def find_target(
    network: WaterNetwork, asset: AssetId | None, point: Point | None, *, role: Role | None, search_m: float
) -> Target:
    """Return what an asset id, a point or both stand for; an ``InputError`` says why it is nothing."""
    if asset is None:
        if point is None:
            raise InputError("network.no_place")
        line, position_m = network.mains.lines.locate(point, within_m=search_m)
        return _on_pipe(network, point, line, position_m)
    role, rows = network.register.find(asset, role, defects=network.defects)
    match role:
        case Role.WATER_PIPE if point is not None:
            line, position_m = LineIndex.of(network.mains.pipes.geometry[rows]).locate(
                point, within_m=search_m
            )
            return _on_pipe(network, point, int(rows[line]), position_m)
        case Role.WATER_PIPE:
            return _target(asset, network.mains.pipes.geometry[rows[0]], _segments_along(network, rows))
        case Role.VALVE:
            return _at_device(network, asset, rows)
        case Role.CHECK_VALVE:
            return _at_device(network, asset, rows + network.mains.devices.valves)
        case Role.SOURCE:
            sources = network.sources
            return _target(asset, sources.geometry[rows[0]], sources.segment[rows])
        case _:
            return _attached(network, asset, _attached_of(network, role), rows)


def _on_pipe(network: WaterNetwork, point: Point, row: int, position_m: float) -> Target:
    pieces = _drawn_along(network, row)
    beyond = np.searchsorted(network.mains.pieces.start_m[pieces], max(position_m, 0.0), side="right")
    segment = network.mains.segments.of_piece[pieces[beyond - 1]]
    return Target(AssetId(network.mains.pipes.ids[row]), point, as_ints([segment]), _NO_DEVICES)


def _segments_along(network: WaterNetwork, rows: Ints) -> Ints:
    along = np.concatenate([_drawn_along(network, int(row)) for row in rows])
    return as_ints(network.mains.segments.of_piece[along])


def _drawn_along(network: WaterNetwork, row: int) -> Ints:
    """Return the pieces of a pipe, from its start on; those without length, at a device, are no pipe."""
    pieces = network.mains.pieces
    along = pieces.along(row)
    return along[pieces.end_m[along] > pieces.start_m[along]]


def _at_device(network: WaterNetwork, asset: AssetId, devices: Ints) -> Target:
    """A device is isolated by emptying every side of it, without using it."""
    sides = np.concatenate([sides_of(network.ways, device) for device in devices])
    target = _target(asset, network.mains.devices.geometry[devices[0]], sides)
    return Target(asset, target.point, target.segments, devices)


def _attached_of(network: WaterNetwork, role: Role) -> Attached:
    return {
        Role.HYDRANT: network.hydrants,
        Role.DELIVERY_POINT: network.customers,
        Role.SERVICE_CONNECTION: network.connections,
        Role.REGULATOR: network.regulators,
    }[role]


def _attached(network: WaterNetwork, asset: AssetId, attached: Attached, rows: Ints) -> Target:
    piece = attached.piece[rows]
    return _target(asset, attached.geometry[rows[0]], network.mains.segments.of_piece[piece[piece >= 0]])


def _target(asset: AssetId, geometry: Geometry, segments: Ints) -> Target:
    known = as_ints(np.unique(segments[segments >= 0]))
    if not len(known):
        raise InputError("network.asset_off_network", asset=asset)
    return Target(asset, middle_of(geometry), known, _NO_DEVICES)
