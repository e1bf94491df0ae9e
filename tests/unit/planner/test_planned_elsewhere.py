# SPDX-License-Identifier: GPL-3.0-or-later
"""Planning one day takes nothing out of the plan in force of another."""

from datetime import datetime, timedelta

import pytest
from regard.planner.import_records import import_records
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import OrderLink, OrderPin, PlanStop
from regard.planner.tours.plan_options import PlanOptions
from regard.tests.unit.planner.days import DAY, with_order
from regard.workorders.orders import OrderState, WorkOrder

MORNING = datetime(2026, 6, 3, 7, 45)
NEXT = DAY + timedelta(days=1)


def plan_next(workspace, *, now=MORNING):
    """Plan the day after; return its stops by order."""
    options = PlanOptions(day=NEXT, seconds=30, iterations=200, objective="minimum_travel")
    plan = plan_days(workspace, options, now=now, who="test")
    return {stop.order_id: stop for stop in workspace.all(PlanStop, plan_id=plan.plan.plan_id)}


def test_orders_planned_today_stay_there_when_tomorrow_is_planned(planned):
    with_order(planned, "OI-99")
    assert set(plan_next(planned)) == {"OI-99"}
    states = {planned.get(WorkOrder, f"OI-0{n}").state for n in range(1, 7)}
    assert states == {OrderState.PLANNED}


def test_what_should_have_begun_by_now_and_is_not_out_yet_can_be_planned_again(planned):
    evening = datetime.combine(DAY, datetime.max.time())
    # orders with a window of today are over
    assert set(plan_next(planned, now=evening)) == {"OI-03", "OI-04", "OI-06"}


def test_an_order_pinned_to_tomorrow_leaves_today(planned):
    pin = OrderPin("OI-06", ("AG1",), NEXT, "test", MORNING)
    import_records(planned, [pin], name="pin", who="test")
    assert plan_next(planned)["OI-06"].agent_id == "AG1"


@pytest.mark.parametrize("lag_min", [0, 26 * 60])
def test_what_follows_an_order_of_today_comes_after_it(planned, lag_min):
    with_order(planned, "OI-99")
    link = OrderLink("OI-03>OI-99", "OI-03", "OI-99", "after", lag_min, None, "chain")
    import_records(planned, [link], name="link", who="test")
    ends = next(stop.end for stop in planned.all(PlanStop) if stop.order_id == "OI-03")
    found = plan_next(planned)
    if lag_min:
        assert ends + timedelta(minutes=lag_min) > datetime.combine(NEXT, datetime.max.time()).replace(
            hour=16
        )
        assert "OI-99" not in found
    else:
        assert found["OI-99"].start >= ends
