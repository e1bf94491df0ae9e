# SPDX-License-Identifier: GPL-3.0-or-later
"""What an isolation hands out: mains cut off, valves in their order, plan B, the area to announce."""

from __future__ import annotations

from qgis.core import QgsPalLayerSettings, QgsSimpleFillSymbolLayer, QgsSingleSymbolRenderer, QgsVectorLayer

from ..messages import tr
from . import palette
from .symbols import (
    dot,
    fill_symbol,
    icon,
    line_symbol,
    marker_symbol,
    rgba,
    ruled,
    set_labels,
    stroke,
    text_format,
)


def draw_cut_pipes(layer: QgsVectorLayer) -> None:
    """Draw mains that are cut off; those that no valve separates but nothing feeds any more are dotted."""
    band = (stroke(palette.CUT, 3.4, opacity=0.22), stroke("#ffffff", 1.3, opacity=0.9))
    behind = (stroke(palette.CUT, 3.4, opacity=0.12), stroke("#ffffff", 1.3, opacity=0.9))
    rules = (
        (
            tr("Main that loses supply behind the cut"),
            '"secondary"',
            line_symbol(*behind, stroke(palette.CUT, 0.6, dash="0.6 1.4")),
        ),
        (tr("Main cut off"), "", line_symbol(*band, stroke(palette.CUT, 0.8, dash="2.6 1.6"))),
    )
    layer.setRenderer(ruled(rules))


def draw_valves(layer: QgsVectorLayer) -> None:
    """Draw the valves to close as discs numbered in the order of closing, those shut already as rings."""
    rules = (
        (
            tr("Closed already"),
            "\"state\" = 'already_closed'",
            marker_symbol(dot("circle", 3.4, fill="#ffffff", edge=palette.CUT, edge_mm=0.6)),
        ),
        (
            tr("To close, in this order"),
            "",
            marker_symbol(dot("circle", 4.6, fill=palette.CUT, edge="#ffffff", edge_mm=0.5)),
        ),
    )
    layer.setRenderer(ruled(rules))
    set_labels(
        layer,
        'to_string("number")',
        text_format(8, colour="#ffffff", bold=True, halo_mm=0.0),
        placement=QgsPalLayerSettings.Placement.OverPoint,
        below_scale=25000,
        distance_mm=0.0,
        priority=10,
    )


def draw_hydrants_out(layer: QgsVectorLayer) -> None:
    """Draw hydrants out of service."""
    symbol = marker_symbol(
        icon("hydrant", 3.8, fill="#c62828", edge="#ffffff"),
        dot("cross2", 3.8, fill=palette.INK, edge=palette.INK, edge_mm=0.6),
    )
    layer.setRenderer(ruled([(tr("Hydrant out of service"), "", symbol)]))


def draw_area(layer: QgsVectorLayer) -> None:
    """Draw the affected area as a light wash that hides nothing."""
    wash = QgsSimpleFillSymbolLayer.create(
        {"color": rgba(palette.CUT, 0.1), "outline_color": rgba(palette.CUT, 0.7), "outline_width": "0.3"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(fill_symbol(wash)))


def draw_next_rings(layer: QgsVectorLayer) -> None:
    """Draw what is cut off in addition if a valve does not hold, with that valve's number."""
    rules = (
        (
            tr("Cannot be isolated: no valve is left"),
            'NOT "can_isolate"',
            line_symbol(stroke("#b3001b", 3.0, opacity=0.25), stroke("#b3001b", 0.6, dash="1.5 1")),
        ),
        (
            tr("Cut off as well if the valve does not hold"),
            "",
            line_symbol(stroke(palette.DIG, 3.0, opacity=0.2), stroke(palette.DIG, 0.5, dash="2.6 1.6")),
        ),
    )
    layer.setRenderer(ruled(rules))
    set_labels(
        layer,
        '"valve" || \' +\' || to_string("extra_customers")',
        text_format(8, colour=palette.DIG, bold=True),
        placement=QgsPalLayerSettings.Placement.Line,
        below_scale=10000,
        merge_lines=True,
    )


def draw_extra_customers(layer: QgsVectorLayer) -> None:
    """Draw customers that lose water only if something else happens; those to warn first stand out."""
    rules = (
        (
            tr("Sensitive customer"),
            '"is_sensitive"',
            marker_symbol(dot("cross_fill", 3.4, fill=palette.DIG, edge="#ffffff", edge_mm=0.3)),
        ),
        (
            tr("Customer"),
            "",
            marker_symbol(dot("circle", 1.8, fill=palette.DIG, edge="#ffffff", edge_mm=0.25)),
        ),
    )
    layer.setRenderer(ruled(rules))
