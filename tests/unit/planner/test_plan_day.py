# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden tours through a workspace: two agents, six orders, straight lines at 30 km/h."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.core.resources import Absence, Agent
from regard.planner.import_records import import_records
from regard.planner.intake.order_sheet import order_sheet
from regard.planner.plan_versions import current_plan
from regard.planner.plans import plan_day
from regard.planner.plans.explain_order import explain_order
from regard.planner.plans.plan_basis import PlanBasis
from regard.planner.plans.plan_day import plan_days
from regard.planner.plans.store_plan import PlannedPart, store_plan
from regard.planner.plans.summary import day_summary
from regard.planner.records import OrderLink, Plan, PlanStop, PlanTour
from regard.planner.running.emergency import find_offers
from regard.planner.running.slots import find_slots
from regard.planner.tours.plan_options import PlanOptions
from regard.planner.tours.solve_tours import Search, solve_tours
from regard.workorders.orders import OrderState, WorkOrder

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7, 45)


def plan(workspace, **options):
    return planned(workspace, now=NOW, **options).plan


def planned(workspace, *, now, iterations=2000, **options):
    chosen = PlanOptions(**{"day": DAY, "seconds": 30, "iterations": iterations, **options})
    return plan_days(workspace, chosen, now=now, who="test")


def tours(workspace, plan):
    sequence = sorted(workspace.all(PlanStop, plan_id=plan.plan_id), key=lambda s: (s.agent_id, s.sequence))
    found = {}
    for stop in sequence:
        found.setdefault(stop.agent_id, []).append(stop.order_id[-2:])
    return found


