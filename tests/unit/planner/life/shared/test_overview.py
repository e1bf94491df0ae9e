# SPDX-License-Identifier: GPL-3.0-or-later
"""The field manager's view of zone Nord: counters, an absence, a skill that will be missing."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from regard.core.errors import InputError
from regard.core.ids import AgentId
from regard.core.resources import Absence, Agent
from regard.planner.import_records import import_records
from regard.planner.life.alerts import alert_gaps
from regard.planner.life.overview import day_loads, minutes_left, skills_ahead, zone_counters
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import OrderNotice, PlanStop
from regard.planner.running.replan import Disruption, replan
from regard.planner.running.running_day import accept_proposal
from regard.planner.tours.plan_options import PlanOptions
from regard.tests.unit.planner.days import agent, order
from regard.workorders.orders import OrderState, Priority, WorkOrder

THURSDAY, FRIDAY = date(2026, 6, 4), date(2026, 6, 5)
MORNING = datetime(2026, 6, 4, 7, 30)


def notice(order_id, state, sent_at=None):
    return OrderNotice(
        order_id, "DICT", "notice.dict", {}, None, None, MORNING, None, (), (), "1", state, sent_at=sent_at
    )


@pytest.fixture
def thursday(golden_day):
    """Return the golden orders as those of Thursday 4 June: one P2 that digs, its notice not sent yet."""
    with golden_day.command("edit", who="test") as transaction:
        for one in golden_day.all(WorkOrder):
            late = datetime.combine(THURSDAY, time(17))
            is_first = one.order_id == "OI-01"
            moved = replace(one, due_at=late, window_start=None, window_end=None, digs=is_first)
            transaction.save(replace(moved, priority=Priority.P2) if is_first else moved)
        transaction.add([notice("OI-01", "to_send")])
    return golden_day


def test_zone_nord_on_4_june(thursday):
    (nord,) = zone_counters(thursday, THURSDAY)
    assert (nord.name, nord.field_manager) == ("Nord", "F. Leroy")
    assert (nord.orders, nord.agents, nord.work_min) == (6, 2, 415)
    assert (nord.p1, nord.p2, nord.notices_pending) == (0, 1, 1)


def test_the_view_can_be_narrowed(thursday):
    (urgent,) = zone_counters(thursday, THURSDAY, priorities=[Priority.P2])
    assert (urgent.orders, urgent.work_min) == (1, 150)
    (done,) = zone_counters(thursday, THURSDAY, states=[OrderState.DONE])
    assert (done.orders, done.agents) == (0, 2)


def test_a_notice_that_is_sent_waits_no_longer_and_outsiders_come_last(thursday):
    outside = replace(order("OI-07", (0, 0), 20, (), None), zone="", due_at=MORNING)
    import_records(thursday, [outside], name="import", who="test")
    with thursday.command("edit", who="test") as transaction:
        transaction.save(replace(thursday.get(OrderNotice, "OI-01"), sent_at=MORNING))
    nord, rest = zone_counters(thursday, THURSDAY)
    assert (nord.notices_pending, rest.zone, rest.orders) == (0, "", 1)


@pytest.fixture
def two_days(workspace):
    """Return a plan of Thursday and Friday by two agents with days of 420 minutes."""
    people = [replace(agent(name), day_end=time(16), lunch_min=60) for name in ("AG1", "AG2")]
    jobs = []
    for day in (THURSDAY, FRIDAY):
        for number in range(6):
            made = order(f"OI-{day.day}{number}", (686500 + 100 * number, 6923500), 50, (), None)
            start = datetime.combine(day, time(8))
            due = datetime.combine(day, time(17))
            jobs.append(replace(made, window_start=start, window_end=due, due_at=due))
    import_records(workspace, [*people, *jobs], name="import", who="test")
    options = PlanOptions(THURSDAY, days=2, seconds=30, iterations=300, objective="balanced")
    plan_days(workspace, options, now=datetime(2026, 6, 3, 16), who="D. Martin")
    return workspace


def starts(workspace, plan, day):
    stops = workspace.all(PlanStop, plan_id=plan.plan_id, day=day)
    return {(stop.order_id, stop.agent_id, stop.start) for stop in stops}


def test_an_absence_tomorrow_takes_420_minutes_and_leaves_today_alone(two_days):
    before = [stop for stop in two_days.all(PlanStop) if stop.day == FRIDAY and stop.agent_id == "AG1"]
    assert len(before) == 3
    found = replan(two_days, Disruption(absent=AgentId("AG1")), day=FRIDAY, now=MORNING, iterations=300)
    assert found.short_min == 420
    assert {change.order_id for change in found.moved} == {stop.order_id for stop in before}
    assert found.dropped == {}
    plan = accept_proposal(two_days, found.proposal, name="replan", now=MORNING, who="D. Martin")
    assert starts(two_days, plan, THURSDAY) == starts(two_days, found.proposal.in_force.plan, THURSDAY)
    assert not [stop for stop in starts(two_days, plan, FRIDAY) if stop[1] == "AG1"]


def test_load_is_held_against_the_people_at_work(two_days):
    thursday, friday = day_loads(two_days, THURSDAY, 2, absent="AG1")
    assert (thursday.capacity_min, thursday.load_min, friday.short_min) == (840, 300, 420)
    with pytest.raises(InputError, match="AG9"):
        day_loads(two_days, THURSDAY, 1, absent="AG9")


@pytest.mark.parametrize(
    ("now", "minutes"),
    [
        (datetime(2026, 6, 5), 420),
        (datetime(2026, 6, 5, 10), 300),
        (datetime(2026, 6, 5, 14), 120),
        (datetime(2026, 6, 5, 18), 0),
    ],
)
def test_what_is_left_of_a_day(two_days, now, minutes):
    assert minutes_left(two_days.get(Agent, "AG1"), now) == minutes


@pytest.fixture
def leave(golden_day):
    """Return the golden day with AG1 away from 8 to 12 June and two jobs with asbestos cement then."""
    absence = Absence("A1", AgentId("AG1"), date(2026, 6, 8), date(2026, 6, 12))
    jobs = [
        replace(order(f"OI-5{day}", (687000, 6924000), 60, ("SS4",), None), due_at=datetime(2026, 6, day, 17))
        for day in (9, 11)
    ]
    import_records(golden_day, [absence, *jobs], name="import", who="test")
    return golden_day


def test_a_skill_that_nobody_will_hold_is_told_seven_days_ahead(leave):
    (gap,) = skills_ahead(leave, date(2026, 6, 1))
    assert (gap.skill, gap.jobs, gap.lead_days) == ("SS4", ("OI-59", "OI-511"), 7)
    assert (gap.first_day, gap.last_day) == (date(2026, 6, 8), date(2026, 6, 12))
    assert skills_ahead(leave, date(2026, 6, 1), zone="Z9") == ()


def test_the_field_manager_is_alerted_once_for_each_job(leave):
    at = datetime(2026, 6, 1, 8)
    gaps = skills_ahead(leave, date(2026, 6, 1))
    alerts = alert_gaps(leave, gaps, now=at, who="D. Martin")
    assert [(one.order_id, one.addressee, one.raised_at) for one in alerts] == [
        ("OI-59", "F. Leroy", at),
        ("OI-511", "F. Leroy", at),
    ]
    assert "SS4: nobody from 2026-06-08 to 2026-06-12, 2 orders due" in alerts[0].text
    assert "7 days ahead" in alerts[0].text
    assert alert_gaps(leave, gaps, now=at, who="D. Martin") == ()


def test_a_gap_without_a_job_is_none(leave):
    with leave.command("edit", who="test") as transaction:
        for name in ("OI-59", "OI-511"):
            late = leave.get(WorkOrder, name).due_at + timedelta(days=7)
            transaction.save(replace(leave.get(WorkOrder, name), due_at=late))
    assert skills_ahead(leave, date(2026, 6, 1)) == ()
