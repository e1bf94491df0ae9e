# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with a proposed plan, item by item, and deciding about its orders (CAP-1.4.b)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from regard.core.errors import InputError
from regard.core.ids import AgentId
from regard.core.resources import SkillGrant, StockLine
from regard.planner.plans.plan_day import plan_days
from regard.planner.plans.precheck import decide, precheck
from regard.planner.records import OrderConflict, OrderLink, OrderNotice, PlanStop
from regard.planner.resources import equipment, people
from regard.planner.resources.decisions import ProposalDecision
from regard.planner.running.plan_in_force import read_plan_in_force
from regard.planner.tours.plan_options import PlanOptions
from regard.tests.unit.planner.days import order
from regard.workorders.orders import OrderState, WorkOrder
from shapely.geometry import LineString

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7, 30)


@pytest.fixture
def proposal(service):
    """Return the service with a plan in which AG1 makes OI-01."""
    change(service, WorkOrder, "OI-01", code="AEP-ENQ")
    options = PlanOptions(day=DAY, days=1, seconds=20, iterations=20, seed=1, threads=1)
    plan_days(service, options, now=NOW, who="test")
    return service


def change(workspace, kind, key, **values):
    with workspace.command("change", who="test") as transaction:
        transaction.save(replace(workspace.get(kind, key), **values))


def add(workspace, *records):
    with workspace.command("add", who="test") as transaction:
        transaction.add(records)


def said(workspace, item):
    (one,) = (found for found in precheck(workspace, DAY, now=NOW) if found.order_id == "OI-01")
    return [message.english() for message in one.wrong.get(item, ())]


def work(workspace):
    (stop,) = workspace.all(PlanStop, task="work", order_id="OI-01")
    return stop


def test_a_plan_of_the_moment_has_nothing_wrong(proposal):
    (one,) = precheck(proposal, DAY, now=NOW)
    assert (one.order_id, one.agents, one.wrong) == ("OI-01", ("AG1",), {})


def test_cap_1_4_b_ag2_lacks_ss4_and_terr(proposal):
    change(proposal, PlanStop, work(proposal).stop_id, agent_id=AgentId("AG2"))
    assert said(proposal, "skills") == ["missing TERR, SS4"]


def test_a_skill_withdrawn_since_is_missing(proposal):
    change(proposal, SkillGrant, "AG1-SS4", valid_until=date(2026, 6, 2))
    assert said(proposal, "skills") == ["missing SS4"]


def test_a_window_moved_since_is_missed(proposal):
    change(proposal, WorkOrder, "OI-01", window_start=datetime(2026, 6, 3, 14), window_end=None)
    (sentence,) = said(proposal, "window")
    assert sentence.endswith("outside the window from 2026-06-03 14:00")


def test_an_absence_since_and_a_day_too_long_are_no_capacity(proposal):
    change(
        proposal,
        type(agent := people.agent_card(proposal, "AG1").agent),
        "AG1",
        day_end=work(proposal).end.time(),
    )
    (sentence,) = said(proposal, "capacity")
    assert sentence.startswith("AG1 is back ")
    assert agent.overtime_min == 0
    people.add_absence(proposal, "AG1", DAY, DAY, who="D")
    assert said(proposal, "capacity") == ["AG1 is away"]


def test_what_comes_first_is_waited_for(proposal):
    first = replace(order("OI-00", (687000, 6924100), 30, ("PI",), None), state=OrderState.QUALIFIED)
    add(proposal, first, OrderLink("L1", "OI-00", "OI-01", "after", 0, None, "chain"))
    assert said(proposal, "precedence") == [
        "OI-00, which comes first, is neither done nor planned on the day"
    ]
    done = {"state": OrderState.DONE, "ended_at": work(proposal).start + timedelta(minutes=5)}
    change(proposal, WorkOrder, "OI-00", **done)
    assert said(proposal, "precedence")[0].startswith("OI-00, which comes first, ends at")


def test_cap_1_4_b_an_answer_pending_on_sensitive_gas_blocks_the_start(proposal):
    notice = OrderNotice(
        order_id="OI-01",
        kind="DT-DICT",
        reason_code="notice.joint",
        reason_params={},
        send_by=date(2026, 5, 20),
        answer_by=date(2026, 5, 29),
        earliest_start=datetime(2026, 6, 1, 8),
        start_by=date(2026, 8, 20),
        call_first=(),
        write_to=("GRDF",),
        law_version="2026",
        state="sent",
    )
    gas = OrderConflict(
        *("C1", "OI-01", "G1", "GAZ", "MPB", "GRDF", "0800473333", "A"),
        is_sensitive=True,
        edge_m=1.2,
        effective_m=0.7,
        verdict="to_mark_out",
        geometry=LineString([(0, 0), (1, 0)]),
    )
    change(proposal, WorkOrder, "OI-01", digs=True)
    add(proposal, notice, gas)
    gas_says = "GRDF (sensitive network) has not answered: no start without its answer; telephone 0800473333"
    assert f"start blocked: {gas_says}" in said(proposal, "notice")


def test_a_call_out_since_asks_for_rest(proposal):
    people.add_call_out(proposal, "AG1", datetime(2026, 6, 2, 22), datetime(2026, 6, 3, 1), who="D")
    assert said(proposal, "rest") == ["AG1 rests until 2026-06-03 12:00, after a call-out"]


def test_a_part_used_elsewhere_is_to_be_ordered(proposal):
    change(proposal, StockLine, "D1-repair_clamp", quantity=0)
    assert said(proposal, "kit") == ["1 of repair_clamp to order"]


def test_equipment_booked_since_is_taken(proposal):
    change(proposal, WorkOrder, "OI-01", equipment=("suction_excavator",))
    equipment.book(proposal, "ASP-1", datetime(2026, 6, 3, 6), datetime(2026, 6, 3, 18), who="test")
    assert said(proposal, "equipment") == ["every suction_excavator is taken, by the booking ASP-1/1 for one"]


def test_an_order_is_accepted_once(proposal):
    decide(proposal, "OI-01", day=DAY, accept=True, now=NOW, who="D")
    (one,) = precheck(proposal, DAY, now=NOW)
    assert one.decision.accepted
    with pytest.raises(InputError, match="D has decided about the order OI-01"):
        decide(proposal, "OI-01", day=DAY, accept=False, now=NOW, who="F", reason="road closed")


def test_what_is_rejected_leaves_the_plan_and_comes_back_when_that_is_undone(proposal):
    with pytest.raises(InputError, match="say why it becomes rejected"):
        decide(proposal, "OI-01", day=DAY, accept=False, now=NOW, who="D")
    decide(proposal, "OI-01", day=DAY, accept=False, now=NOW, who="D", reason="road closed")
    assert proposal.get(WorkOrder, "OI-01").state is OrderState.QUALIFIED
    assert precheck(proposal, DAY, now=NOW) == ()
    assert read_plan_in_force(proposal, DAY).routes == ((), ())
    proposal.undo(who="D")
    assert proposal.all(ProposalDecision) == []
    assert [one.order_id for one in precheck(proposal, DAY, now=NOW)] == ["OI-01"]


def test_what_has_a_finding_is_not_accepted(proposal):
    people.add_absence(proposal, "AG1", DAY, DAY, who="D")
    with pytest.raises(InputError, match="the order OI-01 cannot be accepted: AG1 is away"):
        decide(proposal, "OI-01", day=DAY, accept=True, now=NOW, who="D")
    with pytest.raises(InputError, match="the order OI-99 is not in the plan of 2026-06-03"):
        decide(proposal, "OI-99", day=DAY, accept=True, now=NOW, who="D")
