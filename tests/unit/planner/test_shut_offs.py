# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders that cut water in the golden network: kept apart, bundled, their valves as stops of the tours."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from regard.core.errors import InputError
from regard.core.ids import AgentId
from regard.core.resources import Agent, Equipment, SkillGrant
from regard.planner.assets.asset_base import AssetBase
from regard.planner.import_records import import_records
from regard.planner.intake.order_sheet import order_sheet
from regard.planner.plans.explain_order import explain_order, standing_plan
from regard.planner.plans.plan_day import plan_days
from regard.planner.plans.summary import day_summary
from regard.planner.records import OrderLink, PlanStop
from regard.planner.rule_versions import shipped_tour_rules
from regard.planner.shut_off_rules import shut_off_rules
from regard.planner.sites.network_questions import isolate_place
from regard.planner.sites.order_records import outage_record
from regard.planner.tours import order_ties as ties_module
from regard.planner.tours.bundles import accept_bundle, offered_bundles
from regard.planner.tours.order_ties import order_ties
from regard.planner.tours.plan_options import PlanOptions
from regard.planner.tours.tour_problem import Horizon, Team, tour_problem
from regard.routing.check.checker import check
from regard.routing.model.links import Link, LinkKind
from regard.routing.travel import StraightLine
from regard.tests.unit.planner.days import DAY, agent, order
from regard.workorders.orders import OrderState, Priority, WorkOrder

NOW = datetime(2026, 6, 3, 7, 45)
ON = {
    "P02": (687300, 6924000),
    "P03": (687520, 6924000),
    "P07": (687200, 6924075),
    "P09": (687700, 6924000),
}
SKILLS = {"AG1": ("TERR",), "AG2": ("RESEAU", "CONSIGNATION"), "AG3": ("TERR", "RESEAU", "CONSIGNATION")}


@pytest.fixture
def day_of(valmont):
    """Return a function that puts agents, and orders on pipes with their cuts, into the golden workspace."""

    def day_of(*agents, **pipes):
        grants = [
            SkillGrant(f"{who}-{skill}", AgentId(who), skill, date(2025, 1, 1), date(2027, 1, 1))
            for who in agents
            for skill in SKILLS[who]
        ]
        orders = [order(name, ON[pipe], 60, ("TERR",), None) for name, pipe in pipes.items()]
        base = AssetBase(valmont)
        cuts = [outage_record(o.order_id, isolate_place(base, point=o.place)) for o in orders]
        import_records(valmont, [*map(agent, agents), *grants, *orders, *cuts], name="day", who="test")
        return valmont

    return day_of


def change(workspace, order_id, **values):
    with workspace.command("change", who="test") as transaction:
        transaction.save(replace(workspace.get(WorkOrder, order_id), **values))


def plan(workspace, *, now=NOW):
    options = PlanOptions(day=DAY, seconds=30, iterations=1500, objective="minimum_travel")
    return plan_days(workspace, options, now=now, who="test").plan


def stops(workspace, plan):
    """Return (agent, start, end) of the stops by order and task; no order here takes several agents."""
    rows = workspace.all(PlanStop, plan_id=plan.plan_id)
    return {(stop.order_id, stop.task): (stop.agent_id, stop.start, stop.end) for stop in rows}


def problem_of(workspace, **options):
    orders = workspace.all(WorkOrder)
    return tour_problem(
        Team.of(workspace, DAY),
        orders,
        horizon=Horizon(DAY, 1),
        travel=StraightLine(),
        objective="balanced",
        ties=order_ties(workspace, orders, rules=shipped_tour_rules()),
        rules=shipped_tour_rules(),
        **options,
    )


def test_orders_whose_cuts_combine_are_kept_apart_in_time(day_of):
    workspace = day_of("AG1", "AG3", A="P02", B="P07")
    for order_id in ("A", "B"):
        change(workspace, order_id, skills=("TERR", "RESEAU", "CONSIGNATION"))
    with workspace.command("skills", who="test") as transaction:
        transaction.add(
            [SkillGrant(name, AgentId("AG1"), name, DAY, DAY) for name in ("RESEAU", "CONSIGNATION")]
        )
    assert problem_of(workspace).problem.links == (Link("A", "B", LinkKind.APART),)
    made = stops(workspace, plan(workspace))
    (_, a_start, a_end), (_, b_start, b_end) = made["A", "work"], made["B", "work"]
    assert a_end <= b_start or b_end <= a_start


