# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan takes in only orders that pass the gate; the others are left out with what they lack."""

from dataclasses import replace

import pytest
from regard.core.errors import InputError
from regard.core.ids import OrderId, RequestId
from regard.planner.plans.explain_order import explain_order
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import PlanStop, PlanUnplanned
from regard.planner.running.emergency import find_offers
from regard.planner.tours.plan_options import PlanOptions
from regard.tests.unit.planner.conftest import NOW
from regard.tests.unit.planner.days import DAY
from regard.workorders.life.moves import OrderMove
from regard.workorders.orders import OrderState, WorkOrder

OPTIONS = PlanOptions(DAY, seconds=30, iterations=200)


@pytest.fixture
def with_a_vague_order(golden_day):
    """Return the golden day in which OI-03 came from a call and was never tied to an asset."""
    order = golden_day.get(WorkOrder, "OI-03")
    with golden_day.command("edit", who="test") as transaction:
        transaction.save(replace(order, request_id=RequestId("DI-3"), score_detail={"contract": 5.0}))
    return golden_day


def test_an_order_that_fails_its_gate_is_left_out_with_the_reason_and_the_rest_is_planned(with_a_vague_order):
    done = plan_days(with_a_vague_order, OPTIONS, now=NOW, who="D. Martin")
    (left,) = with_a_vague_order.all(PlanUnplanned, plan_id=done.plan.plan_id)
    assert (left.order_id, [reason["code"] for reason in left.reasons]) == ("OI-03", ["needs_asset"])
    assert len(with_a_vague_order.all(PlanStop, plan_id=done.plan.plan_id)) == 5
    assert with_a_vague_order.get(WorkOrder, "OI-03").state is OrderState.QUALIFIED
    notes = [note.english() for note in done.notes]
    assert notes == ["OI-03 cannot be planned: has no asset: tie it to the one it is about (AEP-ENQ)"]
    why = explain_order(with_a_vague_order, "OI-03", authorisations=())
    assert [reason["code"] for reason in why.reasons] == ["needs_asset"]


def test_it_is_not_inserted_into_the_running_day_either(with_a_vague_order):
    plan_days(with_a_vague_order, OPTIONS, now=NOW, who="D. Martin")
    with pytest.raises(InputError, match="OI-03 cannot become planned: has no asset"):
        find_offers(with_a_vague_order, "OI-03", day=DAY, now=NOW)


def test_a_planned_order_that_fails_its_gate_by_now_goes_back(golden_day):
    plan_days(golden_day, OPTIONS, now=NOW, who="D. Martin")
    order = golden_day.get(WorkOrder, "OI-04")
    with golden_day.command("edit", who="test") as transaction:
        transaction.save(replace(order, digs=True))
    plan_days(golden_day, OPTIONS, now=NOW, who="D. Martin")
    moves = golden_day.all(OrderMove, order_id=OrderId("OI-04"))
    assert [one.to_state for one in moves] == [OrderState.PLANNED, OrderState.QUALIFIED]
    assert {one.who for one in moves} == {"D. Martin"}
