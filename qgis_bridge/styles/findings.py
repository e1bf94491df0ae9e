# SPDX-License-Identifier: GPL-3.0-or-later
"""What the questions about the asset base hand out: defects, corrections, conflicts, criticality."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsFeatureRequest,
    QgsGraduatedSymbolRenderer,
    QgsPalLayerSettings,
    QgsRendererRange,
    QgsSymbol,
    QgsVectorLayer,
)

from ..messages import counted, tr
from ..wording import word
from . import palette
from .symbols import dot, line_symbol, marker_symbol, ruled, set_labels, stroke, text_format

_SEVERITY = {
    "error": ("#b3001b", "triangle", 4.0),
    "warning": (palette.DIG, "diamond", 3.4),
    "info": (palette.MUTED, "circle", 2.4),
}
# Upper ends of the classes, the same for every town so that two maps can be compared; colours run from
# yellow to dark red (Harrower and Brewer, *ColorBrewer.org*, 2003, YlOrRd).
_CLASSES = (
    (0, "#b8bec4"),
    (10, "#fecc5c"),
    (50, "#fd8d3c"),
    (200, "#f03b20"),
    (1000, "#bd0026"),
    (10_000_000, "#67001f"),
)


def draw_defects(layer: QgsVectorLayer) -> None:
    """Draw defects by severity, in colour and shape."""
    layer.setRenderer(
        ruled(
            (
                _heading(f"severity.{severity}"),
                f"\"severity\" = '{severity}'",
                marker_symbol(dot(shape, size_mm, fill=colour, edge="#ffffff")),
            )
            for severity, (colour, shape, size_mm) in _SEVERITY.items()
        )
    )


def draw_corrected_lines(layer: QgsVectorLayer) -> None:
    """Draw lines as they would be once corrected; those to be reviewed first are dashed."""
    _corrections(layer, lambda colour, dash: line_symbol(stroke(colour, 0.8, dash=dash)))


def draw_corrected_points(layer: QgsVectorLayer) -> None:
    """Draw points where they would be once corrected; those to be reviewed first are hollow."""
    _corrections(
        layer,
        lambda colour, dash: marker_symbol(
            dot("cross", 3.4, fill=colour, edge=colour, edge_mm=0.8 if dash == "solid" else 0.4)
        ),
    )


def _corrections(layer: QgsVectorLayer, symbol: Callable[[str, str], QgsSymbol]) -> None:
    rules = (
        (tr("Correction to be reviewed"), '"needs_review"', symbol(palette.DIG, "2 1.4")),
        (tr("Safe correction"), "", symbol("#2e8b57", "solid")),
    )
    layer.setRenderer(ruled(rules))


def draw_networks_near(layer: QgsVectorLayer) -> None:
    """Draw third-party networks near a dig by what must be done about them, with their operator."""
    layer.setRenderer(
        ruled(
            (
                _heading(f"verdict.{verdict}"),
                f"\"verdict\" = '{verdict}'",
                line_symbol(stroke(colour, 3.0, opacity=0.25), stroke(colour, 0.5)),
            )
            for verdict, colour in palette.VERDICT.items()
        )
    )
    set_labels(
        layer,
        '"label" || \' · \' || "operator"',
        text_format(7, colour=palette.INK),
        placement=QgsPalLayerSettings.Placement.Line,
        below_scale=2500,
        distance_mm=0.8,
        merge_lines=True,
    )


def draw_critical_pipes(layer: QgsVectorLayer) -> None:
    """Draw mains by the customers that their failure cuts off, the costliest on top."""
    widths = (0.3, 0.5, 0.7, 0.9, 1.2, 1.6)
    symbols = [
        line_symbol(stroke(colour, width)) for (_, colour), width in zip(_CLASSES, widths, strict=True)
    ]
    _graduate(layer, "customers", symbols)


def draw_critical_valves(layer: QgsVectorLayer) -> None:
    """Draw valves by the customers that they cost in addition if they do not hold, the costliest on top."""
    sizes = (1.4, 2.0, 2.6, 3.2, 3.8, 4.6)
    symbols = [
        marker_symbol(dot("circle", size, fill=colour, edge="#ffffff"))
        for (_, colour), size in zip(_CLASSES, sizes, strict=True)
    ]
    _graduate(layer, "extra_customers", symbols)


def _heading(code: str) -> str:
    said = word(code)
    return said[:1].upper() + said[1:]


def _graduate(layer: QgsVectorLayer, column: str, symbols: list[QgsSymbol]) -> None:
    ranges, below = [], -1
    for (last, _), symbol in zip(_CLASSES, symbols, strict=True):
        ranges.append(QgsRendererRange(below + 0.5, last + 0.5, symbol, _class_label(below + 1, last)))
        below = last
    renderer = QgsGraduatedSymbolRenderer(column, ranges)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(f'"{column}"', True)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)


def _class_label(first: int, last: int) -> str:
    if last == 0:
        return tr("No customer")
    if last == _CLASSES[-1][0]:
        return counted(tr("{first} customers or more"), first=first)
    return counted(tr("{first} to {last} customers"), first=first, last=last)
