# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden day while it runs: an emergency, a sick agent, a late stop, a move by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from regard.core.errors import Failure, InputError
from regard.core.resources import Absence
from regard.planner.plan_versions import current_plan
from regard.planner.records import Plan, PlanStop, PlanTour, PlanUnplanned
from regard.planner.running.emergency import accept_offer, find_offers
from regard.planner.running.hand_move import HandMoves, move_order
from regard.planner.running.plan_in_force import read_plan_in_force
from regard.planner.running.replan import Disruption, replan
from regard.planner.running.running_day import accept_proposal
from regard.routing.check.checker import check_routes
from regard.routing.model.planning_rules import planning_rules
from regard.tests.unit.planner.days import DAY, with_order
from regard.workorders.orders import OrderState, Priority, WorkOrder

NOW = datetime(2026, 6, 3, 8, 15)
MORNING = datetime(2026, 6, 3, 7, 45)
TEN = datetime(2026, 6, 3, 10)


def stops(workspace, plan):
    """Return (agent, role, start, end) of every order of a plan."""
    return {
        stop.order_id: (stop.agent_id, stop.role, stop.start, stop.end)
        for stop in workspace.all(PlanStop, plan_id=plan.plan_id)
    }


def test_the_stored_plan_is_read_back_with_the_times_that_the_checker_finds(planned):
    in_force = read_plan_in_force(planned, DAY)
    rest = in_force.rest(datetime(2026, 6, 3, 0))
    assert rest.frozen == {}
    assert check_routes(in_force.problem, in_force.routes).tours == in_force.times


def test_an_emergency_has_an_offer_for_each_agent_and_stores_nothing(planned):
    with_order(planned, "OI-99", priority=Priority.P1)
    before = current_plan(planned), planned.journal()
    found = find_offers(planned, "OI-99", day=DAY, now=TEN)
    assert {offer.agents for offer in found.offers} == {("AG1",), ("AG2",)}
    assert [offer.cost_min for offer in found.offers] == sorted(offer.cost_min for offer in found.offers)
    assert all(offer.start >= TEN for offer in found.offers)
    assert found.reasons == ()
    assert (current_plan(planned), planned.journal()) == before
    assert planned.get(WorkOrder, "OI-99").state is OrderState.QUALIFIED


def test_what_has_left_stays_and_the_displaced_are_told_with_both_times(planned):
    with_order(planned, "OI-99", duration_min=200)
    old = stops(planned, current_plan(planned))
    found = find_offers(planned, "OI-99", day=DAY, now=TEN)
    offer = next(offer for offer in found.offers if offer.agents == ("AG2",))
    plan = accept_offer(planned, found, offer.number, now=TEN, who="test")
    new = stops(planned, plan)
    left = {name for name, (_, _, start, _) in old.items() if start < TEN}
    assert left >= {"OI-01", "OI-04", "OI-02"}
    assert {name: new[name] for name in left} == {name: old[name] for name in left}
    assert new["OI-99"][0] == "AG2"
    assert new["OI-99"][2] == offer.start
    moved = {name for name in old if old[name] != new[name]}
    assert moved
    assert {change.order_id for change in offer.changes} == moved
    for change in offer.changes:
        assert (change.before.start, change.after.start) == (old[change.order_id][2], new[change.order_id][2])


def test_an_accepted_emergency_is_the_plan_in_force_until_it_is_undone(planned):
    with_order(planned, "OI-99")
    first = current_plan(planned)
    plan = accept_offer(planned, find_offers(planned, "OI-99", day=DAY, now=TEN), 1, now=TEN, who="Ada")
    assert current_plan(planned).plan_id == plan.plan_id == f"{DAY}/2"
    assert planned.get(WorkOrder, "OI-99").state is OrderState.PLANNED
    assert {entry.who for entry in planned.journal() if entry.command == "insert"} == {"Ada"}
    planned.undo(who="Ada")
    assert current_plan(planned) == first
    assert planned.get(WorkOrder, "OI-99").state is OrderState.QUALIFIED
    assert planned.all(PlanStop, plan_id=plan.plan_id) == []


def test_the_tours_of_the_new_plan_add_up_with_those_of_the_old(planned):
    new = with_order(planned, "OI-99")
    tours = {tour.agent_id: tour for tour in planned.all(PlanTour, plan_id=current_plan(planned).plan_id)}
    found = find_offers(planned, "OI-99", day=DAY, now=TEN)
    plan = accept_offer(planned, found, 1, now=TEN, who="test")
    after = {tour.agent_id: tour for tour in planned.all(PlanTour, plan_id=plan.plan_id)}
    (agent,) = found.offers[0].agents
    assert after[agent].work_s - tours[agent].work_s == new.duration_min * 60
    assert sum(after[name].travel_s - tours[name].travel_s for name in tours) == pytest.approx(
        found.offers[0].cost_min * 60
    )


