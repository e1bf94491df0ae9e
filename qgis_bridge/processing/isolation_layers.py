# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers that ``regard:isolate`` writes."""

from __future__ import annotations

from qgis.core import QgsWkbTypes

from ..messages import tr
from ..styles import isolation as styles
from ..styles.cuts import draw_customers
from .base import OutputLayer

_LINE = QgsWkbTypes.Type.MultiLineString
_POINT = QgsWkbTypes.Type.Point
_CUSTOMER = (
    ("asset_id", "text"),
    ("customer_ref", "text"),
    ("category", "text"),
    ("is_sensitive", "boolean"),
    ("address", "text"),
)

PIPES = OutputLayer(
    name="PIPES",
    label=lambda: tr("Mains cut off"),
    explanation=lambda: tr(
        "The mains that run dry; 'secondary' marks those that nothing feeds any more behind the cut."
    ),
    kind=_LINE,
    fields=(
        ("asset_id", "text"),
        ("material", "text"),
        ("diameter_mm", "real"),
        ("length_m", "real"),
        ("secondary", "boolean"),
    ),
    style=styles.draw_cut_pipes,
)
VALVES = OutputLayer(
    name="VALVES",
    label=lambda: tr("Valves to close"),
    explanation=lambda: tr(
        "Valves with their order of closing and of opening again, and why; those closed already too."
    ),
    kind=_POINT,
    fields=(
        ("asset_id", "text"),
        ("number", "integer"),
        ("reopen", "integer"),
        ("state", "text"),
        ("reason", "text"),
    ),
    style=styles.draw_valves,
)
CUSTOMERS = OutputLayer(
    name="CUSTOMERS",
    label=lambda: tr("Customers without water"),
    explanation=lambda: tr("Delivery points with their category; those to warn first are marked."),
    kind=_POINT,
    fields=(*_CUSTOMER, ("secondary", "boolean")),
    style=draw_customers,
)
HYDRANTS = OutputLayer(
    name="HYDRANTS",
    label=lambda: tr("Hydrants out of service"),
    explanation=lambda: tr("Hydrants to report to the fire brigade."),
    kind=_POINT,
    fields=(("asset_id", "text"),),
    style=styles.draw_hydrants_out,
    optional=True,
)
AREA = OutputLayer(
    name="AREA",
    label=lambda: tr("Affected area"),
    explanation=lambda: tr(
        "A band around the mains cut off and the customers they serve; blocks inside are not claimed."
    ),
    kind=QgsWkbTypes.Type.MultiPolygon,
    fields=(("asset_id", "text"), ("customers", "integer"), ("sensitive", "integer"), ("area_m2", "real")),
    style=styles.draw_area,
    optional=True,
)
RING_PIPES = OutputLayer(
    name="RING_PIPES",
    label=lambda: tr("Plan B: mains"),
    explanation=lambda: tr(
        "For each valve to close: the mains cut off in addition, and what to close, if it does not hold."
    ),
    kind=_LINE,
    fields=(
        ("valve", "text"),
        ("number", "integer"),
        ("close", "text"),
        ("can_isolate", "boolean"),
        ("extra_customers", "integer"),
        ("extra_sensitive", "integer"),
        ("extra_hydrants", "text"),
        ("extra_length_m", "real"),
    ),
    style=styles.draw_next_rings,
    optional=True,
    by_default=False,
)
RING_CUSTOMERS = OutputLayer(
    name="RING_CUSTOMERS",
    label=lambda: tr("Plan B: customers"),
    explanation=lambda: tr(
        "For each valve to close: the customers without water in addition if it does not hold."
    ),
    kind=_POINT,
    fields=(*_CUSTOMER, ("valve", "text")),
    style=styles.draw_extra_customers,
    optional=True,
    by_default=False,
)
COMBINED_CUSTOMERS = OutputLayer(
    name="COMBINED_CUSTOMERS",
    label=lambda: tr("Customers cut off by the combination"),
    explanation=lambda: tr(
        "Customers that keep water under each cut alone but lose it under all of them together."
    ),
    kind=_POINT,
    fields=_CUSTOMER,
    style=styles.draw_extra_customers,
    optional=True,
    by_default=False,
)
LAYERS = (PIPES, VALVES, CUSTOMERS, HYDRANTS, AREA, RING_PIPES, RING_CUSTOMERS, COMBINED_CUSTOMERS)
