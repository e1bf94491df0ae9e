# SPDX-License-Identifier: GPL-3.0-or-later
"""Isolate a place: the valves to close and everything that loses water.

The place's segment, joined with what feeds it through gates that cannot be shut, is the cut. What else loses
water is what the sources no longer reach once the valves around the cut are shut. A valve of that boundary is
on the list only when water stands on its other side.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from shapely.geometry import Point

from ..core.ids import AssetId
from ..core.messages import Message
from .arrays import Bools, Ints, Objects
from .attachments import SEARCH_M, Attached
from .graph import WaterNetwork
from .pieces import geometry_of
from .results import Isolation
from .roles import Role
from .targets import Target, find_target


@dataclass(frozen=True, slots=True)
class Cut:
    """An isolation as masks over the devices and the segments of a network.

    ``isolated`` is what the valves enclose; ``affected`` adds what loses its water because of that.
    """

    close: Bools
    already_closed: Bools
    isolated: Bools
    affected: Bools
    already_dry: bool


def isolate(
    network: WaterNetwork,
    *,
    asset: AssetId | None = None,
    role: Role | None = None,
    point: Point | None = None,
    unusable: Collection[AssetId] = (),
    search_m: float = SEARCH_M,
) -> Isolation:
    """Return what it takes to isolate an asset or a place, and what it costs, in O(segments + gates).

    Where assets of several kinds share an id, ``role`` says which is meant; pipes come first without it.
    A pipe is isolated over its whole length unless ``point`` tells the place on it; a hydrant, connection,
    delivery point or regulator where it meets the pipes; a valve on both sides. A point alone means the
    nearest pipe within ``search_m``. The cut extends beyond ``unusable`` valves as beyond stuck ones. Without
    a declared source every valve around the cut is listed and a note says what was not computed. An id that
    does not exist, and a point too far from any pipe, are an ``InputError``.
    """
    for valve in unusable:
        network.register.require_valve(valve)
    target = find_target(network, asset, point, role=role, search_m=search_m)
    rows = [network.register.rows(Role.VALVE, valve) for valve in unusable]
    cut = cut_off(network, target.segments, unusable=np.concatenate([target.devices, *rows]))
    return _describe(network, target, cut)


def cut_off(network: WaterNetwork, segments: Ints, *, unusable: Ints) -> Cut:
    """Return the cut that isolates segments when the ``unusable`` devices cannot be shut."""
    devices, net = network.mains.devices, network.mains.segments
    gate_open, gate_two_way = devices.is_open[net.gate_device], devices.is_valve[net.gate_device]
    operable = devices.is_valve & devices.is_open & ~devices.is_stuck
    operable[unusable] = False
    held_open = gate_open & ~operable[net.gate_device]
    # upstream of the place: against the flow through check valves, either way through valves that stay open
    isolated = net.reached(segments, forward=held_open & gate_two_way, backward=held_open)
    boundary = isolated[net.gate_from] != isolated[net.gate_to]
    shut = np.zeros(len(devices), dtype=bool)
    shut[net.gate_device[boundary]] = True
    feeding = network.sources.feeding
    if len(feeding):
        wet_before = network.supplied
        flowing = gate_open & ~(shut & operable)[net.gate_device]
        outside = feeding[~isolated[feeding]]
        wet = net.reached(outside, forward=flowing, backward=flowing & gate_two_way)
    else:
        # nobody knows where water comes from: it may stand in every pipe beyond the valves
        wet = wet_before = ~isolated & (network.mains.segment_m > 0)
    holding = np.zeros(len(devices), dtype=bool)
    holding[net.gate_device[wet[net.gate_from] | wet[net.gate_to]]] = True
    return Cut(
        close=shut & operable & holding,
        already_closed=shut & ~devices.is_open & holding,
        isolated=isolated,
        affected=isolated | (wet_before & ~wet),
        already_dry=len(feeding) > 0 and not wet_before[segments].any(),
    )


def _describe(network: WaterNetwork, target: Target, cut: Cut) -> Isolation:
    mains = network.mains
    pieces, net = mains.pieces, mains.segments
    without_water = cut.affected[net.of_piece]
    drained = without_water & (pieces.length_m > 0)
    line, length_m = pieces.line[drained], pieces.length_m[drained]
    diameter_m = mains.diameter_mm[line] / 1000.0
    measured = diameter_m > 0
    volume_m3 = np.sum(length_m[measured] * np.pi / 4 * diameter_m[measured] ** 2)
    customers = _hanging(network.customers, without_water)
    return Isolation(
        asset=target.asset,
        point=target.point,
        close=_ids(mains.devices.ids[cut.close]),
        reopen=_ids(mains.devices.ids[cut.close])[::-1],
        reasons=(),
        secondary_pipes=(),
        secondary_customers=(),
        customers_by_category={},
        already_closed=_ids(mains.devices.ids[cut.already_closed]),
        pipes=_ids(mains.pipes.ids[line]),
        nodes=tuple(sorted(mains.joints.ids[cut.affected[net.of_node]])),
        length_m=float(length_m.sum()),
        volume_m3=float(volume_m3),
        customers=_ids(network.customers.ids[customers]),
        sensitive_customers=_ids(network.customers.ids[customers & network.is_sensitive]),
        hydrants=_ids(network.hydrants.ids[_hanging(network.hydrants, without_water)]),
        already_dry=cut.already_dry,
        geometry=geometry_of(pieces, drained, mains.lines),
        notes=tuple(_notes(network, cut, unmeasured_m=float(length_m[~measured].sum()))),
    )


def _hanging(attached: Attached, pieces: Bools) -> Bools:
    """Tell which attached assets hang on the pieces."""
    hanging: Bools = (attached.piece >= 0) & np.append(pieces, False)[attached.piece]
    return hanging


def _ids(ids: Objects) -> tuple[AssetId, ...]:
    return tuple(AssetId(name) for name in sorted(set(ids)))


def _notes(network: WaterNetwork, cut: Cut, *, unmeasured_m: float) -> list[Message]:
    notes = []
    segment = network.sources.segment
    if not len(network.sources.feeding):
        notes.append(Message("network.no_source_note"))
    inside = (segment >= 0) & np.append(cut.isolated, False)[segment]
    if inside.any():
        notes.append(
            Message("network.source_in_cut", {"sources": ", ".join(_ids(network.sources.ids[inside]))})
        )
    if cut.already_dry:
        notes.append(Message("network.already_dry"))
    if unmeasured_m > 0:
        notes.append(Message("network.diameter_unknown", {"length_m": round(unmeasured_m)}))
    return notes
