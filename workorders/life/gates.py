# SPDX-License-Identifier: GPL-3.0-or-later
"""The gates of an order: what the network and the law ask for before it may take its next state.

One function a rule; each yields messages that say what is missing and what to do. Law: code de
l'environnement R.554-20 ff. (notices, operators of sensitive networks), CGCT R.2225-9 (hydrants), code de la
voirie routière L.115-1 (mayor). Figures: ``law.yaml``, ``life.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from ...core.messages import Message
from ..law import AntiDamageLaw
from ..orders import OrderState
from .gate_facts import GateFacts
from .operators_asked import answer_lacks, consultation_lacks
from .records import MAYOR_TOLD
from .rules import LifeRules


@dataclass(frozen=True, slots=True)
class GateRules:
    """The figures that gates go by, and the moment at which they are asked."""

    life: LifeRules
    law: AntiDamageLaw
    now: datetime


Rule = Callable[[GateFacts, GateRules], Iterator[Message]]


def findings(target: OrderState, facts: GateFacts, rules: GateRules) -> tuple[Message, ...]:
    """Return what keeps an order from a state; nothing: the gate is open. O(what is known of the order)."""
    return tuple(found for rule in GATES.get(target, ()) for found in rule(facts, rules))


def needs_asset(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask for the asset that an order judged here is about."""
    if not facts.order.asset_id and not facts.made_elsewhere:
        yield Message("reason.needs_asset", {"detail": facts.order.code})


