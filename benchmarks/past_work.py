# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of the orders of a large workspace: daily plans, moves, work done, closing data, people."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from large_workspace import DAY, OPEN, _batched, _load, order
from regard.core.resources import Agent, Zone
from regard.planner.records import Plan, PlanStop, PlanTour
from regard.store.workspace import SqlWorkspace
from regard.tests.unit.planner.days import agent
from regard.workorders.closing.records import Closure
from regard.workorders.history import ClosedIntervention
from regard.workorders.life.moves import OrderMove
from regard.workorders.orders import OrderState, WorkOrder
from shapely.geometry import box

AGENTS, ZONES = 30, 7
_AT_ONCE = 5_000
_CAUSES = ("usure", "casse", "gel", "tiers", "")
_PUT_OFF = ("customer_absent", "parts", "permit", "weather", "overrun")
_LIFE = (OrderState.QUALIFIED, OrderState.PLANNED, OrderState.DISPATCHED, OrderState.DONE, OrderState.CLOSED)


def lived(number: int, orders: int, *, days: int) -> WorkOrder:
    """Return one order of some days up to ``DAY``; all but the last ``OPEN`` were done within three days."""
    rng = random.Random(number)
    own = order(number, orders)
    came = datetime.combine(DAY, time(8)) - timedelta(days=days * (orders - number) / orders)
    came = came.replace(second=0, microsecond=0)
    due = came + timedelta(days=rng.choice((1, 3, 30)))
    if number >= orders - OPEN:
        return replace(own, received_at=came, due_at=due)
    begun = datetime.combine(came.date(), time(7)) + timedelta(days=rng.randrange(1, 4))
    begun += timedelta(minutes=5 * rng.randrange(100))
    ended = begun + timedelta(minutes=rng.randrange(20, 240))
    return replace(own, received_at=came, due_at=due, started_at=begun, ended_at=ended)


def _agents(number: int, own: WorkOrder) -> tuple[str, ...]:
    first = number % AGENTS
    return tuple(f"AG{(first + n) % AGENTS:02}" for n in range(own.crew))


def closed(number: int, own: WorkOrder) -> ClosedIntervention:
    """Return the intervention that closed an order."""
    rng = random.Random(-number)
    assert own.started_at is not None and own.ended_at is not None
    return ClosedIntervention(
        own.order_id,
        own.code,
        own.received_at,
        own.started_at,
        own.ended_at,
        _agents(number, own),
        own.crew,
        own.zone,
        own.asset_role,
        own.asset_id,
        own.place,
        "not_done" if rng.random() < 0.02 else "done",
        rng.choice(_CAUSES),
    )


def moves(number: int, own: WorkOrder) -> Iterator[OrderMove]:
    """Yield the moves of an order; one in ten was put off after it was planned."""
    ended = own.ended_at
    assert ended is not None
    steps = list(pairwise(_LIFE))
    if number % 10 == 0:
        put_off = OrderState.RESCHEDULED
        steps[1:1] = [(OrderState.PLANNED, put_off), (put_off, OrderState.PLANNED)]
    for step, (before, after) in enumerate(steps):
        cause = _PUT_OFF[number // 10 % len(_PUT_OFF)] if after is OrderState.RESCHEDULED else ""
        at = ended - timedelta(minutes=30 * (len(steps) - step))
        yield OrderMove(f"{own.order_id}/{step}", own.order_id, step, before, after, at, "F", "", cause)


def closure(own: WorkOrder) -> Closure:
    """Return the closing data of an order."""
    assert own.ended_at is not None
    at = own.ended_at + timedelta(hours=1)
    return Closure(own.order_id, own.code, "AG", at, {}, {}, {}, {}, (), "{}", "2026.1", {})


def add_past(workspace: SqlWorkspace, *, orders: int, days: int) -> None:
    """Put orders of some days up to ``DAY`` into an empty workspace, with all that became of them."""
    people: list[Any] = [
        replace(agent(f"AG{n:02}"), zone=f"Z{n % ZONES + 1}", day_end=time(16)) for n in range(AGENTS)
    ]
    zones = [
        Zone(f"Z{n}", f"Z{n}", "F", box(680_000 + 3000 * n, 6_920_000, 683_000 + 3000 * n, 6_940_000))
        for n in range(1, ZONES + 1)
    ]
    _load(workspace, Agent, people)
    _load(workspace, Zone, zones)
    planned: dict[date, list[tuple[int, WorkOrder]]] = {}
    for numbers in _batched(range(orders), _AT_ONCE):
        some = [(number, lived(number, orders, days=days)) for number in numbers]
        done = [(number, own) for number, own in some if own.started_at is not None]
        _load(workspace, WorkOrder, [own for _, own in some])
        if not done:
            continue
        _load(workspace, ClosedIntervention, [closed(number, own) for number, own in done])
        _load(workspace, OrderMove, [one for number, own in done for one in moves(number, own)])
        _load(workspace, Closure, [closure(own) for _, own in done])
        for number, own in done:
            if number % 6 and own.started_at is not None:
                planned.setdefault(own.started_at.date(), []).append((number, own))
    for day, own_orders in sorted(planned.items()):
        _plan_day(workspace, day, own_orders)


def _plan_day(workspace: SqlWorkspace, day: date, orders: list[tuple[int, WorkOrder]]) -> None:
    name = f"{day}/1"
    made = datetime.combine(day - timedelta(days=1), time(17))
    stops: list[PlanStop] = []
    counts: dict[str, int] = {}
    for number, own in orders:
        assert own.started_at is not None and own.ended_at is not None
        for role, who in enumerate(_agents(number, own)):
            counts[who] = counts.get(who, 0) + 1
            stops.append(
                PlanStop(
                    f"{name}/{own.order_id}/{role}",
                    name,
                    who,
                    day,
                    counts[who],
                    own.order_id,
                    role,
                    own.started_at,
                    own.started_at,
                    own.ended_at,
                    600,
                    4000,
                    own.place,
                )
            )
    tours = [
        PlanTour(
            f"{name}/{who}",
            name,
            who,
            day,
            count,
            made,
            made,
            600 * (count + 1),
            4000 * (count + 1),
            0,
            0,
            "#000000",
            None,
        )
        for who, count in counts.items()
    ]
    _load(workspace, Plan, [Plan(name, day, 1, made, 1, 30.0, "balanced", {}, 0.0)])
    _load(workspace, PlanStop, stops)
    _load(workspace, PlanTour, tours)
