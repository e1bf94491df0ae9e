# SPDX-License-Identifier: GPL-3.0-or-later
"""The notices of all orders on a day: where each stands, what is to be done about it today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ...workorders.life.notice_clock import Clock, NoticeState, Reading, read_clock
from ...workorders.orders import OrderState, WorkOrder
from ..conditions import Where
from ..life.gathered import first, notice_of, operators_of, planned_start, was_consulted
from ..life.order_days import AHEAD, order_days
from ..life.paperwork import reading_of
from ..life.under_way import under_way
from ..ports import Workspace
from ..records import OrderNotice
from ..sites.order_records import sent_on

# plans hold a few days, now and then some weeks
_AHEAD_DAYS = 120


@dataclass(frozen=True, slots=True)
class NoticeOfDay:
    """An order's notice on a day; ``starts_on`` is None while no plan has the order.

    A declaration that is still to be sent has the dates that follow when it is sent on that day.
    """

    order: WorkOrder
    notice: OrderNotice
    starts_on: date | None
    clock: Clock


def notices_on(workspace: Workspace, day: date, *, reading: Reading | None = None) -> list[NoticeOfDay]:
    """Return the notices of the orders that are still to be made: those with something to do first.

    ``reading`` overrides how the law is read in the workspace.
    """
    reading = reading or reading_of(workspace, day)
    states = [*AHEAD, OrderState.IN_PROGRESS]
    orders = {str(o.order_id): o for o in workspace.all(WorkOrder, where=[Where("state", among=states)])}
    starts = _starts(workspace, day)
    found = [
        _of_day(workspace, order, notice, starts, day, reading)
        for notice in workspace.all(OrderNotice, where=[Where("order_id", among=sorted(orders))])
        if notice.kind != "none" and (order := orders[notice.order_id]).digs
    ]
    return sorted(found, key=_urgency)


def notice_on(workspace: Workspace, order_id: str, day: date) -> NoticeOfDay | None:
    """Return one order's notice on a day, None where none was decided on; ``InputError`` for no order."""
    order = workspace.get(WorkOrder, order_id)
    notice = first(workspace.all(OrderNotice, order_id=order_id))
    if notice is None:
        return None
    start = planned_start(workspace, order_id)
    # a plan that is past starts nothing any more
    starts = {order_id: start.date()} if start and start.date() >= day else {}
    return _of_day(workspace, order, notice, starts, day, reading_of(workspace, day))


def _starts(workspace: Workspace, day: date) -> dict[str, date]:
    """Return the day of each order that a plan in force holds, from a day on."""
    planned = order_days(workspace, day, day + timedelta(days=_AHEAD_DAYS))
    return {str(one.order.order_id): one.day for one in planned if one.starts_at is not None}


def _of_day(
    workspace: Workspace,
    order: WorkOrder,
    notice: OrderNotice,
    starts: Mapping[str, date],
    day: date,
    reading: Reading,
) -> NoticeOfDay:
    notice = _as_if_sent(notice, day, reading)
    seen = notice_of(notice, has_consultation=was_consulted(workspace, order.order_id))
    assert seen is not None
    starts_on = starts.get(str(order.order_id))
    clock = read_clock(
        seen,
        operators_of(workspace, order),
        day=day,
        reading=reading,
        starts_on=starts_on,
        works=under_way(workspace, order, notice),
    )
    return NoticeOfDay(order, notice, starts_on, clock)


def _as_if_sent(notice: OrderNotice, day: date, reading: Reading) -> OrderNotice:
    """Return a declaration that is late to be sent with the dates that it has when it goes out on a day."""
    is_late = notice.send_by is not None and day > notice.send_by
    if notice.sent_at is not None or notice.kind not in reading.law.answer or not is_late:
        return notice
    return sent_on(notice, day, law=reading.law, count_sundays=reading.count_sundays)


def _urgency(one: NoticeOfDay) -> tuple[bool, bool, date, str, str]:
    start = one.starts_on or one.order.due_at.date()
    is_expired = one.clock.state is NoticeState.EXPIRED
    order = one.order
    return (not one.clock.tasks, not is_expired, start, order.priority.value, str(order.order_id))
