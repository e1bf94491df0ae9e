# SPDX-License-Identifier: GPL-3.0-or-later
"""What the gates look at, gathered for one order from everything that the workspace keeps of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from ...core.messages import Message
from ...network.water.valve_states import ValveState
from ...workorders.catalogue import Catalogue
from ...workorders.life.gate_facts import Cut, Found, GateFacts, Notice, Operator, Reinstatement
from ...workorders.life.gates import GateRules
from ...workorders.life.records import HydrantNote, OperatorAnswer, Permit
from ...workorders.life.rules import LifeRules
from ...workorders.orders import OrderState, WorkOrder
from ...workorders.teleservice.records import NoticeConsultation, NoticeOperator
from ...workorders.teleservice.rules import TeleserviceRules
from ..conditions import Where
from ..order_chains import DONE
from ..plan_versions import latest_plan
from ..ports import R, Workspace
from ..records import Footprint, OrderConflict, OrderLink, OrderNotice, Outage, Plan, PlanStop, ValveNote
from ..rule_versions import DatedRules, newest_rules
from .told import Told, read_told, with_calls, with_hydrants_back

SHUT = frozenset({ValveState.CLOSED, ValveState.STUCK_CLOSED})
_MADE = DONE | {OrderState.CANCELLED}
_ON_A_DAY = DONE | {OrderState.PLANNED, OrderState.DISPATCHED, OrderState.IN_PROGRESS}


def gather_facts(
    workspace: Workspace,
    order: WorkOrder,
    dated: DatedRules,
    *,
    day: date,
    closure_findings: Sequence[Message] = (),
) -> GateFacts:
    """Return all that the gates of an order look at on a day.

    ``closure_findings`` are those of the checks of its closure data.
    """
    outage = first(workspace.all(Outage, order_id=order.order_id))
    catalogue, book = dated.on(order.received_at.date()).catalogue, dated.on(day)
    rules, told = book.life, read_told(workspace, order.order_id, outage, book.life.told_by)
    return GateFacts(
        order=order,
        works_on_pressure=works_on_pressure(order, catalogue),
        cut=cut_of(outage),
        notice=notice_of(
            first(workspace.all(OrderNotice, order_id=order.order_id)),
            has_consultation=was_consulted(workspace, order.order_id),
        ),
        operators=operators_of(workspace, order, told),
        undeclared_m2=undeclared_m2(workspace, order.order_id, book.teleservice),
        permits=tuple(workspace.all(Permit, order_id=order.order_id)),
        starts_at=planned_start(workspace, order.order_id),
        valves=_valves(workspace, outage),
        hydrants=_hydrants(workspace, outage, told),
        customers_untold=told.customers_untold,
        mayor_was_told=told.mayor,
        leaves_surface=order.digs
        and order.code not in rules.reinstatement.codes
        and not has_parts_left(workspace, order),
        reinstatements=tuple(_reinstatements(workspace, order, rules)),
        closure_findings=tuple(closure_findings),
    )


def gate_rules(dated: DatedRules, now: datetime) -> GateRules:
    """Return what the gates go by at a moment."""
    book = dated.on(now.date())
    return GateRules(book.life, book.law, now)


def works_on_pressure(order: WorkOrder, catalogue: Catalogue) -> bool:
    """Tell whether the type of work shuts a main off; a type that the catalogue lacks does not."""
    return order.code in catalogue and catalogue[order.code].isolates


def has_parts_left(workspace: Workspace, order: WorkOrder) -> bool:
    """Tell whether other parts of the same split order are still to be made: the hole stays open for them."""
    own = workspace.all(WorkOrder, part_of=order.part_of) if order.part_of else []
    return any(one.state not in _MADE for one in own if one.order_id != order.order_id)


def cut_of(outage: Outage | None) -> Cut | None:
    """Return a stored cut as the gates see it."""
    return Cut(outage.close, outage.hydrants, outage.customers) if outage else None


def was_consulted(workspace: Workspace, order_id: str) -> bool:
    """Tell whether what the teleservice answered for an order was imported."""
    return bool(workspace.all(NoticeConsultation, order_id=order_id))


def notice_of(stored: OrderNotice | None, *, has_consultation: bool = False) -> Notice | None:
    """Return a stored notice as the gates see it."""
    if stored is None:
        return None
    return Notice(
        kind=stored.kind,
        earliest_start=stored.earliest_start,
        answer_by=stored.answer_by,
        start_by=stored.start_by,
        sent_at=stored.sent_at,
        number=stored.number,
        on_paper=stored.on_paper,
        received_on=stored.received_on,
        has_consultation=has_consultation,
    )


def operators_of(workspace: Workspace, order: WorkOrder, told: Told | None = None) -> tuple[Operator, ...]:
    """Return the operators with networks near the dig, and what they have answered, on the phone too.

    Those near by the layers and those that the teleservice named, whose emergency phones go first.
    """
    if told is None:
        told = read_told(workspace, order.order_id, None, newest_rules(workspace).life.told_by)
    answers = {one.operator: one for one in workspace.all(OperatorAnswer, order_id=order.order_id)}
    found: dict[str, Operator] = {}
    for near in workspace.all(OrderConflict, order_id=order.order_id):
        known = found.get(near.operator)
        found[near.operator] = Operator(
            name=near.operator,
            sensitive=near.is_sensitive or (known is not None and known.sensitive),
            phone=(known.phone if known else "") or near.emergency_phone,
            answer=answers.get(near.operator),
        )
    for named in workspace.all(NoticeOperator, order_id=order.order_id):
        known = found.get(named.operator)
        found[named.operator] = Operator(
            name=named.operator,
            sensitive=named.is_sensitive or (known is not None and known.sensitive),
            phone=named.emergency_phone or (known.phone if known else "") or named.phone,
            answer=answers.get(named.operator),
        )
    return tuple(with_calls(operator, order.order_id, told) for operator in found.values())


def undeclared_m2(workspace: Workspace, order_id: str, rules: TeleserviceRules) -> float:
    """Return what of an order's dig lies outside the declared footprint, 0 where none was imported (m²)."""
    declared = first(workspace.all(NoticeConsultation, order_id=order_id))
    dig = first(workspace.all(Footprint, order_id=order_id))
    if declared is None or dig is None:
        return 0.0
    reach = declared.geometry.buffer(rules.footprint_tolerance_m)
    return float(dig.geometry.difference(reach).area)


