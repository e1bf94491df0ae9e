# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written down around an order: its notice sent, answers, permits, what is in service again.

The parts of a split order are made in one dig: notice, answers and permits noted for one part are noted for
the others of that dig in the same command, unless only one is meant (``alone``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from ...core.errors import InputError
from ...core.ids import AssetId
from ...core.near_names import near_names
from ...network.assets.roles import Role
from ...workorders.life.notice_clock import Reading, expires_on, legal_start
from ...workorders.life.records import (
    OTHER_NOTICE,
    PERMIT_KINDS,
    HydrantNote,
    OperatorAnswer,
    Permit,
    RestorationNote,
)
from ...workorders.orders import WorkOrder
from ...workorders.teleservice.records import NoticeConsultation
from ..assets.asset_base import AssetBase
from ..company import counts_sundays
from ..ports import Transaction, Workspace
from ..records import OrderNotice, Outage
from ..rule_versions import rule_book_of
from ..sites.order_records import said_again, sent_on
from .answer_dates import refuse_before_notice, refuse_before_order
from .gathered import first, notice_of, operators_of
from .same_dig import other_parts, parts_under


def note_sent(
    workspace: Workspace,
    order_id: str,
    *,
    number: str,
    sent_at: datetime,
    who: str,
    on_paper: bool | None = None,
    received_on: date | None = None,
    alone: bool = False,
) -> OrderNotice:
    """Note that an order's notice was sent under a number; its dates count from then on, the order's too.

    ``on_paper`` says that it went by post, None that it went as was noted before; ``received_on`` is the day
    on which the operators had it on paper: the delays count from then on, from the post's usual time until it
    is known. Another notice, sent on a later day, asks the operators anew: what they answered to the first
    one goes.

    Raises
    ------
    InputError
        The order is unknown, the law asks for no notice, or it was received before it was sent, or sent
        before the order was asked for.
    """
    order = workspace.get(WorkOrder, order_id)
    notice = notice_needed(workspace, order_id)
    if on_paper is not None:
        notice = replace(notice, on_paper=on_paper)
    sent = notice_sent(
        notice,
        number=number,
        sent_at=sent_at,
        consultation=first(workspace.all(NoticeConsultation, order_id=order_id)),
        reading=reading_of(workspace, sent_at.date()),
        received_on=received_on,
    )
    refuse_before_order(order, sent_at)
    is_renewed = notice.sent_at is not None and sent.number != notice.number and sent_at > notice.sent_at
    under = (order, *(() if alone else parts_under(workspace, order)))
    answers = [
        answer
        for one in (under if is_renewed else ())
        for answer in workspace.all(OperatorAnswer, order_id=one.order_id)
    ]
    with workspace.command("notice sent", who=who) as transaction:
        keep_alike(workspace, transaction, under, sent)
        for answer in answers:
            transaction.remove(answer)
    return workspace.get(OrderNotice, order_id)


def notice_needed(workspace: Workspace, order_id: str) -> OrderNotice:
    """Return the notice of an order; ``InputError`` where the law asks for none."""
    notice = first(workspace.all(OrderNotice, order_id=order_id))
    if notice is None or notice.kind == "none":
        raise InputError("life.no_notice", order=order_id)
    return notice


def notice_sent(
    notice: OrderNotice,
    *,
    number: str,
    sent_at: datetime,
    consultation: NoticeConsultation | None,
    reading: Reading,
    received_on: date | None = None,
) -> OrderNotice:
    """Return a notice as sent, with the dates that follow; three months run from its own consultation.

    ``InputError`` when it would be sent on a day before its consultation, or received before it was sent.
    """
    # a notice that is renewed has a consultation of its own, as old as its sending at the most
    is_renewed = notice.sent_at is not None and number.strip() != notice.number
    consulted = consultation.consulted_at if consultation and not is_renewed else sent_at
    if sent_at.date() < consulted.date():
        raise InputError("notices.sent_before", order=notice.order_id, sent=sent_at, consulted=consulted)
    if received_on is not None and (not notice.on_paper or received_on < sent_at.date()):
        raise InputError("notices.receipt", order=notice.order_id, found=received_on, sent=sent_at.date())
    # the receipt of a letter is that of this one alone
    is_same = notice.on_paper and not is_renewed and notice.sent_at in (None, sent_at)
    received = received_on or (notice.received_on if is_same else None)
    sent = replace(notice, number=number.strip(), sent_at=sent_at, state="sent", received_on=received)
    if notice.kind == "ATU":
        return sent
    dated = sent_on(sent, sent_at.date(), law=reading.law, count_sundays=reading.count_sundays)
    return replace(dated, start_by=expires_on(consulted.date(), reading.law))


def keep_start(transaction: Transaction, order: WorkOrder, notice: OrderNotice) -> None:
    """Store a notice, and the first legal start with the order: the tours are planned by that one."""
    transaction.save(notice)
    start = notice.earliest_start
    if notice.kind != "ATU" and start != order.earliest_start:
        transaction.save(replace(order, earliest_start=start))


def keep_alike(
    workspace: Workspace, transaction: Transaction, orders: Iterable[WorkOrder], notice: OrderNotice
) -> None:
    """Store one notice as that of several parts of a dig, with their legal start."""
    for order in orders:
        own = workspace.get(OrderNotice, order.order_id)
        keep_start(transaction, order, replace(notice, order_id=order.order_id, version=own.version))


def reading_of(workspace: Workspace, day: date) -> Reading:
    """Return the law of a day as a workspace reads it: whether Sundays count is a setting of the service."""
    return Reading(rule_book_of(workspace, day).law, counts_sundays(workspace))


def note_answer(
    workspace: Workspace,
    order_id: str,
    operator: str,
    *,
    who: str,
    answered_at: datetime | None = None,
    reminded_on: date | None = None,
    acknowledged_on: date | None = None,
    appointment_on: date | None = None,
    contact: str = "",
    reference: str = "",
    alone: bool = False,
) -> OperatorAnswer:
    """Note what an operator near a dig said, or that it was reminded; what is not given stays as it is.

    A reminder and an appointment on site move the first legal start of the order. ``InputError`` when the
    order is unknown, the operator has no network near its dig, or a date is before its notice was sent.
    """
    order = workspace.get(WorkOrder, order_id)
    dates = (answered_at, reminded_on, acknowledged_on, appointment_on)
    refuse_before_notice(order, first(workspace.all(OrderNotice, order_id=order_id)), dates)
    known = _names(workspace, order)
    if operator not in known:
        raise InputError(
            "life.unknown_operator", order=order_id, found=operator, near=near_names(operator, known)
        )
    said = _given(
        answered_at=answered_at,
        reminded_on=reminded_on,
        acknowledged_on=acknowledged_on,
        appointment_on=appointment_on,
        contact=contact,
        reference=reference,
    )
    others = () if alone else parts_under(workspace, order)
    noted = [
        (one, *_answer(workspace, one, operator, said))
        for one in (order, *others)
        if operator in _names(workspace, one)
    ]
    notices = [(one, _restarted(workspace, one, after)) for one, _, after in noted]
    with workspace.command("operator answer", who=who) as transaction:
        for _, before, after in noted:
            _keep(transaction, after, is_new=before is None)
        for one, notice in notices:
            if notice is not None:
                keep_start(transaction, one, notice)
    return workspace.get(OperatorAnswer, f"{order_id}/{operator}")


def _names(workspace: Workspace, order: WorkOrder) -> set[str]:
    return {one.name for one in operators_of(workspace, order)}


def _given(**values: object) -> dict[str, Any]:
    """Return what is given: the rest stays as it is."""
    return {name: value for name, value in values.items() if value}


def _answer(
    workspace: Workspace, order: WorkOrder, operator: str, said: Mapping[str, Any]
) -> tuple[OperatorAnswer | None, OperatorAnswer]:
    """Return what an operator had said of an order, None for nothing yet, and with what is noted now."""
    key = f"{order.order_id}/{operator}"
    before = first(workspace.all(OperatorAnswer, answer_id=key))
    return before, replace(before or OperatorAnswer(key, order.order_id, operator), **said)


def _restarted(workspace: Workspace, order: WorkOrder, noted: OperatorAnswer) -> OrderNotice | None:
    """Return the notice of an order with the first legal start that follows from an answer, if it moves."""
    notice = first(workspace.all(OrderNotice, order_id=order.order_id))
    seen = notice_of(notice)
    if notice is None or seen is None:
        return None
    operators = [
        replace(one, answer=noted) if one.name == noted.operator else one
        for one in operators_of(workspace, order)
    ]
    since = notice.sent_at or order.received_at
    start = legal_start(seen, operators, reading=reading_of(workspace, since.date()))
    if start == notice.earliest_start:
        return None
    said = said_again(notice, start=start.date()) if start else notice.reason_params
    return replace(notice, earliest_start=start, reason_params=said)


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
    alone: bool = False,
) -> Permit:
    """Note that an order needs a permit, asked for it, or was granted it; what is not given stays as it is.

    Raises
    ------
    InputError
        The order or the kind is unknown, or the permit ends before it begins.
    """
    order = workspace.get(WorkOrder, order_id)
    name = kind.removeprefix(OTHER_NOTICE).strip()
    if kind not in PERMIT_KINDS and (name == kind.strip() or not name):
        known = ", ".join((*PERMIT_KINDS, f"{OTHER_NOTICE}NAME"))
        raise InputError("life.unknown_permit", found=kind, known=known)
    said = _given(
        authority=authority,
        asked_at=asked_at,
        granted_on=granted_on,
        valid_from=valid_from,
        valid_until=valid_until,
        reference=reference,
    )
    others = () if alone else other_parts(workspace, order)
    noted = [_permit(workspace, one, kind, said) for one in (order, *others)]
    for _, after in noted:
        if after.valid_from and after.valid_until and after.valid_until < after.valid_from:
            raise InputError("life.permit_days", first=after.valid_from, last=after.valid_until)
    with workspace.command("permit", who=who) as transaction:
        for before, after in noted:
            _keep(transaction, after, is_new=before is None)
    return workspace.get(Permit, f"{order_id}/{kind}")


def _permit(
    workspace: Workspace, order: WorkOrder, kind: str, said: Mapping[str, Any]
) -> tuple[Permit | None, Permit]:
    """Return what was noted of a permit of an order, None for nothing yet, and with what is noted now."""
    key = f"{order.order_id}/{kind}"
    before = first(workspace.all(Permit, permit_id=key))
    return before, replace(before or Permit(key, order.order_id, kind, ""), **said)


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
