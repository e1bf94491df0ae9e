# SPDX-License-Identifier: GPL-3.0-or-later
"""Turn the new requests of a workspace into work orders, with all that the maps and the law say of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ..core.ids import OrderId
from ..core.progress import Progress, SilentProgress
from ..core.resources import Zone
from ..workorders.catalogue import JobStandard
from ..workorders.lifecycle import move_request
from ..workorders.notices import Dig, NoticeDecision, decide_notice, urgency_ground
from ..workorders.orders import WorkOrder
from ..workorders.qualification import qualify
from ..workorders.requests import RequestState, ServiceRequest
from ..workorders.rulebook import RuleBook
from ..workorders.suggestion import suggest_codes
from .asset_base import AssetBase
from .order_records import records_of
from .ports import Workspace
from .site_study import SiteStudy, networks_near, study_site

DEFAULT_SEARCH_M = "60"


@dataclass(frozen=True, slots=True)
class QualifiedDay:
    """The orders that were made, and the requests whose words fit no type of the catalogue."""

    orders: tuple[WorkOrder, ...]
    unclear: tuple[ServiceRequest, ...]


def qualify_requests(
    workspace: Workspace,
    base: AssetBase,
    *,
    rules: RuleBook,
    now: datetime,
    who: str,
    language: str = "fr",
    progress: Progress | None = None,
) -> QualifiedDay:
    """Qualify every new request into an order, in one command; what is unclear stays new.

    ``now`` is when the notices can be sent at the earliest and how late each deadline is counted.
    """
    progress = progress or SilentProgress()
    desk = _Desk(
        base=base,
        rules=rules,
        zones=tuple(workspace.all(Zone)),
        search_m=float(workspace.setting("locate.search_m", DEFAULT_SEARCH_M)),
        now=now,
        language=language,
    )
    requests = workspace.all(ServiceRequest, state=RequestState.NEW)
    taken = {OrderId(key) for key in workspace.keys(WorkOrder)}
    orders: list[WorkOrder] = []
    unclear: list[ServiceRequest] = []
    new: list[object] = []
    converted: list[ServiceRequest] = []
    for done, request in enumerate(requests):
        progress.check()
        progress.report(done / len(requests), request.request_id)
        standard = desk.standard_of(request)
        if standard is None:
            unclear.append(request)
            continue
        order_id = rules.numbering.next_id(taken, code=standard.code, day=now.date())
        taken.add(order_id)
        order, found = desk.handle(request, standard=standard, order_id=order_id)
        orders.append(order)
        new += [order, *found]
        qualified = move_request(request, RequestState.QUALIFIED)
        converted.append(replace(move_request(qualified, RequestState.CONVERTED), order_id=order_id))
    with workspace.command("qualify requests", who=who) as transaction:
        transaction.add(new)
        for request in converted:
            transaction.save(request)
    progress.report(1.0)
    return QualifiedDay(tuple(orders), tuple(unclear))


@dataclass(frozen=True)
class _Desk:
    """What it takes to judge one request after the other."""

    base: AssetBase
    rules: RuleBook
    zones: Sequence[Zone]
    search_m: float
    now: datetime
    language: str

    def standard_of(self, request: ServiceRequest) -> JobStandard | None:
        """Return the type of work: the one the caller's desk chose, else the one that the words suggest."""
        if request.code:
            return self.rules.catalogue[request.code]
        suggested = suggest_codes(request.description, self.rules.catalogue)
        return self.rules.catalogue[suggested[0].code] if suggested else None

    def handle(
        self, request: ServiceRequest, *, standard: JobStandard, order_id: OrderId
    ) -> tuple[WorkOrder, list[object]]:
        """Return the order of a request and the records of what was found for it."""
        study = study_site(
            self.base,
            request.place,
            standard=standard,
            customer_ref=request.customer_ref,
            search_m=self.search_m,
        )
        order = qualify(
            request,
            standard=standard,
            facts=study.facts,
            contract=self.rules.contracts[request.contract_id],
            rules=self.rules,
            order_id=order_id,
            zone=self._zone_of(request),
            now=self.now,
            language=self.language,
        )
        notice = self._notice(order, standard, study)
        order = replace(order, earliest_start=notice.earliest_start if standard.digs else None)
        return order, records_of(order, study, notice, third_party=self.base.third_party)

    def _zone_of(self, request: ServiceRequest) -> str:
        return next((zone.zone_id for zone in self.zones if zone.geometry.covers(request.place)), "")

    def _notice(self, order: WorkOrder, standard: JobStandard, study: SiteStudy) -> NoticeDecision:
        dig = None
        if standard.digs:
            dig = Dig(
                area_m2=study.excavation.area if study.excavation else 0.0,
                urgency=urgency_ground(standard, priority=order.priority, law=self.rules.law),
                networks=networks_near(study.conflicts),
            )
        return decide_notice(
            dig,
            received=self.now,
            law=self.rules.law,
            exemption=standard.exemption or "no_soil_works",
        )