def test_where_cuts_must_not_meet_the_valves_are_part_of_the_work(day_of):
    """The crew is on site as long as the water is off, and one of it operates the valves."""
    problem = problem_of(day_of("AG1", A="P02", B="P07")).problem
    work = problem.visits[problem.index_of("A")]
    assert [visit.visit_id for visit in problem.visits] == ["A", "B"]
    assert work.skills == {"TERR", "RESEAU", "CONSIGNATION"}
    # four operations of twenty minutes, and the ways between the two valves, 190 m apart
    assert work.duration_s == pytest.approx(60 * 60 + 4 * 20 * 60 + 4 * 190 * 1.3 * 3.6 / 30, abs=4)


def test_cuts_that_leave_each_other_alone_are_not_tied(day_of):
    workspace = day_of("AG3", A="P02")
    elsewhere = order("B", ON["P09"], 60, ("TERR", "RESEAU", "CONSIGNATION"), None)
    import_records(workspace, [elsewhere], name="more", who="test")
    assert [link.kind for link in problem_of(workspace).problem.links] == [LinkKind.AFTER, LinkKind.AFTER]


def test_the_network_is_built_only_where_two_orders_cut_water(day_of, monkeypatch):
    workspace = day_of("AG3", A="P02")
    change(workspace, "A", skills=("TERR", "RESEAU", "CONSIGNATION"))

    def refuse(_):
        raise AssertionError("the network was looked at")

    monkeypatch.setattr(ties_module, "AssetBase", refuse)
    assert order_ties(workspace, workspace.all(WorkOrder), rules=shipped_tour_rules()).apart == ()


def test_valves_are_closed_before_the_work_and_opened_after_it(day_of):
    workspace = day_of("AG1", "AG2", A="P03")
    made = plan(workspace)
    found = stops(workspace, made)
    closed, worked, opened = (found["A", task] for task in ("close", "work", "reopen"))
    assert (closed[0], worked[0], opened[0]) == ("AG2", "AG1", "AG2")
    longest = timedelta(minutes=60)
    assert closed[2] <= worked[1] <= closed[2] + longest
    assert worked[2] <= opened[1] <= worked[2] + longest
    sheet = order_sheet(workspace, "A")
    assert [(stop.task, stop.valves) for stop in sheet.stops] == [
        ("close", ("V4", "V5")),
        ("work", ()),
        ("reopen", ("V5", "V4")),
    ]
    assert [who.agent_id for who in sheet.crew] == ["AG2", "AG1", "AG2"]
    assert [who.agent_id for _, who in sheet.work] == ["AG1"]
    # 2 valves of 20 min, and 190 m between them there and back
    assert closed[2] - closed[1] == timedelta(seconds=2400 + 2 * round(190 * 1.3 * 3.6 / 30))
    indicators = {i.code: i.value for i in day_summary(workspace).indicators}
    assert indicators["planning_rate_orders"] == 100.0


def test_a_crew_that_can_operates_its_valves_within_the_work(day_of):
    workspace = day_of("AG3", A="P03")
    change(workspace, "A", skills=("TERR", "RESEAU", "CONSIGNATION"))
    assert list(stops(workspace, plan(workspace))) == [("A", "work")]


@pytest.mark.parametrize(("mode", "visits"), [("own", 3), ("within", 1)])
def test_a_service_may_want_all_valves_as_stops_or_none(day_of, mode, visits):
    workspace = day_of("AG3", A="P03")
    change(workspace, "A", skills=("TERR", "RESEAU", "CONSIGNATION") if mode == "own" else ("TERR",))
    orders = workspace.all(WorkOrder)
    shipped = shipped_tour_rules()
    rules = replace(shipped, shut_offs=shipped.shut_offs.model_copy(update={"valve_stops": mode}))
    ties = order_ties(workspace, orders, rules=rules)
    tours = tour_problem(
        Team.of(workspace, DAY),
        orders,
        horizon=Horizon(DAY, 1),
        travel=StraightLine(),
        objective="balanced",
        ties=ties,
        rules=rules,
    )
    assert len(tours.problem.visits) == visits
    assert sum(visit.value_min for visit in tours.problem.visits) == 1200


