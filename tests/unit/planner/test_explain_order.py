# SPDX-License-Identifier: GPL-3.0-or-later
"""An order that the plan in force leaves out: its reasons with dates, and what would make it fit."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from regard.core.errors import InputError
from regard.core.ids import OrderId
from regard.core.resources import Absence, Agent, Equipment, SkillGrant
from regard.planner.plan_versions import current_plan
from regard.planner.plans.explain_order import explain_order, standing_plan
from regard.planner.plans.plan_day import plan_days
from regard.planner.plans.why_summary import why_summary
from regard.planner.running.bend_rules import Seat, bend_and_plan, can_bend
from regard.planner.running.emergency import find_offers
from regard.planner.running.explain_today import explain_today
from regard.planner.tours.plan_options import PlanOptions
from regard.routing.check.checker import check_routes
from regard.tests.unit.planner.days import with_order
from regard.tests.unit.planner.plans import zoned
from regard.workorders.orders import OrderState, Priority, WorkOrder
from shapely.geometry import Point

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7, 45)
PREVENTIVE = "AEP-PI-CTL"


def plan(workspace):
    return plan_days(workspace, PlanOptions(day=DAY, seconds=30, iterations=500), now=NOW, who="test").plan


def change(workspace, order_id, **values):
    with workspace.command("change", who="test") as transaction:
        transaction.save(replace(workspace.get(WorkOrder, order_id), **values))


def told(found):
    return {(reason["agent"], reason["code"], reason["detail"]) for reason in found.reasons}


def ways(found):
    return {tuple(bend.way for bend in way.relaxation.bends): way for way in found.ways}


def test_a_planned_order_has_no_reasons(golden_day):
    plan(golden_day)
    found = explain_order(golden_day, "OI-01", authorisations=())
    assert (bool(found.sheet.stops), found.reasons, found.ways) == (True, (), ())


def test_before_any_plan_there_is_nothing_to_explain(golden_day):
    assert explain_order(golden_day, "OI-01", authorisations=()).reasons == ()


def test_the_stored_plan_is_a_solution_that_keeps_every_rule(golden_day):
    tours, solution = standing_plan(golden_day, plan(golden_day))
    assert check_routes(tours.problem, solution.routes, order=solution.order).violations == ()
    assert solution.unplanned == ()


def test_an_expired_skill_is_told_with_its_date(golden_day):
    grant = golden_day.get(SkillGrant, "AG1-SS4")
    with golden_day.command("expire", who="test") as transaction:
        transaction.save(replace(grant, valid_until=date(2026, 5, 30)))
    plan(golden_day)
    found = explain_order(golden_day, "OI-01", authorisations={"SS4"})
    assert ("AG1", "skill_expired", "SS4 2026-05-30") in told(found)
    assert ("AG2", "skill_missing", "SS4") in told(found)
    assert {"skill_expired", "skill_missing"} == {reason["code"] for reason in found.sheet.unplanned.reasons}
    assert ("skill",) not in ways(found)
    assert [message.params["detail"] for message in found.kept] == ["SS4"]


def test_an_agent_who_is_away_on_all_days_is_told_too(golden_day):
    with golden_day.command("absence", who="test") as transaction:
        transaction.add([Absence("A1", "AG1", DAY, DAY)])
    plan(golden_day)
    assert ("AG1", "absent", "") in told(explain_order(golden_day, "OI-01", authorisations=()))


def test_equipment_at_the_depot_is_to_be_lent(golden_day):
    with golden_day.command("camera", who="test") as transaction:
        transaction.add([Equipment("E1", "camera", "")])
    change(golden_day, "OI-03", equipment=("camera",))
    plan(golden_day)
    found = explain_order(golden_day, "OI-03", authorisations=())
    assert found.headline["code"] == "equipment_missing"
    assert ways(found)["equipment",].relaxation.agents == ("AG2",)


def test_an_order_waits_for_its_legal_date_over_the_weekend(golden_day):
    change(golden_day, "OI-04", earliest_start=datetime(2026, 6, 6, 8))
    plan(golden_day)
    found = explain_order(golden_day, "OI-04", authorisations=())
    assert {reason["detail"] for reason in found.reasons} == {"2026-06-06 08:00"}
    assert found.kept[0].code == "relaxation.kept_date"
    # the sixth of June is a Saturday
    assert ways(found)["wait",].start.date() == date(2026, 6, 8)
    assert ways(found)["wait",].day == date(2026, 6, 8)


def test_an_unknown_order_is_refused_by_name(golden_day):
    with pytest.raises(InputError, match="OI-99"):
        explain_order(golden_day, "OI-99", authorisations=())


def without_the_people_of_z1(workspace):
    with workspace.command("absence", who="test") as transaction:
        transaction.add([Absence(f"A{n}", f"A0{n}", DAY, DAY) for n in (0, 1)])


def test_after_a_plan_by_zones_only_the_agents_of_the_zone_are_told_of(zoned_day):
    change(zoned_day, "OI-000", duration_min=600)
    zoned(zoned_day)
    found = explain_order(zoned_day, "OI-000", authorisations=())
    assert told(found) >= {("", "other_zone", "Z1")}
    assert {agent for agent, _, _ in told(found)} == {"", "A00", "A01"}
    assert found.headline["agent"] in ("A00", "A01")


def test_after_a_plan_by_zones_an_agent_of_another_zone_is_a_rule_to_bend(zoned_day):
    without_the_people_of_z1(zoned_day)
    change(zoned_day, "OI-000", duration_min=10, window_start=None, window_end=None)
    zoned(zoned_day)
    found = explain_order(zoned_day, "OI-000", authorisations=())
    assert told(found) == {("", "other_zone", "Z1"), ("A00", "absent", ""), ("A01", "absent", "")}
    assert found.headline["code"] == "other_zone"
    way = ways(found)["other_zone",]
    homes = {agent.agent_id: agent.zone for agent in zoned_day.all(Agent)}
    assert homes[way.relaxation.agents[0]] != "Z1"
    assert way.relaxation.bends[0].message.english() == f"{way.relaxation.agents[0]} comes from another zone"


def test_a_plan_of_one_zone_only_says_so_too(zoned_day):
    without_the_people_of_z1(zoned_day)
    zoned(zoned_day, "Z1")
    assert ("", "other_zone", "Z1") in told(explain_order(zoned_day, "OI-000", authorisations=()))


def test_after_a_plan_of_everybody_nothing_is_said_of_zones(zoned_day):
    change(zoned_day, "OI-000", duration_min=600)
    plan(zoned_day)
    found = explain_order(zoned_day, "OI-000", authorisations=())
    assert "other_zone" not in {code for _, code, _ in told(found)}
    assert {agent for agent, _, _ in told(found)} == {a.agent_id for a in zoned_day.all(Agent)}


def test_a_plan_judged_at_an_earlier_moment_than_the_last_one_keeps_its_stops(golden_day):
    plan_days(
        golden_day, PlanOptions(day=DAY, seconds=30, iterations=50), now=NOW.replace(hour=12), who="test"
    )
    tours, solution = standing_plan(golden_day, plan(golden_day))
    # it counts as made after the first one, by which time its tours have left
    assert solution.unplanned == ()
    assert len(tours.problem.shifts) == len(solution.routes)


@pytest.fixture
def dear_day(golden_day):
    """Return the planned golden day with a preventive order that is too far away for what it is worth."""
    far = replace(golden_day.get(WorkOrder, "OI-06"), place=Point(686_000, 6_963_500), skills=())
    values = {"priority": Priority.P4, "code": PREVENTIVE, "due_at": datetime(2026, 9, 1), "version": 0}
    with golden_day.command("programme", who="test") as transaction:
        transaction.add([replace(far, order_id=OrderId("OI-99"), duration_min=60, **values)])
    plan(golden_day)
    return golden_day


def test_an_order_that_fits_for_more_than_it_is_worth_can_be_taken_all_the_same(dear_day):
    found = explain_order(dear_day, "OI-99", authorisations=())
    assert found.headline["code"] == "not_worth"
    way = ways(found)["take_anyway",]
    minutes = way.relaxation.bends[0].minutes
    assert found.headline["detail"] == f"{minutes} {way.start:%H:%M}"
    assert found.headline["agent"] == way.relaxation.agents[0]
    # the way there and back is longer than what an hour of such work is worth, on any day
    assert minutes > 60
    assert ("wait",) not in ways(found)
    said = why_summary(found, {"AG1": "Ada", "AG2": "Bob"}).english()
    name = {"AG1": "Ada", "AG2": "Bob"}[way.relaxation.agents[0]]
    assert said == (
        f"It fits: {name}, {way.start:%Y-%m-%d %H:%M}, for {minutes} min more; "
        "it is left out because that is more than it is worth."
    )


def test_taking_it_all_the_same_puts_it_where_it_was_said_and_can_be_undone(dear_day):
    way = ways(explain_order(dear_day, "OI-99", authorisations=()))["take_anyway",]
    bends, seat = way.relaxation.bends, Seat(way.relaxation.agents, way.start)
    assert can_bend(bends)
    before = current_plan(dear_day)
    commands = bend_and_plan(dear_day, "OI-99", bends, day=way.day, now=NOW, who="Ada", seat=seat)
    (stop,) = explain_order(dear_day, "OI-99", authorisations=()).sheet.stops
    assert ((stop.agent_id,), stop.start) == (seat.agents, seat.start)
    for command_id in reversed(commands):
        dear_day.undo(who="Ada", command_id=command_id)
    assert current_plan(dear_day) == before
    assert dear_day.get(WorkOrder, "OI-99").state is OrderState.QUALIFIED


def test_what_has_room_by_now_is_put_into_the_plan_as_it_stands(golden_day):
    with golden_day.command("absence", who="test") as transaction:
        transaction.add([Absence("A1", "AG1", DAY, DAY)])
    plan(golden_day)
    with golden_day.command("back", who="test") as transaction:
        transaction.remove(golden_day.get(Absence, "A1"))
    found = explain_order(golden_day, "OI-01", authorisations=())
    assert set(ways(found)) == {("insert",)}
    assert why_summary(found, {}).code == "why.insert"


def test_an_order_that_waits_for_another_day_is_planned_then(golden_day):
    tomorrow = DAY + timedelta(days=1)
    change(golden_day, "OI-04", earliest_start=datetime.combine(tomorrow, time(8)))
    plan(golden_day)
    assert why_summary(explain_order(golden_day, "OI-04", authorisations=()), {}).code == "why.waits"
    plan_days(golden_day, PlanOptions(day=tomorrow, seconds=30, iterations=200), now=NOW, who="test")
    # today's plan, made again, is the latest one
    plan(golden_day)
    found = explain_order(golden_day, "OI-04", authorisations=())
    (stop,) = found.elsewhere
    assert (stop.day, found.reasons, found.ways) == (tomorrow, (), ())
    said = why_summary(found, {stop.agent_id: "Ada"})
    assert said.english().startswith(f"It waits until then: planned for {stop.start:%Y-%m-%d %H:%M} with Ada")


def test_an_order_whose_legal_date_lies_after_the_plan_waits_for_it(golden_day):
    change(golden_day, "OI-04", earliest_start=datetime(2026, 6, 6, 8))
    plan(golden_day)
    said = why_summary(explain_order(golden_day, "OI-04", authorisations=()), {})
    assert (said.code, said.params["day"]) == ("why.waits", date(2026, 6, 8))


def test_an_order_that_fits_nowhere_has_no_summary(golden_day):
    change(golden_day, "OI-03", equipment=("camera",))
    plan(golden_day)
    assert why_summary(explain_order(golden_day, "OI-03", authorisations=()), {}) is None


@pytest.fixture
def late_day(golden_day):
    """Return the planned golden day with an order that is left out: nobody holds its window."""
    early = {"window_start": datetime(2026, 6, 3, 6), "window_end": datetime(2026, 6, 3, 7)}
    change(golden_day, "OI-06", **early)
    plan(golden_day)
    return golden_day


def test_before_the_day_begins_the_whole_plan_answers(late_day):
    whole = explain_order(late_day, "OI-06", authorisations=())
    night = datetime(2026, 6, 2, 20)
    today = explain_today(late_day, "OI-06", now=night, authorisations=())
    assert (today.reasons, today.headline, today.kept) == (whole.reasons, whole.headline, whole.kept)
    assert [way.start for way in today.ways] == [way.start for way in whole.ways]


@pytest.mark.parametrize("hour", [9, 11, 13, 15])
def test_once_the_day_has_begun_every_way_can_be_taken(late_day, hour):
    now = datetime(2026, 6, 3, hour)
    found = explain_today(late_day, "OI-06", now=now, authorisations=())
    offered = [way for way in found.ways if can_bend(way.relaxation.bends) and way.day == DAY]
    assert offered or hour == 15
    for way in offered:
        assert way.start >= now
        seat = Seat(way.relaxation.agents, way.start)
        bends = way.relaxation.bends
        commands = bend_and_plan(late_day, "OI-06", bends, day=DAY, now=now, who="Ada", seat=seat)
        for command_id in reversed(commands):
            late_day.undo(who="Ada", command_id=command_id)


def test_an_agent_who_has_gone_home_has_finished_and_is_not_proposed(golden_day):
    early_bird = replace(golden_day.get(Agent, "AG1"), day_end=time(12))
    with golden_day.command("part time", who="test") as transaction:
        transaction.save(early_bird)
    change(golden_day, "OI-06", window_start=datetime(2026, 6, 3, 6), window_end=datetime(2026, 6, 3, 7))
    plan(golden_day)
    found = explain_today(golden_day, "OI-06", now=datetime(2026, 6, 3, 13), authorisations=())
    assert ("AG1", "finished", "") in told(found)
    assert ("AG1", "absent", "") not in told(found)
    assert all("AG1" not in way.relaxation.agents for way in found.ways if way.day == DAY)


def test_an_order_that_came_in_after_the_plan_is_explained_over_the_rest(planned):
    with_order(planned, "OI-99")
    now = datetime(2026, 6, 3, 10)
    found = explain_today(planned, "OI-99", now=now, authorisations=())
    assert found.ways[0].relaxation.bends[0].way in ("insert", "take_anyway")
    offer = find_offers(planned, "OI-99", day=DAY, now=now).offers[0]
    assert (found.ways[0].relaxation.agents, found.ways[0].start) == (offer.agents, offer.start)


def test_after_the_day_the_plan_is_judged_as_it_was_made(late_day):
    whole = explain_order(late_day, "OI-06", authorisations=())
    later = explain_today(late_day, "OI-06", now=datetime(2026, 6, 3, 23), authorisations=())
    assert later.reasons == whole.reasons
