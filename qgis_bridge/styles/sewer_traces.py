# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sewer trace hands out: sewers by how water comes to them, arrivals with times, who is on them."""

from __future__ import annotations

from qgis.core import QgsPalLayerSettings, QgsVectorLayer

from ..messages import tr
from . import palette
from .symbols import dot, icon, line_symbol, marker_symbol, ruled, set_labels, stroke, text_format


def draw_traced_sewers(layer: QgsVectorLayer) -> None:
    """Draw traced sewers: those that only an overflow joins dashed, those of a loop in orange."""
    rules = (
        (
            tr("Only by an overflow"),
            '"by_overflow"',
            line_symbol(stroke(palette.STORM, 2.6, opacity=0.25), stroke(palette.STORM, 0.7, dash="2 1.4")),
        ),
        (
            tr("Goes round in a loop"),
            '"in_loop"',
            line_symbol(stroke(palette.DIG, 2.6, opacity=0.25), stroke(palette.DIG, 0.7)),
        ),
        (
            tr("Sewer on the way"),
            "",
            line_symbol(stroke(palette.FOUL, 2.6, opacity=0.25), stroke(palette.FOUL, 0.7)),
        ),
    )
    layer.setRenderer(ruled(rules))


def draw_nodes(layer: QgsVectorLayer) -> None:
    """Draw the nodes on the way."""
    node = marker_symbol(dot("circle", 1.8, fill="#ffffff", edge=palette.FOUL, edge_mm=0.4))
    layer.setRenderer(ruled([(tr("Node on the way"), "", node)]))


def draw_arrivals(layer: QgsVectorLayer) -> None:
    """Draw where water arrives, with the minutes that it takes."""
    rules = (
        (
            tr("Outfall"),
            "\"role\" = 'outfall'",
            marker_symbol(dot("equilateral_triangle", 3.6, fill=palette.WATER_DEEP, edge="#ffffff")),
        ),
        (
            tr("Pumping station"),
            "\"role\" = 'pump'",
            marker_symbol(icon("pump", 4.6, fill=palette.FOUL, edge="#ffffff")),
        ),
        (
            tr("Manhole"),
            "",
            marker_symbol(dot("circle", 2.0, fill="#ffffff", edge=palette.FOUL, edge_mm=0.4)),
        ),
    )
    layer.setRenderer(ruled(rules))
    set_labels(
        layer,
        "to_string(round(\"first_s\" / 60)) || ' min'",
        text_format(7.5, colour=palette.FOUL),
        placement=QgsPalLayerSettings.Placement.AroundPoint,
        below_scale=10000,
        distance_mm=1.5,
    )


def draw_connections(layer: QgsVectorLayer) -> None:
    """Draw the connections of the customers on the way."""
    line = line_symbol(stroke(palette.CUT, 0.5))
    layer.setRenderer(ruled([(tr("Connection on the way"), "", line)]))


def draw_devices(layer: QgsVectorLayer) -> None:
    """Draw gullies, pumping stations and outfalls on the way."""
    rules = (
        (
            tr("Outfall"),
            "\"role\" = 'outfall'",
            marker_symbol(dot("equilateral_triangle", 3.6, fill=palette.WATER_DEEP, edge="#ffffff")),
        ),
        (
            tr("Pumping station"),
            "\"role\" = 'pump'",
            marker_symbol(icon("pump", 4.6, fill=palette.FOUL, edge="#ffffff")),
        ),
        (tr("Gully"), "", marker_symbol(dot("square", 2.0, fill=palette.STORM, edge="#ffffff"))),
    )
    layer.setRenderer(ruled(rules))
