# SPDX-License-Identifier: GPL-3.0-or-later
"""People and means in the tours: pick-ups, stocks, bookings, rest, restrictions, skills that run out."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from regard.core.ids import AgentId, OrderId
from regard.core.resources import Absence, Agent, Equipment, SkillGrant, StockLine
from regard.core.supplies import JobState
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import PlanStop, PlanTour, PlanUnplanned
from regard.planner.resources import equipment, people, stock, subcontracts
from regard.planner.running.hand_move import move_order
from regard.planner.running.plan_in_force import read_plan_in_force
from regard.planner.running.running_day import accept_proposal
from regard.planner.running.slots import find_slots
from regard.planner.tours.plan_options import PlanOptions
from regard.tests.unit.planner.days import order
from regard.workorders.closing.records import Closure
from regard.workorders.orders import Priority, WorkOrder

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7, 30)


def add(workspace, *records):
    with workspace.command("add", who="test") as transaction:
        transaction.add(records)


def change(workspace, kind, key, **values):
    with workspace.command("change", who="test") as transaction:
        transaction.save(replace(workspace.get(kind, key), **values))


def planned(workspace, day=DAY, now=NOW):
    """Plan a day and return its stops in their order."""
    options = PlanOptions(day=day, days=1, seconds=20, iterations=40, seed=1, threads=1)
    made = plan_days(workspace, options, now=now, who="test")
    stops = workspace.all(PlanStop, plan_id=made.plan.plan_id)
    return made, sorted(stops, key=lambda stop: (stop.agent_id, stop.sequence))


def reasons(workspace, plan, order_id):
    rows = workspace.all(PlanUnplanned, plan_id=plan.plan_id, order_id=order_id)
    return {(reason["agent"], reason["code"], reason["detail"]) for row in rows for reason in row.reasons}


def test_cap_1_5_b_the_clamp_is_picked_up_at_the_depot_first(service):
    made, stops = planned(service)
    assert [(stop.agent_id, stop.task, stop.order_id) for stop in stops] == [
        ("AG1", "pick_up", "OI-01"),
        ("AG1", "work", "OI-01"),
    ]
    call, work = stops
    assert (call.sequence, work.sequence) == (1, 2)
    assert call.parts == ("repair_clamp=1",)
    assert call.end - call.start == timedelta(minutes=15)
    assert work.start - call.end >= timedelta(seconds=work.travel_s)
    (tour,) = service.all(PlanTour, plan_id=made.plan.plan_id)
    assert tour.leaves_at == call.start
    assert tour.travel_s == sum(stop.travel_s for stop in stops) + work.travel_s
    (picked,) = stock.pick_lists(service, DAY)
    assert (picked.agent_id, picked.at, picked.to_load, picked.to_order) == (
        "AG1",
        call.start,
        {"repair_clamp": 1},
        {},
    )


def test_a_pick_up_at_the_start_of_the_day_is_at_a_quarter_to_eight(service):
    # the work begins as soon as it can: loading takes from 07:45 to 08:00, the drive some minutes
    change(service, WorkOrder, "OI-01", window_start=None, window_end=datetime(2026, 6, 3, 8, 10))
    _, stops = planned(service)
    assert stops[0].task == "pick_up"
    assert time(7, 45) <= stops[0].start.time() <= time(7, 55)


def test_five_meters_on_the_van_serve_three_jobs_without_a_call(service):
    jobs = [
        replace(order(f"OI-0{n}", (688900 - 900 * n, 6925100), 30, ("COMPTEUR",), None), parts={"meter": 1})
        for n in (2, 3, 5)
    ]
    add(service, *jobs)
    _, stops = planned(service)
    own = [stop for stop in stops if stop.agent_id == "AG2"]
    assert [stop.task for stop in own] == ["work"] * 3
    needs = {
        n.order_id: n.supply.value
        for p in stock.pick_lists(service, DAY)
        for n in p.needs
        if n.part == "meter"
    }
    assert needs == {"OI-02": "van", "OI-03": "van", "OI-05": "van"}


def test_what_a_closed_order_took_from_the_van_is_not_counted_twice(service):
    jobs = [
        replace(order(f"OI-0{n}", (688900 - 900 * n, 6925100), 30, ("COMPTEUR",), None), parts={"meter": 1})
        for n in (2, 3)
    ]
    add(service, *jobs)
    planned(service)
    before = read_plan_in_force(service, DAY)
    meters = [shift.stock["meter"] for shift in before.problem.shifts if shift.agent == "AG2"]
    (line,) = service.all(StockLine, holder="AG2", part="meter")
    taken = {line.stock_id: 1}
    add(
        service,
        Closure(OrderId("OI-02"), "X", "AG2", NOW, {}, {"meter": 1}, {}, {}, (), "", "", taken),
    )
    change(service, StockLine, line.stock_id, quantity=line.quantity - 1)
    after = read_plan_in_force(service, DAY)
    assert [s.stock["meter"] for s in after.problem.shifts if s.agent == "AG2"] == meters == [line.quantity]


def test_a_part_that_nobody_holds_is_told_before_the_search(service):
    change(service, WorkOrder, "OI-01", parts={"gate_valve": 1})
    made, stops = planned(service)
    assert stops == []
    assert ("", "part_to_order", "gate_valve") in reasons(service, made.plan, "OI-01")
    assert any(note.params.get("order") == "OI-01" for note in made.notes)


def test_the_last_part_goes_to_the_more_urgent_order(service):
    change(service, StockLine, "D1-repair_clamp", quantity=1)
    add(service, replace(order("OI-09", (687000, 6924100), 30, ("TERR",), None), parts={"repair_clamp": 1}))
    made, stops = planned(service)
    assert {stop.order_id for stop in stops} == {"OI-01"}
    assert ("", "part_to_order", "repair_clamp") in reasons(service, made.plan, "OI-09")


def test_what_the_depot_lacks_is_made_by_whoever_has_it_on_board(service):
    add(service, replace(order("OI-09", (687000, 6924100), 30, ("PI",), None), parts={"meter": 2}))
    _, stops = planned(service)
    assert [(s.agent_id, s.task) for s in stops if s.order_id == "OI-09"] == [("AG2", "work")]


def test_one_van_alone_has_the_part_and_the_other_agent_is_told_so(service):
    add(service, replace(order("OI-09", (687000, 6924100), 30, ("TERR",), None), parts={"meter": 2}))
    made, _ = planned(service)
    found = reasons(service, made.plan, "OI-09")
    assert ("AG1", "part_missing", "meter") in found
    assert not [detail for _, _, detail in found if "part:" in detail]


def test_a_plan_with_a_pick_up_is_read_back_as_it_was(service):
    planned(service)
    in_force = read_plan_in_force(service, DAY)
    calls = [step.by_store for route in in_force.routes for step in route if hasattr(step, "by_store")]
    assert calls == [True]
    add(service, replace(order("OI-09", (687000, 6924100), 30, ("PI",), None)))
    assert find_slots(service, "OI-09", now=NOW, days=1)


def test_a_plan_holds_though_the_parts_have_left_the_stock(service):
    planned(service)
    change(service, StockLine, "D1-repair_clamp", quantity=0)
    add(service, order("OI-09", (687000, 6924100), 30, ("PI",), None))
    assert find_slots(service, "OI-09", now=NOW, days=1)


def test_cap_1_5_a_booked_equipment_moves_the_start_to_the_afternoon(service):
    change(service, WorkOrder, "OI-01", equipment=("suction_excavator",), window_end=datetime(2026, 6, 3, 16))
    change(service, Agent, "AG1", lunch_min=0)
    equipment.book(service, "ASP-1", datetime(2026, 6, 3, 8), datetime(2026, 6, 3, 12), who="test")
    _, stops = planned(service)
    (work,) = [stop for stop in stops if stop.task == "work"]
    assert work.start == datetime(2026, 6, 3, 13)


def test_equipment_is_taken_from_the_piece_that_is_free(service):
    change(service, WorkOrder, "OI-01", equipment=("suction_excavator",))
    add(service, Equipment("ASP-2", "suction_excavator", AgentId("AG1")))
    equipment.book(service, "ASP-1", datetime(2026, 6, 3, 8), datetime(2026, 6, 3, 12), who="test")
    _, stops = planned(service)
    (work,) = [stop for stop in stops if stop.task == "work"]
    assert work.start < datetime(2026, 6, 3, 12)


def test_an_order_is_made_within_the_booking_made_for_it(service):
    change(service, WorkOrder, "OI-01", equipment=("suction_excavator",), window_end=datetime(2026, 6, 3, 16))
    start, end = datetime(2026, 6, 3, 10), datetime(2026, 6, 3, 13)
    equipment.book(service, "ASP-1", start, end, who="test", order_id="OI-01")
    _, stops = planned(service)
    (work,) = [stop for stop in stops if stop.task == "work"]
    assert start <= work.start
    assert work.end <= end


def test_a_piece_at_the_depot_is_for_one_agent(service):
    add(service, Equipment("TR-1", "hoist", AgentId(""), "D1"))
    jobs = [order(f"OI-1{n}", (687000 + 50 * n, 6924100), 30, ("PI",), None) for n in range(3)]
    add(service, *(replace(job, equipment=("hoist",)) for job in jobs))
    _, stops = planned(service)
    made = {stop.agent_id for stop in stops if stop.task == "work" and stop.order_id != "OI-01"}
    assert len(made) == 1
    assert len([stop for stop in stops if stop.task == "work" and stop.order_id != "OI-01"]) == 3


def test_work_begins_eleven_hours_after_a_call_out(service):
    people.add_call_out(service, "AG1", datetime(2026, 6, 2, 21), datetime(2026, 6, 2, 23, 30), who="test")
    change(service, WorkOrder, "OI-01", window_start=None, window_end=None)
    made, stops = planned(service)
    assert min(stop.start for stop in stops) >= datetime(2026, 6, 3, 10, 30)
    assert ("plan.rest", "AG1") in {(note.code, note.params.get("agent")) for note in made.notes}


def test_an_agent_who_rests_all_day_has_no_tour(service):
    people.add_call_out(service, "AG1", datetime(2026, 6, 3, 4), datetime(2026, 6, 3, 7), who="test")
    made, stops = planned(service)
    assert stops == []
    (rest,) = [note for note in made.notes if note.code == "plan.rest"]
    assert rest.params == {"agent": "AG1", "start": "2026-06-03 18:00"}


def test_a_restriction_takes_the_skill_until_its_last_day(service):
    add(service, order("OI-09", (687000, 6924100), 30, ("CATEC_I",), None))
    people.restrict(service, "AG2", "no_confined_space", DAY, DAY, who="F. Leroy")
    _, stops = planned(service)
    assert "OI-09" not in {stop.order_id for stop in stops}
    _, stops = planned(service, day=date(2026, 6, 4))
    assert "OI-09" in {stop.order_id for stop in stops}


@pytest.mark.parametrize(("day", "is_planned"), [(date(2026, 7, 15), True), (date(2026, 7, 16), False)])
def test_cap_1_4_e_a_skill_is_good_until_its_last_day(service, day, is_planned):
    job = order("OI-09", (687000, 6924100), 30, ("CATEC_I",), None)
    add(service, replace(job, due_at=datetime(2026, 7, 31)))
    made, stops = planned(service, day=day, now=datetime.combine(day, time(7)))
    assert ("OI-09" in {stop.order_id for stop in stops}) is is_planned
    if not is_planned:
        assert ("AG2", "skill_expired", "CATEC_I 2026-07-15") in reasons(service, made.plan, "OI-09")


def test_an_order_that_a_subcontractor_has_is_not_planned(service):
    subcontracts.send_job(service, "OI-01", "ST-02", on=DAY, who="D")
    made, stops = planned(service)
    assert stops == []
    assert reasons(service, made.plan, "OI-01") == {("", "given_away", "ST-02, BC-2026-001")}
    subcontracts.advance_job(service, "BC-2026-001", JobState.REFUSED, on=DAY, who="D")
    _, stops = planned(service)
    assert {stop.order_id for stop in stops} == {"OI-01"}


@pytest.mark.parametrize("is_allowed", [False, True])
def test_an_order_is_given_away_at_its_price_only_where_that_is_allowed(service, is_allowed):
    people.add_absence(service, "AG1", DAY, DAY, who="D")
    options = PlanOptions(DAY, seconds=20, iterations=20, threads=1, subcontract=is_allowed)
    made = plan_days(service, options, now=NOW, who="test")
    assert made.plan.cost["subcontracting"] == (290 if is_allowed else 0)
    assert (("", "subcontracted", "290") in reasons(service, made.plan, "OI-01")) is is_allowed


def test_a_stop_moved_by_hand_leaves_its_tour_and_takes_its_call_along(service):
    grants = [
        SkillGrant(f"AG2-{skill}", AgentId("AG2"), skill, date(2025, 1, 1), date(2027, 1, 1))
        for skill in ("TERR", "SS4")
    ]
    planned(service)
    add(service, *grants)
    moved = move_order(service, "OI-01", day=DAY, now=NOW, agent=AgentId("AG2"), position=1)
    (change,) = moved.proposal.changes
    assert (change.agents_before, change.agents_after) == (("AG1",), ("AG2",))
    assert moved.proposal.checked.violations == ()
    accept_proposal(service, moved.proposal, name="move", now=NOW, who="D")
    (picked,) = stock.pick_lists(service, DAY)
    assert (picked.agent_id, picked.to_load) == ("AG2", {"repair_clamp": 1})
    assert picked.at is not None


def test_the_tours_together_take_no_more_from_a_depot_than_it_holds(service):
    # AG3 is away with two meters: of six, four can be had, while each order alone could be made
    away = Absence("away", AgentId("AG3"), DAY, DAY)
    add(service, replace(service.get(Agent, "AG2"), agent_id=AgentId("AG3"), version=0), away)
    change(service, StockLine, "AG2-meter", quantity=2)
    add(service, *(StockLine(f"{who}-meter", who, "meter", 2) for who in ("D1", "AG3")))
    add(service, SkillGrant("x", AgentId("AG1"), "COMPTEUR", DAY, DAY))
    wanted = {"OI-02": (687000, Priority.P3), "OI-03": (686100, Priority.P3), "OI-05": (686000, Priority.P4)}
    add(
        service,
        *(
            replace(order(name, (x, 6925100), 30, ("COMPTEUR",), None), parts={"meter": 2}, priority=priority)
            for name, (x, priority) in wanted.items()
        ),
    )
    made, stops = planned(service)
    assert {stop.order_id for stop in stops if stop.task == "work"} == {"OI-01", "OI-02", "OI-03"}
    assert reasons(service, made.plan, "OI-05") == {("", "depot_short", "meter")}
    loaded = [part for stop in stops if stop.task == "pick_up" for part in stop.parts]
    assert sum(int(part.partition("=")[2]) for part in loaded if part.startswith("meter")) == 2
