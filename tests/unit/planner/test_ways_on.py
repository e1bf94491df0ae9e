# SPDX-License-Identifier: GPL-3.0-or-later
"""An emergency for which nobody has time today: what is left to do, in time first and then the cheapest."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from regard.core.ids import AgentId
from regard.core.people import OnCallDuty
from regard.planner.plan_versions import current_plan
from regard.planner.running.alternatives import find_alternatives
from regard.planner.running.emergency import find_offers
from regard.planner.running.ways_on import ways_on
from regard.tests.unit.planner.days import DAY, DEPOT, with_order
from regard.workorders.orders import Priority

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