def test_an_offer_for_a_plan_that_changed_in_between_is_refused(planned):
    with_order(planned, "OI-98")
    with_order(planned, "OI-99")
    found = find_offers(planned, "OI-99", day=DAY, now=TEN)
    other = accept_offer(planned, find_offers(planned, "OI-98", day=DAY, now=TEN), 1, now=TEN, who="test")
    journal = planned.journal()
    with pytest.raises(Failure, match=f"it is {other.plan_id}"):
        accept_offer(planned, found, 1, now=TEN, who="test")
    assert planned.journal() == journal
    assert current_plan(planned).plan_id == other.plan_id


def test_a_second_emergency_builds_on_the_first(planned):
    for name in ("OI-98", "OI-99"):
        with_order(planned, name, duration_min=20)
        plan = accept_offer(planned, find_offers(planned, name, day=DAY, now=TEN), 1, now=TEN, who="test")
    assert {"OI-98", "OI-99"} <= stops(planned, plan).keys()
    later = datetime(2026, 6, 3, 16)
    assert replan(planned, Disruption(), day=DAY, now=later, iterations=10).changes == ()


def test_an_offer_that_there_is_not_is_refused(planned):
    with_order(planned, "OI-99")
    found = find_offers(planned, "OI-99", day=DAY, now=TEN)
    with pytest.raises(InputError, match="no alternative 4, only 2"):
        accept_offer(planned, found, 4, now=TEN, who="test")


def test_an_emergency_that_fits_nowhere_says_why_and_lets_the_cheapest_give_way(planned):
    window = {"window_start": datetime(2026, 6, 3, 14), "window_end": datetime(2026, 6, 3, 14, 5)}
    meter = {"skills": ("COMPTEUR",), "duration_min": 120, "priority": Priority.P1}
    with_order(planned, "OI-99", **window, **meter)
    found = find_offers(planned, "OI-99", day=DAY, now=TEN)
    assert {reason.code for reason in found.reasons} == {"skill_missing", "no_time"}
    (offer,) = found.offers
    # the appointment at 14:00 of the same agent cannot be kept any more
    assert offer.dropped == ("OI-05",)
    assert offer.cost_min > 1000
    plan = accept_offer(planned, found, 1, now=TEN, who="test")
    assert planned.get(WorkOrder, "OI-05").state is OrderState.QUALIFIED
    (left,) = planned.all(PlanUnplanned, plan_id=plan.plan_id)
    assert (left.order_id, bool(left.reasons)) == ("OI-05", True)


def test_several_orders_give_way_where_one_does_not_make_enough_room(planned):
    window = {"window_start": datetime(2026, 6, 3, 11, 25), "window_end": datetime(2026, 6, 3, 11, 35)}
    meter = {"skills": ("COMPTEUR",), "duration_min": 260}
    with_order(planned, "OI-98", **window, **meter, priority=Priority.P3)
    with_order(planned, "OI-99", **window, **meter, priority=Priority.P1)
    assert find_offers(planned, "OI-98", day=DAY, now=TEN, iterations=500).offers == ()
    found = find_offers(planned, "OI-99", day=DAY, now=TEN, iterations=500)
    (offer,) = found.offers
    assert (offer.agents, offer.start.hour) == (("AG2",), 11)
    assert sorted(offer.dropped) == ["OI-03", "OI-05"]
    worth_min = planning_rules().value_min["P3"]
    assert offer.cost_min == pytest.approx(2 * worth_min, abs=60)
    plan = accept_offer(planned, found, 1, now=TEN, who="test")
    assert stops(planned, plan)["OI-99"][0] == "AG2"
    assert {row.order_id for row in planned.all(PlanUnplanned, plan_id=plan.plan_id)} >= {*offer.dropped}
    assert {planned.get(WorkOrder, name).state for name in offer.dropped} == {OrderState.QUALIFIED}


def test_nothing_gives_way_to_what_is_worth_less(planned):
    with_order(planned, "OI-99", skills=("COMPTEUR",), duration_min=400, priority=Priority.P4)
    found = find_offers(planned, "OI-99", day=DAY, now=TEN)
    assert found.offers == ()
    assert found.reasons


@pytest.mark.parametrize(
    ("order_id", "fields", "told"),
    [
        ("OI-01", None, "already planned"),
        ("OI-77", None, "OI-77"),
        ("OI-99", {"state": OrderState.DONE}, "is done; only"),
    ],
)
def test_an_order_that_cannot_be_inserted_is_refused_by_name(planned, order_id, fields, told):
    if fields:
        with_order(planned, order_id, **fields)
    with pytest.raises(InputError, match=told):
        find_offers(planned, order_id, day=DAY, now=TEN)


