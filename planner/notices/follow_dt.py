# SPDX-License-Identifier: GPL-3.0-or-later
"""A DT was answered: the contractor's DICT follows (code de l'environnement R.554-25)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ...core.errors import InputError
from ...workorders.life.records import OperatorAnswer
from ...workorders.notices import Dig, decide_notice
from ...workorders.orders import WorkOrder
from ..company import counts_sundays, digs_itself
from ..life.gathered import first
from ..life.paperwork import keep_start
from ..ports import Workspace
from ..records import Footprint, OrderConflict, OrderNotice
from ..rule_versions import rule_book_of
from ..sites.order_records import notice_record, sent_on
from ..sites.site_study import networks_near

_FOLLOWED = ("DT", "DT-DICT")


def follow_dt(workspace: Workspace, order_id: str, *, number: str, now: datetime, who: str) -> OrderNotice:
    """Have a DICT follow the DT of a number, which its operators have answered: it is to be sent from now on.

    The DT may be that of the order, or one that was made with the project. What the operators answered to it
    is no answer to the DICT. One journaled command.

    Raises
    ------
    InputError
        The order is unknown or digs nothing, its notice is another one or was sent, or no number is given.
    """
    order = workspace.get(WorkOrder, order_id)
    known = first(workspace.all(OrderNotice, order_id=order_id))
    dig = first(workspace.all(Footprint, order_id=order_id))
    if known is None or dig is None:
        raise InputError("order.digs_nothing", order=order_id)
    if known.kind not in _FOLLOWED or (known.kind == "DT-DICT" and known.sent_at is not None):
        raise InputError("notices.no_dict", order=order_id, found=known.kind)
    if not number.strip():
        raise InputError("notices.dt_number")
    conflicts = sorted(workspace.all(OrderConflict, order_id=order_id), key=lambda one: one.edge_m)
    wanted = Dig(
        area_m2=dig.area_m2,
        networks=networks_near(conflicts),
        own_works=digs_itself(workspace),
        dt_answered=True,
    )
    law = rule_book_of(workspace, now.date()).law
    sundays = counts_sundays(workspace)
    found = decide_notice(wanted, received=now, law=law, count_sundays=sundays)
    decided = replace(notice_record(order.order_id, found), on_paper=known.on_paper)
    decided = sent_on(decided, now.date(), law=law, count_sundays=sundays)
    said = {**decided.reason_params, "dt": number.strip()}
    with workspace.command("follow dt", who=who) as transaction:
        keep_start(transaction, order, replace(decided, reason_params=said, version=known.version))
        for answer in workspace.all(OperatorAnswer, order_id=order_id):
            transaction.remove(answer)
    return workspace.get(OrderNotice, order_id)
