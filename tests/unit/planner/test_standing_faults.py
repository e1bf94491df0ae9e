# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with one order or agent of the plan in force is named, and keeps nothing from the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest
from regard.core.errors import Failure, InputError
from regard.core.resources import Agent, SkillGrant
from regard.planner.plan_versions import current_plan
from regard.planner.records import OrderLink, PlanStop
from regard.planner.running.emergency import accept_offer, find_offers
from regard.planner.running.explain_today import explain_today
from regard.planner.running.hand_move import HandMoves
from regard.planner.running.replan import Disruption, replan
from regard.planner.running.running_day import accept_proposal
from regard.planner.running.slots import find_slots
from regard.tests.unit.planner.days import DAY, with_order
from regard.workorders.orders import OrderState, Priority, WorkOrder

TEN = datetime(2026, 6, 3, 10)
EVENING = datetime(2026, 6, 3, 20)


def change(workspace, kind, key, **values):
    with workspace.command("change", who="test") as transaction:
        transaction.save(replace(workspace.get(kind, key), **values))


def tie(workspace):
    """Have two planned orders of AG2 each wait for the other."""
    with workspace.command("tie", who="test") as transaction:
        transaction.add(
            [
                OrderLink("L1", "OI-05", "OI-03", "after", 0, None, "chain"),
                OrderLink("L2", "OI-03", "OI-05", "after", 0, None, "chain"),
            ]
        )


def forget(workspace):
    with workspace.command("revoke", who="test") as transaction:
        transaction.remove(workspace.get(SkillGrant, "AG2-COMPTEUR"))


def wait(workspace):
    """Have a planned order of AG2 wait for one that nobody can plan."""
    with_order(workspace, "OI-77", state=OrderState.SUSPENDED)
    with workspace.command("tie", who="test") as transaction:
        transaction.add([OrderLink("L1", "OI-77", "OI-05", "after", 0, None, "chain")])


def of_order(**values):
    return lambda workspace: change(workspace, WorkOrder, "OI-05", **values)


def of_agent(**values):
    return lambda workspace: change(workspace, Agent, "AG2", **values)


def at(hour, minute=0):
    return datetime(2026, 6, 3, hour, minute)


# what is changed after planning, and how it is named; AG2 makes OI-05
FAULTS = {
    "negative duration": (of_order(duration_min=-5), "OI-05"),
    "no crew": (of_order(crew=0), "OI-05"),
    "a larger crew": (of_order(crew=2), "OI-05"),
    "window that ends before it begins": (of_order(window_start=at(16), window_end=at(14)), "OI-05"),
    "window outside every shift": (of_order(window_start=at(22), window_end=at(23)), "OI-05"),
    "skill nobody has": (of_order(skills=("SOUD",)), "OI-05"),
    "links in a circle": (tie, "OI-05"),
    "waits for an order that nobody can plan": (wait, "OI-05"),
    "skill revoked": (forget, "OI-05"),
    "shift that ends before it begins": (of_agent(day_end=time(7)), "AG2"),
    "shorter shift": (of_agent(day_end=time(11)), "AG2"),
    "lunch longer than its time": (of_agent(lunch_min=300), "AG2"),
    "negative overtime": (of_agent(overtime_min=-10), "AG2"),
}


@pytest.fixture(params=FAULTS)
def at_fault(request, planned):
    """Return the planned day with something wrong in what AG2 does, and whom a fault has to name."""
    spoil, name = FAULTS[request.param]
    spoil(planned)
    with_order(planned, "OI-99", priority=Priority.P1)
    return planned, name


def stops(workspace, plan):
    return {
        stop.order_id: (stop.agent_id, stop.role, stop.start, stop.end)
        for stop in workspace.all(PlanStop, plan_id=plan.plan_id)
    }


def test_an_emergency_goes_to_others_and_the_tour_at_fault_stays_as_it_stands(at_fault):
    workspace, name = at_fault
    old = stops(workspace, current_plan(workspace))
    assert old["OI-05"][0] == "AG2"
    found = find_offers(workspace, "OI-99", day=DAY, now=TEN)
    assert {offer.agents for offer in found.offers} == {("AG1",)}
    assert any(name in fault.english() for fault in found.faults), [f.english() for f in found.faults]
    assert len(found.faults) == len({fault.english() for fault in found.faults})
    plan = accept_offer(workspace, found, 1, now=TEN, who="test")
    new = stops(workspace, plan)
    assert {key: stop for key, stop in new.items() if stop[0] == "AG2"} == {
        key: stop for key, stop in old.items() if stop[0] == "AG2"
    }
    assert new["OI-99"][0] == "AG1"


