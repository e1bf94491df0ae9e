# SPDX-License-Identifier: GPL-3.0-or-later
"""An emergency for which nobody has time today: what is left to do, in time first and then the cheapest."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from regard.core.ids import AgentId
from regard.core.people import OnCallDuty
from regard.core.resources import Subcontractor
from regard.core.supplies import SubcontractJob
from regard.planner.plan_versions import current_plan
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import OrderPin, PlanStop
from regard.planner.running.alternatives import find_alternatives
from regard.planner.running.emergency import find_offers
from regard.planner.running.ways_on import can_take, take_way, ways_on
from regard.planner.tours.plan_options import PlanOptions
from regard.tests.unit.planner.days import DAY, DEPOT, with_order
from regard.workorders.orders import OrderState, Priority, WorkOrder

TEN = datetime(2026, 6, 3, 10)
TOMORROW = DAY + timedelta(days=1)


def found_for(workspace, **values):
    with_order(workspace, "OI-99", priority=Priority.P1, **values)
    emergency = find_offers(workspace, "OI-99", day=DAY, now=TEN, iterations=50)
    return emergency, ways_on(workspace, emergency, day=DAY, now=TEN)


@pytest.fixture
def duty(planned):
    night = (datetime(2026, 6, 3, 16, 30), datetime(2026, 6, 4, 7))
    with planned.command("duty", who="test") as transaction:
        transaction.add([OnCallDuty("D1", AgentId("AG1"), *night)])
    return planned


def test_what_fits_today_needs_no_other_way(planned):
    emergency, ways = found_for(planned)
    assert emergency.offers
    assert ways == ()


def test_what_fits_nowhere_is_made_on_call_or_tomorrow_in_time_first(duty):
    # nobody has seven hours left at ten, and all of tomorrow is free
    emergency, ways = found_for(duty, duration_min=420, due_at=datetime(2026, 6, 3, 20))
    assert (emergency.offers, bool(emergency.reasons)) == ((), True)
    first = next(way for way in ways if way.kind == "on_call")
    assert (first.agents, first.start, first.breaks_deadline) == (
        ("AG1",),
        datetime(2026, 6, 3, 16, 30),
        False,
    )
    days = [way for way in ways if way.kind == "other_day"]
    assert (days[0].day, days[0].start.time().hour, days[0].breaks_deadline) == (TOMORROW, 8, True)
    assert ways.index(first) < ways.index(days[0])
    ranks = [(way.breaks_deadline, way.cost_min) for way in ways]
    assert ranks == sorted(ranks)


def test_work_that_nobody_has_time_for_is_split_by_the_rules_of_splitting(planned):
    _, ways = found_for(planned, duration_min=420)
    (split,) = [way for way in ways if way.kind == "split"]
    assert split.parts_min == (210, 210)
    assert split.day == DAY
    assert split.start >= TEN


@pytest.mark.parametrize(("minutes", "is_split"), [(30, True), (28, False)])
def test_halves_that_would_be_too_short_are_not_offered(planned, minutes, is_split):
    # twenty minutes are left, and a part takes fifteen at the least
    ten_past_four = datetime(2026, 6, 3, 16, 10)
    with_order(planned, "OI-99", duration_min=minutes, place=DEPOT)
    found = find_alternatives(planned, "OI-99", day=DAY, now=ten_past_four)
    halves = [way for way in found if way.kind == "split"]
    assert bool(halves) == is_split
    for way in halves:
        # half of it today, the rest tomorrow
        assert (way.start, way.then.date()) == (ten_past_four, TOMORROW)


def test_nothing_is_stored(duty):
    before = current_plan(duty)
    with_order(duty, "OI-99", duration_min=420)
    journal = duty.journal()
    emergency = find_offers(duty, "OI-99", day=DAY, now=TEN, iterations=50)
    assert ways_on(duty, emergency, day=DAY, now=TEN)
    assert (current_plan(duty), duty.journal()) == (before, journal)


@pytest.fixture
def companies(duty):
    with duty.command("company", who="test") as transaction:
        transaction.add([Subcontractor("ST-01", "Travaux du Val", ("AIPR_OP",), "0199000001", 80.0)])
    return duty


def taken(workspace, kind):
    """Take the first way of a kind, and return it with its command."""
    emergency, ways = found_for(workspace, duration_min=420)
    way = next(way for way in ways if way.kind == kind)
    assert can_take(way)
    return way, take_way(workspace, emergency.order_id, way, now=TEN, who="Ada")


def test_a_subcontractor_gets_its_job_in_one_command_that_is_undone(companies):
    way, command = taken(companies, "subcontractor")
    (job,) = companies.all(SubcontractJob)
    assert (job.order_id, job.subcontractor_id, job.price_eur) == ("OI-99", way.company, way.price_eur)
    companies.undo(who="Ada", command_id=command)
    assert companies.all(SubcontractJob) == []


def test_work_is_split_in_two_halves_in_one_command_that_is_undone(companies):
    _, command = taken(companies, "split")
    halves = [order for order in companies.all(WorkOrder) if "OI-99" in (order.order_id, order.part_of)]
    assert [order.duration_min for order in halves] == [210, 210]
    companies.undo(who="Ada", command_id=command)
    assert companies.get(WorkOrder, "OI-99").duration_min == 420


def test_an_order_is_kept_for_a_day_that_has_no_plan_yet(companies):
    way, command = taken(companies, "other_day")
    pin = companies.get(OrderPin, "OI-99")
    assert (pin.agents, pin.day) == (way.agents, way.day)
    plan = plan_days(companies, PlanOptions(way.day, iterations=200), now=TEN, who="test").plan
    (stop,) = companies.all(PlanStop, plan_id=plan.plan_id, order_id="OI-99")
    assert (stop.agent_id,) == way.agents
    companies.undo(who="Ada", command_id=command)
    assert companies.all(OrderPin) == []


def test_an_order_comes_into_the_plan_of_another_day_where_there_is_one(companies):
    plan_days(companies, PlanOptions(TOMORROW, iterations=200), now=TEN, who="test")
    way, command = taken(companies, "other_day")
    assert way.day == TOMORROW
    assert companies.get(WorkOrder, "OI-99").state is OrderState.PLANNED
    (stop,) = companies.all(PlanStop, order_id="OI-99")
    assert (stop.day, (stop.agent_id,)) == (TOMORROW, way.agents)
    companies.undo(who="Ada", command_id=command)
    assert companies.get(WorkOrder, "OI-99").state is OrderState.QUALIFIED


def test_who_is_on_call_is_telephoned(duty):
    _, ways = found_for(duty, duration_min=420)
    assert [can_take(way) for way in ways if way.kind == "on_call"] == [False]
