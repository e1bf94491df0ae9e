# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders kept for agents by hand, swapped, and taken out of the golden day."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from regard.core.errors import Failure, InputError
from regard.planner.plan_versions import current_plan
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import OrderPin, PlanStop, PlanUnplanned
from regard.planner.running.hand_move import HandMoves
from regard.planner.running.running_day import accept_proposal
from regard.planner.tours.order_pins import pin_order, unpin_order
from regard.planner.tours.plan_options import PlanOptions
from regard.tests.unit.planner.days import DAY
from regard.workorders.orders import OrderState, WorkOrder

MORNING = datetime(2026, 6, 3, 7, 45)


def plan(workspace, objective="minimum_travel", **options):
    chosen = PlanOptions(day=DAY, seconds=30, iterations=1000, objective=objective, **options)
    plan_days(workspace, chosen, now=MORNING, who="test")


@pytest.fixture
def planned(golden_day):
    """Return the golden day with its shortest plan: AG1 makes 01, AG2 makes 04, 02, 06, 05, 03."""
    plan(golden_day)
    return golden_day


def moves(workspace):
    return HandMoves.read(workspace, day=DAY, now=MORNING)


def tours(workspace):
    """Return the orders of each agent in the plan in force, in their sequence."""
    found: dict[str, list[str]] = {}
    for stop in sorted(
        workspace.all(PlanStop, plan_id=current_plan(workspace).plan_id), key=lambda s: s.start
    ):
        found.setdefault(stop.agent_id, []).append(stop.order_id)
    return found


def test_a_pin_keeps_an_order_for_its_agent_in_the_next_plan(planned):
    move = moves(planned).move("OI-06", agent="AG1", position=2)
    assert move.new == ()
    accept_proposal(planned, move.proposal, name="move", now=MORNING, who="test")
    pin = pin_order(planned, "OI-06", now=MORNING, who="Anne")
    assert (pin.agents, pin.day, pin.who) == (("AG1",), DAY, "Anne")
    plan(planned)
    assert "OI-06" in tours(planned)["AG1"]
    unpin_order(planned, "OI-06", who="Anne")
    assert planned.all(OrderPin) == []
    plan(planned)
    assert "OI-06" in tours(planned)["AG2"]


def test_a_pin_forbids_a_move_by_hand_to_others_and_allows_one_within_the_tour(planned):
    pin_order(planned, "OI-06", now=MORNING, who="test")
    other = moves(planned).move("OI-06", agent="AG1", position=2)
    assert [violation.code for violation in other.new] == ["pinned"]
    with pytest.raises(Failure):
        accept_proposal(planned, other.proposal, name="move", now=MORNING, who="test")
    own = moves(planned).move("OI-06", agent="AG2", position=5)
    assert "pinned" not in [violation.code for violation in own.new]


def test_a_pin_that_the_plan_breaks_hinders_no_other_change(planned):
    pin_order(planned, "OI-06", now=MORNING, who="test")
    pin = planned.get(OrderPin, "OI-06")
    with planned.command("change", who="test") as transaction:
        transaction.save(type(pin)(pin.order_id, ("AG1",), pin.day, pin.who, pin.pinned_at, pin.version))
    move = moves(planned).leave_out("OI-04", code="by_hand", detail="test")
    assert move.new == ()
    assert [violation.code for violation in moves(planned).standing.violations] == []


def test_a_pin_of_a_past_day_binds_nobody(planned):
    pin_order(planned, "OI-06", now=MORNING, who="test")
    pin = planned.get(OrderPin, "OI-06")
    with planned.command("change", who="test") as transaction:
        yesterday = DAY - timedelta(days=1)
        transaction.save(type(pin)(pin.order_id, ("AG1",), yesterday, pin.who, pin.pinned_at, pin.version))
    plan(planned)
    assert "OI-06" in tours(planned)["AG2"]


def test_a_pin_is_undone(planned):
    pin_order(planned, "OI-06", now=MORNING, who="test")
    planned.undo(who="test")
    assert planned.all(OrderPin) == []


def test_what_is_not_planned_is_not_pinned(planned):
    move = moves(planned).leave_out("OI-04", code="by_hand", detail="test")
    accept_proposal(planned, move.proposal, name="take out", now=MORNING, who="test")
    with pytest.raises(InputError, match="OI-04"):
        pin_order(planned, "OI-04", now=MORNING, who="test")
    with pytest.raises(InputError):
        unpin_order(planned, "OI-04", who="test")


def test_an_order_taken_out_waits_with_who_took_it_out(planned):
    before = tours(planned)
    move = moves(planned).leave_out("OI-04", code="by_hand", detail="Anne")
    assert move.cost["unplanned"] > 0
    accept_proposal(planned, move.proposal, name="take out", now=MORNING, who="Anne")
    after = tours(planned)
    assert after == {agent: [o for o in own if o != "OI-04"] for agent, own in before.items()}
    left_out = planned.all(PlanUnplanned, plan_id=current_plan(planned).plan_id)
    assert [(one.order_id, one.reasons[0]["code"], one.reasons[0]["detail"]) for one in left_out] == [
        ("OI-04", "by_hand", "Anne")
    ]
    assert planned.get(WorkOrder, "OI-04").state is OrderState.QUALIFIED
    planned.undo(who="Anne")
    assert tours(planned) == before
    with pytest.raises(InputError, match="OI-99"):
        moves(planned).leave_out("OI-99", code="by_hand", detail="")


@pytest.mark.parametrize(("one", "other"), [("OI-04", "OI-06"), ("OI-06", "OI-04"), ("OI-04", "OI-02")])
def test_two_orders_of_a_tour_change_places(planned, one, other):
    before = tours(planned)["AG2"]
    swapped = moves(planned).swap(one, other)
    names = [visit.visit_id for visit in swapped.proposal.rest.problem.visits]
    found = [names[step.visit] for step in swapped.proposal.routes[1] if hasattr(step, "visit")]
    expected = [{one: other, other: one}.get(name, name) for name in before]
    assert [name for name in found if name in before] == expected


def test_two_orders_of_two_tours_change_places(planned):
    before = tours(planned)
    swapped = moves(planned).swap("OI-01", "OI-06")
    shifts = [shift.agent for shift in swapped.proposal.rest.problem.shifts]
    names = [visit.visit_id for visit in swapped.proposal.rest.problem.visits]
    found = {
        agent: [names[step.visit] for step in route if hasattr(step, "visit")]
        for agent, route in zip(shifts, swapped.proposal.routes, strict=True)
    }
    change = {"OI-01": "OI-06", "OI-06": "OI-01"}
    assert found == {agent: [change.get(name, name) for name in own] for agent, own in before.items()}
    # AG2 lacks what OI-01 asks for
    assert "skill_missing" in [violation.code for violation in swapped.new]
