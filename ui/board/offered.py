# SPDX-License-Identifier: GPL-3.0-or-later
"""What a proposal that was made elsewhere would do, as a preview on the board."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from ...planner.running.running_day import Change
from ...qgis_bridge.labels import job_text
from ...qgis_bridge.messages import counted, tr
from ...workorders.orders import WorkOrder
from .drag import Ghost, Preview, Target
from .moves import ghosts_of
from .rows import Block, Board


def offered_preview(board: Board, order: WorkOrder, changes: Sequence[Change]) -> Preview | None:
    """Return where a proposal for an order would put every order; None where it is made by nobody shown.

    The order itself need not be on the board.
    """
    visits = [c.after for c in changes if c.order_id == order.order_id and c.task == "work" and c.after]
    if not visits or visits[0].agents[0] not in board.row_of:
        return None
    after = visits[0]
    moved = [change for change in changes if change.order_id != order.order_id]
    others = len({change.order_id for change in moved})
    text = counted(tr("{count} other orders move"), count=others) if others else tr("nothing else moves")
    own = (Ghost(agent, _block(order, after.start)) for agent in after.agents)
    target = Target(order.order_id, 0, after.agents[0], after.start, 1)
    return Preview(target, "costs" if others else "fits", text, (*ghosts_of(board, moved), *own))


def _block(order: WorkOrder, start: datetime) -> Block:
    return Block(
        order_id=order.order_id,
        task="work",
        role=0,
        start=start,
        end=start + timedelta(minutes=order.duration_min),
        arrive=start,
        travel_s=0,
        label=job_text(order),
        address=order.address,
        priority=order.priority.value,
        state=order.state.value,
        due_at=order.due_at,
    )
