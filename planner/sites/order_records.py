# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found for an order, as the records that the workspace keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias, cast

import geopandas as gpd

from ...core.ids import OrderId
from ...network.digging.results import Conflict
from ...network.isolation.results import Isolation
from ...network.sewers.results import SewerTrace
from ...workorders.law import AntiDamageLaw, Declaration
from ...workorders.notices import NoticeDecision, OperatorContact, dates_when_sent
from ...workorders.orders import WorkOrder
from ..records import Footprint, OrderConflict, OrderNotice, Outage, Trace
from .site_study import SiteStudy

FoundRecord: TypeAlias = Outage | Trace | Footprint | OrderConflict | OrderNotice


def records_of(
    order: WorkOrder, study: SiteStudy, notice: NoticeDecision, *, third_party: gpd.GeoDataFrame | None
) -> list[FoundRecord]:
    """Return the records of a study and its notice; ``third_party`` gives the conflicts their geometry."""
    return [*_found(order.order_id, study, third_party), notice_record(order.order_id, notice)]


def _found(
    order_id: OrderId, study: SiteStudy, third_party: gpd.GeoDataFrame | None
) -> Iterator[FoundRecord]:
    if study.isolation is not None:
        yield outage_record(order_id, study.isolation)
    for trace in study.traces:
        yield trace_record(order_id, trace)
    if study.excavation is not None:
        yield Footprint(order_id, study.excavation.area, study.excavation)
    if third_party is not None:
        yield from conflict_records(order_id, study.conflicts, third_party)


def outage_record(order_id: OrderId, isolation: Isolation, *, unusable: Iterable[str] = ()) -> Outage:
    """Return the stored form of an isolation, made without the ``unusable`` valves."""
    return Outage(
        order_id=order_id,
        asset_id=isolation.asset,
        close=isolation.close,
        already_closed=isolation.already_closed,
        pipes=isolation.pipes,
        customers=isolation.customers,
        sensitive_customers=isolation.sensitive_customers,
        hydrants=isolation.hydrants,
        length_m=isolation.length_m,
        volume_m3=isolation.volume_m3,
        already_dry=isolation.already_dry,
        geometry=isolation.geometry,
        unusable=tuple(sorted(unusable)),
    )


def trace_record(order_id: OrderId, trace: SewerTrace) -> Trace:
    """Return the stored form of a sewer trace."""
    return Trace(
        trace_id=f"{order_id}/{trace.direction}",
        order_id=order_id,
        asset_id=trace.asset,
        direction=trace.direction,
        pipes=trace.pipes,
        customers=trace.customers,
        gullies=trace.gullies,
        outfalls=trace.outfalls,
        length_m=trace.length_m,
        geometry=trace.geometry,
    )


def conflict_records(
    order_id: OrderId, conflicts: Sequence[Conflict], third_party: gpd.GeoDataFrame
) -> list[OrderConflict]:
    """Return the stored form of the conflicts of an order, with the lines that they are about."""
    lines = third_party.drop_duplicates("asset_id").set_index("asset_id").geometry
    return [
        OrderConflict(
            conflict_id=f"{order_id}/{conflict.asset_id}",
            order_id=order_id,
            network_id=conflict.asset_id,
            network_type=conflict.network_type,
            label=conflict.label,
            operator=conflict.operator,
            emergency_phone=conflict.emergency_phone,
            accuracy_class=conflict.accuracy_class,
            is_sensitive=conflict.is_sensitive,
            edge_m=conflict.edge_m,
            effective_m=conflict.effective_m,
            verdict=conflict.verdict,
            geometry=lines.at[conflict.asset_id],
            depth_m=conflict.depth_m,
            corridor_m=conflict.corridor_m,
        )
        for conflict in conflicts
    ]


def notice_record(order_id: OrderId, notice: NoticeDecision) -> OrderNotice:
    """Return the stored form of a notice decision; one that is needed waits to be sent."""
    return OrderNotice(
        order_id=order_id,
        kind=notice.kind,
        reason_code=notice.reason.code,
        reason_params={name: str(value) for name, value in notice.reason.params.items()},
        send_by=notice.send_by,
        answer_by=notice.answer_by,
        earliest_start=notice.earliest_start,
        start_by=notice.start_by,
        call_first=_contacts(notice.call_first),
        write_to=_contacts(notice.write_to),
        law_version=notice.law_version,
        state="not_needed" if notice.kind == "none" else "to_send",
    )


def sent_on(
    notice: OrderNotice, day: date, *, law: AntiDamageLaw, count_sundays: bool | None = None
) -> OrderNotice:
    """Return a notice with the dates that it has when it goes out on a day, the way that it goes.

    They are its reason's too. One that nobody waits for, urgent or none, stays as it is.
    """
    if notice.kind not in law.answer:
        return notice
    dates = dates_when_sent(
        cast("Declaration", notice.kind),
        day,
        law=law,
        count_sundays=count_sundays,
        on_paper=notice.on_paper,
        received_on=notice.received_on,
    )
    return replace(
        notice,
        answer_by=dates.answer_by,
        earliest_start=dates.earliest_start,
        start_by=dates.start_by,
        reason_params=said_again(notice, answer_by=dates.answer_by, start=dates.earliest_start.date()),
    )


def said_again(notice: OrderNotice, **dates: date) -> dict[str, str]:
    """Return the values of a notice's reason with other dates, as far as it tells any."""
    told = {name: str(day) for name, day in dates.items() if name in notice.reason_params}
    return {**notice.reason_params, **told}


def _contacts(contacts: Sequence[OperatorContact]) -> tuple[str, ...]:
    return tuple(f"{contact.operator} {contact.phone}".strip() for contact in contacts)
