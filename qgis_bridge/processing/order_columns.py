# SPDX-License-Identifier: GPL-3.0-or-later
"""What every layer of orders says of an order first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..labels import job_text

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
