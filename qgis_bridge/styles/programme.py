# SPDX-License-Identifier: GPL-3.0-or-later
"""The programme of a year on the map: load of zones, hours of municipalities and assets, week by week.

Load is told by colour and by its percent in words; hours are darker the more there are, in one hue.
"""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsVectorLayer,
)

from ..messages import tr
from .coverage import show_by_hour
from .symbols import fill_symbol, marker_symbol, rgba, ruled, set_labels, text_format

_LABEL_SCALE = 400_000
_NEAR_SCALE = 6_000
# after Okabe and Ito: told apart by colour-blind readers, with the percent written beside
STATE_COLOURS = {
    "over": "#b3001b",
    "watch": "#e69f00",
    "fine": "#56b4e9",
    "under": "#dfe8f0",
    "unknown": "#bdbdbd",
}
_HOURS = ("#feedde", "#fdbe85", "#fd8d3c", "#e6550d", "#a63603")
_MARKERS = ("circle", "square", "triangle", "diamond", "pentagon", "star")
_ACTIVITIES = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#8a5a2b")


def draw_zone_weeks(layer: QgsVectorLayer) -> None:
    """Draw zones by the state of their week, with name and percent."""
    titles = {
        "over": tr("Overload"),
        "watch": tr("To watch"),
        "fine": tr("Fine"),
        "under": tr("Too little work"),
        "unknown": tr("Nobody there"),
    }
    rules = [
        (titles[state], f"\"state\" = '{state}'", _area(colour)) for state, colour in STATE_COLOURS.items()
    ]
    layer.setRenderer(ruled(rules))
    text = "\"name\" || if(\"percent\" IS NULL, '', '\\n' || round(\"percent\") || ' %')"
    _label(layer, text, _LABEL_SCALE)
    show_by_hour(layer)


def draw_commune_weeks(layer: QgsVectorLayer) -> None:
    """Draw municipalities by the hours programmed in a week, in five steps up to the most."""
    most = max((float(row["hours"] or 0.0) for row in layer.getFeatures()), default=0.0)
    step = max(most, 1.0) / len(_HOURS)
    rules = []
    for number, colour in enumerate(_HOURS):
        low, high = number * step, (number + 1) * step
        last = number == len(_HOURS) - 1
        within = f'"hours" >= {low}' if last else f'"hours" >= {low} AND "hours" < {high}'
        rules.append(
            (tr("{low} to {high} h").format(low=f"{low:.0f}", high=f"{high:.0f}"), within, _area(colour))
        )
    layer.setRenderer(ruled(rules))
    _label(layer, "\"commune\" || '\\n' || round(\"hours\", 1) || ' h'", _LABEL_SCALE)
    show_by_hour(layer)


def draw_programmed_assets(layer: QgsVectorLayer) -> None:
    """Draw assets by their activity, each with a shape of its own, named when near."""
    labels = {str(row["activity"]): str(row["label"]) for row in layer.getFeatures()}
    rules = []
    for number, (activity, label) in enumerate(sorted(labels.items())):
        marker = QgsSimpleMarkerSymbolLayer.create(
            {
                "name": _MARKERS[number % len(_MARKERS)],
                "color": rgba(_ACTIVITIES[number % len(_ACTIVITIES)]),
                "outline_color": rgba("#ffffff"),
                "outline_width": "0.2",
                "size": "2.6",
            }
        )
        rules.append((label, f"\"activity\" = '{activity}'", marker_symbol(marker)))
    layer.setRenderer(ruled(rules))
    _label(layer, '"asset_id"', _NEAR_SCALE)
    show_by_hour(layer)


def _area(colour: str) -> QgsFillSymbol:
    return fill_symbol(
        QgsSimpleFillSymbolLayer.create(
            {"color": rgba(colour, 0.65), "outline_color": rgba("#23282d", 0.7), "outline_width": "0.3"}
        )
    )


def _label(layer: QgsVectorLayer, expression: str, scale: float) -> None:
    placement = (
        QgsPalLayerSettings.Placement.AroundPoint
        if layer.geometryType() == 0
        else QgsPalLayerSettings.Placement.Horizontal
    )
    set_labels(layer, expression, text_format(8), placement=placement, below_scale=scale)
