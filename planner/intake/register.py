# SPDX-License-Identifier: GPL-3.0-or-later
"""The register of requests: each with what its contract asks, how long it has waited, what it may repeat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from ...core.ids import OrderId, RequestId
from ...workorders.catalogue import JobStandard
from ...workorders.contracts import Deadlines, deadlines
from ...workorders.criticality import assess, factors_of
from ...workorders.facts import AssetFacts
from ...workorders.intake.acknowledging import Waiting, to_acknowledge, waiting
from ...workorders.intake.duplicates import kind_of, possible_duplicates
from ...workorders.orders import Priority, WorkOrder
from ...workorders.requests import ServiceRequest
from ...workorders.rulebook import RuleBook
from ...workorders.suggestion import suggest_codes
from ..conditions import Where
from ..ports import Workspace


@dataclass(frozen=True, slots=True)
class Registered:
    """One request of the register.

    ``is_judged`` is False while the priority is what the call alone tells: no order stands for it yet.
    """

    request: ServiceRequest
    waiting: Waiting
    priority: Priority
    is_judged: bool
    deadlines: Deadlines
    duplicates: tuple[RequestId, ...]


def standard_of(request: ServiceRequest, rules: RuleBook) -> JobStandard | None:
    """Return the type of work: the one the caller's desk chose, else the one that the words suggest."""
    if request.code:
        return rules.catalogue[request.code]
    suggested = suggest_codes(request.description, rules.catalogue)
    return rules.catalogue[suggested[0].code] if suggested else None


def priority_of_call(request: ServiceRequest, rules: RuleBook) -> Priority:
    """Return the priority that a call alone has, before anyone asked the maps; the least without a type."""
    standard = standard_of(request, rules)
    if standard is None:
        return Priority.P1 if request.danger else Priority.P4
    factors = factors_of(
        request, AssetFacts(), standard=standard, time_left_share=1.0, rules=rules.criticality
    )
    return assess(factors, standard=standard, rules=rules.criticality, answers=request.answers).priority


def register(
    workspace: Workspace,
    *,
    rules: RuleBook,
    now: datetime,
    chosen: Iterable[ServiceRequest] | None = None,
) -> tuple[Registered, ...]:
    """Return the requests of a workspace (or those ``chosen``) as the register shows them, in key order."""
    shown = tuple(workspace.all(ServiceRequest) if chosen is None else chosen)
    wanted = {one.order_id for one in shown if one.order_id}
    orders = {
        order.order_id: order
        for order in workspace.all(WorkOrder, where=[Where("order_id", among=sorted(wanted))])
    }
    doubled = doubles(workspace, shown, rules=rules)
    return tuple(_registered(request, orders, doubled, rules=rules, now=now) for request in shown)


def queue_to_acknowledge(workspace: Workspace, *, rules: RuleBook, now: datetime) -> tuple[Waiting, ...]:
    """Return the requests that wait to be acknowledged, the one whose delay ends first in front."""
    requests = workspace.all(ServiceRequest, acknowledged_at=None)
    return to_acknowledge(
        requests,
        limit_of=lambda one: acknowledge_by(one, rules),
        now=now,
        rules=rules.intake,
    )


def acknowledge_by(request: ServiceRequest, rules: RuleBook) -> datetime:
    """Return until when the contract wants a caller to know that the request is taken."""
    return _deadlines(request, Priority.P4, rules).acknowledge_by


def doubles(
    workspace: Workspace, requests: Sequence[ServiceRequest], *, rules: RuleBook
) -> Mapping[RequestId, tuple[RequestId, ...]]:
    """Return for each of some requests, saved or not, the earlier ones that are saved and it may repeat."""
    if not requests:
        return {}
    received = [one.received_at for one in requests]
    first = min(received) - timedelta(hours=rules.intake.duplicates.hours)
    span = Where("received_at", at_least=first, below=max(received) + timedelta(seconds=1))
    kind = partial(kind_of, catalogue=rules.catalogue)
    stored = workspace.all(ServiceRequest, where=[span])
    # those asked about may be drafts that are not stored yet
    around = tuple({one.request_id: one for one in (*stored, *requests)}.values())
    found = possible_duplicates(around, rules=rules.intake.duplicates, kind=kind)
    wanted = {one.request_id for one in requests}
    return {key: former for key, former in found.items() if key in wanted}


def _registered(
    request: ServiceRequest,
    orders: Mapping[OrderId, WorkOrder],
    doubled: Mapping[RequestId, tuple[RequestId, ...]],
    *,
    rules: RuleBook,
    now: datetime,
) -> Registered:
    order = orders.get(OrderId(request.order_id))
    priority = order.priority if order else priority_of_call(request, rules)
    promised = _deadlines(request, priority, rules)
    return Registered(
        request=request,
        waiting=waiting(request, limit_at=promised.acknowledge_by, now=now, rules=rules.intake),
        priority=priority,
        is_judged=order is not None,
        deadlines=promised,
        duplicates=doubled.get(request.request_id, ()),
    )


def _deadlines(request: ServiceRequest, priority: Priority, rules: RuleBook) -> Deadlines:
    """Return the deadlines of the contract; someone is on site by the request's own where it is earlier."""
    standard = standard_of(request, rules)
    promised = deadlines(
        rules.contracts[request.contract_id],
        priority=priority,
        code=standard.code if standard else "",
        received=request.received_at,
    )
    on_site_by = promised.on_site_by
    return replace(promised, on_site_by=min(on_site_by, request.due_at or on_site_by))
