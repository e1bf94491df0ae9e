# SPDX-License-Identifier: GPL-3.0-or-later
"""The drinking-water network (StaR-Eau layers): blue, wider with the diameter, details as one zooms in."""

from __future__ import annotations

from qgis.core import (
    QgsPalLayerSettings,
    QgsRuleBasedRenderer,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ..messages import tr
from . import palette
from .symbols import (
    dot,
    icon,
    line_symbol,
    marker_symbol,
    rgba,
    ruled,
    set_labels,
    stroke,
    text_format,
    visible_below,
)

_IN_SERVICE = "coalesce(\"etat_service\", 'en_service') = 'en_service'"


def style_water_pipes(layer: QgsVectorLayer) -> None:
    """Draw mains by diameter; the small ones only from 1:12,000, the abandoned ones in grey dashes."""
    diameter = '"diametre_equivalent"'
    classes = (
        (
            tr("Main, DN 200 and over"),
            f"{_IN_SERVICE} AND {diameter} >= 200",
            palette.WATER_DEEP,
            0.95,
            60000,
        ),
        (
            tr("Main, DN 100 to 199"),
            f"{_IN_SERVICE} AND {diameter} >= 100 AND {diameter} < 200",
            palette.WATER,
            0.6,
            20000,
        ),
        (
            tr("Main, below DN 100"),
            f"{_IN_SERVICE} AND coalesce({diameter}, 0) < 100",
            palette.WATER,
            0.35,
            12000,
        ),
        (tr("Main out of service"), "", palette.MUTED, 0.3, 5000),
    )
    renderer = ruled(
        (label, where, line_symbol(_main(colour, width, "solid" if where else "3 2")))
        for label, where, colour, width, _ in classes
    )
    _limit(renderer, [scale for *_, scale in classes])
    layer.setRenderer(renderer)
    set_labels(
        layer,
        "'DN ' || to_string(\"diametre_equivalent\") || coalesce(' ' || \"materiau\", '')",
        text_format(7, colour=palette.WATER_DEEP, halo_mm=0.8),
        placement=QgsPalLayerSettings.Placement.Line,
        below_scale=1200,
        distance_mm=0.8,
        merge_lines=True,
    )


def _main(colour: str, width_mm: float, dash: str) -> QgsSimpleLineSymbolLayer:
    # seen from far, mains are the background of the tours
    far = "@map_scale > 8000"
    shade = f"if({far}, '{rgba(palette.WATER_FAR)}', '{rgba(colour)}')"
    return stroke(
        colour,
        width_mm,
        dash=dash,
        expressions={
            QgsSymbolLayer.Property.PropertyStrokeWidth: f"if({far}, {0.6 * width_mm}, {width_mm})",
            QgsSymbolLayer.Property.PropertyStrokeColor: shade,
        },
    )


def style_service_pipes(layer: QgsVectorLayer) -> None:
    """Draw service connections as hairlines."""
    layer.setRenderer(QgsSingleSymbolRenderer(line_symbol(stroke(palette.WATER, 0.2, opacity=0.7))))
    visible_below(layer, 2500)


def style_valves(layer: QgsVectorLayer) -> None:
    """Draw valves as bow ties: filled when open, hollow when closed, orange with a cross when stuck."""
    stuck = "\"blocage\" = 'oui'"
    closed = "\"etat_ouverture\" IN ('fermee', 'partiel_fermee')"
    rules = (
        (tr("Valve, stuck"), stuck, icon("valve", 3.6, fill=palette.DIG, edge=palette.INK)),
        (tr("Valve, closed"), closed, icon("valve", 3.2, fill="#ffffff", edge=palette.WATER_DEEP)),
        (tr("Valve, open"), "", icon("valve", 3.0, fill=palette.WATER_DEEP, edge="#ffffff")),
    )
    layer.setRenderer(ruled((label, where, marker_symbol(symbol)) for label, where, symbol in rules))
    visible_below(layer, 4000)


def style_hydrants(layer: QgsVectorLayer) -> None:
    """Draw hydrants in fire-brigade red."""
    layer.setRenderer(
        QgsSingleSymbolRenderer(marker_symbol(icon("hydrant", 3.4, fill="#c62828", edge="#ffffff")))
    )
    visible_below(layer, 6000)


def style_reservoirs(layer: QgsVectorLayer) -> None:
    """Draw reservoirs with their names."""
    _style_source(layer, "reservoir")


def style_stations(layer: QgsVectorLayer) -> None:
    """Draw pumping stations, intakes and treatment plants with their names."""
    _style_source(layer, "pump")


def _style_source(layer: QgsVectorLayer, drawing: str) -> None:
    layer.setRenderer(
        QgsSingleSymbolRenderer(marker_symbol(icon(drawing, 5.0, fill=palette.WATER_DEEP, edge="#ffffff")))
    )
    set_labels(
        layer,
        '"nom_usuel"',
        text_format(8, colour=palette.WATER_DEEP, bold=True, halo_mm=0.9),
        placement=QgsPalLayerSettings.Placement.AroundPoint,
        below_scale=12000,
        distance_mm=2.0,
    )
    visible_below(layer, 40000)


def style_delivery_points(layer: QgsVectorLayer) -> None:
    """Draw delivery points as small dots; medical users stand out."""
    rules = (
        (
            tr("Sensitive customer"),
            "\"type_usager\" = 'medical'",
            marker_symbol(dot("cross_fill", 2.8, fill=palette.CUT, edge="#ffffff", edge_mm=0.2)),
        ),
        (
            tr("Customer"),
            "",
            marker_symbol(dot("circle", 1.1, fill=palette.WATER, edge="#ffffff", edge_mm=0.15)),
        ),
    )
    layer.setRenderer(ruled(rules))
    visible_below(layer, 2500)


def _limit(renderer: QgsRuleBasedRenderer, scales: list[int]) -> None:
    for rule, scale in zip(renderer.rootRule().children(), scales, strict=True):
        rule.setMinimumScale(scale)
