# SPDX-License-Identifier: GPL-3.0-or-later
"""Coverage maps: areas by minutes, holes, what a change opens and closes, each with its hours.

The sooner the darker, in one hue (after ColorBrewer's *Blues*, safe for colour-blind readers and in grey);
holes are hatched, so that a copier keeps them.
"""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsPalLayerSettings,
    QgsSimpleFillSymbolLayer,
    QgsVectorLayer,
)

from ..messages import tr
from . import palette
from .symbols import fill_symbol, rgba, ruled, set_labels, stroke, text_format

_SHADES = ("#08519c", "#3182bd", "#6baed6", "#bdd7e7", "#deebf7")
_HOLE = "#b3001b"
_CLOSED = "#00704f"
_LABEL_SCALE = 400_000


def draw_areas(layer: QgsVectorLayer) -> None:
    """Draw the areas of the nearest agent by their minutes; those of the second are there, switched off."""
    limits = sorted({int(row["until_min"]) for row in layer.getFeatures()})
    rules: list[tuple[str, str, QgsFillSymbol]] = []
    for rank, title in ((1, tr("within {minutes} min")), (2, tr("second agent within {minutes} min"))):
        for number, minutes in enumerate(limits):
            colour = _SHADES[min(number, len(_SHADES) - 1)]
            symbol = _area(colour) if rank == 1 else _hatched(colour, 45)
            rule = f'"rank" = {rank} AND "until_min" = {minutes}'
            rules.append((title.format(minutes=minutes), rule, symbol))
    renderer = ruled(rules)
    for rule in renderer.rootRule().children()[len(limits) :]:
        rule.setActive(False)
    layer.setRenderer(renderer)
    show_by_hour(layer)


def draw_holes(layer: QgsVectorLayer) -> None:
    """Draw the holes hatched, those with sensitive customers heavier, with what is in them."""
    rules = (
        (tr("Not reached in time, sensitive customers inside"), '"sensitive" > 0', _hatched(_HOLE, 45, 2.0)),
        (tr("Not reached in time"), "", _hatched(palette.MUTED, 45, 3.0)),
    )
    layer.setRenderer(ruled(rules))
    text = (
        "\"customers\" || ' ' || {customers} || '\\n' || round(\"pipe_km\", 1) || ' km'"
        " || if(\"sensitive\" > 0, '\\n' || \"sensitive\" || ' ' || {sensitive}, '')"
    ).format(customers=_quoted(tr("customers")), sensitive=_quoted(tr("sensitive ones")))
    set_labels(
        layer,
        text,
        text_format(8),
        placement=QgsPalLayerSettings.Placement.Horizontal,
        below_scale=_LABEL_SCALE,
    )
    show_by_hour(layer)


def draw_cover_changes(layer: QgsVectorLayer) -> None:
    """Draw what a change opens and closes, each with a hatch of its own direction."""
    rules = (
        (tr("Not reached any more"), "\"effect\" = 'opened'", _hatched(_HOLE, 45, 1.6)),
        (tr("Reached then"), "\"effect\" = 'closed'", _hatched(_CLOSED, 135, 1.6)),
    )
    layer.setRenderer(ruled(rules))
    show_by_hour(layer)


def show_by_hour(layer: QgsVectorLayer) -> None:
    """Let QGIS's temporal controller show a layer hour by hour, from ``starts_at`` to ``ends_at``."""
    properties = layer.temporalProperties()
    properties.setIsActive(True)
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    properties.setStartField("starts_at")
    properties.setEndField("ends_at")


def _area(colour: str) -> QgsFillSymbol:
    return fill_symbol(
        QgsSimpleFillSymbolLayer.create(
            {"color": rgba(colour, 0.6), "outline_color": rgba("#ffffff", 0.9), "outline_width": "0.2"}
        )
    )


def _hatched(colour: str, angle: float, distance_mm: float = 1.8) -> QgsFillSymbol:
    lines = QgsLinePatternFillSymbolLayer()
    lines.setLineAngle(angle)
    lines.setDistance(distance_mm)
    hatch = lines.subSymbol()
    hatch.changeSymbolLayer(0, stroke(colour, 0.35))
    edge = QgsSimpleFillSymbolLayer.create(
        {"style": "no", "outline_color": rgba(colour), "outline_width": "0.4"}
    )
    return fill_symbol(lines, edge)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
