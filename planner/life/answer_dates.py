# SPDX-License-Identifier: GPL-3.0-or-later
"""No operator answers a notice before it was sent: a slip of the year would open a dig without an answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from ...core.errors import InputError
from ...workorders.orders import WorkOrder
from ..records import OrderNotice


def refuse_before_notice(order: WorkOrder, notice: OrderNotice | None, dates: Iterable[date | None]) -> None:
    """Refuse what is dated before an operator could have said it, or be asked again; to the day.

    A declaration is answered once it was sent; operators of an urgent dig may be called before that, but not
    before the order was asked for. ``InputError`` names the date and the first one that may be.
    """
    if notice is None or notice.kind == "none":
        return
    said = [_day(one) for one in dates if one is not None]
    if notice.kind != "ATU" and said and notice.sent_at is None:
        raise InputError("life.answer_unsent", order=order.order_id, kind=notice.kind)
    since = order.received_at if notice.kind == "ATU" or notice.sent_at is None else notice.sent_at
    early = min((one for one in said if one < since.date()), default=None)
    if early is not None:
        code = "life.answer_before_order" if notice.kind == "ATU" else "life.answer_before_notice"
        raise InputError(code, order=order.order_id, kind=notice.kind, found=early, since=since.date())


def refuse_before_order(order: WorkOrder, moment: date) -> None:
    """Refuse what is dated before the order was asked for, to the day; ``InputError`` names both dates."""
    found, since = _day(moment), order.received_at.date()
    if found < since:
        raise InputError("life.answer_before_order", order=order.order_id, found=found, since=since)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
