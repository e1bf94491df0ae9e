# SPDX-License-Identifier: GPL-3.0-or-later
"""Digs that have begun: how long their notices serve them, and which are to be renewed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...core.messages import Message
from ...workorders.life.works_under_way import UnderWay, under_way_tasks
from ...workorders.orders import OrderState, WorkOrder
from ..conditions import Where
from ..ports import Workspace
from ..records import OrderNotice
from ..rule_versions import rule_book_of
from .gathered import first, notice_of, operators_of
from .order_days import AHEAD
from .paperwork import reading_of


def under_way(workspace: Workspace, order: WorkOrder, notice: OrderNotice) -> UnderWay | None:
    """Return the works of an order that have begun, with the days that its form declares; None before."""
    # works that were interrupted are begun again: within the first three months, or on a new declaration
    if order.started_at is None or order.state in AHEAD:
        return None
    rules = rule_book_of(workspace, (notice.sent_at or order.started_at).date()).teleservice
    return UnderWay(order.started_at.date(), rules.works.days_of(order.duration_min))


def renewals_on(workspace: Workspace, day: date) -> Iterator[tuple[WorkOrder, OrderNotice, Message]]:
    """Yield the digs in progress whose notice is to be renewed on a day, each with why."""
    law = reading_of(workspace, day).law
    for order in workspace.all(WorkOrder, where=[Where("state", among=[OrderState.IN_PROGRESS])]):
        notice = first(workspace.all(OrderNotice, order_id=order.order_id)) if order.digs else None
        works = under_way(workspace, order, notice) if notice else None
        seen = notice_of(notice)
        if notice is None or seen is None or works is None:
            continue
        for task in under_way_tasks(seen, operators_of(workspace, order), works, day=day, law=law):
            yield order, notice, task
