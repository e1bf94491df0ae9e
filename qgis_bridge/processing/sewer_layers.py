# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers of the sewer traces and their rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsWkbTypes

from ..messages import tr
from ..styles import sewer_traces as styles
from ..wording import word
from .asset_rows import attributes_of, drawn_pipes, geometry_of, number_of
from .base import OutputLayer, Rows

if TYPE_CHECKING:
    from ...network.sewers.results import SewerTrace
    from ...planner.assets.asset_base import AssetBase

_LINE, _POINT = QgsWkbTypes.Type.MultiLineString, QgsWkbTypes.Type.Point

PIPES = OutputLayer(
    name="PIPES",
    label=lambda: tr("Sewers on the way"),
    explanation=lambda: tr(
        "The sewers reached, as far as they are; what tells the direction of each, whether only an overflow "
        "leads there, whether it is part of a loop."
    ),
    kind=_LINE,
    fields=(
        ("asset_id", "text"),
        ("kind", "text"),
        ("material", "text"),
        ("diameter_mm", "real"),
        ("length_m", "real"),
        ("direction_by", "text"),
        ("by_overflow", "boolean"),
        ("in_loop", "boolean"),
    ),
    style=styles.draw_traced_sewers,
)
NODES = OutputLayer(
    name="NODES",
    label=lambda: tr("Nodes on the way"),
    explanation=lambda: tr("The manholes and other nodes that the trace passes."),
    kind=_POINT,
    fields=(("node_id", "text"),),
    style=styles.draw_nodes,
)
ARRIVALS = OutputLayer(
    name="ARRIVALS",
    label=lambda: tr("Arrivals"),
    explanation=lambda: tr(
        "Manholes, pumping stations and outfalls with the seconds until the first and the last water "
        "arrives, and the distance; no last arrival where a loop leads there."
    ),
    kind=_POINT,
    fields=(
        ("asset_id", "text"),
        ("role", "text"),
        ("label", "text"),
        ("first_s", "real"),
        ("last_s", "real"),
        ("distance_m", "real"),
        ("only_by_overflow", "boolean"),
    ),
    style=styles.draw_arrivals,
)
CUSTOMERS = OutputLayer(
    name="CUSTOMERS",
    label=lambda: tr("Connections"),
    explanation=lambda: tr("The connections of the customers that drain into the sewers on the way."),
    kind=_LINE,
    fields=(("asset_id", "text"), ("kind", "text"), ("address", "text")),
    style=styles.draw_connections,
)
DEVICES = OutputLayer(
    name="DEVICES",
    label=lambda: tr("Gullies, pumping stations and outfalls"),
    explanation=lambda: tr("Gullies that may overflow, pumping stations and outfalls on the way."),
    kind=_POINT,
    fields=(("asset_id", "text"), ("role", "text"), ("label", "text")),
    style=styles.draw_devices,
)


def rows_of(base: AssetBase, found: SewerTrace) -> dict[OutputLayer, Callable[[], Rows]]:
    """Return what makes the rows of each layer that a trace in this direction has."""
    places: dict[OutputLayer, Callable[[], Rows]] = (
        {NODES: lambda: _nodes(base, found)}
        if found.direction == "upstream"
        else {ARRIVALS: lambda: _arrivals(base, found)}
    )
    return {
        PIPES: lambda: _pipes(base, found),
        **places,
        CUSTOMERS: lambda: _connections(base, found),
        DEVICES: lambda: _devices(base, found),
    }


def _pipes(base: AssetBase, found: SewerTrace) -> Rows:
    from ...network.sewers.flow import SOURCES

    spilt, looping = set(found.overflow_pipes), {pipe for loop in found.loops for pipe in loop}
    source = base.sewer.flow.source
    for pipe, geometry, line in drawn_pipes(base.sewer.pipes, found.pipes, found.geometry):
        told = word(f"flow_source.{SOURCES[source[line['row']]]}")
        known = (line["kind"], line["material"], number_of(line["diameter_mm"]), geometry.length)
        yield geometry, (pipe, *known, told, pipe in spilt, pipe in looping)


def _nodes(base: AssetBase, found: SewerTrace) -> Rows:
    from shapely.geometry import Point

    joints = base.sewer.joints
    place = geometry_of(joints.ids, joints.xy, found.nodes)
    return ((Point(place[node]), (node,)) for node in found.nodes)


def _arrivals(base: AssetBase, found: SewerTrace) -> Rows:
    from ...network.assets.roles import Role

    for role in dict.fromkeys(arrival.role for arrival in found.arrivals):
        named = [arrival for arrival in found.arrivals if arrival.role == role]
        standing = base.sewer.standing[Role(role)].attached
        place = geometry_of(standing.ids, standing.geometry, [arrival.asset_id for arrival in named])
        for arrival in named:
            when = (arrival.first_s, arrival.last_s, arrival.distance_m)
            values = (arrival.asset_id, role, arrival.label, *when, arrival.only_by_overflow)
            yield place[arrival.asset_id], values


def _connections(base: AssetBase, found: SewerTrace) -> Rows:
    from ...network.assets.roles import Role

    place = geometry_of(base.sewer.connections.ids, base.sewer.connections.geometry, found.customers)
    for connection, line in attributes_of(base, Role.SEWER_CONNECTION, found.customers):
        yield place[connection], (connection, line["kind"], line["address"])


def _devices(base: AssetBase, found: SewerTrace) -> Rows:
    from ...network.assets.roles import Role

    for role, ids in (
        (Role.GULLY, found.gullies),
        (Role.PUMP, found.pumps),
        (Role.OUTFALL, found.outfalls),
    ):
        standing = base.sewer.standing[role]
        place = geometry_of(standing.ids, standing.attached.geometry, ids)
        label = geometry_of(standing.ids, standing.label, ids)
        for asset in ids:
            yield place[asset], (asset, role.value, label[asset])
