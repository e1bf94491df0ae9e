# SPDX-License-Identifier: GPL-3.0-or-later
"""Move orders along their life: through their gates, in one journaled command, each move kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ...core.errors import InputError
from ...core.messages import Message
from ...workorders.life.gates import GATES, findings
from ...workorders.life.moves import OrderMove, in_order
from ...workorders.lifecycle import CORRECTED, ORDER_MOVES, no_way, order_state
from ...workorders.orders import OrderState, WorkOrder
from ..intake.merge import requests_closed_by
from ..plan_versions import plan_in_force
from ..ports import Workspace
from ..records import PlanStop
from ..rule_versions import DatedRules, rule_book_of
from ..trails import trail_after
from .gathered import gate_rules, gather_facts
from .known_facts import closure_errors
from .planned_gate import refused


@dataclass(frozen=True, slots=True)
class Dispatched:
    """The orders of a day that were handed to their agents, and those that were not with what they lack."""

    orders: tuple[WorkOrder, ...]
    refused: tuple[tuple[WorkOrder, tuple[Message, ...]], ...]


@dataclass(frozen=True, slots=True)
class GateAhead:
    """A state that an order may come to, and everything that stands against it; nothing: it is open."""

    state: OrderState
    findings: tuple[Message, ...]


def gate_findings(
    workspace: Workspace,
    order: WorkOrder,
    target: OrderState,
    *,
    now: datetime,
    closure_findings: Sequence[Message] = (),
    dated: DatedRules | None = None,
) -> tuple[Message, ...]:
    """Return what keeps an order from a state beside the table of moves; nothing: the gate is open.

    Whoever asks about many orders reads the rules once (``dated``).
    """
    dated = dated or DatedRules(workspace)
    if order.state is OrderState.TO_CORRECT and target in CORRECTED:
        return (*closure_findings, *closure_errors(workspace, order, now=now))
    if target is OrderState.CLOSED:
        closure_findings = (*closure_findings, *closure_errors(workspace, order, now=now))
    facts = gather_facts(workspace, order, dated, day=now.date(), closure_findings=closure_findings)
    return findings(target, facts, gate_rules(dated, now))


def advance_order(
    workspace: Workspace,
    order_id: str,
    target: OrderState,
    *,
    now: datetime,
    who: str,
    reason: str = "",
    cause: str = "",
    closure_findings: Sequence[Message] = (),
) -> WorkOrder:
    """Move one order to its next state and return it; the last order of a tree closes its requests too.

    Raises
    ------
    InputError
        An unknown order or cause; a move that its life does not have, that goes back in time, or that needs a
        reason; a gate that is shut, with everything that is missing.
    """
    order = workspace.get(WorkOrder, order_id)
    if cause:
        rule_book_of(workspace, now.date()).life.cause(cause)
    trail = trail_after(workspace, [order], now=now, who=who)
    moved = trail.move(order, target, reason=reason, cause=cause)
    lacks = gate_findings(workspace, order, target, now=now, closure_findings=closure_findings)
    if lacks:
        raise refused(order_id, target, lacks)
    closed = requests_closed_by(workspace, moved, at=now) if target is OrderState.CLOSED else ()
    with workspace.command(f"move to {target.value}", who=who) as transaction:
        transaction.save(moved)
        transaction.add(trail.made)
        for request in closed:
            transaction.save(request)
    return workspace.get(WorkOrder, order_id)


def dispatch_day(workspace: Workspace, day: date, *, now: datetime, who: str) -> Dispatched:
    """Hand the planned orders of a day to their agents, in one command; what lacks something stays planned.

    ``InputError`` when no plan holds the day.
    """
    plan = plan_in_force(workspace, day)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id, day=day, task="work")
    stops.sort(key=lambda stop: (stop.start, stop.order_id))
    orders = [workspace.get(WorkOrder, name) for name in dict.fromkeys(stop.order_id for stop in stops)]
    trail, held, gone = trail_after(workspace, orders, now=now, who=who), [], []
    dated = DatedRules(workspace)
    for order in orders:
        if order.state is not OrderState.PLANNED:
            continue
        lacks = gate_findings(workspace, order, OrderState.DISPATCHED, now=now, dated=dated)
        if early := trail.backwards(order, OrderState.DISPATCHED):
            lacks = (early, *lacks)
        if lacks:
            held.append((order, lacks))
        else:
            gone.append(trail.move(order, OrderState.DISPATCHED, reason=plan.plan_id))
    with workspace.command("dispatch", who=who) as transaction:
        for order in gone:
            transaction.save(order)
        transaction.add(trail.made)
    return Dispatched(tuple(gone), tuple(held))


def order_history(workspace: Workspace, order_id: str) -> list[OrderMove]:
    """Return the moves of an order as they were made; ``InputError`` for one that is unknown."""
    workspace.get(WorkOrder, order_id)
    return in_order(workspace.all(OrderMove, order_id=order_id))


def gate_ahead(
    workspace: Workspace, order_id: str, target: OrderState | None = None, *, now: datetime
) -> GateAhead:
    """Return what stands between an order and a state, by default the next one that has a gate.

    A state that its life does not lead to from where it is comes first, then what is missing.
    ``InputError`` when the order is unknown, or nothing is ahead of it any more.
    """
    order = workspace.get(WorkOrder, order_id)
    wanted = target or next_gate(order.state)
    if wanted is None:
        raise InputError("life.over", order=order_id, found=order_state(order.state))
    way = no_way(order, wanted) if target else None
    lacks = gate_findings(workspace, order, wanted, now=now)
    return GateAhead(wanted, (way, *lacks) if way else lacks)


def next_gate(state: OrderState) -> OrderState | None:
    """Return the nearest state with a gate that a life leads to from a state; None at its end."""
    reached, latest = {state}, [state]
    while latest:
        ahead = [after for one in latest for after in ORDER_MOVES[one] if after not in reached]
        if gated := next((after for after in ahead if after in GATES), None):
            return gated
        reached.update(ahead)
        latest = ahead
    return None


def next_states(order: WorkOrder) -> tuple[OrderState, ...]:
    """Return the states that an order may take next."""
    return ORDER_MOVES[order.state]


def parse_state(text: str) -> OrderState:
    """Return a state by its name; an unknown one raises ``InputError`` that names them all."""
    try:
        return OrderState(text)
    except ValueError as error:
        known = ", ".join(state.value for state in OrderState)
        raise InputError("life.unknown_state", found=text, known=known) from error
