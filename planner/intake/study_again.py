# SPDX-License-Identifier: GPL-3.0-or-later
"""Look again at the place of an order: what the maps say now, instead of what was found before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from ...workorders.orders import OrderState, WorkOrder
from ..order_chains import PLANNABLE
from ..ports import Transaction, Workspace
from ..records import Footprint, OrderConflict, OrderNotice, Outage, Trace
from ..sites.order_records import FoundRecord, records_of, sent_on
from ..sites.site_study import SiteStudy, study_site
from .desk import Desk

# a planned order is taken off its plan first: its legal start may move
STUDIED_STATES = PLANNABLE - {OrderState.PLANNED}
_KINDS: tuple[type[FoundRecord], ...] = (Outage, Trace, Footprint, OrderConflict, OrderNotice)


@dataclass(frozen=True, slots=True)
class StudiedAgain:
    """An order as it is now tied to its asset, what was found of it, and what that takes the place of."""

    order: WorkOrder
    former: tuple[FoundRecord, ...]
    found: tuple[FoundRecord, ...]

    def keep(self, transaction: Transaction, *, stored: WorkOrder | None = None) -> None:
        """Write within a command what is found otherwise than before, and the order if it is not ``stored``.

        What is found as it was leaves no line in the journal.
        """
        before, now = ({_name(one): one for one in records} for records in (self.former, self.found))
        for name, record in before.items():
            if name not in now:
                transaction.remove(record)
        for name, record in now.items():
            if name not in before:
                transaction.add([record])
            elif (again := replace(record, version=before[name].version)) != before[name]:
                transaction.save(again)
        if self.order != stored:
            transaction.save(self.order)


def _name(record: FoundRecord) -> tuple[type, str]:
    """Return the kind of a record and its key, the first of its fields."""
    return type(record), str(getattr(record, fields(record)[0].name))


def former_study(workspace: Workspace, order_id: str) -> tuple[FoundRecord, ...]:
    """Return what was found of an order before."""
    return tuple(_former(workspace, order_id))


def is_notified(former: tuple[FoundRecord, ...]) -> bool:
    """Tell whether the notice among what was found is sent: its operators answer for that dig."""
    return any(isinstance(one, OrderNotice) and one.sent_at is not None for one in former)


def study_again(
    desk: Desk, order: WorkOrder, former: tuple[FoundRecord, ...], *, asset_id: str = ""
) -> StudiedAgain:
    """Study the place of an order on the maps of a desk; a dig that somebody drew stays.

    ``asset_id`` is the asset to tie it to; otherwise its own, or the nearest one that fits its type. An
    unknown type or asset raises ``InputError``.
    """
    standard = desk.rules.catalogue[order.code]
    drawn = next((one for one in former if isinstance(one, Footprint) and one.drawn_by), None)
    study = study_site(
        desk.base,
        order.place,
        standard=standard,
        asset_id=asset_id or order.asset_id,
        search_m=desk.search_m,
        drawn=drawn.geometry if drawn and standard.digs else None,
    )
    studied = _tied(order, study, digs=standard.digs)
    notice = desk.notice(studied, standard, study)
    found = records_of(studied, study, notice, third_party=desk.base.third_party)
    found = [_same_way(one, former, desk) if isinstance(one, OrderNotice) else one for one in found]
    start = next((one.earliest_start for one in found if isinstance(one, OrderNotice)), None)
    studied = replace(studied, earliest_start=start if standard.digs else None)
    if drawn is not None:
        found = [replace(drawn, version=0) if isinstance(one, Footprint) else one for one in found]
    return StudiedAgain(studied, former, tuple(found))


def _same_way(notice: OrderNotice, former: tuple[FoundRecord, ...], desk: Desk) -> OrderNotice:
    """Return a notice decided anew that goes out as the former one was to."""
    if not any(isinstance(one, OrderNotice) and one.on_paper for one in former):
        return notice
    way = replace(notice, on_paper=True)
    return sent_on(way, desk.now.date(), law=desk.rules.law, count_sundays=desk.count_sundays)


def _tied(order: WorkOrder, study: SiteStudy, *, digs: bool) -> WorkOrder:
    """Return an order tied to the asset that was found, or as it was tied before."""
    if study.located is None:
        return replace(order, digs=digs)
    if study.facts.asset_id == order.asset_id:
        return replace(order, digs=digs, asset_role=study.facts.role)
    return replace(
        order,
        digs=digs,
        asset_role=study.facts.role,
        asset_id=study.facts.asset_id,
        asset_distance_m=study.facts.distance_m,
        place=study.located.place if digs else order.place,
    )


def _former(workspace: Workspace, order_id: str) -> Iterator[FoundRecord]:
    for kind in _KINDS:
        yield from workspace.all(kind, order_id=order_id)
