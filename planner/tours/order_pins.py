# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders kept for agents and a day by a dispatcher: stored, and as rules of the tour problem."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from ...core.errors import InputError
from ...core.ids import AgentId, OrderId
from ...routing.model.visit import Pin
from ..plan_versions import current_plan, plan_in_force
from ..ports import Workspace
from ..records import OrderPin, PlanStop
from .tour_problem import TourProblem


def pin_order(
    workspace: Workspace, order_id: str, *, now: datetime, who: str, day: date | None = None
) -> OrderPin:
    """Keep an order for those, and for the day, that the plan in force gives it to; journaled as ``pin``.

    That is the latest plan, or the one of a ``day``.

    Whoever plans these days again keeps to it, and no move by hand gives it to others. An order that is not
    planned raises ``InputError``.
    """
    plan = plan_in_force(workspace, day) if day else current_plan(workspace)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id, order_id=order_id, task="work") if plan else []
    if not stops:
        raise InputError("day.not_planned", order=order_id, plan=plan.plan_id if plan else "-")
    pin = OrderPin(
        order_id=OrderId(order_id),
        agents=tuple(sorted({str(stop.agent_id) for stop in stops})),
        day=stops[0].day,
        who=who,
        pinned_at=now,
    )
    known = workspace.all(OrderPin, order_id=order_id)
    with workspace.command("pin", who=who) as transaction:
        if known:
            transaction.save(replace(pin, version=known[0].version))
        else:
            transaction.add([pin])
    return workspace.get(OrderPin, order_id)


def unpin_order(workspace: Workspace, order_id: str, *, who: str) -> None:
    """Let anybody make an order on any day again; ``InputError`` when it is not pinned."""
    pin = workspace.get(OrderPin, order_id)
    with workspace.command("unpin", who=who) as transaction:
        transaction.remove(pin)


def pinned(tours: TourProblem, pins: Iterable[OrderPin]) -> TourProblem:
    """Return the problem in which pinned orders are made by those, and on the day, that they are kept for.

    A day before those of the problem binds nobody any more; on a day after them nobody works, so the order
    waits.
    """
    first_day = tours.horizon.first_day
    kept = {
        str(pin.order_id): Pin(frozenset(map(AgentId, pin.agents)), (pin.day - first_day).days)
        for pin in pins
        if pin.day >= first_day
    }
    if not kept:
        return tours
    visits = tuple(replace(v, pin=kept.get(v.visit_id, v.pin)) for v in tours.problem.visits)
    return replace(tours, problem=replace(tours.problem, visits=visits))


def unbroken(pins: Iterable[OrderPin], stops: Iterable[PlanStop]) -> tuple[OrderPin, ...]:
    """Return the pins that a plan keeps: one that it breaks would forbid every other change of it."""
    made: dict[str, set[tuple[str, object]]] = {}
    for stop in stops:
        if stop.task == "work":
            made.setdefault(str(stop.order_id), set()).add((str(stop.agent_id), stop.day))
    return tuple(
        pin for pin in pins if made.get(str(pin.order_id), set()) <= {(name, pin.day) for name in pin.agents}
    )
