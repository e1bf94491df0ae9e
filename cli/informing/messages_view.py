# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages of an order as text for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from ...planner.informing.plan_messages import CommunicationPlan
from ...planner.informing.send_mail import Deliveries
from ...planner.informing.texts import Written
from ...workorders.informing.contacts import Channel
from ...workorders.informing.coverage import Coverage
from ...workorders.informing.messages import MessageAttempt, MessageState, OrderMessage
from ..session import Session
from ..tables import facts, listed, rows
from ..wording import moment, word


def plan_shown(session: Session, plan: CommunicationPlan) -> Iterator[RenderableType]:
    """Yield the messages by due time, then what to heed."""
    names = ("due_at", "purpose", "addressee", "channel", "reach", "state", "message")
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (_row(session, message) for message in plan.messages),
    )
    for note in plan.notes:
        yield session.text(note)
    if plan.coverage is not None:
        yield coverage_line(session, plan.coverage)
    if plan.late:
        yield session.say("cli.messages_late", messages=listed(plan.late))
    if plan.gaps:
        yield session.say("cli.messages_gaps", messages=listed(plan.gaps))
    if plan.unknown:
        yield session.say("cli.messages_unknown", messages=listed(plan.unknown))


def _row(session: Session, message: OrderMessage) -> tuple[object, ...]:
    purpose = word(session, f"purpose.{message.purpose}")
    if message.if_valve:
        purpose = session.say("cli.if_valve", purpose=purpose, valve=message.if_valve)
    return (
        moment(message.due_at),
        purpose,
        message.name or message.ref or word(session, f"actor.{message.actor}"),
        word(session, f"channel.{message.channel.value}"),
        message.reach,
        state_word(session, message.state),
        message.message_id,
    )


def state_word(session: Session, state: MessageState) -> str:
    """Return a state in words; one that may be half-sent is said to be unknown."""
    return word(session, f"message_state.{state.value}")


def coverage_line(session: Session, covered: Coverage) -> str:
    """Return ``SMS 21, leaflet 2 -> 23 of 23 covered``, with how many were told and who cannot be."""
    parts = [
        f"{word(session, f'channel.{channel.value}')} {count}"
        for channel, count in covered.by_channel.items()
        if channel is not Channel.NONE
    ]
    return session.say(
        "cli.coverage",
        channels=", ".join(parts) or "-",
        covered=covered.covered,
        total=covered.total,
        told=covered.told,
        missing=", ".join(covered.missing),
    )


def attempts_shown(session: Session, attempts: Sequence[MessageAttempt]) -> Iterator[RenderableType]:
    """Yield the log of attempts, oldest first."""
    if not attempts:
        return
    yield ""
    names = ("at", "by", "message", "channel", "outcome", "note")
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                moment(attempt.at),
                attempt.who,
                attempt.message_id,
                word(session, f"channel.{attempt.channel.value}"),
                word(session, f"outcome.{attempt.outcome.value}"),
                attempt.note,
            )
            for attempt in attempts
        ),
    )


def written_data(written: Written) -> dict[str, object]:
    """Return a message with its text, for programs."""
    return {"message": written.message, "subject": written.text.subject, "text": written.text.body}


def written_shown(session: Session, written: Written) -> Iterator[RenderableType]:
    """Yield who is told how, then the text."""
    message = written.message
    yield facts(
        [
            (session.say("label.addressee"), message.name or message.ref),
            (session.say("label.channel"), word(session, f"channel.{message.channel.value}")),
            (session.say("label.reach"), message.reach or None),
            (session.say("label.due_at"), moment(message.due_at)),
            (session.say("label.subject"), written.text.subject or None),
        ]
    )
    yield ""
    yield written.text.body


def deliveries_shown(session: Session, done: Deliveries) -> Iterator[RenderableType]:
    """Yield what became of each mail."""
    for delivery in done.made:
        outcome = word(session, f"outcome.{delivery.outcome.value}")
        reason = f" ({session.text(delivery.reason)})" if delivery.reason else ""
        yield f"{delivery.to}: {outcome}{reason}"
    if not done.made:
        yield session.say("cli.nothing_to_send")
    if done.unknown:
        yield session.say("cli.messages_unknown", messages=listed(done.unknown))