def test_a_day_without_a_plan_and_a_day_that_is_over_are_refused(planned):
    with_order(planned, "OI-99")
    with pytest.raises(InputError, match="No plan holds 2026-06-04"):
        find_offers(planned, "OI-99", day=DAY + timedelta(days=1), now=TEN)
    with pytest.raises(InputError, match="Nobody has time left"):
        find_offers(planned, "OI-99", day=DAY, now=datetime(2026, 6, 3, 20))


def test_the_orders_of_a_sick_agent_go_to_others_and_the_rest_stays(planned):
    old = stops(planned, current_plan(planned))
    now = datetime(2026, 6, 3, 8, 5)
    found = replan(planned, Disruption(absent="AG2"), day=DAY, now=now, iterations=300)
    assert {change.order_id: change.agents_after for change in found.moved} == {
        "OI-04": ("AG1",),
        "OI-06": ("AG1",),
    }
    # only AG2 reads meters
    assert found.dropped.keys() == {"OI-02", "OI-05", "OI-03"}
    assert {reason.code for reasons in found.dropped.values() for reason in reasons} == {"skill_missing"}
    plan = accept_proposal(planned, found.proposal, name="replan", now=now, who="test")
    new = stops(planned, plan)
    assert new["OI-01"] == old["OI-01"]
    assert {planned.get(WorkOrder, name).state for name in found.dropped} == {OrderState.QUALIFIED}
    assert planned.get(Plan, plan.plan_id).total == pytest.approx(plan.total)


def test_an_agent_noted_as_absent_since_counts_as_sick(planned):
    with planned.command("absence", who="test") as transaction:
        transaction.add([Absence("A1", "AG2", DAY, DAY)])
    found = replan(planned, Disruption(), day=DAY, now=datetime(2026, 6, 3, 9, 30), iterations=300)
    assert {change.order_id: change.agents_after for change in found.moved} == {"OI-06": ("AG1",)}
    assert found.dropped.keys() == {"OI-05", "OI-03"}


def test_a_late_stop_moves_what_comes_after_it_and_nothing_else(planned):
    old = stops(planned, current_plan(planned))
    now = datetime(2026, 6, 3, 9, 15)
    found = replan(planned, Disruption(late_order="OI-02", late_min=40), day=DAY, now=now, iterations=300)
    assert found.moved == ()
    assert found.dropped == {}
    shifts = {c.order_id: (c.after.start - c.before.start) for c in found.changes}
    assert shifts == {"OI-06": timedelta(minutes=40)}
    plan = accept_proposal(planned, found.proposal, name="replan", now=now, who="test")
    new = stops(planned, plan)
    assert new["OI-02"][3] - old["OI-02"][3] == timedelta(minutes=40)
    assert new["OI-05"] == old["OI-05"]


def test_an_appointment_that_a_late_stop_makes_impossible_goes_to_another_agent(planned):
    with planned.command("skills", who="test") as transaction:
        transaction.save(replace(planned.get(WorkOrder, "OI-05"), skills=("PI",)))
    found = replan(planned, Disruption(late_order="OI-06", late_min=300), day=DAY, now=TEN, iterations=500)
    assert [(c.order_id, c.agents_after) for c in found.moved] == [("OI-05", ("AG1",))]


def test_a_plan_that_nothing_has_happened_to_stays(planned):
    assert replan(planned, Disruption(), day=DAY, now=TEN, iterations=500).changes == ()


def test_an_unknown_agent_and_an_order_that_is_not_in_the_plan_are_refused(planned):
    with pytest.raises(InputError, match=r"agent AG9 .*AG1, AG2"):
        replan(planned, Disruption(absent="AG9"), day=DAY, now=TEN, iterations=1)
    with_order(planned, "OI-99")
    with pytest.raises(InputError, match="OI-99 is not in plan"):
        replan(planned, Disruption(late_order="OI-99", late_min=5), day=DAY, now=TEN, iterations=1)


def test_a_dispatched_order_that_goes_to_another_agent_is_to_be_sent_again(planned):
    with planned.command("dispatch", who="test") as transaction:
        for name in ("OI-04", "OI-01"):
            transaction.save(replace(planned.get(WorkOrder, name), state=OrderState.DISPATCHED))
    now = datetime(2026, 6, 3, 7, 50)
    found = replan(planned, Disruption(absent="AG2"), day=DAY, now=now, iterations=300)
    accept_proposal(planned, found.proposal, name="replan", now=now, who="test")
    assert planned.get(WorkOrder, "OI-04").state is OrderState.PLANNED
    assert planned.get(WorkOrder, "OI-01").state is OrderState.DISPATCHED


