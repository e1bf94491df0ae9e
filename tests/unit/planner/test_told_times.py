# SPDX-License-Identifier: GPL-3.0-or-later
"""A day planned again keeps near the times that people were told, and says how far it is from them."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from regard.core.resources import Agent, SkillGrant
from regard.planner.import_records import import_records
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import Outage
from regard.planner.running.plan_in_force import read_plan_in_force
from regard.planner.running.replan import Disruption, replan
from regard.planner.running_rules import running_rules
from regard.planner.tours.plan_options import PlanOptions
from regard.tests.unit.planner.days import DAY
from regard.workorders.orders import WorkOrder
from shapely.geometry import MultiLineString

MORNING = datetime(2026, 6, 3, 7, 45)
NOW = datetime(2026, 6, 3, 9, 15)


@pytest.fixture
def planned(golden_day):
    """Return the golden day with its shortest plan: AG1 makes 01, AG2 makes 04, 02, 06, 05, 03."""
    options = PlanOptions(day=DAY, seconds=30, iterations=2000, objective="minimum_travel")
    plan_days(golden_day, options, now=MORNING, who="test")
    return golden_day


def called(workspace, *names):
    """Note that somebody called for some orders."""
    with workspace.command("call", who="test") as transaction:
        for name in names:
            transaction.save(replace(workspace.get(WorkOrder, name), request_id="DI-1"))


def again(workspace, disruption):
    """Return the changes of a day planned again, by order."""
    found = replan(workspace, disruption, day=DAY, now=NOW, iterations=500)
    return found, {change.order_id: change for change in found.changes}


def test_who_called_or_loses_water_was_told_and_who_has_a_window_was_told_the_window(planned):
    assert read_plan_in_force(planned, DAY).told == frozenset()
    called(planned, "OI-05", "OI-06")
    nobody, somebody = (
        Outage(order_id, "P", ("V",), (), ("P",), customers, (), (), 1.0, 1.0, False, MultiLineString())
        for order_id, customers in (("OI-03", ()), ("OI-04", ("C1",)))
    )
    import_records(planned, [nobody, somebody], name="cuts", who="test")
    assert read_plan_in_force(planned, DAY).told == {"OI-04", "OI-06"}


@pytest.mark.parametrize(
    ("told", "start", "agents", "off_min"),
    [((), time(11, 17), ("AG2",), None), (("OI-06",), time(10, 38), ("AG1",), 52)],
)
def test_an_order_goes_to_another_agent_rather_than_much_later_than_told(
    planned, told, start, agents, off_min
):
    called(planned, *told)
    _, changes = again(planned, Disruption(late_order="OI-02", late_min=90))
    change = changes["OI-06"]
    assert change.after.start.replace(second=0).time() == start
    assert (change.agents_after, change.told_off_min) == (agents, off_min)


def test_a_little_later_than_told_is_not_worth_another_agent(planned):
    called(planned, "OI-06")
    _, changes = again(planned, Disruption(late_order="OI-02", late_min=20))
    assert (changes["OI-06"].agents_after, changes["OI-06"].told_off_min) == (("AG2",), 20)


def with_a_short_day_of_ag1(workspace):
    with workspace.command("hours", who="test") as transaction:
        transaction.save(replace(workspace.get(Agent, "AG1"), day_end=time(14)))
        transaction.add([SkillGrant("x", "AG1", "COMPTEUR", date(2025, 1, 1), date(2027, 1, 1))])


def test_people_are_called_to_be_there_much_earlier_only_when_the_order_falls_out_otherwise(planned):
    called(planned, "OI-03")
    told = read_plan_in_force(planned, DAY).told_s["OI-03"]
    assert told > 14 * 3600
    with_a_short_day_of_ag1(planned)
    found, changes = again(planned, Disruption(absent="AG2"))
    assert "OI-03" not in found.dropped
    assert changes["OI-03"].told_off_min < -60


def test_nobody_comes_earlier_than_told_without_need(planned):
    called(planned, "OI-03", "OI-06")
    with planned.command("shorter", who="test") as transaction:
        # AG2 is free much earlier than planned
        transaction.save(replace(planned.get(WorkOrder, "OI-05"), duration_min=1))
    _, changes = again(planned, Disruption())
    tolerance = running_rules().replan.told.tolerance_min
    assert all(
        change.told_off_min is None or change.told_off_min >= -tolerance for change in changes.values()
    )


def test_the_cost_of_the_plan_holds_what_is_late_not_what_was_told(planned):
    called(planned, "OI-06")
    found, _ = again(planned, Disruption(late_order="OI-02", late_min=90))
    assert found.proposal.checked.cost.lateness == 0
