# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of an order when its communication is planned: cut, hydrants, operators, team, directory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ...core.errors import InputError
from ...core.resources import Agent
from ...network.isolation.results import Isolation
from ...workorders.contracts import Contracts
from ...workorders.informing.communication import CommunicationFacts, PlanB, as_reachable
from ...workorders.informing.contacts import Addressee, CustomerContact, Reachable
from ...workorders.informing.rules import CommunicationRules
from ...workorders.requests import ServiceRequest
from ...workorders.teleservice.records import NoticeOperator
from ..assets.asset_base import AssetBase
from ..intake.order_sheet import OrderSheet, order_sheet
from ..ports import Workspace
from ..records import Outage
from .cut_customers import isolate_order, reachable_customers


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """The facts with the sheet that they come from; ``cut_has_changed`` since the order was studied."""

    sheet: OrderSheet
    facts: CommunicationFacts
    cut_has_changed: bool


def order_facts(
    workspace: Workspace,
    base: AssetBase,
    order_id: str,
    *,
    contracts: Contracts,
    rules: CommunicationRules,
    now: datetime,
    start: datetime | None = None,
) -> OrderFacts:
    """Gather the facts of an order; ``start`` overrides when its work, or its cut, begins.

    ``InputError`` when the order does not exist, or no start is planned, asked or given.
    """
    sheet = order_sheet(workspace, order_id)
    order, outage = sheet.order, sheet.outage
    begin, end = work_period(sheet, start=start)
    directory = tuple(workspace.all(Addressee))
    named = workspace.all(NoticeOperator, order_id=order.order_id)
    contacts = {contact.customer_ref: contact for contact in workspace.all(CustomerContact)}
    isolation = isolate_order(base, order, unusable=outage.unusable) if outage and order.asset_id else None
    urgent_dig = sheet.notice is not None and sheet.notice.kind == "ATU"
    facts = CommunicationFacts(
        order_id=order.order_id,
        now=now,
        start=begin,
        end=end,
        is_cut=outage is not None and bool(outage.customers or outage.close),
        is_urgent=urgent_dig or order.priority in rules.urgent_priorities,
        is_urgent_dig=urgent_dig,
        is_planned=bool(sheet.work),
        hydrants=outage.hydrants if outage else (),
        zone=order.zone,
        notice_hours=_notice_hours(sheet.request, contracts),
        customers=reachable_customers(
            workspace,
            base,
            outage.customers,
            sensitive=outage.sensitive_customers,
            contacts=contacts,
        )
        if outage
        else (),
        plan_b=tuple(_plan_b(workspace, base, isolation, contacts)) if isolation else (),
        operators_to_call=operators_near(sheet, is_sensitive=True, named=named, directory=directory),
        operators_to_write=operators_near(sheet, is_sensitive=False, named=named, directory=directory),
        agents=tuple(_agent(agent) for agent in _each(agent for _, agent in sheet.work)),
        directory=directory,
    )
    return OrderFacts(sheet, facts, cut_has_changed=_differs(outage, isolation))


def work_period(sheet: OrderSheet, *, start: datetime | None = None) -> tuple[datetime, datetime]:
    """Return from when to when an order works or cuts: as it happened, planned, asked or allowed.

    The stops at its valves count, for the water is off from closing to opening again.
    """
    order = sheet.order
    stops = sheet.stops
    planned = (min(stop.start for stop in stops), max(stop.end for stop in stops)) if stops else None
    begin = start or order.started_at or (planned and planned[0]) or order.window_start
    begin = begin or order.earliest_start
    if begin is None:
        raise InputError("message.no_start", order=order.order_id)
    if start is None and order.ended_at is not None:
        return begin, order.ended_at
    if planned and begin == planned[0]:
        return planned
    span = planned[1] - planned[0] if planned else timedelta(minutes=order.duration_min)
    return begin, begin + span


def _notice_hours(request: ServiceRequest | None, contracts: Contracts) -> float | None:
    if request is None or request.contract_id not in contracts.contracts:
        return None
    return contracts.contracts[request.contract_id].cut_notice_hours


def _plan_b(
    workspace: Workspace,
    base: AssetBase,
    isolation: Isolation,
    contacts: dict[str, CustomerContact],
) -> Iterable[PlanB]:
    for ring in isolation.next_rings:
        extra = reachable_customers(
            workspace, base, ring.extra_customers, sensitive=ring.extra_sensitive, contacts=contacts
        )
        yield PlanB(
            valve=ring.valve,
            sensitive=tuple(who for who in extra if who.is_sensitive),
            customer_refs=frozenset(who.ref for who in extra),
        )


def operators_near(
    sheet: OrderSheet,
    *,
    is_sensitive: bool,
    named: Iterable[NoticeOperator] = (),
    directory: Iterable[Addressee] = (),
) -> tuple[Reachable, ...]:
    """Return the operators with networks near the dig: those with a sensitive one, or the others.

    ``named`` are those that the teleservice named, also where no layer shows them; their emergency phones
    come first, then those of the maps or of an answer, then those of the directory, whose entry of kind
    ``operator`` with the same name says how else one is reached.
    """
    named = tuple(named)
    known = {one.name.casefold(): as_reachable(one) for one in directory if one.kind == "operator"}
    called = {one.operator for one in named if one.is_sensitive}
    called |= {conflict.operator for conflict in sheet.conflicts if conflict.is_sensitive}
    phones = {one.operator: one.emergency_phone for one in named}
    for conflict in sheet.conflicts:
        phones[conflict.operator] = phones.get(conflict.operator) or conflict.emergency_phone
    phones |= {one.operator: one.phone for one in named if not phones[one.operator]}
    phones = {name: phone for name, phone in phones.items() if (name in called) is is_sensitive}
    return tuple(_operator(name, phone, known.get(name.casefold())) for name, phone in phones.items())


def _operator(name: str, phone: str, entry: Reachable | None) -> Reachable:
    if entry is None:
        return Reachable(ref=name, name=name, phone=phone)
    return replace(entry, ref=name, name=name, phone=phone or entry.phone)


def _agent(agent: Agent) -> Reachable:
    return Reachable(ref=agent.agent_id, name=agent.name, phone=agent.phone)


def _each(agents: Iterable[Agent]) -> Iterable[Agent]:
    return {agent.agent_id: agent for agent in agents}.values()


def _differs(outage: Outage | None, isolation: Isolation | None) -> bool:
    """Tell whether the network gives another cut now than the one that is stored."""
    if outage is None or isolation is None:
        return False
    return set(outage.close) != set(isolation.close) or set(outage.customers) != set(isolation.customers)
