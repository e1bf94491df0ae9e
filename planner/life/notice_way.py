# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of a notice: through the teleservice, or on paper, which gives the operators more days to answer.

Code de l'environnement R.554-22 and R.554-26; figures: ``law.yaml``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from ...core.errors import InputError
from ...workorders.life.notice_clock import legal_start
from ...workorders.orders import WorkOrder
from ..ports import Workspace
from ..records import OrderNotice
from ..sites.order_records import said_again, sent_on
from .gathered import notice_of, operators_of
from .paperwork import keep_alike, notice_needed, reading_of
from .same_dig import parts_under


def note_way(workspace: Workspace, order_id: str, *, on_paper: bool, now: datetime, who: str) -> OrderNotice:
    """Note how an order's notice is going to be sent, on paper or through the teleservice.

    Its dates, and the first legal start of the order, become those of a notice sent so ``now``.
    ``InputError`` when the order is unknown, the law asks for no notice, or it was sent.
    """
    order = workspace.get(WorkOrder, order_id)
    notice = notice_needed(workspace, order_id)
    if notice.sent_at is not None:
        raise InputError("notices.way_sent", order=order_id, number=notice.number)
    reading = reading_of(workspace, now.date())
    noted = replace(notice, on_paper=on_paper, send_by=now.date())
    noted = sent_on(noted, now.date(), law=reading.law, count_sundays=reading.count_sundays)
    with workspace.command("notice way", who=who) as transaction:
        keep_alike(workspace, transaction, (order, *parts_under(workspace, order)), noted)
    return workspace.get(OrderNotice, order_id)


def note_received(workspace: Workspace, order_id: str, *, received_on: date, who: str) -> OrderNotice:
    """Note when the operators had a notice that was sent on paper: their days to answer run from then on.

    ``InputError`` when the order is unknown, or its notice was not sent on paper by that day.
    """
    order = workspace.get(WorkOrder, order_id)
    notice = notice_needed(workspace, order_id)
    if notice.sent_at is None or not notice.on_paper or received_on < notice.sent_at.date():
        sent = notice.sent_at.date() if notice.sent_at else "-"
        raise InputError("notices.receipt", order=order_id, found=received_on, sent=sent)
    sent_day = notice.sent_at.date()
    reading = reading_of(workspace, sent_day)
    noted = replace(notice, received_on=received_on)
    dated = sent_on(noted, sent_day, law=reading.law, count_sundays=reading.count_sundays)
    seen = notice_of(dated)
    # an appointment or a reminder may have moved the start already
    start = legal_start(seen, operators_of(workspace, order), reading=reading) if seen else None
    told = said_again(dated, start=start.date()) if start else dated.reason_params
    # three months run from the consultation, whenever the letter came
    kept = replace(dated, earliest_start=start, start_by=notice.start_by, reason_params=told)
    with workspace.command("notice received", who=who) as transaction:
        keep_alike(workspace, transaction, (order, *parts_under(workspace, order)), kept)
    return workspace.get(OrderNotice, order_id)
