# SPDX-License-Identifier: GPL-3.0-or-later
"""The log of attempts: who tried to tell whom, when, how it ended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from ...core.errors import InputError
from ...workorders.informing.contacts import Channel
from ...workorders.informing.messages import (
    STATE_AFTER,
    MessageAttempt,
    MessageState,
    OrderMessage,
    Outcome,
    require_loggable,
)
from ..ports import Transaction, Workspace


def log_attempts(
    workspace: Workspace,
    messages: Iterable[OrderMessage],
    outcome: Outcome,
    *,
    at: datetime,
    who: str,
    note: str = "",
    channel: Channel | None = None,
) -> tuple[MessageAttempt, ...]:
    """Note an attempt at each of the messages, all in one journaled command; ``channel`` if another was used.

    This is also how somebody settles what became of a mail of which nobody knows whether it left.
    ``InputError`` when a message is called off, was told and would become untold, or there is none at all.
    """
    messages = tuple(messages)
    if not messages:
        raise InputError("message.none_chosen")
    for message in messages:
        require_loggable(message, outcome)
    with workspace.command("log message", who=who) as transaction:
        return tuple(
            note_attempt(workspace, transaction, message, outcome, at=at, who=who, note=note, channel=channel)
            for message in messages
        )


def note_attempt(
    workspace: Workspace,
    transaction: Transaction,
    message: OrderMessage,
    outcome: Outcome,
    *,
    at: datetime,
    who: str,
    note: str = "",
    channel: Channel | None = None,
) -> MessageAttempt:
    """Store an attempt within a command, and the message in the state that follows from it."""
    number = len(workspace.all(MessageAttempt, message_id=message.message_id)) + 1
    used = channel or message.channel
    attempt = MessageAttempt(
        attempt_id=f"{message.message_id}/{number}",
        message_id=message.message_id,
        order_id=message.order_id,
        at=at,
        who=who,
        channel=used,
        outcome=outcome,
        note=note,
    )
    transaction.add([attempt])
    transaction.save(_after(message, outcome, at=at, note=note, channel=used))
    return attempt


def chosen_messages(
    workspace: Workspace,
    order_id: str,
    *,
    message_id: str = "",
    purpose: str = "",
    channel: Channel | None = None,
) -> Sequence[OrderMessage]:
    """Return one message of an order by its id, or those of a purpose and channel that are not called off.

    ``InputError`` when the message does not exist or is of another order, or nothing is chosen.
    """
    if message_id:
        message = workspace.get(OrderMessage, message_id)
        if message.order_id != order_id:
            raise InputError("message.other_order", message=message_id, order=message.order_id)
        return [message]
    if not purpose:
        raise InputError("message.none_chosen")
    found = workspace.all(OrderMessage, order_id=order_id, purpose=purpose)
    return [
        message
        for message in found
        if message.state is not MessageState.CANCELLED and channel in (None, message.channel)
    ]


def _after(
    message: OrderMessage, outcome: Outcome, *, at: datetime, note: str, channel: Channel
) -> OrderMessage:
    answered = outcome is Outcome.ANSWERED
    told = outcome in (Outcome.SENT, Outcome.ANSWERED)
    return replace(
        message,
        state=MessageState.ANSWERED
        if message.state is MessageState.ANSWERED and told
        else STATE_AFTER[outcome],
        channel=channel if told else message.channel,
        sent_at=message.sent_at or (at if told else None),
        answered_at=at if answered else message.answered_at,
        answer=note if answered else message.answer,
    )
