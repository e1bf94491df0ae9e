# SPDX-License-Identifier: GPL-3.0-or-later
"""A running day with a water cut: its valves stay stops of the tours, whatever is planned again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from regard.core.ids import AgentId
from regard.core.resources import Absence, SkillGrant
from regard.planner.assets.asset_base import AssetBase
from regard.planner.import_records import import_records
from regard.planner.plan_versions import current_plan
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import PlanStop
from regard.planner.running.emergency import accept_offer, find_offers
from regard.planner.running.replan import Disruption, replan
from regard.planner.running.running_day import accept_proposal
from regard.planner.sites.network_questions import isolate_place
from regard.planner.sites.order_records import outage_record
from regard.planner.tours.plan_options import PlanOptions
from regard.tests.unit.planner.days import DAY, agent, order
from regard.workorders.orders import OrderState, Priority, WorkOrder

MORNING = datetime(2026, 6, 3, 7, 45)
SKILLS = {"AG1": ("TERR",), "AG2": ("RESEAU", "CONSIGNATION"), "AG3": ("TERR", "RESEAU", "CONSIGNATION")}
PLACES = {"OI-1": (687520, 6924000), "OI-2": (687200, 6924075)}


@pytest.fixture
def cut_day(valmont):
    """Return a planned day on which an order cuts water; another order with a cut is still to be planned."""
    grants = [
        SkillGrant(f"{who}-{skill}", AgentId(who), skill, date(2025, 1, 1), date(2027, 1, 1))
        for who, skills in SKILLS.items()
        for skill in skills
    ]
    first, second = (order(name, place, 60, ("TERR",), None) for name, place in PLACES.items())
    second = replace(second, state=OrderState.SUSPENDED)
    base = AssetBase(valmont)
    cuts = [outage_record(o.order_id, isolate_place(base, point=o.place)) for o in (first, second)]
    import_records(valmont, [*map(agent, SKILLS), *grants, first, second, *cuts], name="day", who="test")
    options = PlanOptions(day=DAY, seconds=30, iterations=1500, objective="minimum_travel")
    plan_days(valmont, options, now=MORNING, who="test")
    return valmont


def stops(workspace):
    rows = workspace.all(PlanStop, plan_id=current_plan(workspace).plan_id)
    return {(stop.order_id, stop.task): (stop.agent_id, stop.start, stop.end, stop.valves) for stop in rows}


def ready(workspace, order_id="OI-2"):
    """Qualify the other order, with a priority above the first one's."""
    with workspace.command("qualify", who="test") as transaction:
        found = workspace.get(WorkOrder, order_id)
        transaction.save(replace(found, state=OrderState.QUALIFIED, priority=Priority.P1))


def test_a_day_with_a_cut_that_nothing_happens_to_stays_at_every_moment(cut_day):
    planned = stops(cut_day)
    assert {task for _, task in planned} == {"close", "work", "reopen"}
    starts = sorted(start for _, start, _, _ in planned.values())
    for start in starts:
        for minutes in (-5, 5):
            now = start + timedelta(minutes=minutes)
            assert replan(cut_day, Disruption(), day=DAY, now=now, iterations=100).changes == ()


def test_an_emergency_with_a_cut_has_its_valves_operated_by_whoever_comes(cut_day):
    planned = stops(cut_day)
    ready(cut_day)
    now = planned["OI-1", "close"][1] + timedelta(minutes=1)
    found = find_offers(cut_day, "OI-2", day=DAY, now=now)
    accept_offer(cut_day, found, 1, now=now, who="test")
    after = stops(cut_day)
    assert {name: after[name] for name in planned} == planned
    who, start, end, _ = after["OI-2", "work"]
    # only AG3 can dig and operate valves, and does both
    assert who == "AG3"
    assert end - start > timedelta(minutes=60)
    assert ("OI-2", "close") not in after
    assert replan(cut_day, Disruption(), day=DAY, now=now, iterations=100).changes == ()


def test_a_cut_that_is_closed_is_opened_again_when_its_agents_leave(cut_day):
    planned = stops(cut_day)
    now = planned["OI-1", "close"][1] + timedelta(minutes=1)
    reopens = planned["OI-1", "reopen"][0]
    found = replan(cut_day, Disruption(absent=reopens), day=DAY, now=now, iterations=300)
    accept_proposal(cut_day, found.proposal, name="replan", now=now, who="test")
    after = stops(cut_day)
    assert after.keys() == planned.keys()
    assert after["OI-1", "close"] == planned["OI-1", "close"]
    assert after["OI-1", "reopen"][0] != reopens
    assert {change.task for change in found.moved} >= {"reopen"}


def test_a_cut_is_left_out_whole_when_nobody_can_open_it_again(cut_day):
    planned = stops(cut_day)
    now = min(start for _, start, _, _ in planned.values()) - timedelta(minutes=10)
    for who in ("AG2", "AG3"):
        found = replan(cut_day, Disruption(absent=who), day=DAY, now=now, iterations=300)
        accept_proposal(cut_day, found.proposal, name="replan", now=now, who="test")
        with cut_day.command("absence", who="test") as transaction:
            transaction.add([Absence(f"A-{who}", AgentId(who), DAY, DAY)])
    assert stops(cut_day) == {}
    assert cut_day.get(WorkOrder, "OI-1").state is OrderState.QUALIFIED
