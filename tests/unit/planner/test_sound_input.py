# SPDX-License-Identifier: GPL-3.0-or-later
"""Values that cannot be meant set one agent or one order aside, each by its name; the rest is planned."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from regard.planner.plans.plan_day import plan_days
from regard.planner.roads.roads import travel_model
from regard.planner.rule_versions import shipped_tour_rules
from regard.planner.tours.plan_options import PlanOptions
from regard.planner.tours.sound_input import hopeless_orders, set_aside_records, sound_input
from regard.planner.tours.tour_problem import Horizon, Team, tour_problem
from regard.routing.model.problem import Pin
from regard.workorders.orders import OrderState, WorkOrder
from shapely.geometry import Point

NOW = datetime(2026, 6, 3, 7, 45)


@pytest.fixture
def team(golden_day):
    return Team.of(golden_day, date(2026, 6, 3))


@pytest.fixture
def orders(golden_day):
    return tuple(sorted(golden_day.all(WorkOrder), key=lambda order: order.order_id))


def test_what_is_sound_stays_whole(team, orders):
    found = sound_input(team, orders)
    assert (found.team, found.orders, found.set_aside, found.notes) == (team, orders, {}, ())


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"day_start": time(17), "day_end": time(8)}, "ends before it starts (17:00 to 08:00)"),
        ({"lunch_min": 180}, "a break of 180 min does not fit between 12:00 and 14:00"),
        ({"overtime_min": -5}, "overtime_min is negative (-5)"),
        ({"home": Point()}, "the home has no coordinates"),
    ],
)
def test_an_agent_with_an_impossible_day_is_left_out_by_name(team, orders, values, says):
    bad = replace(team.agents[0], **values)
    found = sound_input(replace(team, agents=(bad, *team.agents[1:])), orders)
    assert found.team.agents == team.agents[1:]
    (note,) = found.notes
    assert note.english().startswith(f"{bad.agent_id} is left out of the plan: ")
    assert says in note.english()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"duration_min": -30}, "wrong_duration"),
        ({"crew": 0}, "wrong_crew"),
        (
            {"window_start": datetime(2026, 6, 3, 12), "window_end": datetime(2026, 6, 3, 8)},
            "wrong_window",
        ),
        ({"place": Point(float("nan"), 1)}, "wrong_place"),
    ],
)
def test_an_order_with_an_impossible_value_is_set_aside_with_its_reason(team, orders, values, code):
    bad = replace(orders[0], **values)
    found = sound_input(team, (bad, *orders[1:]))
    assert found.orders == orders[1:]
    assert [reason["code"] for reason in found.set_aside[bad.order_id]] == [code]
    assert found.notes[0].english().startswith(f"{bad.order_id} cannot be planned: ")
    assert "reason." not in found.notes[0].english()


def test_what_is_set_aside_is_kept_with_the_plan(golden_day, orders):
    options = PlanOptions(day=date(2026, 6, 3), iterations=1)
    plan = plan_days(golden_day, options, now=NOW, who="test").plan
    reasons = sound_input(Team.of(golden_day, date(2026, 6, 3)), (replace(orders[0], crew=0),)).set_aside
    (record,) = set_aside_records(plan, reasons)
    assert (record.plan_id, record.order_id, record.reasons) == (plan.plan_id, "OI-01", reasons["OI-01"])


def test_an_order_that_is_closed_is_nobodys_business(team, orders):
    closed = replace(orders[0], duration_min=-30, state=OrderState.CLOSED)
    assert sound_input(team, (closed,)).notes == ()


def test_what_no_plan_can_hold_is_said_before_the_search(golden_day, team, orders):
    unskilled = replace(orders[0], skills=("PLONGEE",))
    tours = tour_problem(
        team,
        (unskilled, *orders[1:]),
        horizon=Horizon(date(2026, 6, 3), 1),
        travel=travel_model(golden_day),
        objective="balanced",
        rules=shipped_tour_rules(),
    )
    assert [note.english() for note in hopeless_orders(tours)] == [
        "OI-01 cannot be planned: nobody has the skill PLONGEE"
    ]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"earliest_start": datetime(2026, 6, 9, 8)}, "may not start before 2026-06-09 08:00"),
        (
            {"window_start": datetime(2026, 6, 1, 8), "window_end": datetime(2026, 6, 1, 10)},
            "nobody works within 2026-06-01 08:00 - 10:00",
        ),
        (
            {"window_start": datetime(2026, 6, 1, 22), "window_end": datetime(2026, 6, 2, 2)},
            "nobody works within 2026-06-01 22:00 - 2026-06-02 02:00",
        ),
    ],
)
def test_moments_are_said_by_the_calendar(golden_day, team, orders, values, says):
    tours = tour_problem(
        team,
        (replace(orders[0], **values), *orders[1:]),
        horizon=Horizon(date(2026, 6, 3), 1),
        travel=travel_model(golden_day),
        objective="balanced",
        rules=shipped_tour_rules(),
    )
    assert [note.english() for note in hopeless_orders(tours)] == [f"OI-01 cannot be planned: {says}"]


def test_a_pinned_start_outside_all_windows_is_said_with_them(golden_day, team, orders):
    tours = tour_problem(
        team,
        orders,
        horizon=Horizon(date(2026, 6, 3), 1),
        travel=travel_model(golden_day),
        objective="balanced",
        rules=shipped_tour_rules(),
    )
    first, *others = tours.problem.visits
    pinned = replace(first, pin=Pin(start_s=15 * 3600))
    tours = replace(tours, problem=replace(tours.problem, visits=(pinned, *others)))
    assert [note.english() for note in hopeless_orders(tours)] == [
        "OI-01 cannot be planned: nobody works within 2026-06-03 08:00 - 12:00, 2026-06-03 15:00"
    ]