def planned_start(workspace: Workspace, order_id: str) -> datetime | None:
    """Return when the work starts by the plan in force on its day; None when none has it."""
    stops = workspace.all(PlanStop, order_id=order_id, task="work")
    if not stops:
        return None
    plans = workspace.all(Plan)
    in_force = (stop for stop in stops if _in_force_on(plans, stop.day) == stop.plan_id)
    return min((stop.start for stop in in_force), default=None)


def _in_force_on(plans: Iterable[Plan], day: date) -> str | None:
    found = latest_plan(plan for plan in plans if 0 <= (day - plan.first_day).days < plan.days)
    return found.plan_id if found else None


def _valves(workspace: Workspace, outage: Outage | None) -> dict[str, Found]:
    operated = outage.close if outage else ()
    notes = workspace.all(ValveNote, where=[Where("valve_id", among=operated)])
    return {note.valve_id: Found(ValveState(note.state) not in SHUT, note.noted_at) for note in notes}


def _hydrants(workspace: Workspace, outage: Outage | None, told: Told) -> dict[str, Found]:
    out = outage.hydrants if outage else ()
    notes = workspace.all(HydrantNote, where=[Where("hydrant_id", among=out)])
    found = {str(note.hydrant_id): Found(note.available, note.noted_at) for note in notes}
    return with_hydrants_back(found, out, told)


def _reinstatements(workspace: Workspace, order: WorkOrder, rules: LifeRules) -> Iterator[Reinstatement]:
    """Yield the orders that make the final surface: those that follow, and those of the same request."""
    found = workspace.all(WorkOrder, where=[Where("order_id", among=sorted(followers_of(workspace, order)))])
    if order.request_id:
        found += workspace.all(WorkOrder, request_id=order.request_id)
    for other in {one.order_id: one for one in found}.values():
        if other.code in rules.reinstatement.codes:
            yield Reinstatement(other.order_id, _day_of(workspace, other))


def followers_of(workspace: Workspace, order: WorkOrder) -> set[str]:
    """Return every order that comes after one by links, directly or in turn."""
    reached: set[str] = set()
    latest: set[str] = {order.order_id}
    while latest:
        links = workspace.all(OrderLink, where=[Where("first_id", among=sorted(latest))])
        latest = {str(link.second_id) for link in links} - reached - {order.order_id}
        reached |= latest
    return reached


def _day_of(workspace: Workspace, order: WorkOrder) -> date | None:
    """Return the day on which an order is made or planned."""
    if order.state in DONE and order.ended_at is not None:
        return order.ended_at.date()
    start = planned_start(workspace, order.order_id) if order.state in _ON_A_DAY else None
    return start.date() if start else None


def first(found: list[R]) -> R | None:
    """Return the one record of an order, None where there is none."""
    return found[0] if found else None
