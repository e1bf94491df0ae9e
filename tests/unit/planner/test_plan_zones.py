# SPDX-License-Identifier: GPL-3.0-or-later
"""Zones planned one by one: who stays where, what is kept, and one stored plan for all."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.errors import Failure
from regard.core.resources import Absence, Agent, Subcontractor
from regard.planner.import_records import import_records
from regard.planner.intake.order_sheet import order_sheet
from regard.planner.plan_versions import current_plan
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import OrderLink, PlanStop, PlanTour, PlanUnplanned
from regard.planner.tours.plan_options import PlanOptions
from regard.routing.model.problem import Stop
from regard.tests.unit.planner.plans import DAY, NOW, here, state, stops, zoned
from regard.workorders.orders import OrderState, WorkOrder


def codes(made):
    return [note.code for note in made.notes]


def test_orders_are_made_by_the_people_of_their_zone(zoned_day):
    made = zoned(zoned_day)
    homes = {agent.agent_id: agent.zone for agent in zoned_day.all(Agent)}
    zones = {order.order_id: order.zone for order in zoned_day.all(WorkOrder)}
    planned = zoned_day.all(PlanStop, plan_id=made.plan.plan_id)
    assert {zones[stop.order_id] for stop in planned} == {"Z1", "Z2", "Z3", ""}
    assert all(homes[stop.agent_id] == zones[stop.order_id] for stop in planned)


def test_all_zones_are_one_plan_stored_by_one_command(zoned_day):
    commands, plans = state(zoned_day)
    made = zoned(zoned_day)
    assert state(zoned_day) == (commands + 1, plans + 1)
    assert current_plan(zoned_day) == made.plan
    left = zoned_day.all(PlanUnplanned, plan_id=made.plan.plan_id)
    assert len(stops(zoned_day, made.plan)) + len(left) == 33
    assert sum(zone.unplanned for zone in made.zones) == len(left)
    assert made.plan.total == pytest.approx(sum(zone.cost for zone in made.zones))
    assert {tour.colour for tour in zoned_day.all(PlanTour)} > {"#4477aa", "#ee6677", "#228833"}


def test_people_and_orders_without_a_zone_are_planned_together_and_named(zoned_day):
    made = zoned(zoned_day)
    (note,) = made.notes
    assert note.english() == "Without a zone, planned together by themselves: 1 agent, 3 orders"
    assert [(zone.zone, zone.agents, zone.orders) for zone in made.zones][-1] == ("", 1, 3)


def test_a_zone_with_nobody_leaves_its_orders_out_and_says_why(zoned_day):
    with zoned_day.command("absence", who="test") as transaction:
        transaction.add([Absence(f"A{n}", f"A0{n}", DAY, DAY) for n in (0, 1)])
    made = zoned(zoned_day)
    assert "zones.nobody" in codes(made)
    assert (made.zones[0].zone, made.zones[0].unplanned) == ("Z1", 10)
    reasons = order_sheet(zoned_day, "OI-000").unplanned.reasons
    assert reasons == [{"agent": "", "day": "", "code": "other_zone", "detail": "Z1"}]


def wanting(workspace, order_id, **values):
    """Change an order so that nobody of the service can make it."""
    with workspace.command("change", who="test") as transaction:
        transaction.save(replace(workspace.get(WorkOrder, order_id), **values))


def test_what_nobody_of_a_zone_can_make_is_told_before_the_search(zoned_day):
    wanting(zoned_day, "OI-005", skills=("PLONGEE",))
    told = []

    def run(jobs, progress):
        assert any("OI-005" in note.english() for note in told)
        return here(jobs, progress)

    made = zoned(zoned_day, run=run, tell=told.extend)
    assert [note.params["order"] for note in made.notes if note.code == "sound.order"] == ["OI-005"]


def test_an_order_is_given_away_by_zones_as_by_a_whole_plan(zoned_day):
    wanting(zoned_day, "OI-005", skills=("PLONGEE",))
    company = Subcontractor("SUB1", "Scaphandriers de l'Oise", ("PLONGEE",), "0639980002", 80.0)
    import_records(zoned_day, [company], name="import", who="test")
    made = zoned(zoned_day, subcontract=True)
    (given,) = [
        out.order_id
        for out in zoned_day.all(PlanUnplanned, plan_id=made.plan.plan_id)
        if out.reasons[0]["code"] == "subcontracted"
    ]
    assert given == "OI-005"


def test_zones_that_are_not_chosen_keep_their_tours_to_the_second(zoned_day):
    before = zoned(zoned_day)
    later = datetime(2026, 6, 3, 10, 30)
    after = zoned(zoned_day, "Z2", now=later, seed=5)
    kept = {stop for stop in stops(zoned_day, before.plan) if not stop[0].startswith("A1")}
    assert kept <= stops(zoned_day, after.plan)
    of_z2 = stops(zoned_day, after.plan) - kept
    assert of_z2
    assert min(start for _, _, _, _, start, _ in of_z2) > later
    costs = {zone.zone: (zone.cost, zone.is_kept) for zone in after.zones}
    for zone in before.zones:
        if zone.zone != "Z2":
            assert costs[zone.zone] == (pytest.approx(zone.cost), True)
    assert not costs["Z2"][1]


def test_what_became_impossible_of_the_tours_kept_is_left_out_and_named(zoned_day):
    before = zoned(zoned_day)
    gone = sorted(order for agent, order, *_ in stops(zoned_day, before.plan) if agent == "A00")
    with zoned_day.command("absence", who="test") as transaction:
        transaction.add([Absence("A", "A00", DAY, DAY)])
    after = zoned(zoned_day, "Z2")
    (note,) = [note for note in after.notes if note.code == "zones.kept_without"]
    assert note.params == {"zone": "Z1", "orders": ", ".join(gone)}
    assert {zoned_day.get(WorkOrder, order).state for order in gone} == {OrderState.QUALIFIED}


def test_without_a_plan_in_force_other_zones_are_not_part_of_the_plan(zoned_day):
    made = zoned(zoned_day, "Z3")
    assert [zone.zone for zone in made.zones] == ["Z3"]
    (note,) = [note for note in made.notes if note.code == "zones.not_planned"]
    assert note.params == {"zones": "Z1, Z2, -", "orders": 23}
    assert order_sheet(zoned_day, "OI-000").unplanned is None
    assert zoned_day.get(WorkOrder, "OI-000").state is OrderState.QUALIFIED


def test_planning_zones_again_never_makes_a_zone_worse(zoned_day):
    first = zoned(zoned_day, iterations=500)
    second = zoned(zoned_day, iterations=1, seed=9)
    for before, after in zip(first.zones, second.zones, strict=True):
        assert after.cost <= before.cost + 1e-6


def test_a_plan_of_everybody_is_where_zones_set_off_from(zoned_day):
    options = PlanOptions(day=DAY, seconds=60, iterations=300)
    plan_days(zoned_day, options, now=NOW, who="test")
    asked = []

    def watched(jobs, progress):
        asked.extend(jobs)
        return here(jobs, progress)

    zoned(zoned_day, run=watched)
    assert any(isinstance(step, Stop) for job in asked for route in job.start.routes for step in route)


def test_a_broken_rule_is_found_after_the_jobs_and_nothing_is_stored(zoned_day):
    before = state(zoned_day)

    def broken(jobs, progress):
        (tours, first), *others = here(jobs, progress)
        routes = (first.routes[0][:-1], *first.routes[1:])
        return [(tours, replace(first, routes=routes)), *others]

    with pytest.raises(Failure, match="is not accounted for"):
        zoned(zoned_day, run=broken)
    assert state(zoned_day) == before
    assert zoned_day.get(WorkOrder, "OI-000").state is OrderState.QUALIFIED


def test_zones_whose_orders_are_tied_are_planned_together_and_nobody_leaves_theirs(zoned_day):
    link = OrderLink("L1", "OI-000", "OI-100", "after", 30, None, "chain")
    with zoned_day.command("link", who="test") as transaction:
        transaction.add([link])
    made = zoned(zoned_day, iterations=1000)
    assert [zone.zone for zone in made.zones] == ["Z1+Z2", "Z3", ""]
    assert "zones.tied" in codes(made)
    homes = {agent.agent_id: agent.zone for agent in zoned_day.all(Agent)}
    zones = {order.order_id: order.zone for order in zoned_day.all(WorkOrder)}
    planned = {stop.order_id: stop for stop in zoned_day.all(PlanStop, plan_id=made.plan.plan_id)}
    assert all(homes[stop.agent_id] == zones[order] for order, stop in planned.items())
    assert (planned["OI-100"].start - planned["OI-000"].end).total_seconds() >= 30 * 60
    again = zoned(zoned_day, "Z1", seed=4)
    assert {zone.zone: zone.is_kept for zone in again.zones} == {"Z1+Z2": False, "Z3": True, "": True}
