# SPDX-License-Identifier: GPL-3.0-or-later
"""The sewer network (StaR-Eau layers): foul in brown, storm in olive, combined in dark brown."""

from __future__ import annotations

from qgis.core import (
    QgsMarkerLineSymbolLayer,
    QgsPalLayerSettings,
    QgsSingleSymbolRenderer,
    QgsTemplatedLineSymbolLayerBase,
    QgsVectorLayer,
)

from ..messages import tr
from . import palette
from .symbols import (
    dot,
    icon,
    line_symbol,
    marker_symbol,
    ruled,
    set_labels,
    stroke,
    text_format,
    visible_below,
)


def style_sewer_pipes(layer: QgsVectorLayer) -> None:
    """Draw sewers by what they carry, with an arrow in the direction of digitising (the flow)."""
    kinds = (
        (tr("Foul sewer"), "\"type_reseau\" = 'assaeu'", palette.FOUL, "solid"),
        (tr("Storm drain"), "\"type_reseau\" = 'assaep'", palette.STORM, "5 2"),
        (tr("Combined sewer"), "", palette.COMBINED, "solid"),
    )
    layer.setRenderer(
        ruled(
            (label, where, line_symbol(stroke(colour, 0.5, dash=dash), _flow(colour)))
            for label, where, colour, dash in kinds
        )
    )
    set_labels(
        layer,
        "'Ø ' || to_string(\"diametre_equivalent\") || coalesce(' ' || \"materiau\", '')",
        text_format(7, colour=palette.FOUL, halo_mm=0.8),
        placement=QgsPalLayerSettings.Placement.Line,
        below_scale=800,
        distance_mm=0.8,
        merge_lines=True,
    )
    visible_below(layer, 6000)


def style_sewer_connections(layer: QgsVectorLayer) -> None:
    """Draw sewer connections as hairlines."""
    layer.setRenderer(QgsSingleSymbolRenderer(line_symbol(stroke(palette.FOUL, 0.2, opacity=0.7))))
    visible_below(layer, 2500)


def style_manholes(layer: QgsVectorLayer) -> None:
    """Draw manholes as rings."""
    symbol = marker_symbol(dot("circle", 1.8, fill="#ffffff", edge=palette.FOUL, edge_mm=0.35))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    visible_below(layer, 2500)


def style_gullies(layer: QgsVectorLayer) -> None:
    """Draw gullies as small squares."""
    symbol = marker_symbol(dot("square", 1.4, fill="#ffffff", edge=palette.STORM, edge_mm=0.3))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    visible_below(layer, 2500)


def style_sewer_stations(layer: QgsVectorLayer) -> None:
    """Draw pumping stations and outfalls."""
    layer.setRenderer(
        QgsSingleSymbolRenderer(marker_symbol(icon("pump", 4.6, fill=palette.FOUL, edge="#ffffff")))
    )
    visible_below(layer, 8000)


def style_outfalls(layer: QgsVectorLayer) -> None:
    """Draw outfalls as downward triangles at the end of the network."""
    symbol = marker_symbol(dot("equilateral_triangle", 3.2, fill=palette.FOUL, edge="#ffffff", edge_mm=0.3))
    symbol.setAngle(180)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    visible_below(layer, 8000)


def _flow(colour: str) -> QgsMarkerLineSymbolLayer:
    arrows = QgsMarkerLineSymbolLayer(True, 30.0)
    arrows.setPlacement(QgsTemplatedLineSymbolLayerBase.Placement.CentralPoint)
    arrows.setSubSymbol(marker_symbol(dot("filled_arrowhead", 1.6, fill=colour, edge=colour, edge_mm=0.1)))
    return arrows
