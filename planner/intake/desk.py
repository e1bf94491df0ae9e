# SPDX-License-Identifier: GPL-3.0-or-later
"""What it takes to judge one request after the other: the maps, the rules, the zones, the moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shapely.geometry import Point

from ...core.ids import OrderId
from ...core.resources import Zone
from ...workorders.catalogue import JobStandard
from ...workorders.notices import Dig, NoticeDecision, decide_notice, urgency_ground
from ...workorders.orders import WorkOrder
from ...workorders.qualification import qualify, refine
from ...workorders.requests import ServiceRequest
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..company import counts_sundays, digs_itself
from ..ports import Workspace
from ..sites.order_records import FoundRecord, records_of
from ..sites.site_study import SiteStudy, networks_near, study_site
from .register import standard_of

DEFAULT_SEARCH_M = "60"


@dataclass(frozen=True)
class Desk:
    """Judges requests as at one moment; ``own_works``: the service digs itself, without a contractor."""

    base: AssetBase
    rules: RuleBook
    zones: Sequence[Zone]
    search_m: float
    now: datetime
    language: str
    own_works: bool = True
    count_sundays: bool | None = None

    def standard_of(self, request: ServiceRequest) -> JobStandard | None:
        """Return the type of work: the one the caller's desk chose, else the one that the words suggest."""
        return standard_of(request, self.rules)

    def next_id(self, taken: set[OrderId], *, code: str) -> OrderId:
        """Return the next free number for an order of a type, which is taken from then on."""
        order_id = self.rules.numbering.next_id(taken, code=code, day=self.now.date())
        taken.add(order_id)
        return order_id

    def handle(
        self, request: ServiceRequest, *, standard: JobStandard, order_id: OrderId
    ) -> tuple[WorkOrder, list[FoundRecord]]:
        """Return the order of a request and the records of what was found for it."""
        study = self._study(request, standard)
        order = qualify(
            request,
            standard=standard,
            facts=study.facts,
            contract=self.rules.contracts[request.contract_id],
            rules=self.rules,
            order_id=order_id,
            zone=self._zone_of(request.place),
            now=self.now,
            language=self.language,
        )
        notice = self.notice(order, standard, study)
        order = replace(order, earliest_start=notice.earliest_start if standard.digs else None)
        return order, records_of(order, study, notice, third_party=self.base.third_party)

    def judge_again(self, order: WorkOrder, request: ServiceRequest) -> WorkOrder:
        """Return an order judged on what its request and the maps say now; its identity and times stay."""
        standard = self.rules.catalogue[order.code]
        return refine(
            order,
            request,
            standard=standard,
            facts=self._study(request, standard).facts,
            contract=self.rules.contracts[request.contract_id],
            rules=self.rules,
            now=self.now,
            language=self.language,
        )

    def _study(self, request: ServiceRequest, standard: JobStandard) -> SiteStudy:
        return study_site(
            self.base,
            request.place,
            standard=standard,
            customer_ref=request.customer_ref,
            asset_id=request.asset_id,
            search_m=self.search_m,
        )

    def _zone_of(self, place: Point) -> str:
        return next((zone.zone_id for zone in self.zones if zone.geometry.covers(place)), "")

    def notice(self, order: WorkOrder, standard: JobStandard, study: SiteStudy) -> NoticeDecision:
        """Return the works notice of an order at a place that was studied."""
        dig = None
        if standard.digs:
            dig = Dig(
                area_m2=study.excavation.area if study.excavation else 0.0,
                urgency=urgency_ground(standard, priority=order.priority, law=self.rules.law),
                networks=networks_near(study.conflicts),
                own_works=self.own_works,
            )
        return decide_notice(
            dig,
            received=self.now,
            law=self.rules.law,
            exemption=standard.exemption or "no_soil_works",
            count_sundays=self.count_sundays,
        )


def desk_of(workspace: Workspace, base: AssetBase, *, rules: RuleBook, now: datetime, language: str) -> Desk:
    """Return the desk of a workspace at a moment; ``language`` picks the labels of orders and steps."""
    return Desk(
        base=base.as_of(now.date()),
        rules=rules,
        zones=tuple(workspace.all(Zone)),
        search_m=float(workspace.setting("locate.search_m", DEFAULT_SEARCH_M)),
        now=now,
        language=language,
        own_works=digs_itself(workspace),
        count_sundays=counts_sundays(workspace),
    )
