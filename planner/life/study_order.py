# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask the maps again about an order: its asset, its cut, the networks around its dig, its notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from ...core.errors import InputError
from ...workorders.orders import OrderState, WorkOrder
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..intake.desk import desk_of
from ..order_chains import PLANNABLE
from ..ports import Workspace
from ..records import Footprint, OrderConflict, OrderNotice, Outage, Trace
from ..sites.order_records import records_of
from ..sites.site_study import SiteStudy, study_site

_FOUND = (Outage, Trace, Footprint, OrderConflict, OrderNotice)


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
    stay as they are, and so does a dig that somebody drew.

    Raises
    ------
    InputError
        The order, its type or the asset is unknown; the order has left; its notice is sent already.
    """
    order = workspace.get(WorkOrder, order_id)
    former = list(_former(workspace, order_id))
    _require_open(order, former)
    base = AssetBase(workspace)
    desk = desk_of(workspace, base, rules=rules, now=now, language=language)
    standard = rules.catalogue[order.code]
    drawn = next((one for one in former if isinstance(one, Footprint) and one.drawn_by), None)
    study = study_site(
        base,
        order.place,
        standard=standard,
        asset_id=asset_id or order.asset_id,
        search_m=desk.search_m,
        drawn=drawn.geometry if drawn and standard.digs else None,
    )
    studied = _tied(order, study, digs=standard.digs)
    notice = desk.notice(studied, standard, study)
    studied = replace(studied, earliest_start=notice.earliest_start if standard.digs else None)
    found = records_of(studied, study, notice, third_party=base.third_party)
    if drawn is not None:
        found = [replace(drawn, version=0) if isinstance(one, Footprint) else one for one in found]
    with workspace.command("study order", who=who) as transaction:
        for record in former:
            transaction.remove(record)
        transaction.add(found)
        transaction.save(studied)
    return workspace.get(WorkOrder, order_id)


def _tied(order: WorkOrder, study: SiteStudy, *, digs: bool) -> WorkOrder:
    """Return an order tied to the asset that was found, or as it was tied before."""
    if study.located is None:
        return replace(order, digs=digs)
    return replace(
        order,
        digs=digs,
        asset_role=study.facts.role,
        asset_id=study.facts.asset_id,
        asset_distance_m=study.facts.distance_m,
    )


def _require_open(order: WorkOrder, former: Iterable[object]) -> None:
    if order.state not in PLANNABLE - {OrderState.PLANNED}:
        expected = ", ".join(sorted(state.value for state in PLANNABLE - {OrderState.PLANNED}))
        raise InputError("study.state", order=order.order_id, found=order.state.value, expected=expected)
    if any(isinstance(one, OrderNotice) and one.sent_at is not None for one in former):
        raise InputError("study.notice_sent", order=order.order_id)


def _former(workspace: Workspace, order_id: str) -> Iterator[object]:
    """Yield what was found of an order before."""
    for kind in _FOUND:
        yield from workspace.all(kind, order_id=order_id)