def needs_criticality(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask for a criticality with its factors, unless the order came with a priority from elsewhere."""
    if not facts.order.score_detail and not facts.made_elsewhere:
        yield Message("reason.needs_criticality", {"detail": facts.order.priority.value})


def needs_cut(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask for the valves to close before work on a main under pressure."""
    if facts.works_on_pressure and facts.cut is None and not facts.made_elsewhere:
        yield Message("reason.needs_cut", {"detail": facts.order.asset_id or "-"})


def needs_cut_always(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask for the valves to close, whoever made the order: nobody leaves for a main without them."""
    if facts.works_on_pressure and facts.cut is None:
        yield Message("reason.needs_cut", {"detail": facts.order.asset_id or "-"})


def needs_notice(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask for the decision on the works notice of a dig, with its earliest legal start (R.554-20)."""
    notice = facts.notice
    if facts.order.digs and (notice is None or (notice.is_needed and notice.earliest_start is None)):
        yield Message("reason.needs_notice", {"detail": facts.order.code})


def notice_sent(facts: GateFacts, rules: GateRules) -> Iterator[Message]:
    """Ask for a notice that was sent and still holds; an urgent one may follow the works (R.554-32)."""
    notice = facts.notice
    if not facts.order.digs or notice is None or not notice.is_needed or notice.is_urgent:
        return
    if notice.sent_at is None:
        yield Message("gate.notice_not_sent", {"kind": notice.kind})
        return
    if notice.kind == "DT":
        yield Message("gate.dict_to_follow")
    start = facts.starts_at or rules.now
    if notice.start_by is not None and start.date() > notice.start_by:
        yield Message("gate.notice_expired", {"kind": notice.kind, "day": notice.start_by})
    if notice.earliest_start is not None and start < notice.earliest_start:
        yield Message(
            "gate.too_early",
            {"start": f"{start:%Y-%m-%d %H:%M}", "earliest": f"{notice.earliest_start:%Y-%m-%d %H:%M}"},
        )


def teleservice_asked_to_plan(facts: GateFacts, rules: GateRules) -> Iterator[Message]:
    """Ask for the consultation of the teleservice where the rules want it before the order is planned."""
    notice = facts.notice
    if notice is not None and _is_unasked(facts) and rules.law.is_consulted_to_plan(notice.kind):
        yield Message("reason.needs_consultation", {"detail": notice.kind})


def teleservice_asked(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask that the teleservice was asked before the dig, whatever layers show (R.554-20, R.554-32).

    A declaration that is not sent is asked for by ``notice_sent``.
    """
    if facts.order.digs and facts.notice is not None:
        yield from consultation_lacks(facts.notice, facts.operators)


def sensitive_answers(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask for the answer of every operator of a sensitive network near the dig, or the call (R.554-32)."""
    if facts.order.digs and facts.notice is not None:
        yield from answer_lacks(facts.notice, facts.operators)


def other_answers(facts: GateFacts, rules: GateRules) -> Iterator[Message]:
    """Ask for the other operators' answers, or for a reminder that has run its time (R.554-26)."""
    notice = facts.notice
    if not facts.order.digs or notice is None or not notice.is_needed or notice.is_urgent:
        return
    if notice.sent_at is None:
        return
    start = (facts.starts_at or rules.now).date()
    for operator in facts.operators:
        if operator.sensitive or operator.has_answered:
            continue
        reminded = operator.answer.reminded_on if operator.answer else None
        if reminded is None:
            yield Message("gate.answer_missing", {"operator": operator.name})
        elif start <= (until := rules.law.reminder_answer_by(reminded)):
            yield Message("gate.reminder_running", {"operator": operator.name, "day": until})


def dig_declared(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask that the whole dig lies in the footprint that was declared (a wider one is declared anew)."""
    if facts.order.digs and facts.notice is not None and facts.undeclared_m2 > 0:
        yield Message("gate.dig_undeclared", {"area_m2": round(facts.undeclared_m2, 1)})


def permits_granted(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask for every permit that the order is known to need, valid on its day."""
    day = facts.starts_at.date() if facts.starts_at else None
    for permit in facts.permits:
        if permit.kind != MAYOR_TOLD and not permit.allows(day):
            yield Message("gate.permit_missing", {"permit": permit.label, "authority": permit.granter})


def valves_restored(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask that every valve of the cut is open again, as noted after the work began."""
    if facts.cut is None:
        return
    for valve in facts.cut.valves:
        note = facts.valves.get(valve)
        if note is not None and not note.in_service:
            yield Message("gate.valve_closed", {"valve": valve})
        elif _is_unknown(facts, note.noted_at if note else None):
            yield Message("gate.valve_unknown", {"valve": valve})


def hydrants_back(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask that every hydrant of the cut is available again: the fire service knows at all times."""
    if facts.cut is None:
        return
    for hydrant in facts.cut.hydrants:
        note = facts.hydrants.get(hydrant)
        is_out = note is not None and not note.in_service
        if is_out or _is_unknown(facts, note.noted_at if note else None):
            yield Message("gate.hydrant_out", {"hydrant": hydrant})


def customers_told(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask that everybody who was cut off was told that the water is back."""
    if facts.work_began and facts.customers_untold > 0:
        yield Message("gate.customers_untold", {"count": facts.customers_untold})


def notice_referenced(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Ask for the number of the notice under which the ground was opened."""
    notice = facts.notice
    if facts.work_began and notice is not None and notice.is_needed and not notice.number:
        yield Message("gate.notice_unreferenced", {"kind": notice.kind})


def mayor_told(facts: GateFacts, rules: GateRules) -> Iterator[Message]:
    """Ask that the mayor was told of an urgent dig, and in time (L.115-1)."""
    notice, began = facts.notice, facts.order.started_at
    if began is None or notice is None or not notice.is_urgent:
        return
    if facts.mayor_was_told:
        return
    if not any(permit.kind == MAYOR_TOLD and permit.allows(None) for permit in facts.permits):
        until = began + timedelta(hours=rules.life.mayor.within_hours)
        yield Message("gate.mayor_untold", {"until": f"{until:%Y-%m-%d %H:%M}"})


def reinstatement_planned(facts: GateFacts, rules: GateRules) -> Iterator[Message]:
    """Ask for a final surface planned within the time that the local rule gives."""
    if not (facts.work_began and facts.leaves_surface) or facts.order.ended_at is None:
        return
    days = rules.life.reinstatement.within_days
    until = facts.order.ended_at.date() + timedelta(days=days)
    if not any(_in_time(one.day, until) for one in facts.reinstatements):
        yield Message("gate.reinstatement", {"until": until, "days": days})


def closure_sound(facts: GateFacts, rules: GateRules) -> Iterator[Message]:  # noqa: ARG001
    """Pass on what the checks of the closure data found."""
    yield from facts.closure_findings


_PLANNED: tuple[Rule, ...] = (
    needs_asset,
    needs_criticality,
    needs_cut,
    needs_notice,
    teleservice_asked_to_plan,
)
_DISPATCHED: tuple[Rule, ...] = (
    needs_cut_always,
    needs_notice,
    notice_sent,
    teleservice_asked,
    sensitive_answers,
    other_answers,
    dig_declared,
    permits_granted,
)
_CLOSED: tuple[Rule, ...] = (
    closure_sound,
    valves_restored,
    hydrants_back,
    customers_told,
    notice_referenced,
    mayor_told,
    reinstatement_planned,
)

GATES: Mapping[OrderState, tuple[Rule, ...]] = MappingProxyType(
    {OrderState.PLANNED: _PLANNED, OrderState.DISPATCHED: _DISPATCHED, OrderState.CLOSED: _CLOSED}
)


def _is_unasked(facts: GateFacts) -> bool:
    """Tell whether a dig that needs a notice has none of what the teleservice gives: answer or number."""
    notice = facts.notice
    return facts.order.digs and notice is not None and notice.is_needed and not notice.teleservice_was_asked


def _is_unknown(facts: GateFacts, noted_at: datetime | None) -> bool:
    """Tell whether nothing was noted since the work began, which may have shut it."""
    began = facts.order.started_at
    return began is not None and (noted_at is None or noted_at < began)


def _in_time(day: date | None, until: date) -> bool:
    return day is not None and day <= until
