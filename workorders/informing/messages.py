# SPDX-License-Identifier: GPL-3.0-or-later
"""The messages of an order: to whom, about what, by when, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from ...core.errors import InputError
from ...core.ids import OrderId
from .contacts import Channel


class MessageState(Enum):
    """Life of a message.

    ``SENDING`` is noted before a mail leaves: what is found in this state later may have left or not, and is
    never sent again by itself.
    """

    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    ANSWERED = "answered"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Outcome(Enum):
    """How an attempt to tell somebody ended."""

    SENT = "sent"
    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    REFUSED = "refused"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OrderMessage:
    """One thing to tell one addressee about an order.

    ``purpose`` names the rule and the template, ``actor`` the kind of addressee, ``ref`` who it is in its own
    list. ``reach`` is the number or address of the channel. ``about_start`` is the start that is told;
    ``if_valve`` names the valve that must fail to hold for the message to be needed at all. ``points`` is how
    many delivery points it covers, ``replaces`` the message that it puts right.
    """

    message_id: str
    order_id: OrderId
    purpose: str
    actor: str
    ref: str
    name: str
    channel: Channel
    reach: str
    language: str
    due_at: datetime
    about_start: datetime
    if_valve: str = ""
    points: int = 1
    replaces: str = ""
    text: str = ""
    state: MessageState = MessageState.PLANNED
    sent_at: datetime | None = None
    sent_id: str = ""
    answered_at: datetime | None = None
    answer: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class MessageAttempt:
    """One attempt to deliver a message: when, by whom, how it ended."""

    attempt_id: str
    message_id: str
    order_id: OrderId
    at: datetime
    who: str
    channel: Channel
    outcome: Outcome
    note: str = ""
    version: int = 0


# what an attempt makes of its message; one that nobody answered leaves it to be tried again
STATE_AFTER = {
    Outcome.SENT: MessageState.SENT,
    Outcome.ANSWERED: MessageState.ANSWERED,
    Outcome.NO_ANSWER: MessageState.PLANNED,
    Outcome.REFUSED: MessageState.FAILED,
    Outcome.FAILED: MessageState.FAILED,
    Outcome.UNKNOWN: MessageState.SENDING,
}

TOLD = frozenset({MessageState.SENT, MessageState.ANSWERED})
# left to do: neither told, nor on its way, nor called off
OPEN = frozenset({MessageState.PLANNED, MessageState.FAILED})


def require_loggable(message: OrderMessage, outcome: Outcome) -> None:
    """Refuse an attempt at a message that is called off, or that would make a told one untold."""
    if message.state is MessageState.CANCELLED:
        raise InputError("message.cancelled", message=message.message_id)
    if message.state in TOLD and outcome not in (Outcome.SENT, Outcome.ANSWERED):
        raise InputError("message.told_already", message=message.message_id, outcome=outcome.value)