def test_an_order_in_progress_has_left_however_early(planned):
    with planned.command("start", who="test") as transaction:
        transaction.save(replace(planned.get(WorkOrder, "OI-06"), state=OrderState.IN_PROGRESS))
    in_force = read_plan_in_force(planned, DAY)
    rest = in_force.rest(datetime(2026, 6, 3, 7))
    names = {in_force.problem.visits[number].visit_id for number in rest.frozen}
    assert names == {"OI-04", "OI-02", "OI-06"}


def test_an_order_taken_off_the_plan_leaves_its_place_free(planned):
    with planned.command("cancel", who="test") as transaction:
        transaction.save(replace(planned.get(WorkOrder, "OI-06"), state=OrderState.CANCELLED))
    with_order(planned, "OI-99")
    plan = accept_offer(planned, find_offers(planned, "OI-99", day=DAY, now=TEN), 1, now=TEN, who="test")
    assert "OI-06" not in stops(planned, plan)


def test_a_move_by_hand_tells_what_it_changes_and_breaks(planned):
    now = datetime(2026, 6, 3, 9, 30)
    found = move_order(planned, "OI-06", day=DAY, now=now, agent="AG1", position=1)
    assert (found.new, found.gone) == ((), ())
    assert {c.order_id: c.agents_after for c in found.changes if c.is_moved} == {"OI-06": ("AG1",)}
    assert found.cost_min == pytest.approx(found.travel_min)
    wrong = move_order(planned, "OI-05", day=DAY, now=TEN, agent="AG1", position=1)
    assert ("skill_missing", "OI-05") in {(v.code, v.visit_id) for v in wrong.new}
    with pytest.raises(Failure, match="nobody sent to OI-05 has the skill"):
        accept_proposal(planned, wrong.proposal, name="move", now=TEN, who="test")
    assert current_plan(planned).plan_id == f"{DAY}/1"


@pytest.mark.parametrize("now", [MORNING, datetime(2026, 6, 3, 9, 30), TEN])
def test_what_is_shown_while_one_drags_is_what_the_drop_changes(planned, now):
    moves = HandMoves.read(planned, day=DAY, now=now)
    names = [visit.visit_id for visit in moves.rest.problem.visits[: len(moves.rest.visits)]]
    tried = [
        moves.move(name, agent=agent, position=position)
        for name in names
        for agent in ("AG1", "AG2")
        for position in (1, 2, 4)
    ]
    assert tried
    for moved in tried:
        dropped = {(change.order_id, change.task, change.after) for change in moved.changes}
        assert {(placed.order_id, placed.task, placed.after) for placed in moved.placed} == dropped


def test_a_move_before_the_legal_start_is_refused_at_once_until_the_order_may_start(planned):
    order = planned.get(WorkOrder, "OI-06")
    with planned.command("notice", who="test") as transaction:
        transaction.save(replace(order, earliest_start=datetime(2026, 6, 4, 8)))
    moves = HandMoves.read(planned, day=DAY, now=MORNING)
    for agent in ("AG1", "AG2"):
        for position in (1, 2):
            with pytest.raises(InputError, match=r"OI-06 cannot be made on 2026-06-03: .* 2026-06-04 08:00"):
                moves.move("OI-06", agent=agent, position=position)
    # nor does it change places with another one
    with pytest.raises(InputError, match="may not start before 2026-06-04"):
        moves.swap("OI-06", "OI-05")
    with pytest.raises(InputError, match="may not start before 2026-06-04"):
        moves.swap("OI-05", "OI-06")
    with planned.command("notice", who="test") as transaction:
        transaction.save(replace(planned.get(WorkOrder, "OI-06"), earliest_start=datetime(2026, 6, 3, 8)))
    assert HandMoves.read(planned, day=DAY, now=MORNING).move("OI-06", agent="AG1", position=1).new == ()


def test_what_has_left_is_not_moved_by_hand(planned):
    with pytest.raises(InputError, match="has left"):
        move_order(planned, "OI-01", day=DAY, now=TEN, agent="AG2", position=1)


def test_a_record_left_without_its_plan_is_no_plan_of_somebody_else(planned):
    now = datetime(2026, 6, 3, 9, 15)
    found = replan(planned, Disruption(late_order="OI-02", late_min=40), day=DAY, now=now, iterations=50)
    plan = accept_proposal(planned, found.proposal, name="replan", now=now, who="test")
    tour = replace(planned.all(PlanTour, plan_id=plan.plan_id)[0], version=0)
    planned.undo(who="test")
    with planned.command("another program", who="test") as transaction:
        transaction.add([tour])
    with pytest.raises(InputError) as caught:
        accept_proposal(planned, found.proposal, name="replan", now=now, who="test")
    assert caught.value.message.code == "record.exists"
    assert caught.value.message.params["table"] == "plan_tour"
