# SPDX-License-Identifier: GPL-3.0-or-later
"""A priority that someone sets against the judged one, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from ...core.errors import InputError
from ...core.ids import OrderId
from ..orders import Priority, WorkOrder


@dataclass(frozen=True, slots=True)
class PriorityOverride:
    """One row an order, as long as its priority is set by hand; ``judged`` is what the rules last said."""

    order_id: OrderId
    judged: Priority
    judged_due_at: datetime
    priority: Priority
    reason: str
    by: str
    at: datetime
    version: int = 0


def override(
    order: WorkOrder,
    priority: Priority,
    *,
    former: PriorityOverride | None,
    reason: str,
    by: str,
    at: datetime,
) -> PriorityOverride:
    """Return the override of an order's priority; ``InputError`` without a reason.

    What was judged stays that of the rules where an override is set over another one.
    """
    if not reason.strip():
        raise InputError("intake.override_reason", order=order.order_id, target=priority.value)
    judged, due_at = (former.judged, former.judged_due_at) if former else (order.priority, order.due_at)
    return PriorityOverride(
        order_id=order.order_id,
        judged=judged,
        judged_due_at=due_at,
        priority=priority,
        reason=reason.strip(),
        by=by,
        at=at,
        version=former.version if former else 0,
    )


def held(
    judged: WorkOrder, kept: PriorityOverride | None, *, due_at: Callable[[Priority], datetime]
) -> tuple[WorkOrder, PriorityOverride | None]:
    """Return an order that was judged again with the priority that someone set, and the override renewed.

    ``due_at`` gives the contract's deadline of a priority.
    """
    if kept is None:
        return judged, None
    order = replace(judged, priority=kept.priority, due_at=due_at(kept.priority))
    return order, replace(kept, judged=judged.priority, judged_due_at=judged.due_at)


def taken_back(order: WorkOrder, kept: PriorityOverride) -> WorkOrder:
    """Return the order with the priority and the deadline that the rules gave it."""
    return replace(order, priority=kept.judged, due_at=kept.judged_due_at)
