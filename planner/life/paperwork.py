# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written down around an order: its notice sent, answers, permits, what is in service again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import cast

from ...core.errors import InputError
from ...core.ids import AssetId
from ...core.near_names import near_names
from ...network.assets.roles import Role
from ...workorders.law import Declaration, load_law
from ...workorders.life.records import (
    PERMIT_KINDS,
    HydrantNote,
    OperatorAnswer,
    Permit,
    RestorationNote,
)
from ...workorders.notices import declared_dates
from ...workorders.orders import WorkOrder
from ..asset_base import AssetBase
from ..ports import Transaction, Workspace
from ..records import OrderConflict, OrderNotice, Outage
from .gathered import first


def note_sent(
    workspace: Workspace, order_id: str, *, number: str, sent_at: datetime, who: str
) -> OrderNotice:
    """Note that an order's notice was sent under a number; its dates count from then on, the order's too.

    ``InputError`` when the order is unknown, or the law asks for no notice.
    """
    order = workspace.get(WorkOrder, order_id)
    notice = first(workspace.all(OrderNotice, order_id=order_id))
    if notice is None or notice.kind == "none":
        raise InputError("life.no_notice", order=order_id)
    sent = replace(notice, number=number.strip(), sent_at=sent_at, state="sent")
    start = order.earliest_start
    if notice.kind != "ATU":
        dates = declared_dates(cast("Declaration", notice.kind), sent_at.date(), law=load_law())
        start = dates.earliest_start
        sent = replace(
            sent, answer_by=dates.answer_by, earliest_start=dates.earliest_start, start_by=dates.start_by
        )
    with workspace.command("notice sent", who=who) as transaction:
        transaction.save(sent)
        if start != order.earliest_start:
            transaction.save(replace(order, earliest_start=start))
    return workspace.get(OrderNotice, order_id)


def note_answer(
    workspace: Workspace,
    order_id: str,
    operator: str,
    *,
    who: str,
    answered_at: datetime | None = None,
    reminded_on: date | None = None,
    contact: str = "",
    reference: str = "",
) -> OperatorAnswer:
    """Note what an operator near a dig said, or that it was reminded; what is not given stays as it is.

    ``InputError`` when the order is unknown or the operator has no network near its dig.
    """
    order = workspace.get(WorkOrder, order_id)
    known = {near.operator for near in workspace.all(OrderConflict, order_id=order_id)}
    if operator not in known:
        raise InputError(
            "life.unknown_operator", order=order_id, found=operator, near=near_names(operator, known)
        )
    key = f"{order_id}/{operator}"
    before = first(workspace.all(OperatorAnswer, answer_id=key))
    base = before or OperatorAnswer(key, order.order_id, operator)
    after = replace(
        base,
        answered_at=answered_at or base.answered_at,
        reminded_on=reminded_on or base.reminded_on,
        contact=contact or base.contact,
        reference=reference or base.reference,
    )
    with workspace.command("operator answer", who=who) as transaction:
        _keep(transaction, after, is_new=before is None)
    return workspace.get(OperatorAnswer, key)


def note_permit(
    workspace: Workspace,
    order_id: str,
    kind: str,
    *,
    who: str,
    authority: str = "",
    asked_at: datetime | None = None,
    granted_on: date | None = None,
    valid_from: date | None = None,
    valid_until: date | None = None,
    reference: str = "",
) -> Permit:
    """Note that an order needs a permit, asked for it, or was granted it; what is not given stays as it is.

    Raises
    ------
    InputError
        The order or the kind is unknown, or the permit ends before it begins.
    """
    order = workspace.get(WorkOrder, order_id)
    if kind not in PERMIT_KINDS:
        raise InputError("life.unknown_permit", found=kind, known=", ".join(PERMIT_KINDS))
    key = f"{order_id}/{kind}"
    before = first(workspace.all(Permit, permit_id=key))
    base = before or Permit(key, order.order_id, kind, authority)
    after = replace(
        base,
        authority=authority or base.authority,
        asked_at=asked_at or base.asked_at,
        granted_on=granted_on or base.granted_on,
        valid_from=valid_from or base.valid_from,
        valid_until=valid_until or base.valid_until,
        reference=reference or base.reference,
    )
    if after.valid_from and after.valid_until and after.valid_until < after.valid_from:
        raise InputError("life.permit_days", first=after.valid_from, last=after.valid_until)
    with workspace.command("permit", who=who) as transaction:
        _keep(transaction, after, is_new=before is None)
    return workspace.get(Permit, key)


def note_hydrant(
    workspace: Workspace, hydrant: str, *, available: bool, now: datetime, who: str, note: str = ""
) -> HydrantNote:
    """Note that the fire service was told that a hydrant is out or back; an unknown one: ``InputError``."""
    AssetBase(workspace).water.register.find(AssetId(hydrant), Role.HYDRANT)
    before = first(workspace.all(HydrantNote, hydrant_id=hydrant))
    base = before or HydrantNote(AssetId(hydrant), available, now)
    with workspace.command("note hydrant", who=who) as transaction:
        after = replace(base, available=available, noted_at=now, note=note)
        _keep(transaction, after, is_new=before is None)
    return workspace.get(HydrantNote, hydrant)


def note_restored(
    workspace: Workspace, order_id: str, customers: Sequence[str] = (), *, now: datetime, who: str
) -> RestorationNote:
    """Note that customers of an order's cut were told that the water is back; by default all of them.

    ``InputError`` when the order cuts nobody off, or a customer is none of those.
    """
    outage = first(workspace.all(Outage, order_id=order_id))
    if outage is None:
        workspace.get(WorkOrder, order_id)
        raise InputError("order.cuts_nothing", order=order_id)
    told = tuple(customers) or outage.customers
    for customer in told:
        if customer not in outage.customers:
            near = near_names(customer, outage.customers)
            raise InputError("life.unknown_customer", order=order_id, found=customer, near=near)
    before = first(workspace.all(RestorationNote, order_id=order_id))
    base = before or RestorationNote(outage.order_id, (), now)
    after = replace(base, customers=tuple(dict.fromkeys((*base.customers, *told))), told_at=now)
    with workspace.command("restoration told", who=who) as transaction:
        _keep(transaction, after, is_new=before is None)
    return workspace.get(RestorationNote, order_id)


def _keep(transaction: Transaction, record: object, *, is_new: bool) -> None:
    if is_new:
        transaction.add([record])
    else:
        transaction.save(record)
