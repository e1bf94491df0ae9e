# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves that follow those which orders have made before, in the order of time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from ..core.ids import OrderId
from ..workorders.life.moves import OrderMove, Trail
from ..workorders.orders import WorkOrder
from .conditions import Where
from .ports import Workspace
from .rule_versions import rule_book_of


def trail_after(
    workspace: Workspace, orders: Iterable[WorkOrder], *, now: datetime, who: str, by_plan: bool = False
) -> Trail:
    """Return the trail of a command made at ``now``, which no order may follow back in time.

    What a plan moves counts as moved after what was before, whatever moment the plan is judged at.
    """
    asked = sorted(order.order_id for order in orders)
    latest: dict[OrderId, OrderMove] = {}
    for one in workspace.all(OrderMove, where=[Where("order_id", among=asked)]):
        before = latest.get(one.order_id)
        if before is None or one.number > before.number:
            latest[one.order_id] = one
    ahead = rule_book_of(workspace, now.date()).intake.clock_ahead_min
    return Trail(now, who, latest=latest, clocks_differ=timedelta(minutes=ahead), by_plan=by_plan)
