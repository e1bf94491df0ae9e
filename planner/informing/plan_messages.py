# SPDX-License-Identifier: GPL-3.0-or-later
"""Plan what is told about an order, and see how far that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from ...core.messages import Message
from ...workorders.contracts import Contracts
from ...workorders.informing.communication import plan_messages
from ...workorders.informing.contacts import Channel
from ...workorders.informing.coverage import Coverage, coverage
from ...workorders.informing.messages import OPEN, MessageAttempt, MessageState, OrderMessage
from ...workorders.informing.plan_changes import merge_plan
from ...workorders.informing.rules import CommunicationRules
from ...workorders.orders import WorkOrder
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from .cut_customers import CUT_PURPOSES
from .facts import order_facts


@dataclass(frozen=True, slots=True)
class CommunicationPlan:
    """The messages of an order by due time, how far the customers of its cut are covered, and what to heed.

    ``late`` were due before now and are not told, ``gaps`` have no channel, ``unknown`` may have left or not.
    """

    order_id: str
    messages: tuple[OrderMessage, ...]
    counts: Mapping[MessageState, int]
    coverage: Coverage | None
    late: tuple[str, ...]
    gaps: tuple[str, ...]
    unknown: tuple[str, ...]
    notes: tuple[Message, ...] = ()


def plan_communication(
    workspace: Workspace,
    base: AssetBase,
    order_id: str,
    *,
    contracts: Contracts,
    rules: CommunicationRules,
    now: datetime,
    who: str,
    start: datetime | None = None,
) -> CommunicationPlan:
    """Plan the messages of an order, or bring its plan up to date, in one journaled command.

    What was told already stays; where it is no longer so, a message that puts it right is added.
    ``InputError`` when the order does not exist or its start is unknown.
    """
    found = order_facts(workspace, base, order_id, contracts=contracts, rules=rules, now=now, start=start)
    planned = plan_messages(found.facts, rules)
    stored = _of_rules(workspace.all(OrderMessage, order_id=order_id), rules)
    changes = merge_plan(stored, planned, now=now, rules=rules)
    with workspace.command("plan messages", who=who) as transaction:
        transaction.add(changes.added)
        for message in changes.saved:
            transaction.save(message)
    notes = (Message("message.cut_changed", {"order": order_id}),) if found.cut_has_changed else ()
    return communication_plan(workspace, order_id, now=now, notes=notes)


def communication_plan(
    workspace: Workspace, order_id: str, *, now: datetime, notes: tuple[Message, ...] = ()
) -> CommunicationPlan:
    """Return the stored messages of an order and how far they are; ``InputError`` for an unknown order."""
    workspace.get(WorkOrder, order_id)
    stored = workspace.all(OrderMessage, order_id=order_id)
    valid = [message for message in stored if message.state is not MessageState.CANCELLED]
    valid.sort(key=lambda message: (message.due_at, message.purpose, bool(message.if_valve), message.name))
    purpose = next((m.purpose for m in valid if m.purpose in CUT_PURPOSES), None)
    open_ones = [message for message in valid if message.state in OPEN]
    return CommunicationPlan(
        order_id=order_id,
        messages=tuple(valid),
        counts=dict(Counter(message.state for message in valid)),
        coverage=coverage(valid, purpose=purpose) if purpose else None,
        late=tuple(m.message_id for m in open_ones if m.due_at < now),
        gaps=tuple(m.message_id for m in open_ones if m.channel is Channel.NONE),
        unknown=tuple(m.message_id for m in valid if m.state is MessageState.SENDING),
        notes=notes,
    )


def attempts_of(workspace: Workspace, order_id: str) -> list[MessageAttempt]:
    """Return the attempts to tell somebody about an order, oldest first."""
    return sorted(workspace.all(MessageAttempt, order_id=order_id), key=lambda attempt: attempt.at)


def _of_rules(stored: Collection[OrderMessage], rules: CommunicationRules) -> list[OrderMessage]:
    """Return the messages that the plan answers for: not those that somebody else planned, as an answer."""
    return [message for message in stored if message.purpose in rules.purposes]
