# SPDX-License-Identifier: GPL-3.0-or-later
"""The field manager's view: counters for each zone, load against means, skills that will be missing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ...core.calendars import is_working_day
from ...core.resources import Agent, Zone
from ...workorders.life.coverage import CoverageGap, coverage_gaps
from ...workorders.orders import OrderState, Priority, WorkOrder
from ..orders_at_hand import orders_of_day
from ..ports import Workspace
from ..records import OrderNotice
from ..rule_versions import rule_book_of
from ..tours.tour_problem import Team
from .at_work import agents_at_work
from .gathered import first, notice_of, operators_of
from .order_days import order_days, stops_in_force


@dataclass(frozen=True, slots=True)
class ZoneCounters:
    """The day of one zone: orders, agents at work, minutes of work, the urgent ones, notices that wait.

    Who is at work is what ``agents_at_work`` says: on a day off, those whom the plan in force has.
    ``work_min`` counts every agent of a crew; a notice waits until it is sent and the operators of sensitive
    networks have answered.
    """

    zone: str
    name: str
    field_manager: str
    orders: int
    agents: int
    work_min: int
    p1: int
    p2: int
    notices_pending: int


@dataclass(frozen=True, slots=True)
class DayLoad:
    """The minutes of a day: what the people at work have, what the plan takes, what an absence takes away.

    Who is at work is what ``agents_at_work`` says: on a day off, those whom the plan in force has.
    """

    day: date
    capacity_min: int
    load_min: int
    short_min: int


def zone_counters(
    workspace: Workspace,
    day: date,
    *,
    states: Collection[OrderState] = (),
    priorities: Collection[Priority] = (),
) -> tuple[ZoneCounters, ...]:
    """Return the counters of every zone on a day, of some states and priorities if asked for.

    Orders outside all zones come last, under an empty name.
    """
    orders = [
        order
        for order in orders_of_day(workspace, day)
        if (not states or order.state in states) and (not priorities or order.priority in priorities)
    ]
    present = agents_at_work(workspace, Team.of(workspace, day), [day])[day]
    zones = {zone.zone_id: zone for zone in workspace.all(Zone)}
    names = [*zones, *({order.zone for order in orders} | {agent.zone for agent in present}) - zones.keys()]
    return tuple(
        _counters(
            workspace,
            zones.get(name),
            name,
            [order for order in orders if order.zone == name],
            sum(agent.zone == name for agent in present),
        )
        for name in sorted(names, key=lambda name: (name not in zones, name))
    )


def _counters(
    workspace: Workspace, zone: Zone | None, name: str, orders: list[WorkOrder], agents: int
) -> ZoneCounters:
    return ZoneCounters(
        zone=name,
        name=zone.name if zone else "",
        field_manager=zone.field_manager if zone else "",
        orders=len(orders),
        agents=agents,
        work_min=sum(order.duration_min * order.crew for order in orders),
        p1=sum(order.priority is Priority.P1 for order in orders),
        p2=sum(order.priority is Priority.P2 for order in orders),
        notices_pending=sum(_is_pending(workspace, order) for order in orders if order.digs),
    )


def _is_pending(workspace: Workspace, order: WorkOrder) -> bool:
    notice = notice_of(first(workspace.all(OrderNotice, order_id=order.order_id)))
    if notice is None or notice.sent_at is None:
        return notice is None or notice.is_needed
    return any(one.sensitive and not one.has_answered for one in operators_of(workspace, order))


def day_loads(workspace: Workspace, first_day: date, days: int, *, absent: str = "") -> tuple[DayLoad, ...]:
    """Return load against capacity of some days; ``short_min`` is what an agent who is away takes away.

    The load is the work of the plans in force on these days. An unknown agent raises ``InputError``.
    """
    away = workspace.get(Agent, absent) if absent else None
    team = Team.of(workspace, first_day)
    last = first_day + timedelta(days=days - 1)
    load: dict[date, int] = {}
    for stop in stops_in_force(workspace, first_day, last):
        load[stop.day] = load.get(stop.day, 0) + round((stop.end - stop.start).total_seconds() / 60)
    found = []
    wanted = [first_day + timedelta(days=offset) for offset in range(days)]
    for day, present in agents_at_work(workspace, team, wanted).items():
        lost = sum(shift_min(agent) for agent in present if away and agent.agent_id == away.agent_id)
        capacity = sum(shift_min(agent) for agent in present)
        found.append(DayLoad(day, capacity, load.get(day, 0), lost))
    return tuple(found)


def shift_min(agent: Agent) -> int:
    """Return the minutes of an agent's day, the lunch break left out."""
    day = date.min
    span = datetime.combine(day, agent.day_end) - datetime.combine(day, agent.day_start)
    return round(span.total_seconds() / 60) - agent.lunch_min


def minutes_left(agent: Agent, now: datetime) -> int:
    """Return the minutes of an agent's day that are left at a moment, what is left of the lunch break out."""
    start, end = (datetime.combine(now.date(), at) for at in (agent.day_start, agent.day_end))
    before_lunch = now < datetime.combine(now.date(), agent.lunch_end)
    left = round((end - max(start, now)).total_seconds() / 60) - agent.lunch_min * before_lunch
    return max(0, left)


def skills_ahead(workspace: Workspace, today: date, *, zone: str = "") -> tuple[CoverageGap, ...]:
    """Return the skills that nobody at work will hold on days on which orders need them, the soonest first.

    ``zone`` looks at the orders and the agents of one zone.
    """
    book = rule_book_of(workspace, today)
    rules, team, region = book.life, Team.of(workspace, today), book.law.region
    last = today + timedelta(days=rules.coverage.ahead_days)
    days = [today + timedelta(days=ahead) for ahead in range(rules.coverage.ahead_days + 1)]
    held = {
        day: frozenset(
            skill
            for agent in team.present(day)
            if not zone or agent.zone == zone
            for skill in team.skills(agent, day)
        )
        for day in days
        if is_working_day(day, region=region)
    }
    jobs = (
        (str(one.order.order_id), one.day, frozenset({*one.order.skills, *one.order.crew_skills}))
        for one in order_days(workspace, today, last)
        if not zone or one.order.zone == zone
    )
    return coverage_gaps(today, held, jobs)
