# SPDX-License-Identifier: GPL-3.0-or-later
"""Send the messages of an order that go by mail: none twice, whatever breaks in between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ...core.messages import Message
from ...core.progress import Progress, SilentProgress
from ...workorders.informing.contacts import Channel
from ...workorders.informing.messages import OPEN, MessageState, OrderMessage, Outcome
from ..ports import Workspace
from .attempts import note_attempt
from .mail import Mail, Mailer, claimed, hand_over, stable_id
from .texts import Writer, Written, written_by


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one message; ``reason`` says why it was not sent, or that it may have been."""

    message_id: str
    to: str
    outcome: Outcome
    reason: Message | None = None


@dataclass(frozen=True, slots=True)
class Deliveries:
    """What was tried; ``unknown`` were found half-sent by an earlier run, and are left to a person."""

    order_id: str
    made: tuple[Delivery, ...]
    unknown: tuple[str, ...]


def send_by_mail(
    workspace: Workspace,
    author: Writer,
    mailer: Mailer,
    *,
    clock: Callable[[], datetime],
    who: str,
    purpose: str = "",
    progress: Progress | None = None,
) -> Deliveries:
    """Send what is open and goes by mail, each message in two journaled commands: before and after.

    All texts are written first: a mistake in one stops all before anything leaves. A message that is found as
    ``SENDING``, because a run broke down, is reported and never sent by itself. When two runs meet, one of
    them passes over the messages of the other.
    """
    order_id = author.found.facts.order_id
    messages = workspace.all(OrderMessage, order_id=order_id)
    written = written_by(author, messages, channels=[Channel.EMAIL], purpose=purpose)
    todo = [letter for letter in written if letter.message.state in OPEN]
    unknown = tuple(m.message_id for m in messages if m.state is MessageState.SENDING)
    made = _send_all(workspace, todo, mailer, clock=clock, who=who, progress=progress or SilentProgress())
    return Deliveries(order_id, made, unknown)


def mail_id(message: OrderMessage) -> str:
    """Return the Message-ID of a message: always the same, so that servers can drop a double."""
    return stable_id(message.message_id)


def _send_all(
    workspace: Workspace,
    todo: Sequence[Written],
    mailer: Mailer,
    *,
    clock: Callable[[], datetime],
    who: str,
    progress: Progress,
) -> tuple[Delivery, ...]:
    made = []
    for number, letter in enumerate(todo):
        progress.check()
        progress.report(number / len(todo))
        leaving = _claim(workspace, letter.message, who=who)
        if leaving is None:
            continue
        mail = Mail(leaving.sent_id, leaving.reach, letter.text.subject, letter.text.body, leaving.language)
        outcome, reason, may_go_on = hand_over(mailer, mail)
        note = reason.english() if reason else ""
        with workspace.command("send message", who=who) as transaction:
            note_attempt(workspace, transaction, leaving, outcome, at=clock(), who=who, note=note)
        made.append(Delivery(leaving.message_id, leaving.reach, outcome, reason))
        if not may_go_on:
            break
    return tuple(made)


def _claim(workspace: Workspace, message: OrderMessage, *, who: str) -> OrderMessage | None:
    """Note that a message is about to leave; None when another run was first."""
    leaving = replace(message, state=MessageState.SENDING, sent_id=mail_id(message))
    if not claimed(workspace, leaving, name="begin to send message", who=who):
        return None
    return replace(leaving, version=message.version + 1)