def test_without_anybody_for_the_valves_the_order_is_left_out_and_says_so(day_of):
    workspace = day_of("AG1", A="P03")
    made = plan(workspace)
    assert workspace.all(PlanStop, plan_id=made.plan_id) == []
    assert workspace.get(WorkOrder, "A").state is OrderState.QUALIFIED
    reasons = order_sheet(workspace, "A").unplanned.reasons
    assert list(explain_order(workspace, "A", authorisations=()).reasons) == reasons
    assert [(r["agent"], r["code"], r["detail"]) for r in reasons] == [
        ("", "valves", ""),
        *2 * [("AG1", "skill_missing", "CONSIGNATION"), ("AG1", "skill_missing", "RESEAU")],
    ]


def test_no_valve_is_closed_that_is_not_opened_again_that_day(day_of):
    """The work ends so late that nobody is there to open the valves: the order is left out."""
    workspace = day_of("AG1", "AG2", A="P03")
    late = datetime(2026, 6, 3, 15)
    change(workspace, "A", window_start=late, window_end=late)
    made = plan(workspace)
    assert workspace.all(PlanStop, plan_id=made.plan_id) == []
    assert [left.order.order_id for left in day_summary(workspace).left_out] == ["A"]


def test_a_stored_plan_is_read_back_with_its_valves(day_of):
    workspace = day_of("AG1", "AG2", A="P03", B="P02")
    made = plan(workspace)
    tours, solution = standing_plan(workspace, made)
    assert solution.unplanned == ()
    checked = check(tours.problem, solution)
    assert checked.violations == ()
    assert checked.cost.minutes() == pytest.approx(made.cost)


def test_an_order_waits_for_the_one_before_it(day_of):
    workspace = day_of("AG1")
    steps = [order(name, ON["P09"], 60, ("TERR",), None) for name in ("DIG", "PAVE")]
    chain = OrderLink("DIG>PAVE", "DIG", "PAVE", "after", 90, None, "chain")
    import_records(workspace, [*steps, chain], name="chain", who="test")
    found = stops(workspace, plan(workspace))
    assert found["PAVE", "work"][1] >= found["DIG", "work"][2] + timedelta(minutes=90)
    change(workspace, "DIG", state=OrderState.CANCELLED)
    plan(workspace, now=datetime(2026, 6, 3, 7, 50))
    (left,) = day_summary(workspace).left_out
    assert (left.order.order_id, left.reasons[0][:2]) == ("PAVE", ("predecessor", "DIG"))
    assert workspace.get(WorkOrder, "PAVE").state is OrderState.QUALIFIED


def test_orders_of_which_one_cut_holds_the_other_are_offered_as_a_bundle(day_of):
    """Both on P03 and P09 need V4 and V5 closed; P02 has valves of its own."""
    workspace = day_of("AG3", A="P03", B="P09", C="P02")
    change(workspace, "B", priority=Priority.P2)
    (bundle,) = offered_bundles(workspace)
    assert (bundle.bundle_id, bundle.valves) == ("B+A", ("V4", "V5"))
    assert len(bundle.customers_spared) == 23
    assert bundle.operations_spared == 4


def test_an_order_is_in_no_bundle_with_one_that_may_start_only_after_it_is_due(day_of):
    workspace = day_of("AG3", A="P03", B="P09")
    due_at = datetime(2026, 6, 5, 12)
    change(workspace, "A", due_at=due_at)
    change(workspace, "B", earliest_start=due_at)
    assert [bundle.bundle_id for bundle in offered_bundles(workspace)] == ["A+B"]
    change(workspace, "B", earliest_start=due_at + timedelta(minutes=1))
    assert offered_bundles(workspace) == ()


