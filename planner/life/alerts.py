# SPDX-License-Identifier: GPL-3.0-or-later
"""Tell whoever answers for a resource that an order lacks it, note the reply, go one step up without one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from ...core.errors import InputError
from ...core.messages import Message
from ...core.resources import Zone
from ...workorders.life.readiness import ReadinessItem
from ...workorders.life.records import Alert
from ...workorders.life.rules import LifeRules, load_life_rules
from ...workorders.orders import WorkOrder
from ..ports import Workspace
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
    rules: LifeRules | None = None,
) -> tuple[Alert, ...]:
    """Draft an alert for everything amber or red that nobody was told of yet, in one command.

    ``say`` writes the text in the language of the service. An alert without a reply counts as told.
    """
    rules = rules or load_life_rules()
    alerts = [
        _alert(workspace, one, item, now, who, say, rules)
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


def escalate_alerts(
    workspace: Workspace, *, now: datetime, who: str, rules: LifeRules | None = None
) -> tuple[Alert, ...]:
    """Take the alerts that nobody answered in time one step up, in one command; return them."""
    rules = rules or load_life_rules()
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


def _alert(
    workspace: Workspace,
    one: OrderReadiness,
    item: ReadinessItem,
    now: datetime,
    who: str,
    say: Callable[[Message], str],
    rules: LifeRules,
) -> Alert:
    role = rules.readiness.resources[item.resource].alert
    number = sum(alert.resource == item.resource for alert in one.alerts) + 1
    text = Message(
        "alert.text",
        {
            "order": one.order.order_id,
            "label": one.order.label,
            "address": one.order.address,
            "day": one.day,
            "lacks": joined([*item.lacks]),
        },
    )
    return Alert(
        alert_id=f"{one.order.order_id}/{item.resource}/{number}",
        order_id=one.order.order_id,
        resource=item.resource,
        role=role,
        addressee=addressee(workspace, one.order, role),
        text=say(text),
        raised_at=now,
        who=who,
    )
