# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask the maps again about an order: its asset, its cut, the networks around its dig, its notice."""

from __future__ import annotations

from datetime import datetime

from ...core.errors import InputError
from ...workorders.lifecycle import order_state, states_in_words
from ...workorders.orders import WorkOrder
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..intake.desk import desk_of
from ..intake.study_again import STUDIED_STATES, former_study, is_notified, study_again
from ..ports import Workspace
from ..sites.order_records import FoundRecord


def study_order(
    workspace: Workspace,
    order_id: str,
    *,
    rules: RuleBook,
    now: datetime,
    who: str,
    asset_id: str = "",
    language: str = "en",
) -> WorkOrder:
    """Study the place of an order that has not left, and keep what is found instead of what was found before.

    ``asset_id`` ties the order to an asset; otherwise the nearest one that fits its type is taken. An order
    of a type that digs, digs from then on: its notice is decided as of ``now``. Priority, skills and times
    stay as they are, and so does a dig that somebody drew. Where all is found as it was, nothing is written.

    Raises
    ------
    InputError
        The order, its type or the asset is unknown; the order has left; its notice is sent already.
    """
    order = workspace.get(WorkOrder, order_id)
    former = former_study(workspace, order_id)
    _require_open(order, former)
    desk = desk_of(workspace, AssetBase(workspace), rules=rules, now=now, language=language)
    studied = study_again(desk, order, former, asset_id=asset_id)
    with workspace.command("study order", who=who) as transaction:
        studied.keep(transaction, stored=order)
    return workspace.get(WorkOrder, order_id)


def _require_open(order: WorkOrder, former: tuple[FoundRecord, ...]) -> None:
    if order.state not in STUDIED_STATES:
        expected = states_in_words(STUDIED_STATES)
        raise InputError(
            "study.state", order=order.order_id, found=order_state(order.state), expected=expected
        )
    if is_notified(former):
        raise InputError("study.notice_sent", order=order.order_id)
