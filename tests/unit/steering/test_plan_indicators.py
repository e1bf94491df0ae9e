# SPDX-License-Identifier: GPL-3.0-or-later
"""Indicators of a planned period."""

import pytest
from regard.steering.indicators import PlannedPeriod, plan_indicators


def figures(**change):
    # a week of 10 agents x 35 h, 28 h absent, 7 h of training, 262 h planned, 104 orders of 118
    week = {
        "contract_h": 350,
        "absent_h": 35,
        "work_h": 220,
        "travel_h": 42,
        "overtime_h": 0,
        "distance_km": 1380,
        "orders_to_plan": 118,
        "orders_planned": 104,
    }
    return {i.code: i.value for i in plan_indicators(PlannedPeriod(**(week | change)))}


def test_week_23_gives_the_published_rates():
    week = figures()
    assert week["capacity"] == 315
    assert week["load"] == 262
    assert week["planning_rate_hours"] == pytest.approx(83.2, abs=0.05)
    assert week["planning_rate_orders"] == pytest.approx(88.1, abs=0.05)


def test_distance_is_shared_between_the_planned_orders():
    assert figures(orders_planned=107)["distance_per_order"] == pytest.approx(12.9, abs=0.05)


def test_nothing_to_compare_with_is_unknown_not_zero():
    empty = figures(contract_h=0, absent_h=0, orders_to_plan=0, orders_planned=0)
    assert empty["planning_rate_hours"] is None
    assert empty["planning_rate_orders"] is None
    assert empty["distance_per_order"] is None


def test_each_indicator_says_its_formula():
    period = PlannedPeriod(350, 35, 220, 42, 0, 1380, 118, 104)
    assert all(i.formula and i.unit for i in plan_indicators(period))
