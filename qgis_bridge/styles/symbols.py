# SPDX-License-Identifier: GPL-3.0-or-later
"""Short constructors for the symbols and labels that the styles are made of (sizes in millimetres)."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from qgis.core import (
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSvgMarkerSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase

from . import palette

S = TypeVar("S", bound=QgsSymbol)
_DRAWINGS = Path(__file__).resolve().parents[2] / "resources" / "styles"
_FAMILIES = ("Noto Sans", "Open Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans")


def font(*, bold: bool = False, italic: bool = False) -> QFont:
    """Return the first sans-serif of our list that the machine has."""
    known = set(QFontDatabase().families())
    chosen = QFont(next((family for family in _FAMILIES if family in known), QFont().family()))
    chosen.setBold(bold)
    chosen.setItalic(italic)
    return chosen


def stroke(
    colour: str,
    width_mm: float,
    *,
    dash: str = "solid",
    opacity: float = 1.0,
    rendering_pass: int = 0,
    expressions: Mapping[QgsSymbolLayer.Property, str] | None = None,
) -> QgsSimpleLineSymbolLayer:
    """Return one stroke of a line symbol; ``expressions`` override its properties per feature."""
    layer = QgsSimpleLineSymbolLayer.create(
        {
            "line_color": rgba(colour, opacity),
            "line_width": str(width_mm),
            "line_style": "solid",
            "capstyle": "round",
            "joinstyle": "round",
        }
    )
    if dash != "solid":
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector([float(part) for part in dash.split()])
        layer.setPenCapStyle(Qt.PenCapStyle.FlatCap)
    layer.setRenderingPass(rendering_pass)
    _override(layer, expressions)
    return layer


def dot(
    shape: str,
    size_mm: float,
    *,
    fill: str,
    edge: str = "#ffffff",
    edge_mm: float = 0.3,
    expressions: Mapping[QgsSymbolLayer.Property, str] | None = None,
) -> QgsSimpleMarkerSymbolLayer:
    """Return one simple marker of a point symbol."""
    layer = QgsSimpleMarkerSymbolLayer.create(
        {
            "name": shape,
            "size": str(size_mm),
            "color": rgba(fill),
            "outline_color": rgba(edge),
            "outline_width": str(edge_mm),
            "joinstyle": "round",
        }
    )
    _override(layer, expressions)
    return layer


def icon(name: str, size_mm: float, *, fill: str, edge: str) -> QgsSvgMarkerSymbolLayer:
    """Return a drawing of resources/styles, embedded so that a project does not depend on where it lies."""
    drawing = base64.b64encode((_DRAWINGS / f"{name}.svg").read_bytes()).decode("ascii")
    layer = QgsSvgMarkerSymbolLayer(f"base64:{drawing}", size_mm, 0.0)
    layer.setFillColor(QColor(fill))
    layer.setStrokeColor(QColor(edge))
    layer.setStrokeWidth(0.3)
    return layer


def line_symbol(*layers: QgsSymbolLayer) -> QgsLineSymbol:
    """Return a line symbol of the layers, drawn in their order."""
    return _composed(QgsLineSymbol(), layers)


def marker_symbol(*layers: QgsSymbolLayer) -> QgsMarkerSymbol:
    """Return a point symbol of the layers, drawn in their order."""
    return _composed(QgsMarkerSymbol(), layers)


def fill_symbol(*layers: QgsSymbolLayer) -> QgsFillSymbol:
    """Return a polygon symbol of the layers, drawn in their order."""
    return _composed(QgsFillSymbol(), layers)


def _composed(symbol: S, layers: tuple[QgsSymbolLayer, ...]) -> S:
    # the constructors that take a list do not take ownership of its items; these two methods do
    symbol.changeSymbolLayer(0, layers[0])
    for layer in layers[1:]:
        symbol.appendSymbolLayer(layer)
    return symbol


def ruled(rules: Iterable[tuple[str, str, QgsSymbol]], *, levels: bool = False) -> QgsRuleBasedRenderer:
    """Return a renderer of (label, expression, symbol) rules; an empty expression takes what is left."""
    root = QgsRuleBasedRenderer.Rule(None)
    for label, expression, symbol in rules:
        rule = QgsRuleBasedRenderer.Rule(symbol, 0, 0, expression or "ELSE", label)
        root.appendChild(rule)
    renderer = QgsRuleBasedRenderer(root)
    renderer.setUsingSymbolLevels(levels)
    return renderer


def text_format(
    size_pt: float,
    *,
    colour: str = palette.INK,
    bold: bool = False,
    italic: bool = False,
    halo_mm: float = 0.8,
) -> QgsTextFormat:
    """Return text with a halo that keeps it readable on any background."""
    style = QgsTextFormat()
    style.setFont(font(bold=bold, italic=italic))
    style.setSize(size_pt)
    style.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    style.setColor(QColor(colour))
    halo = QgsTextBufferSettings()
    halo.setEnabled(halo_mm > 0)
    halo.setSize(halo_mm)
    halo.setColor(QColor(palette.HALO))
    style.setBuffer(halo)
    return style


def set_labels(
    layer: QgsVectorLayer,
    expression: str,
    style: QgsTextFormat,
    *,
    placement: QgsPalLayerSettings.Placement,
    below_scale: float,
    distance_mm: float = 1.2,
    merge_lines: bool = False,
    priority: int = 5,
) -> None:
    """Label a layer with an expression, from the scale 1:``below_scale`` inwards."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.placement = placement
    settings.dist = distance_mm
    settings.priority = priority
    settings.mergeLines = merge_lines
    settings.scaleVisibility = True
    settings.minimumScale = below_scale
    settings.maximumScale = 0
    settings.setFormat(style)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def visible_below(layer: QgsVectorLayer, scale: float) -> None:
    """Draw a layer only from the scale 1:``scale`` inwards."""
    layer.setScaleBasedVisibility(True)
    layer.setMinimumScale(scale)
    layer.setMaximumScale(0)


def rgba(colour: str, opacity: float = 1.0) -> str:
    """Return a colour as the ``r,g,b,a`` text of QGIS symbol properties."""
    parsed = QColor(colour)
    return f"{parsed.red()},{parsed.green()},{parsed.blue()},{round(255 * opacity)}"


def ink_on(colour: str) -> str:
    """Return dark or white, whichever is easier to read on a colour."""
    return max((palette.INK, palette.HALO), key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (none) to 21 (W3C, *WCAG 2.1*, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _override(layer: QgsSymbolLayer, expressions: Mapping[QgsSymbolLayer.Property, str] | None) -> None:
    for key, expression in (expressions or {}).items():
        layer.setDataDefinedProperty(key, QgsProperty.fromExpression(expression))
