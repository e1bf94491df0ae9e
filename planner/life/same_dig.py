# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a split order that are made in one dig: what is sent, answered and granted holds for all."""

from __future__ import annotations

from ...workorders.intake.merging import OVER
from ...workorders.orders import WorkOrder
from ..ports import Workspace
from ..records import Footprint, OrderNotice
from .gathered import first


def other_parts(workspace: Workspace, order: WorkOrder) -> tuple[WorkOrder, ...]:
    """Return the other parts of a split order at the same place, whose footprint is the same, in their order.

    Parts that are over are left out, and those whose dig was drawn otherwise since.
    """
    if not order.part_of:
        return ()
    own = _footprint(workspace, order)
    found = workspace.all(WorkOrder, part_of=order.part_of)
    return tuple(
        one
        for one in sorted(found, key=lambda part: part.order_id)
        if one.order_id != order.order_id
        and one.state not in OVER
        and one.place.equals(order.place)
        and _same(_footprint(workspace, one), own)
    )


def parts_under(workspace: Workspace, order: WorkOrder) -> tuple[WorkOrder, ...]:
    """Return the other parts of the same dig that are under the same notice: its number and its day."""
    own = _notice(workspace, order)
    others = other_parts(workspace, order)
    return tuple(one for one in others if _notice(workspace, one) == own)


def _notice(workspace: Workspace, order: WorkOrder) -> tuple[object, ...] | None:
    found = first(workspace.all(OrderNotice, order_id=order.order_id))
    return (found.kind, found.number, found.sent_at) if found else None


def _footprint(workspace: Workspace, order: WorkOrder) -> Footprint | None:
    return first(workspace.all(Footprint, order_id=order.order_id))


def _same(one: Footprint | None, other: Footprint | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.depth_m == other.depth_m and one.geometry.equals(other.geometry)
