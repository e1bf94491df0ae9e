# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is to be told by when, over all orders: what is late first, then by the time it is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from ...workorders.informing.messages import OPEN, MessageState, OrderMessage
from ..conditions import Where
from ..ports import Workspace

_TOLD_STAYS_DAYS = 2


def messages_ahead(workspace: Workspace, now: datetime, *, days: int = 10) -> Sequence[OrderMessage]:
    """Return the messages that are open and due within some days, and those told in the last two.

    What nobody knows to have left comes first, then what is open by its time, then what was told. O(messages
    that are not called off).
    """
    until, since = now + timedelta(days=days), now - timedelta(days=_TOLD_STAYS_DAYS)
    states = [state for state in MessageState if state is not MessageState.CANCELLED]
    found = workspace.all(OrderMessage, where=[Where("state", among=states)])
    shown = [one for one in found if (_is_ahead(one, until) if _is_open(one) else _is_recent(one, since))]
    return sorted(shown, key=lambda one: (not _is_open(one), one.due_at, one.order_id, one.message_id))


def _is_open(message: OrderMessage) -> bool:
    return message.state in OPEN or message.state is MessageState.SENDING


def _is_ahead(message: OrderMessage, until: datetime) -> bool:
    return message.state is MessageState.SENDING or message.due_at <= until


def _is_recent(message: OrderMessage, since: datetime) -> bool:
    told = message.answered_at or message.sent_at
    return told is not None and told >= since
