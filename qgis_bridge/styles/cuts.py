# SPDX-License-Identifier: GPL-3.0-or-later
"""What an order takes out of service and digs up: cut mains, valves to close, excavations, conflicts."""

from __future__ import annotations

from qgis.core import (
    QgsLinePatternFillSymbolLayer,
    QgsPalLayerSettings,
    QgsSimpleFillSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..messages import tr
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
    visible_below,
)


def draw_cut(layer: QgsVectorLayer) -> None:
    """Draw mains that are cut off: a broad band with a firm axis, so that it reads at any scale."""
    layer.setRenderer(
        QgsSingleSymbolRenderer(
            line_symbol(
                stroke(palette.CUT, 3.4, opacity=0.22),
                stroke("#ffffff", 1.3, opacity=0.9),
                stroke(palette.CUT, 0.8, dash="2.6 1.6"),
            )
        )
    )


def style_outages(layer: QgsVectorLayer) -> None:
    """Draw the mains that orders cut off, with the order's number."""
    draw_cut(layer)
    set_labels(
        layer,
        "'{}' || ' ' || \"order_id\"".format(tr("Cut").replace("'", "''")),
        text_format(8, colour=palette.CUT, bold=True, halo_mm=1.0),
        placement=QgsPalLayerSettings.Placement.Line,
        below_scale=5000,
        merge_lines=True,
        priority=8,
    )


def style_valves_to_close(layer: QgsVectorLayer) -> None:
    """Draw the valves to close as numbered discs, in the order in which the crew turns them."""
    layer.setRenderer(
        QgsSingleSymbolRenderer(
            marker_symbol(dot("circle", 4.6, fill=palette.CUT, edge="#ffffff", edge_mm=0.5))
        )
    )
    set_labels(
        layer,
        'to_string("number")',
        text_format(8, colour="#ffffff", bold=True, halo_mm=0.0),
        placement=QgsPalLayerSettings.Placement.OverPoint,
        below_scale=6000,
        distance_mm=0.0,
        priority=10,
    )
    visible_below(layer, 6000)


def draw_customers(layer: QgsVectorLayer) -> None:
    """Draw customers without water; those to warn first stand out."""
    rules = (
        (
            tr("Sensitive customer"),
            '"is_sensitive"',
            marker_symbol(dot("cross_fill", 3.4, fill=palette.CUT, edge="#ffffff", edge_mm=0.3)),
        ),
        (
            tr("Customer"),
            "",
            marker_symbol(dot("circle", 1.8, fill=palette.CUT, edge="#ffffff", edge_mm=0.25)),
        ),
    )
    layer.setRenderer(ruled(rules))


def style_footprints(layer: QgsVectorLayer) -> None:
    """Draw excavations hatched."""
    base = QgsSimpleFillSymbolLayer.create(
        {
            "color": rgba(palette.DIG, 0.15),
            "outline_color": rgba(palette.DIG),
            "outline_width": "0.4",
            "joinstyle": "miter",
        }
    )
    hatch = QgsLinePatternFillSymbolLayer()
    hatch.setLineAngle(45)
    hatch.setDistance(1.6)
    hatch.setSubSymbol(line_symbol(stroke(palette.DIG, 0.25)))
    layer.setRenderer(QgsSingleSymbolRenderer(fill_symbol(base, hatch)))
    visible_below(layer, 5000)


def style_conflicts(layer: QgsVectorLayer) -> None:
    """Draw third-party networks near a dig by what must be done about them."""
    labels = {
        "in_corridor": tr("In the dig: soft digging"),
        "to_mark_out": tr("To mark out"),
        "position_unknown": tr("Position unknown"),
    }
    rules = [
        (
            label,
            f"\"verdict\" = '{verdict}'",
            line_symbol(
                stroke(palette.VERDICT[verdict], 3.0, opacity=0.25), stroke(palette.VERDICT[verdict], 0.5)
            ),
        )
        for verdict, label in labels.items()
    ]
    layer.setRenderer(ruled(rules))
    visible_below(layer, 2500)
