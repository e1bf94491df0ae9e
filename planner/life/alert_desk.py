# SPDX-License-Identifier: GPL-3.0-or-later
"""Write alerts: to whom, by which channel, in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ...core.messages import Message
from ...core.resources import Zone
from ...workorders.informing.contacts import Addressee, Channel, Reachable, choose_channel, is_mail_address
from ...workorders.life.records import Alert
from ...workorders.life.rules import Resource
from ...workorders.orders import WorkOrder
from ...workorders.rulebook import RuleBook
from ..ports import Workspace
from .gathered import first

FIELD_MANAGER = "field_manager"
# what a contact prefers a channel for
ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is told of an alert, and how: ``NONE`` where no address is known."""

    name: str
    channel: Channel = Channel.NONE
    reach: str = ""


@dataclass(frozen=True, slots=True)
class AlertDesk:
    """What alerts are written with; ``say`` writes the text in the language of the service."""

    workspace: Workspace
    book: RuleBook
    now: datetime
    who: str
    say: Callable[[Message], str]

    def of_lack(
        self, order: WorkOrder, day: date, resource: Resource, lacks: Message, earlier: Iterable[Alert]
    ) -> Alert:
        """Return the alert about what an order lacks of a resource; ``earlier`` are those that it had."""
        number = 1 + sum(alert.resource == resource for alert in earlier)
        role = self.book.life.readiness.resources[resource].alert
        params = {"day": day, "lacks": lacks, "label": order.label, "address": order.address}
        text = Message("alert.text", {"order": order.order_id, **params})
        return self.alert(order, f"{order.order_id}/{resource}/{number}", resource, role, text)

    def alert(self, order: WorkOrder, alert_id: str, resource: str, role: str, text: Message) -> Alert:
        """Return an alert to whoever has a role."""
        told = recipient(self.workspace, order, role, self.book)
        return Alert(
            alert_id=alert_id,
            order_id=order.order_id,
            resource=resource,
            role=role,
            addressee=told.name,
            text=self.say(text),
            raised_at=self.now,
            who=self.who,
            channel=told.channel,
            sent_to=told.reach,
        )


def recipient(workspace: Workspace, order: WorkOrder, role: str, book: RuleBook) -> Recipient:
    """Return who has a role for an order, and how to reach them.

    The zone's field manager, else the workspace's own setting: a name of the directory, or a mail address.
    Where neither names anybody, the entry of the directory of that kind, in the order's zone or everywhere.
    """
    name = _named(workspace, order, role)
    if is_mail_address(name):
        return Recipient(name, Channel.EMAIL, name)
    entries = workspace.all(Addressee)
    known = [one for one in entries if one.name == name] if name else _of_kind(entries, role, order.zone)
    if not known:
        return Recipient(name)
    phone, rules = book.communication.phone, book.life.alerts
    channel, reach = choose_channel(
        _reachable(known[0]),
        ALERT,
        rules.channels,
        country=phone.country,
        prefixes=phone.mobile_prefixes,
    )
    return Recipient(known[0].name, channel, reach)


def _named(workspace: Workspace, order: WorkOrder, role: str) -> str:
    if role == FIELD_MANAGER:
        zone = first(workspace.all(Zone, zone_id=order.zone))
        if zone is not None and zone.field_manager:
            return zone.field_manager
    return workspace.setting(f"alerts.{role}")


def _of_kind(entries: Iterable[Addressee], role: str, zone: str) -> list[Addressee]:
    found = [one for one in entries if one.kind == role and one.zone in ("", zone)]
    return sorted(found, key=lambda one: (one.zone == "", one.addressee_id))


def _reachable(entry: Addressee) -> Reachable:
    return Reachable(
        ref=entry.addressee_id,
        name=entry.name,
        phone=entry.phone,
        mobile=entry.mobile,
        email=entry.email,
        language=entry.language,
        channels=entry.channels,
    )
