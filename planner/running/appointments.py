# SPDX-License-Identifier: GPL-3.0-or-later
"""Book a window for a customer, and queue the message that confirms it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from ...core.errors import InputError
from ...workorders.informing.contacts import Reachable, choose_channel
from ...workorders.informing.messages import OPEN, MessageState, OrderMessage
from ...workorders.informing.rules import CommunicationRules
from ...workorders.informing.spoken import spoken_time
from ...workorders.orders import WorkOrder
from ...workorders.requests import ServiceRequest
from ..ports import Workspace
from .plan_in_force import require_plannable

PURPOSE = "appointment"
_LANGUAGE = "fr"


@dataclass(frozen=True, slots=True)
class Booked:
    """An order with its window, and the message that confirms it."""

    order: WorkOrder
    message: OrderMessage


def book_appointment(
    workspace: Workspace,
    order_id: str,
    *,
    opens: datetime,
    closes: datetime,
    rules: CommunicationRules,
    now: datetime,
    who: str,
) -> Booked:
    """Store the window that a customer was promised and queue its confirmation, in one journaled command.

    A confirmation that has not left yet is called off for the new one. Where nobody can be reached the
    message is there with the channel ``NONE``: a gap that somebody must fill.

    Raises
    ------
    InputError
        The order is unknown, already planned or in no state to be planned; the window is over, or ends
        before it starts.
    """
    order = workspace.get(WorkOrder, order_id)
    require_plannable(order)
    if not opens < closes or closes <= now:
        raise InputError("day.window", opens=f"{opens:%Y-%m-%d %H:%M}", closes=f"{closes:%Y-%m-%d %H:%M}")
    booked = replace(order, window_start=opens, window_end=closes)
    former = workspace.all(OrderMessage, order_id=order_id, purpose=PURPOSE)
    message = _confirmation(booked, _customer(workspace, order), len(former) + 1, rules=rules, now=now)
    with workspace.command("book appointment", who=who) as transaction:
        transaction.save(booked)
        for old in former:
            if old.state in OPEN:
                transaction.save(replace(old, state=MessageState.CANCELLED))
        transaction.add([message])
    return Booked(workspace.get(WorkOrder, order_id), message)


def _customer(workspace: Workspace, order: WorkOrder) -> Reachable:
    """Return who asked for the work."""
    asked = workspace.all(ServiceRequest, request_id=order.request_id) if order.request_id else []
    if not asked:
        return Reachable(ref="", name="")
    caller = asked[0]
    return Reachable(
        ref=caller.request_id,
        name=caller.caller,
        phone=caller.phone,
        email=caller.email,
        address=caller.address,
        place=caller.address,
    )


def _confirmation(
    order: WorkOrder, who: Reachable, number: int, *, rules: CommunicationRules, now: datetime
) -> OrderMessage:
    assert order.window_start is not None and order.window_end is not None
    channel, reach = choose_channel(
        who,
        PURPOSE,
        rules.appointment.channels,
        country=rules.phone.country,
        prefixes=rules.phone.mobile_prefixes,
    )
    return OrderMessage(
        message_id=f"{order.order_id}/{PURPOSE}/{number}",
        order_id=order.order_id,
        purpose=PURPOSE,
        actor="customers",
        ref=who.ref,
        name=who.name,
        channel=channel,
        reach=reach,
        language=_LANGUAGE,
        due_at=now,
        about_start=order.window_start,
        text=spoken_time(order.window_end, _LANGUAGE),
    )
