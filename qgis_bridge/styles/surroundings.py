# SPDX-License-Identifier: GPL-3.0-or-later
"""What surrounds the networks: third parties (NF P98-332), zones, roads as a quiet background."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ..messages import tr
from . import palette
from .symbols import line_symbol, rgba, ruled, set_labels, stroke, text_format, visible_below

_MAJOR = "('motorway','motorway_link','trunk','trunk_link','primary','primary_link')"
_MIDDLE = "('secondary','secondary_link','tertiary','tertiary_link')"
# drawn solid, dashed or dotted as the position is known within class A, B or C
_CLASS_DASH = {"A": "solid", "B": "6 2", "C": "1.5 2"}


def style_third_parties(layer: QgsVectorLayer) -> None:
    """Draw third-party networks: colour by kind, dashes by accuracy class."""
    kinds = (
        (tr("Electricity and lighting"), "ELEC"),
        (tr("Gas"), "GAZ"),
        (tr("District heating"), "CHAU"),
        (tr("Telecommunications"), "COM"),
        (tr("Chemicals"), "CHIM"),
        (tr("Liquid hydrocarbons"), "HYDROC"),
        (tr("Guided transport"), "RAIL"),
        (tr("Flood protection"), "PINS"),
    )
    root = QgsRuleBasedRenderer.Rule(None)
    for label, start in kinds:
        root.appendChild(_network_rule(label, f"\"network_type\" LIKE '{start}%'", palette.NETWORK[start]))
    root.appendChild(_network_rule(tr("Other network"), "ELSE", palette.NETWORK["MULT"]))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    set_labels(
        layer,
        "\"label\" || ' · ' || \"operator\" || ' (' || \"accuracy_class\" || ')'",
        text_format(6.5, colour=palette.MUTED, halo_mm=0.7),
        placement=QgsPalLayerSettings.Placement.Line,
        below_scale=900,
        distance_mm=0.6,
        merge_lines=True,
        priority=3,
    )
    visible_below(layer, 1500)


def _network_rule(label: str, where: str, colour: str) -> QgsRuleBasedRenderer.Rule:
    rule = QgsRuleBasedRenderer.Rule(None, 0, 0, where, label)
    names = {"A": tr("class A"), "B": tr("class B"), "C": tr("class C, position unknown")}
    for accuracy, dash in _CLASS_DASH.items():
        symbol = line_symbol(stroke("#ffffff", 0.9, opacity=0.7), stroke(colour, 0.5, dash=dash))
        rule.appendChild(
            QgsRuleBasedRenderer.Rule(
                symbol, 0, 0, f"\"accuracy_class\" = '{accuracy}'", f"{label}, {names[accuracy]}"
            )
        )
    return rule


def style_zones(layer: QgsVectorLayer) -> None:
    """Draw the service's zones: a dashed outline and a large quiet name."""
    symbol = QgsFillSymbol.createSimple(
        {
            "color": "0,0,0,0",
            "outline_color": rgba(palette.MUTED, 0.6),
            "outline_width": "0.4",
            "outline_style": "dash",
        }
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    set_labels(
        layer,
        'upper("name")',
        text_format(8.5, colour="#a39d92", bold=True, halo_mm=0.7),
        placement=QgsPalLayerSettings.Placement.Horizontal,
        below_scale=60000,
        priority=1,
    )


def style_buildings(layer: QgsVectorLayer) -> None:
    """Draw buildings as quiet blocks."""
    _fill(layer, palette.BUILDING)


def style_sea(layer: QgsVectorLayer) -> None:
    """Draw the sea."""
    _fill(layer, palette.SEA)


def _fill(layer: QgsVectorLayer, colour: str) -> None:
    symbol = QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def style_roads(layer: QgsVectorLayer) -> None:
    """Draw roads white on paper with a grey edge, to scale once one is close; names from 1:6,000."""
    classes = (
        (tr("Main road"), f'"highway" IN {_MAJOR}', 1.9, 10.0, 0),
        (tr("Street"), f'"highway" IN {_MIDDLE}', 1.4, 8.0, 0),
        (tr("Service road"), "\"highway\" IN ('service','track','services')", 0.5, 4.0, 15000),
        (tr("Local street"), "", 1.0, 6.0, 0),
    )
    renderer = ruled(
        ((label, where, _road(width_mm, width_m)) for label, where, width_mm, width_m, _ in classes),
        levels=True,
    )
    for rule, (*_, scale) in zip(renderer.rootRule().children(), classes, strict=True):
        rule.setMinimumScale(scale)
    layer.setRenderer(renderer)
    set_labels(
        layer,
        '"name"',
        text_format(7, colour=palette.ROAD_NAME, halo_mm=0.6),
        placement=QgsPalLayerSettings.Placement.Curved,
        below_scale=6000,
        distance_mm=0.0,
        merge_lines=True,
        priority=2,
    )


def _road(width_mm: float, width_m: float) -> QgsLineSymbol:
    width = f"max({width_mm}, 1000 * {width_m} / @map_scale)"
    return line_symbol(
        stroke(
            palette.ROAD_EDGE,
            width_mm + 0.4,
            rendering_pass=0,
            expressions={QgsSymbolLayer.Property.PropertyStrokeWidth: f"{width} + 0.4"},
        ),
        stroke(
            "#ffffff",
            width_mm,
            rendering_pass=1,
            expressions={QgsSymbolLayer.Property.PropertyStrokeWidth: width},
        ),
    )
