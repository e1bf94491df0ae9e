# SPDX-License-Identifier: GPL-3.0-or-later
"""Weekends and public holidays: nobody is at work but those whom a plan in force has, or who are on call."""

from datetime import date, datetime, time

import pytest
from regard.core.ids import AgentId, OrderId, PlanId
from regard.core.people import OnCallDuty
from regard.core.resources import Absence
from regard.planner.coverage.presence import presence_by_hour
from regard.planner.coverage.who_comes import who_comes
from regard.planner.import_records import import_records
from regard.planner.life.overview import day_loads, zone_counters
from regard.planner.records import Plan, PlanStop
from regard.planner.rule_versions import import_rules, shipped_texts
from regard.planner.tours.tour_problem import Team
from regard.tests.unit.planner.days import DEPOT
from shapely.geometry import Point

WEDNESDAY, SATURDAY, SUNDAY = date(2026, 6, 3), date(2026, 6, 6), date(2026, 6, 7)
BASTILLE_DAY = date(2026, 7, 14)
GOOD_FRIDAY = date(2026, 4, 3)
PLACE = Point(687_000, 6_924_000)


def present(workspace, day, hour):
    found = presence_by_hour(workspace, Team.of(workspace, day), day, moment_min=30)[hour]
    return {one.agent.agent_id: one.reason for one in found}


def hours_with_somebody(workspace, day):
    return [hour for hour in range(24) if present(workspace, day, hour)]


def at_work(workspace, day):
    """Return how many agents the overview counts, and the minutes that ``load`` gives them."""
    (load,) = day_loads(workspace, day, 1)
    return sum(one.agents for one in zone_counters(workspace, day)), load.capacity_min


def add(workspace, *records):
    import_records(workspace, list(records), name="import more", who="test")


def plan_of(day, number, *stops, days=1):
    """Return a plan of a day with stops of an hour: agent, day, hour, task."""
    made = Plan(
        PlanId(f"{day}/{number}"), day, days, datetime(2026, 6, 2, 8, number), 1, 1.0, "balanced", {}, 0
    )
    found = [
        PlanStop(
            stop_id=f"{made.plan_id}/{place}",
            plan_id=made.plan_id,
            agent_id=AgentId(who),
            day=own,
            sequence=place,
            order_id=OrderId("OI-01"),
            role=0,
            arrive=datetime.combine(own, time(hour)),
            start=datetime.combine(own, time(hour)),
            end=datetime.combine(own, time(hour + 1)),
            travel_s=0,
            distance_m=0,
            place=PLACE,
            task=task,
        )
        for place, (who, own, hour, task) in enumerate(stops)
    ]
    return [made, *found]


def hold(workspace, *records):
    with workspace.command("plan", who="test") as transaction:
        transaction.add(list(records))


def test_on_a_wednesday_everybody_is_at_work(golden_day):
    assert present(golden_day, WEDNESDAY, 10) == {"AG1": "home", "AG2": "home"}
    assert hours_with_somebody(golden_day, WEDNESDAY) == list(range(8, 16))
    assert at_work(golden_day, WEDNESDAY) == (2, 1020)


@pytest.mark.parametrize("day", [SATURDAY, SUNDAY, BASTILLE_DAY])
def test_nobody_is_at_work_on_a_weekend_or_a_public_holiday(golden_day, day):
    assert hours_with_somebody(golden_day, day) == []
    assert at_work(golden_day, day) == (0, 0)
    assert who_comes(golden_day, day, 10, PLACE) == ()


def test_whoever_is_on_call_comes_from_home_by_day_too(golden_day):
    add(golden_day, OnCallDuty("O1", "AG2", datetime(2026, 6, 5, 17), datetime(2026, 6, 8, 7)))
    assert present(golden_day, SATURDAY, 10) == {"AG2": "on_call"}
    (comer,) = who_comes(golden_day, SATURDAY, 10, PLACE)
    assert (comer.agent, comer.reason, comer.place) == ("AG2", "on_call", DEPOT)
    # on call is not at work: no hours to plan
    assert at_work(golden_day, SATURDAY) == (0, 0)


def test_a_plan_in_force_has_its_own_people_at_work_on_a_saturday(golden_day):
    hold(golden_day, *plan_of(SATURDAY, 1, ("AG1", SATURDAY, 9, "work")))
    assert present(golden_day, SATURDAY, 8) == {"AG1": "home"}
    assert present(golden_day, SATURDAY, 10) == {"AG1": "stop"}
    assert hours_with_somebody(golden_day, SATURDAY) == list(range(8, 16))
    assert at_work(golden_day, SATURDAY) == (1, 510)
    assert at_work(golden_day, SUNDAY) == (0, 0)


def test_whoever_only_operates_valves_on_a_saturday_is_at_work_too(golden_day):
    stops = (("AG1", SATURDAY, 9, "work"), ("AG2", SATURDAY, 9, "close"))
    hold(golden_day, *plan_of(SATURDAY, 1, *stops))
    assert present(golden_day, SATURDAY, 8) == {"AG1": "home", "AG2": "home"}
    assert at_work(golden_day, SATURDAY) == (2, 1020)


def test_only_the_plan_in_force_counts_and_an_absence_still_does(golden_day):
    friday = date(2026, 6, 5)
    hold(golden_day, *plan_of(friday, 1, ("AG1", SATURDAY, 9, "work"), days=2))
    hold(golden_day, *plan_of(SATURDAY, 2, ("AG2", SATURDAY, 9, "work")))
    assert present(golden_day, SATURDAY, 8) == {"AG2": "home"}
    assert at_work(golden_day, SATURDAY) == (1, 510)
    add(golden_day, Absence("A1", AgentId("AG2"), SATURDAY, SATURDAY))
    assert present(golden_day, SATURDAY, 8) == {}
    assert at_work(golden_day, SATURDAY) == (0, 0)


def test_an_absence_takes_nothing_from_a_day_off(golden_day):
    loads = day_loads(golden_day, date(2026, 6, 5), 4, absent="AG1")
    assert [one.capacity_min for one in loads] == [1020, 0, 0, 1020]
    assert [one.short_min for one in loads] == [510, 0, 0, 510]


def test_the_holidays_are_those_of_the_region_in_the_rules(golden_day):
    assert at_work(golden_day, GOOD_FRIDAY) == (2, 1020)
    law = shipped_texts()["law.yaml"]
    moselle = law.replace('region: ""', 'region: "57"')
    assert moselle != law
    rules = {"law.yaml": moselle}
    import_rules(
        golden_day, rules, valid_from=date(2026, 1, 1), now=datetime(2026, 1, 1), who="test", note="Moselle"
    )
    assert at_work(golden_day, GOOD_FRIDAY) == (0, 0)
    assert present(golden_day, GOOD_FRIDAY, 10) == {}
