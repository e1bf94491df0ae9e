# SPDX-License-Identifier: GPL-3.0-or-later
"""Appointments offered on the phone over the next days."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from regard.core.errors import InputError
from regard.planner.plans.plan_day import plan_days
from regard.planner.roads.roads import travel_model
from regard.planner.running.emergency import find_offers
from regard.planner.running.slots import find_slots
from regard.planner.running_rules import running_rules
from regard.planner.tours.plan_options import PlanOptions
from regard.routing.model.planning_rules import planning_rules
from regard.tests.unit.planner.days import DAY, DEPOT, with_order
from regard.workorders.orders import WorkOrder
from shapely.geometry import Point

MORNING = datetime(2026, 6, 3, 7, 45)
TEN = datetime(2026, 6, 3, 10)


def test_slots_are_ranked_over_the_days_with_who_would_come(planned):
    with_order(planned, "OI-99", skills=("COMPTEUR",), duration_min=30)
    found = find_slots(planned, "OI-99", now=datetime(2026, 6, 3, 11), days=3)
    assert len(found) == running_rules().slots.most
    ranked = [(round(slot.cost_min), slot.opens) for slot in found]
    assert ranked == sorted(ranked)
    assert {slot.agents for slot in found} == {("AG2",)}
    assert all(slot.opens <= slot.start <= slot.closes for slot in found)
    assert all(slot.start >= datetime(2026, 6, 3, 11) for slot in found)
    # on a day without a plan it costs the way there and back: inserted into the running day it costs less
    assert found[0].opens.date() == DAY
    assert {slot.opens.time() for slot in found} <= {opens for opens, _ in running_rules().slots.windows}


@pytest.mark.parametrize("objective", ["minimum_travel", "balanced"])
def test_days_without_a_plan_are_weighed_as_the_plan_in_force(golden_day, objective):
    options = PlanOptions(day=DAY, seconds=30, iterations=200, objective=objective)
    plan_days(golden_day, options, now=MORNING, who="test")
    with_order(golden_day, "OI-99", duration_min=30)
    found = find_slots(golden_day, "OI-99", now=datetime(2026, 6, 3, 18), days=2)
    assert {slot.opens.date() for slot in found} == {DAY + timedelta(days=1)}
    # the way there and back; all the work of the day is half too much for one of two where that counts
    ride_min = travel_model(golden_day).matrix([DEPOT, Point(686700, 6925600)]).seconds[0, 1] / 30
    weights = planning_rules().presets[objective]
    expected = weights.travel * ride_min + weights.imbalance * 15
    assert found[0].cost_min == pytest.approx(expected)


def test_slots_are_those_of_the_inserted_order(planned):
    with_order(planned, "OI-99", skills=("COMPTEUR",), duration_min=30)
    (best, *_) = find_slots(planned, "OI-99", now=datetime(2026, 6, 3, 11), days=1)
    with planned.command("promise", who="test") as transaction:
        promised = planned.get(WorkOrder, "OI-99")
        transaction.save(replace(promised, window_start=best.opens, window_end=best.closes))
    found = find_offers(planned, "OI-99", day=DAY, now=datetime(2026, 6, 3, 11))
    assert found.offers[0].cost_min == pytest.approx(best.cost_min)
    assert (found.offers[0].agents, found.offers[0].start) == (best.agents, best.start)


def test_nobody_is_promised_for_a_weekend_without_a_plan(planned):
    with_order(planned, "OI-99", skills=("COMPTEUR",), duration_min=30)
    # from Friday evening on
    found = find_slots(planned, "OI-99", now=datetime(2026, 6, 5, 18), days=4)
    assert {slot.opens.date() for slot in found} == {datetime(2026, 6, 8).date()}


def test_an_order_that_is_planned_needs_no_slots(planned):
    with pytest.raises(InputError, match="already planned"):
        find_slots(planned, "OI-01", now=TEN)


@pytest.mark.parametrize("windows", ['["10:00-08:00"]', '["8h"]', "[]", '["08:00-10:00", "09:00-11:00"]'])
def test_windows_that_are_none_are_refused_with_their_line(tmp_path, windows):
    file = tmp_path / "running.yaml"
    file.write_text(
        "version: x\nvalid_from: 2026-01-01\nsource: x\n"
        "replan: {move_min: 1, told: {tolerance_min: 30, later_factor: 2}, seconds: 1}\n"
        f"slots:\n  windows: {windows}\n  days: 1\n  most: 1\n"
    )
    with pytest.raises(InputError, match=r"running\.yaml, line 6"):
        running_rules(file)