def figures(workspace, plan):
    rows = sorted(workspace.all(PlanTour, plan_id=plan.plan_id), key=lambda t: t.agent_id)
    distance_km = sum(row.distance_m for row in rows) / 1000
    return (
        round(distance_km, 2),
        [row.work_s // 60 for row in rows],
        [row.returns_at.strftime("%H:%M") for row in rows],
    )


def test_what_cannot_be_planned_is_told_before_the_search(golden_day, monkeypatch):
    (order,) = golden_day.all(WorkOrder, order_id="OI-03")
    with golden_day.command("test", who="test") as transaction:
        transaction.save(replace(order, skills=("SORCERY",)))
    heard = []

    def not_yet(*_arguments, **_options):
        raise AssertionError([note.english() for note in heard])

    monkeypatch.setattr(plan_day, "solve_tours", not_yet)
    options = PlanOptions(day=DAY, seconds=30, iterations=10)
    with pytest.raises(AssertionError, match="OI-03 cannot be planned: nobody has the skill SORCERY"):
        plan_days(golden_day, options, now=NOW, who="test", tell=heard.extend)


def test_the_shortest_plan_is_the_golden_one(golden_day):
    shortest = plan(golden_day, objective="minimum_travel")
    assert tours(golden_day, shortest) == {"AG1": ["01"], "AG2": ["04", "02", "06", "05", "03"]}
    assert figures(golden_day, shortest) == (21.99, [150, 265], ["10:38", "15:36"])


def test_the_balanced_plan_is_the_golden_one(golden_day):
    balanced = plan(golden_day, objective="balanced")
    driven = tours(golden_day, balanced)
    # the loop over 01 and 04 is as long either way round
    assert driven["AG1"] in (["01", "04"], ["04", "01"])
    assert driven["AG2"] == ["02", "06", "05", "03"]
    assert figures(golden_day, balanced) == (23.07, [210, 205], ["11:43", "15:36"])


def test_planned_orders_become_planned_and_know_their_stop(golden_day):
    plan(golden_day)
    sheet = order_sheet(golden_day, "OI-01")
    assert sheet.order.state is OrderState.PLANNED
    assert [agent.agent_id for agent in sheet.crew] == ["AG1"]
    assert sheet.unplanned is None


def test_an_absent_agent_leaves_orders_out_with_the_reason(golden_day):
    with golden_day.command("absence", who="test") as transaction:
        transaction.add([Absence("A1", "AG1", DAY, DAY)])
    plan(golden_day)
    sheet = order_sheet(golden_day, "OI-01")
    assert sheet.order.state is OrderState.QUALIFIED
    assert {(r["agent"], r["code"]) for r in sheet.unplanned.reasons} >= {("AG2", "skill_missing")}
    assert "SS4" in {r["detail"] for r in sheet.unplanned.reasons}


def test_an_order_waits_for_its_legal_start(golden_day):
    late = replace(golden_day.get(WorkOrder, "OI-04"), earliest_start=datetime(2026, 6, 15, 8))
    with golden_day.command("notice", who="test") as transaction:
        transaction.save(late)
    plan(golden_day)
    reasons = order_sheet(golden_day, "OI-04").unplanned.reasons
    assert {r["code"] for r in reasons} == {"earliest_start"}


def test_planning_again_keeps_the_former_plan_and_undo_returns_to_it(golden_day):
    first = plan(golden_day, objective="minimum_travel")
    second = planned(golden_day, now=datetime(2026, 6, 3, 8)).plan
    assert second.plan_id != first.plan_id
    assert current_plan(golden_day).plan_id == second.plan_id
    golden_day.undo(who="test")
    assert current_plan(golden_day).plan_id == first.plan_id


def test_the_summary_adds_the_day_up(golden_day):
    plan(golden_day, objective="minimum_travel")
    summary = day_summary(golden_day)
    indicators = {indicator.code: indicator.value for indicator in summary.indicators}
    assert summary.counts == {("planned", "P3"): 6}
    assert indicators["capacity"] == 17.0
    assert indicators["distance"] == pytest.approx(21.99, abs=0.01)
    assert indicators["planning_rate_orders"] == 100.0
    assert [agent.agent_id for agent, _ in summary.tours] == ["AG1", "AG2"]


def test_an_unknown_objective_is_refused_by_name(golden_day):
    with pytest.raises(InputError, match=r"fastest.*minimum_travel"):
        plan(golden_day, objective="fastest")


def test_a_day_without_agents_is_refused(workspace):
    with pytest.raises(InputError, match="2026-06-03"):
        plan(workspace)
    assert current_plan(workspace) is None


def starts(workspace, plan):
    return {stop.order_id: stop.start for stop in workspace.all(PlanStop, plan_id=plan.plan_id)}


def test_nothing_starts_before_the_plan_is_made(golden_day):
    late = planned(golden_day, now=datetime(2026, 6, 3, 9, 50)).plan
    assert min(starts(golden_day, late).values()) > datetime(2026, 6, 3, 9, 50)


def test_a_day_that_is_past_is_planned_whole_and_a_note_says_so(golden_day):
    replayed = planned(golden_day, now=datetime(2026, 11, 22), objective="minimum_travel")
    assert figures(golden_day, replayed.plan)[0] == 21.99
    assert [note.english() for note in replayed.notes] == [
        "2026-06-03 was over at 2026-11-22 00:00: it is planned whole, as from its first hour"
    ]


def test_a_day_on_which_nobody_has_time_left_is_refused_and_nothing_stored(golden_day):
    made = plan(golden_day)
    with pytest.raises(InputError, match="Nothing can be planned on 2026-06-03 as at 2026-06-03 16:30"):
        planned(golden_day, now=datetime(2026, 6, 3, 16, 30))
    assert golden_day.all(Plan) == [made]


def test_a_day_before_all_orders_is_refused_and_nothing_stored(golden_day):
    with pytest.raises(InputError, match="Nothing can be planned on 2026-05-20"):
        planned(golden_day, now=datetime(2026, 6, 3, 7, 45), day=date(2026, 5, 20))
    assert golden_day.all(Plan) == []


def test_the_summary_names_what_starts_after_its_deadline(golden_day):
    due = replace(golden_day.get(WorkOrder, "OI-05"), due_at=datetime(2026, 6, 3, 12))
    with golden_day.command("deadline", who="test") as transaction:
        transaction.save(due)
    made = plan(golden_day)
    ((order, start),) = day_summary(golden_day).late
    assert order.order_id == "OI-05"
    assert start == starts(golden_day, made)["OI-05"] >= datetime(2026, 6, 3, 14)


@pytest.mark.parametrize(
    "window",
    [
        {"window_start": None, "window_end": datetime(2026, 6, 2, 12)},
        {"window_start": datetime(2026, 6, 9, 8), "window_end": None},
    ],
)
def test_a_window_on_another_day_leaves_only_its_own_order_out(golden_day, window):
    with golden_day.command("window", who="test") as transaction:
        transaction.save(replace(golden_day.get(WorkOrder, "OI-03"), **window))
    plan(golden_day)
    (left,) = day_summary(golden_day).left_out
    assert left.order.order_id == "OI-03"
    assert "window" in [reason.code for reason in left.reasons]


def test_a_rescheduled_order_that_does_not_fit_stays_rescheduled(golden_day):
    far = {"state": OrderState.RESCHEDULED, "window_start": datetime(2026, 6, 9, 8), "window_end": None}
    with golden_day.command("reschedule", who="test") as transaction:
        transaction.save(replace(golden_day.get(WorkOrder, "OI-03"), **far))
    plan(golden_day)
    assert golden_day.get(WorkOrder, "OI-03").state is OrderState.RESCHEDULED
    assert golden_day.get(WorkOrder, "OI-01").state is OrderState.PLANNED


def test_a_planned_order_that_no_longer_fits_waits_again(golden_day):
    plan(golden_day)
    with golden_day.command("window", who="test") as transaction:
        planned = golden_day.get(WorkOrder, "OI-03")
        transaction.save(replace(planned, window_start=datetime(2026, 6, 9, 8), window_end=None))
    plan(golden_day)
    assert golden_day.get(WorkOrder, "OI-03").state is OrderState.QUALIFIED


def test_what_was_taken_back_after_the_plan_does_not_break_the_summary(golden_day):
    far = {"order_id": "OI-07", "window_start": datetime(2026, 6, 9, 8), "window_end": None}
    extra = replace(golden_day.get(WorkOrder, "OI-03"), **far)
    import_records(golden_day, [extra], name="one more", who="test")
    plan(golden_day)
    assert [left.order.order_id for left in day_summary(golden_day).left_out] == ["OI-07"]
    with golden_day.command("take back", who="test") as transaction:
        transaction.remove(golden_day.get(WorkOrder, "OI-07"))
    assert day_summary(golden_day).left_out == ()
    with golden_day.command("take back", who="test") as transaction:
        transaction.remove(golden_day.get(Agent, "AG2"))
    with pytest.raises(InputError, match="agent 'AG2' does not exist"):
        day_summary(golden_day)


def test_values_that_cannot_be_meant_are_set_aside_and_the_rest_is_planned(golden_day):
    plan(golden_day)
    with golden_day.command("mistakes", who="test") as transaction:
        transaction.save(replace(golden_day.get(WorkOrder, "OI-03"), duration_min=-5))
        transaction.save(replace(golden_day.get(Agent, "AG1"), lunch_min=900))
    made = planned(golden_day, now=NOW)
    assert {note.code for note in made.notes} >= {"sound.order", "sound.agent"}
    sheet = order_sheet(golden_day, "OI-03")
    assert [reason["code"] for reason in sheet.unplanned.reasons] == ["wrong_duration"]
    assert sheet.order.state is OrderState.QUALIFIED
    assert tours(golden_day, made.plan) == {"AG2": ["04", "02", "06", "05"]}


def test_what_nobody_can_do_is_named_with_the_plan(golden_day):
    with golden_day.command("skill", who="test") as transaction:
        transaction.save(replace(golden_day.get(WorkOrder, "OI-03"), skills=("PLONGEE",)))
    made = planned(golden_day, now=NOW)
    (note,) = made.notes
    assert "OI-03" in note.english()
    assert "PLONGEE" in note.english()


def links(*ends):
    return [OrderLink(f"{a}>{b}", a, b, "after", 0, None, "chain") for a, b in ends]


def test_orders_that_would_come_after_themselves_are_set_aside_and_the_rest_is_planned(golden_day):
    plan(golden_day)
    ring = links(("OI-02", "OI-03"), ("OI-03", "OI-02"), ("OI-03", "OI-05"), ("OI-04", "OI-06"))
    import_records(golden_day, ring, name="ring", who="test")
    made = planned(golden_day, now=NOW)
    assert [(note.code, note.params["order"]) for note in made.notes] == [
        ("sound.order", "OI-02"),
        ("sound.order", "OI-03"),
    ]
    told = {
        name: [(one["code"], one["detail"]) for one in order_sheet(golden_day, name).unplanned.reasons]
        for name in ("OI-02", "OI-03", "OI-05")
    }
    assert told == {
        "OI-02": [("link_circle", "OI-03")],
        "OI-03": [("link_circle", "OI-02")],
        "OI-05": [("predecessor", "OI-03")],
    }
    assert {golden_day.get(WorkOrder, name).state for name in told} == {OrderState.QUALIFIED}
    assert {name for stops in tours(golden_day, made.plan).values() for name in stops} == {"01", "04", "06"}
    assert explain_order(golden_day, "OI-02", authorisations=()).reasons[0]["code"] == "link_circle"
    with pytest.raises(InputError, match="OI-02 cannot be planned: would have to come after itself"):
        find_offers(golden_day, "OI-02", day=DAY, now=NOW)
    with pytest.raises(InputError, match="OI-05 waits for OI-03"):
        find_offers(golden_day, "OI-05", day=DAY, now=NOW)
    with pytest.raises(InputError, match="OI-05 waits for OI-03"):
        find_slots(golden_day, "OI-05", now=NOW)
    with pytest.raises(InputError, match="OI-05 waits for OI-03"):
        find_slots(golden_day, "OI-05", now=datetime(2026, 6, 4, 8))


def test_an_order_that_is_given_away_is_left_out_with_its_price_and_waits(golden_day):
    options = PlanOptions(day=DAY, iterations=200)
    basis = PlanBasis.of(golden_day, options, now=NOW)
    tours_ = basis.problem("balanced")
    visits = tuple(
        replace(visit, subcontract_min=25, skills=frozenset({"PLONGEE"}))
        if visit.visit_id == "OI-03"
        else visit
        for visit in tours_.problem.visits
    )
    search = Search(seconds=30, seed=1, iterations=200)
    found = solve_tours(replace(tours_, problem=replace(tours_.problem, visits=visits)), search)
    assert (found[1].subcontracted, found[1].unplanned) == (("OI-03",), ())
    part = PlannedPart.confirmed(*found)
    assert part.left_out == ("OI-03",)
    made = store_plan(golden_day, options, [part], basis, now=NOW, who="test")
    sheet = order_sheet(golden_day, "OI-03")
    assert (sheet.stops, sheet.order.state) == ((), OrderState.QUALIFIED)
    assert [(one["code"], one["detail"]) for one in sheet.unplanned.reasons] == [("subcontracted", "25")]
    assert made.cost["subcontracting"] == 25
    assert golden_day.get(WorkOrder, "OI-02").state is OrderState.PLANNED
