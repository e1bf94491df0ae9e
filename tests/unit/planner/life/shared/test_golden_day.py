# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden day on either store: CAP-1.3.c, CAP-1.4.c and CAP-1.4.d with their figures."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.planner.import_records import import_records
from regard.planner.plan_versions import current_plan
from regard.planner.plans.compare_plans import compare_plans
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import OrderNotice, Outage
from regard.planner.running.emergency import accept_offer, find_offers
from regard.planner.running.gave_way import days_instead
from regard.planner.tours.plan_options import PlanOptions
from regard.workorders.orders import OrderState, Priority, WorkOrder
from shapely.geometry import Point

DAY = date(2026, 6, 3)
MORNING = datetime(2026, 6, 3, 7, 45)
TEN = datetime(2026, 6, 3, 10)
OPTIONS = PlanOptions(day=DAY, seconds=60, iterations=2000)


def test_both_plans_have_the_golden_figures(golden_day):
    found = compare_plans(golden_day, OPTIONS, now=MORNING)
    least, even = found.plans
    assert [round(plan.distance_m / 1000, 2) for plan in (least, even)] == [21.99, 23.07]
    assert [(plan.load.least, plan.load.most) for plan in (least, even)] == [(150, 265), (205, 210)]
    assert round(found.as_they_come_m / 1000, 2) == 27.59
    assert found.saved_share == pytest.approx(0.203, abs=0.0005)


def test_a_burst_on_p03_cuts_23_customers_and_a_hydrant_and_is_an_urgent_dig(burst):
    outage = burst.workspace.get(Outage, burst.order_id)
    assert (set(outage.close), len(outage.customers)) == ({"V4", "V5"}, 23)
    assert (list(outage.hydrants), len(outage.sensitive_customers)) == (["PI-014"], 1)
    assert burst.workspace.get(OrderNotice, burst.order_id).kind == "ATU"


@pytest.fixture
def running(golden_day):
    """Return the day with its shortest plan, OI-03 being the least urgent, and a burst for both agents."""
    patient = replace(golden_day.get(WorkOrder, "OI-03"), priority=Priority.P4)
    with golden_day.command("change", who="test") as transaction:
        transaction.save(patient)
    plan_days(golden_day, replace(OPTIONS, objective="minimum_travel"), now=MORNING, who="test")
    burst = replace(
        golden_day.get(WorkOrder, "OI-06"),
        order_id="OI-99",
        state=OrderState.QUALIFIED,
        priority=Priority.P1,
        received_at=TEN,
        due_at=datetime(2026, 6, 3, 11),
        place=Point(687520, 6924000),
        duration_min=240,
        crew=2,
        skills=("AIPR_OP", "TERR", "SS4"),
        crew_skills=("AIPR_OP",),
        version=0,
    )
    import_records(golden_day, [burst], name="call", who="test")
    return golden_day


def test_a_burst_displaces_oi_03_to_a_day_with_its_reason_and_only_once_accepted(running):
    before = current_plan(running)
    found = find_offers(running, "OI-99", day=DAY, now=TEN)
    offer = found.offers[0]
    assert offer.dropped == ("OI-03",)
    new = days_instead(running, found, now=TEN)["OI-03"]
    assert new.day == date(2026, 6, 4)
    assert current_plan(running) == before
    accept_offer(running, found, offer.number, now=TEN, who="D. Martin")
    assert current_plan(running) != before
    assert running.get(WorkOrder, "OI-03").state is not OrderState.PLANNED
