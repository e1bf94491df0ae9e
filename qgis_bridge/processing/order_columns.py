# SPDX-License-Identifier: GPL-3.0-or-later
"""What every layer of orders says of an order first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes

from ..labels import job_text
from ..styles.orders import style_orders
from .base import OutputLayer, Rows

if TYPE_CHECKING:
    from ...workorders.orders import WorkOrder

ORDER_FIELDS = (
    ("order_id", "text"),
    ("code", "text"),
    ("label", "text"),
    ("priority", "text"),
    ("state", "text"),
    ("address", "text"),
    ("zone", "text"),
    ("due_at", "datetime"),
)


def order_values(order: WorkOrder) -> tuple[Any, ...]:
    """Return the attributes of an order in the order of ``ORDER_FIELDS``, the work in the user's language."""
    return (
        order.order_id,
        order.code,
        job_text(order),
        order.priority.value,
        order.state.value,
        order.address,
        order.zone,
        order.due_at,
    )


def orders_layer(
    name: str, label: Callable[[], str], explanation: Callable[[], str], *, optional: bool = False
) -> OutputLayer:
    """Return a layer of orders, drawn as everywhere."""
    return OutputLayer(
        name=name,
        label=label,
        explanation=explanation,
        kind=QgsWkbTypes.Type.Point,
        fields=ORDER_FIELDS,
        style=style_orders,
        optional=optional,
    )


def order_rows(orders: Iterable[WorkOrder]) -> Rows:
    """Yield orders in the order of ``ORDER_FIELDS``, where they are."""
    for order in orders:
        yield order.place, order_values(order)
