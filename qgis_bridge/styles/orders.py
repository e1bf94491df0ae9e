# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders by priority (colour and shape) and state (fill), tours in agent colours, numbered stops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFontMarkerSymbolLayer,
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QColor

from ..wording import word
from . import palette
from .symbols import dot, font, ink_on, line_symbol, marker_symbol, rgba, set_labels, stroke, text_format

# one agent: id, name, colour
Agents = Sequence[tuple[str, str, str]]

# the symbols of the day shrink when a whole town is on a small map
_FACTOR = "if(@map_scale > 15000, 0.7, 1)"
_LANES = 3
_LANE_MM = 0.75
_OVER = "\"state\" IN ('done','closed','cancelled','not_done')"


def style_orders(layer: QgsVectorLayer) -> None:
    """Draw orders: hollow while nobody is planned, filled once planned, faint once over."""
    categories = [
        QgsRendererCategory(priority, _order_symbol(priority), word(f"priority.{priority}"))
        for priority in palette.PRIORITY
    ]
    renderer = QgsCategorizedSymbolRenderer("priority", categories)
    renderer.setOrderByEnabled(False)
    layer.setRenderer(renderer)
    set_labels(
        layer,
        '"code" || \'\\n\' || "label"',
        text_format(8, halo_mm=0.9),
        placement=QgsPalLayerSettings.Placement.AroundPoint,
        below_scale=2500,
        distance_mm=2.5,
        priority=7,
    )


def _order_symbol(priority: str):
    colour = palette.PRIORITY[priority]
    size = palette.PRIORITY_SIZE_MM[priority]
    fill = (
        f"CASE WHEN \"state\" IN ('qualified','rescheduled','suspended') THEN '{rgba('#ffffff')}' "
        f"WHEN {_OVER} THEN '{rgba(colour, 0.25)}' ELSE '{rgba(colour)}' END"
    )
    edge = (
        f"CASE WHEN \"state\" IN ('qualified','rescheduled','suspended') THEN '{rgba(colour)}' "
        f"WHEN {_OVER} THEN '{rgba(colour, 0.5)}' "
        f"WHEN \"state\" = 'in_progress' THEN '{rgba(palette.INK)}' ELSE '{rgba('#ffffff')}' END"
    )
    shape = palette.PRIORITY_SHAPE[priority]
    return marker_symbol(
        dot(
            shape,
            size + 1.2,
            fill=palette.HALO,
            edge=palette.HALO,
            edge_mm=0.4,
            expressions={QgsSymbolLayer.Property.PropertySize: f"{size + 1.2} * {_FACTOR}"},
        ),
        dot(
            shape,
            size,
            fill=colour,
            edge_mm=0.6,
            expressions={
                QgsSymbolLayer.Property.PropertySize: f"{size} * {_FACTOR}",
                QgsSymbolLayer.Property.PropertyFillColor: fill,
                QgsSymbolLayer.Property.PropertyStrokeColor: edge,
            },
        ),
    )


def style_tours(layer: QgsVectorLayer, agents: Agents) -> None:
    """Draw each agent's way in the agent's colour, side by side where they share a road, with arrows."""
    categories = [
        QgsRendererCategory(agent_id, _tour_symbol(colour, index), name)
        for index, (agent_id, name, colour) in enumerate(agents)
    ]
    renderer = QgsCategorizedSymbolRenderer("agent_id", categories)
    layer.setRenderer(renderer)
    layer.setLabelsEnabled(False)


def _tour_symbol(colour: str, index: int) -> QgsLineSymbol:
    offset_mm = (index % _LANES - (_LANES - 1) / 2) * _LANE_MM
    width = QgsSymbolLayer.Property.PropertyStrokeWidth
    casing = stroke("#ffffff", 1.5, opacity=0.9, expressions={width: f"1.5 * {_FACTOR}"})
    line = stroke(colour, 0.8, expressions={width: f"0.8 * {_FACTOR}"})
    arrows = QgsMarkerLineSymbolLayer(True, 22.0)
    arrows.setSubSymbol(marker_symbol(dot("filled_arrowhead", 2.2, fill=colour, edge=colour, edge_mm=0.2)))
    for part in (casing, line, arrows):
        part.setOffset(offset_mm)
    symbol = line_symbol(casing, line, arrows)
    # among pipes and valves the tours step back
    symbol.setDataDefinedProperty(
        QgsSymbol.Property.PropertyOpacity, QgsProperty.fromExpression("if(@map_scale < 2500, 35, 100)")
    )
    return symbol


def style_stops(layer: QgsVectorLayer, agents: Agents) -> None:
    """Draw numbered stops beside the order's own symbol, in the agent's colour."""
    colour = _by_agent({agent_id: rgba(colour) for agent_id, _, colour in agents}, rgba(palette.MUTED))
    ink = _by_agent({agent_id: rgba(ink_on(colour)) for agent_id, _, colour in agents}, rgba("#ffffff"))
    # the crew of one order stands in a row
    place = f"to_string((2.6 + 3.6 * \"role\") * {_FACTOR}) || ',' || to_string(-2.2 * {_FACTOR})"
    disc = dot(
        "circle",
        3.7,
        fill=palette.MUTED,
        edge_mm=0.35,
        expressions={
            QgsSymbolLayer.Property.PropertySize: f"3.7 * {_FACTOR}",
            QgsSymbolLayer.Property.PropertyFillColor: colour,
            QgsSymbolLayer.Property.PropertyOffset: place,
        },
    )
    number = QgsFontMarkerSymbolLayer(font().family(), "1", 2.5, QColor("#ffffff"))
    number.setFontStyle("Bold")
    number.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    number.setOffset(QPointF(2.6, -2.2))
    number.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyCharacter, QgsProperty.fromExpression('to_string("sequence")')
    )
    number.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyOffset, QgsProperty.fromExpression(place))
    number.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertySize, QgsProperty.fromExpression(f"2.5 * {_FACTOR}")
    )
    number.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyFillColor, QgsProperty.fromExpression(ink))
    layer.setRenderer(QgsSingleSymbolRenderer(marker_symbol(disc, number)))


def _by_agent(values: Mapping[str, str], otherwise: str) -> str:
    """Return the expression that gives each agent's value."""
    branches = "".join(f" WHEN \"agent_id\" = '{agent}' THEN '{value}'" for agent, value in values.items())
    return f"CASE{branches} ELSE '{otherwise}' END" if branches else f"'{otherwise}'"


def style_agents(layer: QgsVectorLayer, agents: Agents) -> None:
    """Draw where agents start: a house-like pentagon in the agent's colour."""
    categories = [
        QgsRendererCategory(
            agent_id, marker_symbol(dot("pentagon", 3.6, fill=colour, edge=palette.INK, edge_mm=0.3)), name
        )
        for agent_id, name, colour in agents
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("agent_id", categories))
    set_labels(
        layer,
        '"name"',
        text_format(7.5, italic=True, halo_mm=0.9),
        placement=QgsPalLayerSettings.Placement.AroundPoint,
        below_scale=12000,
        distance_mm=1.8,
    )
