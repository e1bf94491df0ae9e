# SPDX-License-Identifier: GPL-3.0-or-later
"""An order that the plan in force leaves out: its reasons with dates, and what would make it fit."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.core.resources import Absence, Agent, Equipment, SkillGrant
from regard.planner.plans.explain_order import explain_order, standing_plan
from regard.planner.plans.plan_day import plan_days
from regard.planner.tours.plan_options import PlanOptions
from regard.routing.check.checker import check_routes
from regard.tests.unit.planner.plans import zoned
from regard.workorders.orders import WorkOrder

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7, 45)


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