def test_a_bundle_is_done_under_one_cut_and_can_be_undone(day_of):
    workspace = day_of("AG1", "AG2", A="P03", B="P09")
    (link,) = accept_bundle(workspace, "A+B", rules=shut_off_rules(), who="test")
    assert (link.kind, link.max_lag_min, link.origin) == ("after", 60, "shut_off")
    assert offered_bundles(workspace) == ()
    found = stops(workspace, plan(workspace))
    assert sorted(found) == [("A", "close"), ("A", "reopen"), ("A", "work"), ("B", "work")]
    times = [found[key][1:] for key in (("A", "close"), ("A", "work"), ("B", "work"), ("A", "reopen"))]
    assert all(before[1] <= after[0] for before, after in pairwise(times))
    assert times[3][0] - times[2][1] <= timedelta(hours=3)
    workspace.undo(who="test")
    workspace.undo(who="test")
    assert workspace.all(OrderLink) == []
    assert len(offered_bundles(workspace)) == 1


def test_orders_of_different_crews_are_done_at_the_same_time(day_of):
    workspace = day_of("AG1", "AG2", "AG3", A="P03", B="P09")
    change(workspace, "B", skills=("RESEAU", "CONSIGNATION"))
    (link,) = accept_bundle(workspace, "A+B", rules=shut_off_rules(), who="test")
    assert link.kind == "together"
    found = stops(workspace, plan(workspace))
    assert found["A", "work"][1] == found["B", "work"][1]


def test_what_does_not_fit_under_the_cut_leaves_the_cut_whole(day_of):
    workspace = day_of("AG1", "AG2", A="P03", B="P09")
    accept_bundle(workspace, "A+B", rules=shut_off_rules(), who="test")
    change(workspace, "B", duration_min=500)
    found = stops(workspace, plan(workspace))
    assert sorted(found) == [("A", "close"), ("A", "reopen"), ("A", "work")]
    assert found["A", "reopen"][1] - found["A", "work"][2] <= timedelta(minutes=60)


def test_a_bundle_that_is_not_offered_is_refused_by_name(day_of):
    workspace = day_of("AG1", A="P03", B="P09")
    with pytest.raises(InputError, match=r"'A\+C'; near: A\+B"):
        accept_bundle(workspace, "A+C", rules=shut_off_rules(), who="test")


def test_a_heavy_truck_is_known_by_its_name_or_by_what_it_carries(day_of):
    workspace = day_of("AG1", "AG2", "AG3")

    items = [Equipment("E1", "combined_truck", AgentId("AG1")), Equipment("E2", "shoring", AgentId("AG2"))]
    import_records(workspace, items, name="means", who="test")
    with workspace.command("vehicle", who="test") as transaction:
        transaction.save(replace(workspace.get(Agent, "AG3"), vehicle="truck"))
    team = Team.of(workspace, DAY)
    assert [team.vehicle(who) for who in team.agents] == ["truck", "van", "truck"]


def test_orders_tied_together_whose_cuts_must_not_meet_are_named_and_left_out(day_of):
    workspace = day_of("AG1", "AG2", "AG3", A="P02", B="P07")
    links = [OrderLink("L", "A", "B", "together", 0, None, "chain")]
    import_records(workspace, links, name="link", who="test")
    ties = order_ties(workspace, workspace.all(WorkOrder), rules=shipped_tour_rules())
    assert ties.apart, "the two cuts combine"
    made = plan_days(workspace, PlanOptions(day=DAY, seconds=30, iterations=200), now=NOW, who="test")
    assert [note.english() for note in made.notes] == [
        "A cannot be planned: its ties to B contradict each other",
        "B cannot be planned: its ties to A contradict each other",
    ]


@pytest.mark.parametrize(("trucks", "kmh"), [((), 30), (("AG1",), 30), (("AG2",), 15), (("AG1", "AG2"), 15)])
def test_the_round_of_the_valves_is_driven_as_by_the_slowest_of_those_who_may_operate_them(
    day_of, trucks, kmh
):
    # AG1 digs, AG2 alone may operate valves
    workspace = day_of("AG1", "AG2", A="P02")
    with workspace.command("trucks", who="test") as transaction:
        for name in trucks:
            transaction.save(replace(workspace.get(Agent, name), vehicle="truck"))
    problem = problem_of(workspace, travel_by={"truck": StraightLine(speed_kmh=15)}).problem
    close = problem.visits[problem.index_of("A/close")]
    assert close.duration_s == pytest.approx(2 * 20 * 60 + 2 * 190 * 1.3 * 3.6 / kmh, abs=4)
