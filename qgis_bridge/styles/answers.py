# SPDX-License-Identifier: GPL-3.0-or-later
"""What the questions about requests and orders hand out: readiness, what is left out, changes, zones."""

from __future__ import annotations

from qgis.core import (
    QgsPalLayerSettings,
    QgsSimpleFillSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..messages import tr
from ..wording import word
from . import palette
from .symbols import (
    dot,
    fill_symbol,
    line_symbol,
    marker_symbol,
    rgba,
    ruled,
    set_labels,
    stroke,
    text_format,
)

# hues that colour-blind readers tell apart, each with a shape of its own
_READINESS = {
    "red": ("#b3001b", "triangle", 4.6),
    "amber": ("#e69f00", "diamond", 4.2),
    "green": ("#009e73", "circle", 3.0),
}
_ZONE = "#0072b2"
_ORDER_LABEL = 9000


def draw_readiness(layer: QgsVectorLayer) -> None:
    """Draw orders by what they lack: red, amber or green, each in a shape of its own."""
    layer.setRenderer(
        ruled(
            (
                _heading(f"colour.{colour}"),
                f"\"colour\" = '{colour}'",
                marker_symbol(dot(shape, size_mm, fill=fill, edge="#ffffff", edge_mm=0.5)),
            )
            for colour, (fill, shape, size_mm) in _READINESS.items()
        )
    )
    _label(layer, '"order_id"')


def draw_by_priority(layer: QgsVectorLayer) -> None:
    """Draw orders by priority, hollow as nobody is planned for them."""
    layer.setRenderer(
        ruled(
            (
                word(f"priority.{priority}"),
                f"\"priority\" = '{priority}'",
                marker_symbol(
                    dot(
                        palette.PRIORITY_SHAPE[priority],
                        palette.PRIORITY_SIZE_MM[priority],
                        fill="#ffffff",
                        edge=colour,
                        edge_mm=0.8,
                    )
                ),
            )
            for priority, colour in palette.PRIORITY.items()
        )
    )
    _label(layer, '"order_id"')


def draw_changes(layer: QgsVectorLayer) -> None:
    """Draw the orders that a change of the plan touches: left out, new in it, other agents, other times."""
    rules = (
        (tr("No longer in the plan"), '"start_after" IS NULL', "cross_fill", "#b3001b"),
        (tr("New in the plan"), '"start_before" IS NULL', "star", "#009e73"),
        (tr("Goes to other agents"), '"moved"', "diamond", "#d55e00"),
        (tr("At another time"), "", "circle", "#0072b2"),
    )
    layer.setRenderer(
        ruled(
            (text, rule, marker_symbol(dot(shape, 4.0, fill=colour, edge="#ffffff", edge_mm=0.5)))
            for text, rule, shape, colour in rules
        )
    )
    _label(layer, '"order_id"')


def draw_requests(layer: QgsVectorLayer) -> None:
    """Draw requests; those in which somebody said that there is danger stand out."""
    rules = (
        (tr("Request with danger"), '"danger"', "triangle", "#b3001b"),
        (tr("Request"), "", "square", "#7b3294"),
    )
    layer.setRenderer(
        ruled(
            (text, rule, marker_symbol(dot(shape, 3.8, fill=colour, edge="#ffffff", edge_mm=0.5)))
            for text, rule, shape, colour in rules
        )
    )
    _label(layer, '"request_id"')


def draw_duplicates(layer: QgsVectorLayer) -> None:
    """Draw a dashed line from a request to the one that it may repeat."""
    symbol = line_symbol(stroke("#ffffff", 1.6, opacity=0.8), stroke("#7b3294", 0.8, dash="3 2"))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    _label(layer, '"request_id" || \' = \' || "repeats"', placement=QgsPalLayerSettings.Placement.Line)


def draw_found_places(layer: QgsVectorLayer) -> None:
    """Draw places that were found, the likeliest numbered first."""
    layer.setRenderer(QgsSingleSymbolRenderer(marker_symbol(dot("circle", 3.4, fill=_ZONE))))
    _label(layer, '"rank" || \'. \' || "label"')


def draw_hits(layer: QgsVectorLayer) -> None:
    """Draw what a search found, by its id."""
    layer.setRenderer(QgsSingleSymbolRenderer(marker_symbol(dot("circle", 3.4, fill=_ZONE))))
    _label(layer, '"key"')


def draw_zones(layer: QgsVectorLayer) -> None:
    """Draw zones with their orders, agents and urgent orders."""
    text = (
        "\"name\" || '\\n' || {orders} || ' ' || \"orders\" || ' · ' || {agents} || ' ' || \"agents\""
        " || '\\nP1 ' || \"p1\" || ' · P2 ' || \"p2\""
    )
    layer.setRenderer(QgsSingleSymbolRenderer(_area(_ZONE)))
    _label(layer, text.format(orders=_quoted(tr("orders")), agents=_quoted(tr("agents"))), scale=200_000)


def draw_skill_zones(layer: QgsVectorLayer) -> None:
    """Draw zones by whether a skill hangs on too few agents there, with how many skills do."""
    rules = (
        (tr("Skills that hang on one agent"), '"single_points" > 0', _area("#d55e00")),
        (tr("Every skill is held by several"), "", _area("#009e73")),
    )
    layer.setRenderer(ruled(rules))
    _label(layer, '"name" || \'\\n\' || "single_point_skills"', scale=200_000)


def _area(colour: str):
    return fill_symbol(
        QgsSimpleFillSymbolLayer.create(
            {"color": rgba(colour, 0.12), "outline_color": rgba(colour), "outline_width": "0.6"}
        )
    )


def _label(
    layer: QgsVectorLayer,
    expression: str,
    *,
    placement: QgsPalLayerSettings.Placement = QgsPalLayerSettings.Placement.AroundPoint,
    scale: float = _ORDER_LABEL,
) -> None:
    set_labels(layer, expression, text_format(8), placement=placement, below_scale=scale, distance_mm=2.0)


def _heading(code: str) -> str:
    said = word(code)
    return said[:1].upper() + said[1:]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
