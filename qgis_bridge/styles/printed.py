# SPDX-License-Identifier: GPL-3.0-or-later
"""Styles for plans on paper that a copier may turn grey: letters and line patterns beside the colours."""

from __future__ import annotations

from qgis.core import (
    QgsFontMarkerSymbolLayer,
    QgsMarkerLineSymbolLayer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..messages import tr
from . import palette
from .symbols import dot, font, line_symbol, marker_symbol, set_labels, stroke, text_format

# drawn solid, dashed or dotted as the position is known within class A, B or C
_CLASS_DASH = {"A": "solid", "B": "6 2", "C": "1.5 2"}
# a letter that a grey copy keeps, by the beginning of the PCRS code
LETTERS = {
    "ELEC": "E",
    "GAZ": "G",
    "CHAU": "H",
    "COM": "T",
    "CHIM": "C",
    "HYDROC": "P",
    "RAIL": "R",
    "PINS": "D",
}
_OTHER = "?"


def style_printed_networks(layer: QgsVectorLayer) -> None:
    """Draw third-party networks in the colours of NF P98-332 with a letter by kind, dashes by class."""
    names = {
        "ELEC": tr("Electricity and lighting"),
        "GAZ": tr("Gas"),
        "CHAU": tr("District heating"),
        "COM": tr("Telecommunications"),
        "CHIM": tr("Chemicals"),
        "HYDROC": tr("Liquid hydrocarbons"),
        "RAIL": tr("Guided transport"),
        "PINS": tr("Flood protection"),
    }
    root = QgsRuleBasedRenderer.Rule(None)
    for start, name in names.items():
        where = f"\"network_type\" LIKE '{start}%'"
        root.appendChild(_kind_rule(name, where, palette.NETWORK[start], LETTERS[start]))
    root.appendChild(_kind_rule(tr("Other network"), "ELSE", palette.NETWORK["MULT"], _OTHER))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    layer.setScaleBasedVisibility(False)
    set_labels(
        layer,
        "\"label\" || ' · ' || \"operator\" || ' (' || \"accuracy_class\" || ')'",
        text_format(6, halo_mm=0.7),
        placement=QgsPalLayerSettings.Placement.Line,
        below_scale=500,
        distance_mm=1.0,
        merge_lines=True,
        priority=4,
    )


def _kind_rule(name: str, where: str, colour: str, letter: str) -> QgsRuleBasedRenderer.Rule:
    rule = QgsRuleBasedRenderer.Rule(None, 0, 0, where, name)
    classes = {"A": tr("class A"), "B": tr("class B"), "C": tr("class C, position unknown")}
    for accuracy, dash in _CLASS_DASH.items():
        symbol = line_symbol(
            stroke("#ffffff", 1.5, opacity=0.8),
            stroke(palette.INK, 0.95, dash=dash),
            stroke(colour, 0.6, dash=dash),
            _letters(letter),
        )
        label = f"{letter} · {name}, {classes[accuracy]}"
        rule.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, f"\"accuracy_class\" = '{accuracy}'", label))
    return rule


def _letters(letter: str) -> QgsMarkerLineSymbolLayer:
    disc = dot("circle", 2.7, fill="#ffffff", edge=palette.INK, edge_mm=0.2)
    sign = QgsFontMarkerSymbolLayer(font().family(), letter, 2.0, QColor(palette.INK))
    sign.setFontStyle("Bold")
    sign.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    line = QgsMarkerLineSymbolLayer(False, 22.0)
    line.setSubSymbol(marker_symbol(disc, sign))
    return line


def style_printed_valves(layer: QgsVectorLayer) -> None:
    """Draw the valves to close as numbered black discs with their names."""
    disc = dot("circle", 5.4, fill=palette.INK, edge="#ffffff", edge_mm=0.6)
    number = QgsFontMarkerSymbolLayer(font().family(), "1", 3.4, QColor("#ffffff"))
    number.setFontStyle("Bold")
    number.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    number.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyCharacter, QgsProperty.fromExpression('to_string("number")')
    )
    layer.setRenderer(QgsSingleSymbolRenderer(marker_symbol(disc, number)))
    set_labels(
        layer,
        '"valve"',
        text_format(7.5, bold=True, halo_mm=1.0),
        placement=QgsPalLayerSettings.Placement.AroundPoint,
        below_scale=5000,
        distance_mm=3.0,
        priority=10,
    )


def style_printed_dimensions(layer: QgsVectorLayer) -> None:
    """Draw measured lines with their lengths."""
    layer.setRenderer(QgsSingleSymbolRenderer(line_symbol(stroke(palette.INK, 0.25))))
    set_labels(
        layer,
        '"text"',
        text_format(7.5, bold=True, halo_mm=1.0),
        placement=QgsPalLayerSettings.Placement.Line,
        below_scale=500,
        distance_mm=0.8,
        priority=9,
    )
