# SPDX-License-Identifier: GPL-3.0-or-later
"""Tell whoever answers for a resource that an order lacks it, note the reply, go one step up without one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from ...core.errors import InputError
from ...core.messages import Message
from ...core.resources import Zone
from ...workorders.life.coverage import CoverageGap
from ...workorders.life.records import Alert
from ...workorders.life.rules import LifeRules, Resource
from ...workorders.orders import WorkOrder
from ..ports import Workspace
from ..rule_versions import rule_book_of
from .gathered import first
from .planned_gate import joined
from .readiness_board import OrderReadiness

FIELD_MANAGER = "field_manager"


def raise_alerts(
    workspace: Workspace,
    board: Iterable[OrderReadiness],
    *,
    now: datetime,
    who: str,
    say: Callable[[Message], str] = Message.english,
) -> tuple[Alert, ...]:
    """Draft an alert for everything amber or red that nobody was told of yet, in one command.

    ``say`` writes the text in the language of the service. An alert without a reply counts as told.
    """
    rules = rule_book_of(workspace, now.date()).life
    alerts = [
        _alert(
            workspace,
            _Lack(one.order, one.day, item.resource, joined([*item.lacks]), one.alerts),
            now,
            who,
            say,
            rules,
        )
        for one in board
        for item in one.at_risk
        if not any(a.resource == item.resource and a.replied_at is None for a in one.alerts)
    ]
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
    rules = rule_book_of(workspace, now.date()).life
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
        name = addressee(workspace, order, rules.alerts.escalate_to)
        raised.append(replace(alert, escalated_at=now, escalated_to=name or rules.alerts.escalate_to))
    with workspace.command("escalate alerts", who=who) as transaction:
        for alert in raised:
            transaction.save(alert)
    return tuple(raised)


def addressee(workspace: Workspace, order: WorkOrder, role: str) -> str:
    """Return who has a role for an order: the zone's field manager, else the workspace's own setting."""
    if role == FIELD_MANAGER:
        zone = first(workspace.all(Zone, zone_id=order.zone))
        if zone is not None and zone.field_manager:
            return zone.field_manager
    return workspace.setting(f"alerts.{role}")


def alert_gaps(
    workspace: Workspace,
    gaps: Iterable[CoverageGap],
    *,
    now: datetime,
    who: str,
    say: Callable[[Message], str] = Message.english,
) -> tuple[Alert, ...]:
    """Draft an alert for each order that hits a gap in skills and has no open one about people yet."""
    rules = rule_book_of(workspace, now.date()).life
    alerts: list[Alert] = []
    for gap in gaps:
        for name in gap.jobs:
            known = workspace.all(Alert, order_id=name)
            earlier = [*known, *(one for one in alerts if one.order_id == name)]
            if not any(one.resource == "people" and one.replied_at is None for one in earlier):
                order = workspace.get(WorkOrder, name)
                lacks = _Lack(order, gap.first_day, "people", gap_message(gap), tuple(earlier))
                alerts.append(_alert(workspace, lacks, now, who, say, rules))
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


@dataclass(frozen=True, slots=True)
class _Lack:
    """What one order lacks of one resource, with the alerts that it had before."""

    order: WorkOrder
    day: date
    resource: Resource
    message: Message
    alerts: tuple[Alert, ...]


def _alert(
    workspace: Workspace,
    lack: _Lack,
    now: datetime,
    who: str,
    say: Callable[[Message], str],
    rules: LifeRules,
) -> Alert:
    role = rules.readiness.resources[lack.resource].alert
    number = sum(alert.resource == lack.resource for alert in lack.alerts) + 1
    order = lack.order
    text = Message(
        "alert.text",
        {
            "order": order.order_id,
            "label": order.label,
            "address": order.address,
            "day": lack.day,
            "lacks": lack.message,
        },
    )
    return Alert(
        alert_id=f"{order.order_id}/{lack.resource}/{number}",
        order_id=order.order_id,
        resource=lack.resource,
        role=role,
        addressee=addressee(workspace, order, role),
        text=say(text),
        raised_at=now,
        who=who,
    )
