# SPDX-License-Identifier: GPL-3.0-or-later
"""Week 23 of the golden data: 104 orders planned, 92 done, 15 more that no plan knew."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import count

import pytest
from regard.core.ids import AgentId, AssetId, OrderId, PlanId
from regard.core.resources import Absence, Zone
from regard.planner.import_records import import_records
from regard.planner.records import Plan, PlanStop, PlanTour, PlanUnplanned
from regard.store.workspaces import create_workspace
from regard.tests.unit.planner.days import DEPOT, agent, order
from regard.workorders.history import ClosedIntervention
from regard.workorders.life.moves import OrderMove
from regard.workorders.orders import OrderState
from shapely.geometry import box

MONDAY = date(2026, 6, 1)
PLAN = PlanId("2026-06-01/1")
PUBLISHED = datetime(2026, 5, 29, 16)
CAUSES = ["customer_absent"] * 5 + ["parts"] * 3 + ["permit"] * 2 + ["weather", "overrun"]
PUT_OFF = 9
ZONES = ("Z1", "Z2")


@pytest.fixture
def workspace(new_url):
    workspace = create_workspace(new_url, crs="EPSG:2154", clock=lambda: datetime(2026, 6, 8, 8))
    yield workspace
    workspace.close()


def people():
    """Return ten agents of 35 hours a week, five in each zone; one is away four days, one trained for one."""
    staff = [
        replace(agent(f"AG{n:02}"), zone=ZONES[n % 2], day_end=time(16), lunch_min=60) for n in range(10)
    ]
    away = [
        Absence("A1", AgentId("AG00"), MONDAY, MONDAY + timedelta(days=3)),
        Absence("A2", AgentId("AG01"), MONDAY + timedelta(days=4), MONDAY + timedelta(days=4)),
    ]
    zones = [
        Zone(name, name, "F. Leroy", box(686000 + 1000 * n, 6923000, 687000 + 1000 * n, 6924000))
        for n, name in enumerate(ZONES)
    ]
    return [*staff, *away, *zones]


@dataclass
class Week:
    """Makes orders of week 23 with their stops and what became of them."""

    records: list
    numbers: count

    def order(self, *, hours, zone, code="AEP-CPT-REM", received=datetime(2026, 5, 28, 9), **changed):
        name = OrderId(f"OI-{next(self.numbers):03}")
        made = replace(
            order(name, DEPOT, round(hours * 60), (), None),
            zone=zone,
            code=code,
            received_at=received,
            asset_id=AssetId(f"C-{name}"),
            **changed,
        )
        self.records.append(made)
        return made

    def stop(self, made, *, day, number, hours, agent_id, travel_h=0.0, metres=0):
        start = datetime.combine(day, time(9))
        self.records.append(
            PlanStop(
                f"{made.order_id}/s",
                PLAN,
                AgentId(agent_id),
                day,
                number,
                made.order_id,
                0,
                start,
                start,
                start + timedelta(hours=hours),
                round(travel_h * 3600),
                metres,
                DEPOT,
            )
        )

    def closed(self, made, *, started, hours, agents, cause="usure"):
        self.records.append(
            ClosedIntervention(
                made.order_id,
                made.code,
                made.received_at,
                started,
                started + timedelta(hours=hours),
                tuple(AgentId(one) for one in agents),
                len(agents),
                made.zone,
                "meter",
                made.asset_id,
                DEPOT,
                "done",
                cause,
            )
        )


def _planned(week, number):
    """Add one of the 104 planned orders: 231 h of those done, 31 h of the others, 1,380 km in all."""
    zone, day = ZONES[number % 2], MONDAY + timedelta(days=number % 5)
    who = f"AG{2 * (number // 2 % 4 + 1) + number % 2:02}"
    is_done = number >= len(CAUSES)
    planned_h = 231 / 92 if is_done else 31 / 12
    travel_h = 0.25
    ends = datetime.combine(day, time(9)) + timedelta(hours=231 / 92)
    # 6 of those done began late; 5 of the others were due in the week
    late = is_done and number >= 98
    due = datetime.combine(day, time(8)) if late else datetime(2026, 6, 30, 17)
    if number < 5:
        due = datetime(2026, 6, 5, 17)
    done = {"state": OrderState.CLOSED, "ended_at": ends, "started_at": datetime.combine(day, time(9))}
    waiting = {"state": OrderState.RESCHEDULED}
    made = week.order(hours=2, zone=zone, due_at=due, **(done if is_done else waiting))
    week.stop(
        made,
        day=day,
        number=number,
        hours=planned_h - travel_h,
        travel_h=travel_h,
        metres=13000,
        agent_id=who,
    )
    if is_done:
        week.closed(made, started=done["started_at"], hours=231 / 92, agents=[who])
    else:
        _missed(week, made, number)


def _missed(week, made, number):
    at = datetime(2026, 6, 3, 17)
    state = OrderState.PLANNED
    steps = [OrderState.RESCHEDULED] if number < PUT_OFF else [OrderState.NOT_DONE, OrderState.RESCHEDULED]
    for step, target in enumerate(steps):
        move = OrderMove(
            f"{made.order_id}/{step}",
            made.order_id,
            step,
            state,
            target,
            at,
            "F. Leroy",
            cause=CAUSES[number],
        )
        week.records.append(move)
        state = target


def _unplanned(week, number):
    day = MONDAY + timedelta(days=number % 5)
    start = datetime.combine(day, time(13))
    ends = start + timedelta(hours=44 / 15)
    made = week.order(
        hours=2,
        zone=ZONES[number % 2],
        code="AEP-FUI-CAN",
        received=start - timedelta(hours=1),
        state=OrderState.CLOSED,
        started_at=start,
        ended_at=ends,
        due_at=start + timedelta(hours=4),
    )
    agents = [f"AG{2 * (number // 2 % 4 + 1) + number % 2:02}"]
    week.closed(made, started=start, hours=44 / 15, agents=agents)
    return made


@pytest.fixture
def golden_week(workspace):
    """Return a workspace with week 23 as in DOMAIN 5.1: 1,380 km, 14 orders left out, 11 returns."""
    week = Week(people(), count(1))
    week.records.append(Plan(PLAN, MONDAY, 7, PUBLISHED, 1, 1.0, "balanced", {}, 0.0))
    for number in range(104):
        _planned(week, number)
    for number in range(15):
        _unplanned(week, number)
    for number in range(14):
        made = week.order(hours=2, zone=ZONES[number % 2])
        week.records.append(PlanUnplanned(f"u{number}", PLAN, made.order_id, []))
    # the way home of one tour: 28 km to 1,380
    stop = next(one for one in week.records if isinstance(one, PlanStop))
    own = [
        one
        for one in week.records
        if isinstance(one, PlanStop) and (one.agent_id, one.day) == (stop.agent_id, stop.day)
    ]
    week.records.append(
        PlanTour(
            "t1",
            PLAN,
            stop.agent_id,
            stop.day,
            len(own),
            PUBLISHED,
            PUBLISHED,
            sum(one.travel_s for one in own),
            sum(one.distance_m for one in own) + 28000,
            0,
            0,
            "#000000",
            None,
        )
    )
    for first in [one for one in week.records if isinstance(one, ClosedIntervention)][:11]:
        again = replace(
            first,
            order_id=OrderId(f"{first.order_id}-R"),
            received_at=datetime(2026, 6, 15, 8),
            started_at=datetime(2026, 6, 16, 8),
            ended_at=datetime(2026, 6, 16, 9),
        )
        week.records.append(again)
    import_records(workspace, week.records, name="import", who="test")
    return workspace