def test_appointments_and_explanations_are_given_all_the_same(at_fault):
    workspace, _ = at_fault
    assert find_slots(workspace, "OI-99", now=TEN, days=1)
    assert explain_today(workspace, "OI-99", now=TEN, authorisations=()).reasons


def test_the_rest_can_be_planned_again(at_fault):
    workspace, _ = at_fault
    found = replan(workspace, Disruption(), day=DAY, now=TEN, iterations=50)
    accept_proposal(workspace, found.proposal, name="replan", now=TEN, who="test")


def test_a_sound_day_has_no_faults(planned):
    with_order(planned, "OI-99")
    assert find_offers(planned, "OI-99", day=DAY, now=TEN).faults == ()


def test_an_order_left_out_with_a_window_outside_every_shift_keeps_nobody_from_an_emergency(planned):
    with_order(planned, "OI-98", window_start=at(22), window_end=at(23))
    with_order(planned, "OI-99")
    assert len(find_offers(planned, "OI-99", day=DAY, now=TEN).offers) == 2


def test_the_order_that_is_named_is_still_refused_for_its_own_fault(planned):
    with_order(planned, "OI-99", duration_min=-5)
    with pytest.raises(InputError, match="OI-99 cannot be planned"):
        find_offers(planned, "OI-99", day=DAY, now=TEN)


def test_a_day_in_which_every_tour_is_at_fault_is_refused_with_the_faults(planned):
    for name in ("AG1", "AG2"):
        change(planned, Agent, name, day_end=time(7))
    with_order(planned, "OI-99")
    with pytest.raises(Failure, match=r"AG1.*AG2"):
        find_offers(planned, "OI-99", day=DAY, now=TEN)
    with pytest.raises(InputError, match="Nobody has time left"):
        find_offers(planned, "OI-99", day=DAY, now=EVENING)


def test_the_orders_of_a_sick_agent_with_a_fault_go_to_others(planned):
    change(planned, Agent, "AG2", day_end=time(7))
    now = datetime(2026, 6, 3, 8, 5)
    found = replan(planned, Disruption(absent="AG2"), day=DAY, now=now, iterations=300)
    assert {change.order_id: change.agents_after for change in found.moved} == {
        "OI-04": ("AG1",),
        "OI-06": ("AG1",),
    }


def test_an_order_at_fault_is_not_moved_by_hand_and_others_are(planned):
    change(planned, WorkOrder, "OI-01", duration_min=-5)
    moves = HandMoves.read(planned, day=DAY, now=datetime(2026, 6, 3, 7))
    with pytest.raises(InputError, match="OI-01 cannot be planned"):
        moves.move("OI-01", agent="AG2", position=1)
    assert moves.move("OI-06", agent="AG2", position=1).new == ()


def test_a_move_by_hand_is_stored_whatever_is_wrong_with_others_and_brings_nothing_wrong(planned):
    forget(planned)
    moves = HandMoves.read(planned, day=DAY, now=TEN)
    wrong = moves.move("OI-05", agent="AG1", position=1)
    with pytest.raises(Failure, match="nobody sent to OI-05 has the skill"):
        accept_proposal(planned, wrong.proposal, name="move", now=TEN, who="test")
    early = HandMoves.read(planned, day=DAY, now=datetime(2026, 6, 3, 7))
    moved = early.move("OI-06", agent="AG1", position=2)
    assert moved.new == ()
    plan = accept_proposal(planned, moved.proposal, name="move", now=datetime(2026, 6, 3, 7), who="test")
    assert stops(planned, plan)["OI-06"][0] == "AG1"


def test_an_order_that_is_over_keeps_nobody_from_an_emergency_whatever_is_wrong_with_it(planned):
    change(planned, WorkOrder, "OI-04", duration_min=-5, state=OrderState.DONE)
    with_order(planned, "OI-99")
    found = find_offers(planned, "OI-99", day=DAY, now=TEN)
    assert {offer.agents for offer in found.offers} == {("AG1",), ("AG2",)}
    assert found.faults == ()
