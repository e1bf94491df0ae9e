# SPDX-License-Identifier: GPL-3.0-or-later
"""From a request to a work order: priority, deadline, and what the work takes at its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from shapely.geometry import Point

from ..core.ids import OrderId
from .catalogue import JobStandard
from .contracts import Contract, deadlines
from .criticality import Assessment, Evidence, assess, evidence_of, factors_from, sources_of
from .facts import AssetFacts
from .notices import urgency_ground
from .orders import OrderState, WorkOrder
from .requests import ServiceRequest
from .requirements import Requirements, require
from .rulebook import RuleBook


def qualify(
    request: ServiceRequest,
    *,
    standard: JobStandard,
    facts: AssetFacts,
    contract: Contract,
    rules: RuleBook,
    order_id: OrderId,
    zone: str,
    now: datetime | None = None,
    language: str = "en",
) -> WorkOrder:
    """Return the order that a request becomes, in state qualified.

    ``facts`` holds the cut and the networks around the dig where the type of work needs them. ``now`` (the
    receipt by default) decides how much of the delay is left; ``language`` picks the order's label.
    """
    assessment, due_at, evidence = _judge(request, standard, facts, contract, rules, now)
    needs = _needs(standard, facts, assessment, rules, request)
    return WorkOrder(
        order_id=order_id,
        request_id=request.request_id,
        code=standard.code,
        label=standard.label.spoken(language),
        state=OrderState.QUALIFIED,
        priority=assessment.priority,
        score=assessment.score,
        score_detail=assessment.detail,
        rules_version=rules.version,
        received_at=request.received_at,
        due_at=due_at,
        place=_place(request, standard, facts),
        address=request.address,
        zone=zone,
        asset_role=facts.role,
        asset_id=facts.asset_id,
        asset_distance_m=facts.distance_m,
        duration_min=needs.duration_min,
        crew=needs.crew,
        skills=needs.skills,
        crew_skills=needs.crew_skills,
        equipment=needs.equipment,
        parts=needs.parts,
        digs=standard.digs,
        window_start=request.window_start,
        window_end=request.window_end,
        hazards=needs.hazards,
        score_sources=sources_of(evidence),
        quantity=request.quantity,
    )


def _place(request: ServiceRequest, standard: JobStandard, facts: AssetFacts) -> Point:
    """Return where the work is: a dig is on its asset, whatever door the call came from."""
    return facts.place if standard.digs and facts.place is not None else request.place


def _needs(
    standard: JobStandard,
    facts: AssetFacts,
    assessment: Assessment,
    rules: RuleBook,
    request: ServiceRequest,
) -> Requirements:
    urgent = bool(urgency_ground(standard, priority=assessment.priority, law=rules.law))
    return require(
        standard,
        facts,
        urgent=urgent,
        rules=rules.resources,
        answers=request.answers or {},
        quantity=request.quantity,
    )


def refine(
    order: WorkOrder,
    request: ServiceRequest,
    *,
    standard: JobStandard,
    facts: AssetFacts,
    contract: Contract,
    rules: RuleBook,
    now: datetime | None = None,
    language: str = "en",
) -> WorkOrder:
    """Return the order judged again on better facts; its identity, state, legal start and times stay."""
    if order.quantity is not None:
        request = replace(request, quantity=order.quantity)
    judged = qualify(
        request,
        standard=standard,
        facts=facts,
        contract=contract,
        rules=rules,
        order_id=order.order_id,
        zone=order.zone,
        now=now,
        language=language,
    )
    if order.part_of:
        # a part of an order keeps its share of the work
        judged = replace(judged, label=order.label, duration_min=order.duration_min, parts=order.parts)
    return replace(
        judged,
        state=order.state,
        part_of=order.part_of,
        earliest_start=order.earliest_start,
        started_at=order.started_at,
        ended_at=order.ended_at,
        version=order.version,
    )


def _judge(
    request: ServiceRequest,
    standard: JobStandard,
    facts: AssetFacts,
    contract: Contract,
    rules: RuleBook,
    now: datetime | None,
) -> tuple[Assessment, datetime, tuple[Evidence, ...]]:
    """Return the assessment, the deadline, and the facts that they come from.

    The deadline follows from the priority, and how much of it is left counts towards the score: judge once
    without it, then with it.
    """
    now = now or request.received_at
    time_left_share = 1.0
    for _ in range(2):
        evidence = evidence_of(
            request,
            facts,
            standard=standard,
            time_left_share=time_left_share,
            rules=rules.criticality,
        )
        assessment = assess(
            factors_from(evidence), standard=standard, rules=rules.criticality, answers=request.answers
        )
        due_at = deadlines(
            contract, priority=assessment.priority, code=standard.code, received=request.received_at
        ).on_site_by
        due_at = min(due_at, request.due_at or due_at)
        whole = due_at - request.received_at
        time_left_share = (due_at - now) / whole if whole > timedelta() else 0.0
    return assessment, due_at, evidence
