# SPDX-License-Identifier: GPL-3.0-or-later
"""The orders that fall out of a day for an emergency: when each could be made instead; nothing is stored."""

from __future__ import annotations

from datetime import datetime

from ...workorders.orders import WorkOrder
from ..life.requeue import NewDay, propose_day
from ..ports import Workspace
from ..rule_versions import rule_book_of
from .emergency import Emergency

# the cause of life.yaml by which an order gives way
CAUSE = "emergency"


def days_instead(workspace: Workspace, found: Emergency, *, now: datetime) -> dict[str, NewDay]:
    """Return, for every order that some offer lets fall out, the day proposed for it and what that touches.

    Empty where the rules of the workspace have no such cause any more.
    """
    if CAUSE not in rule_book_of(workspace, now.date()).life.not_done:
        return {}
    names = dict.fromkeys(name for offer in found.offers for name in offer.dropped)
    orders = {name: workspace.get(WorkOrder, name) for name in names}
    return {name: propose_day(workspace, order, CAUSE, now=now) for name, order in orders.items()}
