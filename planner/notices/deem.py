# SPDX-License-Identifier: GPL-3.0-or-later
"""An urgent dig without an answer: the operator's networks are taken to lie in the excavation zone.

Code de l'environnement R.554-32: the order says so in writing, and only soft techniques are used.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ...core.errors import InputError
from ...core.near_names import near_names
from ...workorders.life.records import OperatorAnswer
from ...workorders.orders import WorkOrder
from ..life.answer_dates import refuse_before_notice
from ..life.gathered import first, operators_of
from ..ports import Workspace
from ..records import OrderNotice
from ..rule_versions import rule_book_of


def deem_in_zone(
    workspace: Workspace, order_id: str, operator: str, *, contact: str, called_at: datetime, who: str
) -> OperatorAnswer:
    """Note that an operator was called and could not answer in time: its networks count as in the zone.

    The order takes the equipment of soft digging from then on. ``contact`` is who was spoken to, or what
    became of the call.

    Raises
    ------
    InputError
        The order is unknown or not urgent, the operator is none of those to call, has no sensitive network or
        has answered, nobody is named, or the call is older than the order.
    """
    order = workspace.get(WorkOrder, order_id)
    notice = first(workspace.all(OrderNotice, order_id=order_id))
    if notice is None or notice.kind != "ATU":
        raise InputError("notices.not_urgent", order=order_id)
    refuse_before_notice(order, notice, [called_at])
    known = {one.name: one for one in operators_of(workspace, order)}
    if operator not in known:
        near = near_names(operator, known)
        raise InputError("life.unknown_operator", order=order_id, found=operator, near=near)
    if not known[operator].sensitive:
        raise InputError("notices.no_answer_due", operator=operator)
    if known[operator].has_answered:
        raise InputError("notices.has_answered", operator=operator)
    if not contact.strip():
        raise InputError("notices.nobody_called", operator=operator)
    key = f"{order_id}/{operator}"
    before = first(workspace.all(OperatorAnswer, answer_id=key))
    base = before or OperatorAnswer(key, order.order_id, operator)
    soft = rule_book_of(workspace, called_at.date()).teleservice.soft_digging.equipment
    equipment = tuple(dict.fromkeys((*order.equipment, *soft)))
    with workspace.command("deem in zone", who=who) as transaction:
        noted = replace(base, contact=contact.strip(), deemed_at=called_at)
        if before is None:
            transaction.add([noted])
        else:
            transaction.save(noted)
        if equipment != order.equipment:
            transaction.save(replace(order, equipment=equipment))
    return workspace.get(OperatorAnswer, key)
