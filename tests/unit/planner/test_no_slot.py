# SPDX-License-Identifier: GPL-3.0-or-later
"""An order without a window that can be promised: what is in the way on each day, and what to bend."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.core.resources import Absence, Agent
from regard.planner.running.no_slot import why_no_slot
from regard.planner.running.slots import find_slots
from regard.tests.unit.planner.days import DAY, with_order
from regard.workorders.orders import WorkOrder

TEN = datetime(2026, 6, 3, 10)


def codes(found):
    return {one.day: {reason.code for reason in one.reasons} for one in found.days}


def test_the_reasons_are_told_for_each_working_day(planned):
    # Wednesday to the Monday after the weekend
    with_order(planned, "OI-99", skills=("NOBODY",))
    found = why_no_slot(planned, "OI-99", now=TEN, days=6)
    days = [DAY + timedelta(days=by) for by in (0, 1, 2, 5)]
    assert codes(found) == {key: {"skill_missing"} for key in days}
    assert all(one.reasons[0].times == 2 for one in found.days)


def test_each_day_has_its_own_reasons(planned):
    # today is too full, on the day after AG1 is away, and nobody else holds the skill
    with_order(planned, "OI-99", skills=("SS4",), duration_min=420)
    tomorrow = DAY + timedelta(days=1)
    with planned.command("absence", who="test") as transaction:
        transaction.add([Absence("A1", "AG1", tomorrow, tomorrow)])
    assert find_slots(planned, "OI-99", now=TEN, days=2) == ()
    found = codes(why_no_slot(planned, "OI-99", now=TEN, days=2))
    assert found[DAY] & {"no_time", "too_long"}
    assert "skill_missing" in found[DAY]
    assert found[tomorrow] == {"skill_missing"}


def test_the_cheapest_way_is_one_of_these_days_and_makes_it_fit(planned):
    with_order(planned, "OI-99", duration_min=520)
    assert find_slots(planned, "OI-99", now=TEN, days=2) == ()
    way = why_no_slot(planned, "OI-99", now=TEN, days=2).way
    assert {bend.way for bend in way.relaxation.bends} == {"overtime"}
    assert way.day in (DAY, DAY + timedelta(days=1))
    with planned.command("longer", who="test") as transaction:
        (bend,) = way.relaxation.bends
        agent = planned.get(Agent, bend.agent)
        transaction.save(replace(agent, overtime_min=agent.overtime_min + bend.minutes))
    assert (way.day, way.relaxation.agents) in {
        (slot.start.date(), slot.agents) for slot in find_slots(planned, "OI-99", now=TEN, days=2)
    }


def test_before_its_legal_date_no_rule_is_bent(planned):
    with_order(planned, "OI-99", earliest_start=datetime(2026, 6, 20))
    found = why_no_slot(planned, "OI-99", now=TEN, days=3)
    assert set().union(*codes(found).values()) == {"earliest_start"}
    assert found.way is None


def test_hours_of_its_own_that_no_window_holds_are_said(planned):
    early = {"window_start": datetime(2026, 6, 3, 5), "window_end": datetime(2026, 6, 3, 6)}
    with_order(planned, "OI-99", **early)
    found = why_no_slot(planned, "OI-99", now=datetime(2026, 6, 2, 18), days=2)
    # in the evening before nobody is at work any more
    assert codes(found) == {DAY - timedelta(days=1): set(), DAY: {"window"}}
    assert "2026-06-03 05:00" in found.days[1].reasons[0].detail


def test_an_order_that_is_planned_is_refused_as_for_slots(planned):
    with pytest.raises(InputError, match="already planned"):
        why_no_slot(planned, "OI-01", now=TEN)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(minutes=st.sampled_from([15, 60, 240, 420, 505, 520]), hour=st.integers(6, 18), by=st.integers(1, 2))
def test_a_day_has_nobody_who_could_come_exactly_when_it_has_no_window(planned, minutes, hour, by):
    if "OI-99" not in planned.keys(WorkOrder):
        with_order(planned, "OI-99")
    with planned.command("change", who="test") as transaction:
        transaction.save(replace(planned.get(WorkOrder, "OI-99"), duration_min=minutes))
    now = datetime(2026, 6, 3, hour)
    free = {slot.start.date() for slot in find_slots(planned, "OI-99", now=now, days=by)}
    found = codes(why_no_slot(planned, "OI-99", now=now, days=by))
    could = {day for day, own in found.items() if own & {"fits", "not_worth"}}
    assert free <= could
    assert bool(free) == bool(could)
