# SPDX-License-Identifier: GPL-3.0-or-later
"""A rule bent by hand for an order that fits nowhere: what is stored, what is planned, and its way back."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from regard.core.errors import Failure, InputError
from regard.core.resources import Agent, LongerDay
from regard.planner.plan_versions import current_plan
from regard.planner.plans.explain_order import explain_order
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import PlanStop
from regard.planner.running.bend_rules import Elsewhere, Seat, bend_and_plan, can_bend
from regard.planner.tours.plan_options import PlanOptions
from regard.routing.explain.relaxation import Bend
from regard.workorders.orders import OrderState, WorkOrder

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7, 45)


def change(workspace, order_id, **values):
    with workspace.command("change", who="test") as transaction:
        transaction.save(replace(workspace.get(WorkOrder, order_id), **values))


def plan(workspace):
    return plan_days(workspace, PlanOptions(day=DAY, seconds=30, iterations=500), now=NOW, who="test").plan


def stop_of(workspace, order_id):
    stops = workspace.all(PlanStop, plan_id=current_plan(workspace).plan_id, order_id=order_id, task="work")
    return stops[0] if stops else None


def state(workspace):
    """Return what undoing must bring back."""
    orders = {o.order_id: replace(o, version=0) for o in workspace.all(WorkOrder)}
    return orders, workspace.all(LongerDay), current_plan(workspace).plan_id


def bend(workspace, order_id, way):
    """Apply the cheapest way of a kind that is offered; return its bends, its seat and the commands."""
    found = offered(workspace, order_id, way)
    seat = Seat(found.relaxation.agents, found.start)
    bends = found.relaxation.bends
    assert can_bend(bends)
    commands = bend_and_plan(workspace, order_id, bends, day=found.day, now=NOW, who="Ada", seat=seat)
    return bends, seat, commands


def offered(workspace, order_id, way):
    ways = explain_order(workspace, order_id, authorisations=()).ways
    return next(one for one in ways if {b.way for b in one.relaxation.bends} == {way})


def undone(workspace, commands):
    for command_id in reversed(commands):
        workspace.undo(who="Ada", command_id=command_id)


# what keeps OI-01 from the golden day, and the rule that is bent for it
CASES = {
    "window_later": {"window_start": datetime(2026, 6, 3, 6), "window_end": datetime(2026, 6, 3, 7)},
    "window_earlier": {"window_start": datetime(2026, 6, 3, 16, 25), "window_end": datetime(2026, 6, 3, 18)},
    "overtime": {"duration_min": 510, "window_start": None, "window_end": None},
}


@pytest.mark.parametrize("way", CASES)
def test_what_a_way_to_fit_bends_is_stored_and_the_order_is_planned(golden_day, way):
    change(golden_day, "OI-01", **CASES[way])
    plan(golden_day)
    before, order = state(golden_day), golden_day.get(WorkOrder, "OI-01")
    assert stop_of(golden_day, "OI-01") is None
    bends, seat, commands = bend(golden_day, "OI-01", way)
    after = golden_day.get(WorkOrder, "OI-01")
    assert after.state is OrderState.PLANNED
    stop = stop_of(golden_day, "OI-01")
    assert ((stop.agent_id,), stop.start) == (seat.agents, seat.start)
    if way == "overtime":
        (longer,) = golden_day.all(LongerDay)
        assert (longer.agent_id, longer.day, longer.minutes) == (stop.agent_id, DAY, bends[0].minutes)
        assert golden_day.get(Agent, "AG1").overtime_min == 0
    else:
        wider = (after.window_start - order.window_start, after.window_end - order.window_end)
        expected = {"window_later": (0, 1), "window_earlier": (-1, 0)}[way]
        assert tuple(by.total_seconds() / 60 for by in wider) == tuple(e * bends[0].minutes for e in expected)
        assert after.window_start <= stop.start <= after.window_end
    assert {entry.command for entry in golden_day.journal() if entry.command_id in commands} == {
        "bend",
        "insert",
    }
    undone(golden_day, commands)
    assert state(golden_day) == before


def test_an_order_that_is_worth_less_makes_room(golden_day):
    nine = datetime(2026, 6, 3, 9)
    for name in ("OI-02", "OI-05"):
        # only AG2 reads meters, and both are to be begun at nine
        change(golden_day, name, duration_min=120, window_start=nine, window_end=nine)
    plan(golden_day)
    (left_out,) = [o.order_id for o in golden_day.all(WorkOrder) if stop_of(golden_day, o.order_id) is None]
    before = state(golden_day)
    (made,) = {"OI-02", "OI-05"} - {left_out}
    bends = [Bend("take_out", detail=made)]
    assert can_bend(bends)
    commands = bend_and_plan(golden_day, left_out, bends, day=DAY, now=NOW, who="Ada")
    assert stop_of(golden_day, left_out) is not None
    assert stop_of(golden_day, made) is None
    assert golden_day.get(WorkOrder, made).state is OrderState.QUALIFIED
    undone(golden_day, commands)
    assert state(golden_day) == before


def test_a_skill_is_not_a_dispatchers_to_bend(golden_day):
    plan(golden_day)
    bent = [Bend("skill", "AG2", detail="SS4")]
    assert not can_bend(bent)
    with pytest.raises(InputError, match="does not bend skill"):
        bend_and_plan(golden_day, "OI-01", bent, day=DAY, now=NOW, who="Ada")


def test_a_place_that_is_gone_is_said_before_another_one_is_taken(golden_day):
    change(golden_day, "OI-01", **CASES["overtime"])
    plan(golden_day)
    before, way = state(golden_day), offered(golden_day, "OI-01", "overtime")
    bends, day = way.relaxation.bends, way.day
    said = Seat(way.relaxation.agents, way.start - timedelta(hours=1))
    with pytest.raises(Elsewhere, match="nothing was changed") as refused:
        bend_and_plan(golden_day, "OI-01", bends, day=day, now=NOW, who="Ada", seat=said)
    assert state(golden_day) == before
    other = refused.value.seat
    assert other == Seat(way.relaxation.agents, way.start)
    bend_and_plan(golden_day, "OI-01", bends, day=day, now=NOW, who="Ada", seat=other)
    assert stop_of(golden_day, "OI-01").start == other.start


def test_a_longer_day_is_the_one_that_the_way_is_about(golden_day):
    change(golden_day, "OI-01", **CASES["overtime"])
    next_day = DAY + timedelta(days=1)
    opens, closes = datetime.combine(next_day, time()), datetime.combine(next_day, time(23, 59))
    change(golden_day, "OI-01", window_start=opens, window_end=closes)
    options = PlanOptions(day=DAY, days=2, seconds=30, iterations=500)
    plan_days(golden_day, options, now=NOW, who="test")
    assert offered(golden_day, "OI-01", "overtime").day == next_day
    bend(golden_day, "OI-01", "overtime")
    (longer,) = golden_day.all(LongerDay)
    assert longer.day == next_day == stop_of(golden_day, "OI-01").start.date()


def test_what_was_bent_in_vain_is_taken_back(golden_day):
    change(golden_day, "OI-01", **CASES["overtime"])
    plan(golden_day)
    before = state(golden_day)
    with pytest.raises(Failure, match="fits nowhere even so"):
        bend_and_plan(golden_day, "OI-01", [Bend("overtime", "AG1", minutes=5)], day=DAY, now=NOW, who="Ada")
    assert state(golden_day) == before
