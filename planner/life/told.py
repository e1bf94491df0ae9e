# SPDX-License-Identifier: GPL-3.0-or-later
"""What the messages of an order have told so far, as far as its gates ask for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from ...workorders.informing.messages import TOLD, MessageState, OrderMessage
from ...workorders.life.gate_facts import Found, Operator
from ...workorders.life.records import OperatorAnswer, RestorationNote
from ...workorders.life.rules import ToldBy
from ..ports import Workspace
from ..records import Outage


@dataclass(frozen=True, slots=True)
class Told:
    """Who of an order was told what.

    ``customers_untold`` counts the delivery points of the cut whose customers do not know that the water is
    back. ``hydrants_back_at`` is when the fire service was told so, ``calls`` the operators who were called.
    """

    customers_untold: int = 0
    mayor: bool = False
    hydrants_back_at: datetime | None = None
    calls: Mapping[str, OrderMessage] = field(default_factory=dict)


def read_told(workspace: Workspace, order_id: str, outage: Outage | None, rules: ToldBy) -> Told:
    """Return what the messages of an order and the notes beside them have told."""
    messages = [
        one
        for one in workspace.all(OrderMessage, order_id=order_id)
        if one.state is not MessageState.CANCELLED and not one.if_valve
    ]
    back = [one.sent_at for one in _told(messages, rules.hydrant_back) if one.sent_at]
    return Told(
        customers_untold=_untold(workspace, outage, messages, rules) if outage else 0,
        mayor=bool(_told(messages, rules.mayor)),
        hydrants_back_at=max(back, default=None),
        calls={one.ref: one for one in _told(messages, rules.operator_call)},
    )


def with_calls(operator: Operator, order_id: str, told: Told) -> Operator:
    """Return an operator with its logged call as an answer, where no other one was noted."""
    call = told.calls.get(operator.name)
    if operator.has_answered or call is None:
        return operator
    base = operator.answer or OperatorAnswer(f"{order_id}/{operator.name}", call.order_id, operator.name)
    return replace(
        operator,
        answer=replace(
            base, answered_at=call.answered_at or call.sent_at, contact=base.contact or call.answer
        ),
    )


def with_hydrants_back(notes: Mapping[str, Found], hydrants: Collection[str], told: Told) -> dict[str, Found]:
    """Return the notes on hydrants; one told to be back since it was last noted is in service."""
    at, found = told.hydrants_back_at, dict(notes)
    if at is not None:
        for hydrant in hydrants:
            if hydrant not in found or found[hydrant].noted_at < at:
                found[hydrant] = Found(in_service=True, noted_at=at)
    return found


def _told(messages: Collection[OrderMessage], purposes: Collection[str]) -> list[OrderMessage]:
    return [one for one in messages if one.purpose in purposes and one.state in TOLD]


def _untold(workspace: Workspace, outage: Outage, messages: Collection[OrderMessage], rules: ToldBy) -> int:
    """Return how many delivery points are left: by the messages where they are planned, less what was noted.

    A customer whom no channel of the rules reaches has no message, by the choice of the service.
    """
    notes = workspace.all(RestorationNote, order_id=outage.order_id)
    noted = {customer for note in notes for customer in note.customers}
    left = len(set(outage.customers) - noted)
    planned = [one for one in messages if one.purpose in rules.restored]
    if not planned:
        return left
    # a sensitive customer has two messages, and knows by either
    told = {one.ref for one in planned if one.state in TOLD}
    waiting = {one.ref: one.points for one in planned if one.ref not in told}
    return min(left, sum(waiting.values()))
