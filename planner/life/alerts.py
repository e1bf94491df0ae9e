# SPDX-License-Identifier: GPL-3.0-or-later
"""Tell whoever answers for a resource that an order lacks it, note the reply, go one step up without one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from ...core.errors import InputError
from ...core.messages import Message
from ...workorders.informing.messages import MessageState
from ...workorders.life.coverage import CoverageGap
from ...workorders.life.records import Alert
from ...workorders.orders import WorkOrder
from ..ports import Workspace
from ..rule_versions import rule_book_of
from .alert_desk import AlertDesk, recipient
from .overdue_alerts import overdue_alerts
from .planned_gate import joined
from .readiness_board import OrderReadiness


def raise_alerts(
    workspace: Workspace,
    board: Iterable[OrderReadiness],
    *,
    now: datetime,
    who: str,
    say: Callable[[Message], str] = Message.english,
    overdue: bool = False,
) -> tuple[Alert, ...]:
    """Write an alert for everything amber or red that nobody was told of yet, in one command.

    With ``overdue`` also of each subcontractor who has not answered in time, of each correction that is
    overdue, and of each notice that works under way outlast: once.
    ``say`` writes the text in the language of the service. An alert without a reply counts as told.
    """
    book = rule_book_of(workspace, now.date())
    desk = AlertDesk(workspace, book, now=now, who=who, say=say)
    alerts = [
        desk.of_lack(one.order, one.day, item.resource, joined([*item.lacks]), one.alerts)
        for one in board
        for item in one.at_risk
        if not any(a.resource == item.resource and a.replied_at is None for a in one.alerts)
    ]
    if overdue:
        alerts += overdue_alerts(desk)
    with workspace.command("raise alerts", who=who) as transaction:
        transaction.add(alerts)
    return tuple(alerts)


def reply_to_alert(workspace: Workspace, alert_id: str, reply: str, *, now: datetime, who: str) -> Alert:
    """Note the reply to an alert; one that has a reply, or an empty one, raises ``InputError``."""
    alert = workspace.get(Alert, alert_id)
    if alert.replied_at is not None or not reply.strip():
        raise InputError("alert.no_reply", alert=alert_id)
    with workspace.command("reply to alert", who=who) as transaction:
        transaction.save(replace(alert, replied_at=now, reply=reply.strip()))
    return workspace.get(Alert, alert_id)


def escalate_alerts(workspace: Workspace, *, now: datetime, who: str) -> tuple[Alert, ...]:
    """Take the alerts that nobody answered in time one step up, in one command; return them."""
    book = rule_book_of(workspace, now.date())
    rules = book.life
    since = now - timedelta(hours=rules.alerts.escalate_after_hours)
    overdue = [
        alert
        for alert in workspace.all(Alert)
        if alert.replied_at is None
        and alert.escalated_at is None
        and alert.raised_at <= since
        and alert.role != rules.alerts.escalate_to
    ]
    raised = []
    for alert in overdue:
        order = workspace.get(WorkOrder, alert.order_id)
        told = recipient(workspace, order, rules.alerts.escalate_to, book)
        raised.append(
            replace(
                alert,
                escalated_at=now,
                escalated_to=told.name or rules.alerts.escalate_to,
                channel=told.channel,
                sent_to=told.reach,
                # whoever comes next has not been told yet
                state=MessageState.PLANNED,
                sent_at=None,
                sent_id="",
                note="",
            )
        )
    with workspace.command("escalate alerts", who=who) as transaction:
        for alert in raised:
            transaction.save(alert)
    return tuple(raised)


def alert_gaps(
    workspace: Workspace,
    gaps: Iterable[CoverageGap],
    *,
    now: datetime,
    who: str,
    say: Callable[[Message], str] = Message.english,
) -> tuple[Alert, ...]:
    """Write an alert for each order that hits a gap in skills and has no open one about people yet."""
    desk = AlertDesk(workspace, rule_book_of(workspace, now.date()), now=now, who=who, say=say)
    alerts: list[Alert] = []
    for gap in gaps:
        for name in gap.jobs:
            known = workspace.all(Alert, order_id=name)
            earlier = [*known, *(one for one in alerts if one.order_id == name)]
            if not any(one.resource == "people" and one.replied_at is None for one in earlier):
                order = workspace.get(WorkOrder, name)
                alerts.append(desk.of_lack(order, gap.first_day, "people", gap_message(gap), earlier))
    with workspace.command("raise alerts", who=who) as transaction:
        transaction.add(alerts)
    return tuple(alerts)


def gap_message(gap: CoverageGap) -> Message:
    """Return a gap in skills in words, with how many days ahead it is seen."""
    return Message(
        "readiness.coverage_gap",
        {
            "skill": gap.skill,
            "first": gap.first_day,
            "last": gap.last_day,
            "count": len(gap.jobs),
            "jobs": ", ".join(gap.jobs),
            "days": gap.lead_days,
        },
    )
