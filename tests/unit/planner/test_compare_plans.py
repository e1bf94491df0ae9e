# SPDX-License-Identifier: GPL-3.0-or-later
"""Minimum travel against balanced: the golden day, both plans with what they cost."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.resources import Subcontractor
from regard.planner.plans.compare_plans import compare_plans
from regard.planner.plans.plan_day import plan_days
from regard.planner.tours.plan_options import PlanOptions
from regard.tests.unit.planner.plans import state
from regard.workorders.orders import WorkOrder

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7, 45)
OPTIONS = PlanOptions(day=DAY, seconds=60, iterations=2000)


def test_the_golden_day_has_its_two_plans_and_nothing_is_stored(golden_day):
    before = state(golden_day)
    least, even = compare_plans(golden_day, OPTIONS, now=NOW).plans
    assert (least.objective, even.objective) == ("minimum_travel", "balanced")
    assert [round(plan.distance_m / 1000, 2) for plan in (least, even)] == [21.99, 23.07]
    assert [(plan.load.least, plan.load.most) for plan in (least, even)] == [(150, 265), (205, 210)]
    assert [plan.load.mean for plan in (least, even)] == [207.5, 207.5]
    assert [plan.load.deviation for plan in (least, even)] == [57.5, 2.5]
    assert state(golden_day) == before
    assert {order.state.value for order in golden_day.all(WorkOrder)} == {"qualified"}


def test_the_difference_is_the_price_of_balance(golden_day):
    least, even = compare_plans(golden_day, OPTIONS, now=NOW).plans
    price = even.difference(least)
    # 1.08 km more at 30 km/h
    assert price["distance_m"] == pytest.approx(1080, abs=10)
    assert price["travel"] == pytest.approx(2.16, abs=0.05)
    assert (price["load_range"], price["unplanned_orders"], price["late_orders"]) == (-110, 0, 0)
    assert least.difference(least) == dict.fromkeys(price, 0)


def test_what_planning_saves_against_handing_orders_out_as_they_come(golden_day):
    found = compare_plans(golden_day, OPTIONS, now=NOW)
    assert round(found.as_they_come_m / 1000, 2) == 27.59
    assert found.saved_share == pytest.approx(0.203, abs=0.0005)
    least, even = found.plans
    assert 100 * even.difference(least)["distance_m"] / least.distance_m == pytest.approx(4.9, abs=0.1)


def test_planning_by_an_objective_stores_the_plan_that_was_compared(golden_day):
    least, _ = compare_plans(golden_day, OPTIONS, now=NOW).plans
    options = replace(OPTIONS, objective="minimum_travel")
    made = plan_days(golden_day, options, now=NOW, who="test").plan
    assert (made.cost, made.total) == (least.cost, least.total)


def test_orders_that_are_late_or_left_out_are_counted(golden_day):
    late = replace(golden_day.get(WorkOrder, "OI-05"), due_at=datetime(2026, 6, 3, 12))
    out = replace(golden_day.get(WorkOrder, "OI-04"), earliest_start=datetime(2026, 6, 15, 8))
    with golden_day.command("change", who="test") as transaction:
        transaction.save(late)
        transaction.save(out)
    for plan in compare_plans(golden_day, OPTIONS, now=NOW).plans:
        assert (plan.planned, plan.unplanned, plan.late) == (5, 1, 1)
        assert plan.cost["unplanned"] > 0
        assert plan.cost["lateness"] > 0


def test_what_nobody_can_make_is_told_before_the_search(golden_day):
    order = replace(golden_day.get(WorkOrder, "OI-04"), skills=("PLONGEE",))
    with golden_day.command("change", who="test") as transaction:
        transaction.save(order)
    told = []
    found = compare_plans(golden_day, OPTIONS, now=NOW, tell=told.extend)
    assert [note.params["order"] for note in told] == ["OI-04"]
    assert all(note in found.notes for note in told)


def test_an_order_can_be_given_away_in_both(golden_day):
    order = replace(golden_day.get(WorkOrder, "OI-04"), skills=("PLONGEE",))
    company = Subcontractor("SUB1", "Scaphandriers de l'Oise", ("PLONGEE",), "0639980002", 80.0)
    with golden_day.command("change", who="test") as transaction:
        transaction.save(order)
        transaction.add([company])
    for plan in compare_plans(golden_day, replace(OPTIONS, subcontract=True), now=NOW).plans:
        assert plan.cost["subcontracting"] > 0
        assert plan.cost["unplanned"] == 0
