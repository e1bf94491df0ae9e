# SPDX-License-Identifier: GPL-3.0-or-later
"""The gate to *planned*, asked of many orders at once: what a plan may take in, and what it sets aside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from ...core.errors import InputError
from ...core.ids import OrderId
from ...core.messages import Message
from ...workorders.catalogue import Catalogue
from ...workorders.life.gate_facts import GateFacts, Notice
from ...workorders.life.gates import GateRules, findings
from ...workorders.lifecycle import order_state
from ...workorders.orders import OrderState, WorkOrder
from ...workorders.teleservice.records import NoticeConsultation
from ..conditions import Where
from ..order_chains import PLANNABLE
from ..ports import Workspace
from ..records import OrderNotice, Outage
from ..rule_versions import rule_book_of
from ..tours.sound_input import SoundInput
from .gathered import cut_of, notice_of, works_on_pressure


def planned_findings(
    workspace: Workspace, orders: Iterable[WorkOrder], now: datetime = datetime.min
) -> dict[OrderId, tuple[Message, ...]]:
    """Return what orders lack to be planned; those that lack nothing are left out."""
    asked = list(orders)
    if not asked:
        return {}
    theirs = [Where("order_id", among=[order.order_id for order in asked])]
    cuts = {cut.order_id: cut for cut in workspace.all(Outage, where=theirs)}
    notices = {notice.order_id: notice for notice in workspace.all(OrderNotice, where=theirs)}
    consulted = {one.order_id for one in workspace.all(NoticeConsultation, where=theirs)}
    seen = {
        order_id: notice_of(notice, has_consultation=order_id in consulted)
        for order_id, notice in notices.items()
    }
    book = rule_book_of(workspace, max(order.received_at for order in asked).date())
    rules, catalogue = GateRules(book.life, book.law, now), book.catalogue
    found = {
        order.order_id: findings(OrderState.PLANNED, _facts(order, cuts, seen, catalogue), rules)
        for order in asked
    }
    return {order_id: lacks for order_id, lacks in found.items() if lacks}


def require_planned_gate(
    workspace: Workspace, orders: Iterable[WorkOrder], now: datetime = datetime.min
) -> None:
    """Refuse orders that lack what the gate to *planned* asks for; ``InputError`` names the first of them."""
    for order_id, lacks in planned_findings(workspace, orders, now).items():
        raise refused(order_id, OrderState.PLANNED, lacks)


def behind_the_gate(sound: SoundInput, workspace: Workspace, *, placed: Collection[str] = ()) -> SoundInput:
    """Return what can be planned without the orders that lack something, each set aside with its reasons.

    Orders ``placed`` have passed.
    """
    waiting = (o for o in sound.orders if o.state in PLANNABLE and o.order_id not in placed)
    lacking = planned_findings(workspace, waiting)
    reasons = {
        str(order_id): [
            {"agent": "", "day": "", "code": one.code.partition(".")[2], "detail": str(one.params["detail"])}
            for one in lacks
        ]
        for order_id, lacks in lacking.items()
    }
    notes = (
        Message("sound.order", {"order": order_id, "problem": one})
        for order_id, lacks in lacking.items()
        for one in lacks
    )
    return replace(
        sound,
        orders=tuple(order for order in sound.orders if order.order_id not in lacking),
        set_aside=sound.set_aside | reasons,
        notes=(*sound.notes, *notes),
    )


def refused(order_id: str, target: OrderState, lacks: Iterable[Message]) -> InputError:
    """Return the refusal of a state, with everything that is missing."""
    return InputError("gate.refused", order=order_id, target=order_state(target), found=joined([*lacks]))


def joined(messages: list[Message]) -> Message:
    """Return several messages as one."""
    first, *rest = messages
    return Message("gate.several", {"first": first, "rest": joined(rest)}) if rest else first


def _facts(
    order: WorkOrder,
    cuts: Mapping[OrderId, Outage],
    notices: Mapping[OrderId, Notice | None],
    catalogue: Catalogue,
) -> GateFacts:
    return GateFacts(
        order=order,
        works_on_pressure=works_on_pressure(order, catalogue),
        cut=cut_of(cuts.get(order.order_id)),
        notice=notices.get(order.order_id),
    )
