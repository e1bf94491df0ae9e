# SPDX-License-Identifier: GPL-3.0-or-later
"""Every priority that an order has had, as the journal keeps it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ...workorders.orders import Priority, WorkOrder
from ..ports import JournaledWorkspace

_ORDERS, _OVERRIDES = "work_order", "priority_override"


@dataclass(frozen=True, slots=True)
class PriorityChange:
    """One change of priority; ``reason`` is empty where the rules made it, or someone took it back.

    ``at`` is when it was set; what the rules changed has the time of its line in the journal.
    """

    at: datetime
    who: str
    command: str
    before: Priority
    after: Priority
    reason: str


def priority_changes(workspace: JournaledWorkspace, order_id: str) -> tuple[PriorityChange, ...]:
    """Return the changes of an order's priority, oldest first; ``InputError`` for one that is unknown."""
    workspace.get(WorkOrder, order_id)
    return tuple(_changes(workspace, order_id))


def _changes(workspace: JournaledWorkspace, order_id: str) -> Iterator[PriorityChange]:
    lines = workspace.journal(key=order_id)
    said = {
        line.command_id: json.loads(line.change.after)
        for line in lines
        if line.change.table == _OVERRIDES and line.change.after is not None
    }
    for line in lines:
        change = line.change
        if change.table != _ORDERS or change.before is None or change.after is None:
            continue
        before, after = (Priority(json.loads(record)["priority"]) for record in (change.before, change.after))
        if before is not after:
            set_by_hand = said.get(line.command_id)
            at = datetime.fromisoformat(set_by_hand["at"]) if set_by_hand else line.at
            reason = str(set_by_hand["reason"]) if set_by_hand else ""
            yield PriorityChange(at, line.author, line.command, before, after, reason)
