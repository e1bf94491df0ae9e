# SPDX-License-Identifier: GPL-3.0-or-later
"""An order that is long overdue is planned before it is left out for being late."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np
import pytest
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import PlanStop
from regard.planner.tours.late_when_left_out import late_when_left_out
from regard.planner.tours.plan_options import PlanOptions
from regard.routing.model.planning_rules import planning_rules
from regard.routing.model.problem import Problem
from regard.routing.model.shift import Shift
from regard.routing.model.visit import Visit
from regard.routing.travel import TravelMatrix
from regard.workorders.orders import WorkOrder

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7, 45)
SHIFTS = (Shift("A", 0, 0, 0, 28_800, 57_600, overtime_s=3_600), Shift("B", 1, 0, 0, 115_200, 144_000))


@pytest.mark.parametrize("days", [1, 12, 300])
def test_an_overdue_order_is_planned(golden_day, days):
    with golden_day.command("overdue", who="test") as transaction:
        for order in golden_day.all(WorkOrder):
            due_at = NOW - timedelta(days=days)
            transaction.save(replace(order, due_at=due_at, received_at=due_at - timedelta(days=1)))
    plan = plan_days(golden_day, PlanOptions(day=DAY, seconds=30, iterations=300), now=NOW, who="test").plan
    made = {stop.order_id for stop in golden_day.all(PlanStop, plan_id=plan.plan_id)}
    assert made == {order.order_id for order in golden_day.all(WorkOrder)}


def visit_with(due_s, weights, shifts=SHIFTS, factor=4):
    visit = Visit("V", 0, duration_s=600, due_s=due_s, lateness_factor=factor, value_min=300)
    travel = TravelMatrix(np.zeros((1, 1), np.int32), np.zeros((1, 1), np.int32))
    return late_when_left_out(Problem(shifts, (visit,), travel, weights)).visits[0]


@pytest.mark.parametrize("preset", sorted(planning_rules().presets))
@pytest.mark.parametrize("due_s", [-86_400 * 9, -1, 30_000, 143_999])
def test_no_start_within_the_days_costs_more_lateness_than_leaving_out(preset, due_s):
    weights = planning_rules().presets[preset]
    least = (SHIFTS[1].end_s - due_s) / 60 * (weights.lateness * 4 + weights.largest_lateness)
    visit = visit_with(due_s, weights)
    assert least <= weights.unplanned * visit.late_if_left_out_min <= least + 1
    assert (visit.value_min, visit.left_out_min) == (300, 300 + visit.late_if_left_out_min)


def test_what_cannot_be_late_within_the_days_is_worth_what_its_priority_is():
    weights = planning_rules().presets["balanced"]
    assert [visit_with(due_s, weights).left_out_min for due_s in (None, 144_000, 900_000)] == [300, 300, 300]
    assert visit_with(-1, weights, ()).left_out_min == 300
    assert visit_with(-1, planning_rules().presets["on_time"], factor=0).left_out_min == 300


def test_the_lateness_is_that_of_the_problem_however_often_it_is_set():
    weights = planning_rules().presets["balanced"]
    travel = TravelMatrix(np.zeros((1, 1), np.int32), np.zeros((1, 1), np.int32))
    once = late_when_left_out(Problem(SHIFTS, (visit_with(-1, weights),), travel, weights))
    assert late_when_left_out(once).visits == once.visits
