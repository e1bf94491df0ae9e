# SPDX-License-Identifier: GPL-3.0-or-later
"""Send the alerts that go by mail, none twice; note those that somebody tells; list what is left to tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from ...core.errors import InputError
from ...core.messages import Message
from ...workorders.informing.contacts import Channel
from ...workorders.informing.messages import OPEN, STATE_AFTER, MessageState, Outcome
from ...workorders.life.records import Alert
from ..ports import Workspace
from .mail import Mail, Mailer, claimed, hand_over, stable_id


@dataclass(frozen=True, slots=True)
class SentAlert:
    """What became of one alert; ``reason`` says why it was not sent, or that it may have been."""

    alert_id: str
    to: str
    outcome: Outcome
    reason: Message | None = None


@dataclass(frozen=True, slots=True)
class SentAlerts:
    """What was tried; ``to_tell`` are for a person to tell, ``unknown`` may have left in an earlier run."""

    made: tuple[SentAlert, ...]
    to_tell: tuple[Alert, ...]
    unknown: tuple[str, ...]


def send_alerts(
    workspace: Workspace,
    mailer: Mailer | None,
    *,
    clock: Callable[[], datetime],
    who: str,
    say: Callable[[Message], str] = Message.english,
    language: str = "fr",
) -> SentAlerts:
    """Send what is open and goes by mail, each alert in two journaled commands: before and after.

    Without a ``mailer`` all of them are left to tell. One that an earlier run left as ``SENDING`` is reported
    and never sent by itself; of two runs that meet, one passes over the alerts of the other.
    """
    waiting = [one for one in workspace.all(Alert) if one.replied_at is None]
    by_mail = [one for one in waiting if mailer and one.channel is Channel.EMAIL and one.state in OPEN]
    unknown = tuple(one.alert_id for one in waiting if one.state is MessageState.SENDING)
    made: list[SentAlert] = []
    for alert in by_mail:
        leaving = _claimed(workspace, alert, who=who)
        if leaving is None or mailer is None:
            continue
        mail = Mail(leaving.sent_id, leaving.sent_to, say(_subject(leaving)), leaving.text, language)
        outcome, reason, may_go_on = hand_over(mailer, mail)
        _note(workspace, leaving, outcome, at=clock(), who=who, note=reason.english() if reason else "")
        made.append(SentAlert(leaving.alert_id, leaving.sent_to, outcome, reason))
        if not may_go_on:
            break
    return SentAlerts(tuple(made), alerts_to_tell(workspace), unknown)


def alerts_to_tell(workspace: Workspace) -> tuple[Alert, ...]:
    """Return the alerts that nobody was told of yet, the oldest first."""
    found = (one for one in workspace.all(Alert) if one.replied_at is None and one.state in OPEN)
    return tuple(sorted(found, key=lambda one: (one.raised_at, one.alert_id)))


def tell_alert(
    workspace: Workspace, alert_id: str, *, now: datetime, who: str, channel: Channel, note: str = ""
) -> Alert:
    """Note that somebody was told of an alert; also what became of a mail that may have left.

    ``InputError`` when the alert is unknown, or was told already.
    """
    alert = workspace.get(Alert, alert_id)
    if alert.state not in OPEN | {MessageState.SENDING}:
        raise InputError("alert.told", alert=alert_id, at=f"{alert.sent_at:%Y-%m-%d %H:%M}")
    _note(workspace, replace(alert, channel=channel), Outcome.SENT, at=now, who=who, note=note)
    return workspace.get(Alert, alert_id)


def _subject(alert: Alert) -> Message:
    return Message("alert.subject", {"order": alert.order_id, "what": Message(f"resource.{alert.resource}")})


def _claimed(workspace: Workspace, alert: Alert, *, who: str) -> Alert | None:
    """Note that an alert is about to leave; None when another run was first."""
    # whom it goes to is part of the mail: one step up is another mail
    key = f"{alert.alert_id}>{alert.sent_to}"
    leaving = replace(alert, state=MessageState.SENDING, sent_id=stable_id(key))
    if not claimed(workspace, leaving, name="begin to send alert", who=who):
        return None
    return workspace.get(Alert, alert.alert_id)


def _note(workspace: Workspace, alert: Alert, outcome: Outcome, *, at: datetime, who: str, note: str) -> None:
    state = STATE_AFTER[outcome]
    sent_at = at if state is MessageState.SENT else None
    with workspace.command("alert", who=who) as transaction:
        transaction.save(replace(alert, state=state, sent_at=sent_at, note=note))
