# SPDX-License-Identifier: GPL-3.0-or-later
"""Digs are planned by what the law allows on the day of planning, not by what was reckoned long ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from regard.core.errors import InputError
from regard.planner.plan_versions import current_plan
from regard.planner.plans.legal_times import first_start
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import OrderNotice, PlanStop, PlanUnplanned
from regard.planner.running.hand_move import HandMoves
from regard.planner.running.plan_in_force import read_plan_in_force
from regard.planner.tours.plan_options import PlanOptions
from regard.tests.unit.planner.days import DAY
from regard.workorders.orders import WorkOrder

MORNING = datetime(2026, 6, 3, 7, 45)
DIG = "OI-06"
DECIDED = OrderNotice(
    order_id=DIG,
    kind="DICT",
    reason_code="notice.dict",
    reason_params={},
    send_by=date(2026, 5, 20),
    answer_by=date(2026, 5, 29),
    earliest_start=datetime(2026, 6, 1, 8),
    start_by=date(2026, 8, 20),
    call_first=(),
    write_to=(),
    law_version="2026.1",
    state="to_send",
)
SENT = replace(DECIDED, sent_at=datetime(2026, 5, 20, 9), state="sent", number="2026052000123D")


@pytest.fixture
def with_notice(golden_day):
    """Return a function that makes OI-06 a dig with a notice, and plans days from its own day on."""

    def with_notice(notice, *, days=1, now=MORNING):
        order = golden_day.get(WorkOrder, DIG)
        with golden_day.command("dig", who="test") as transaction:
            transaction.save(replace(order, digs=True, earliest_start=notice.earliest_start))
            transaction.add([notice])
        options = PlanOptions(day=DAY, days=days, seconds=30, iterations=1000, objective="minimum_travel")
        plan_days(golden_day, options, now=now, who="test")
        return golden_day

    return with_notice


def planned_day(workspace):
    plan = current_plan(workspace)
    return [stop.day for stop in workspace.all(PlanStop, plan_id=plan.plan_id, order_id=DIG)]


def reason(workspace):
    rows = workspace.all(PlanUnplanned, plan_id=current_plan(workspace).plan_id, order_id=DIG)
    return {(one["code"], one["detail"]) for row in rows for one in row.reasons}


def test_a_notice_sent_in_time_lets_the_dig_be_planned(with_notice):
    assert planned_day(with_notice(SENT)) == [DAY]


def test_a_notice_that_nobody_sent_is_answered_seven_days_after_today_at_the_earliest(with_notice):
    workspace = with_notice(DECIDED)
    assert planned_day(workspace) == []
    assert ("earliest_start", "2026-06-11 08:00") in reason(workspace)
    # what was stored stays: the notice can still be sent
    assert workspace.get(WorkOrder, DIG).earliest_start == datetime(2026, 6, 1, 8)


def test_one_that_goes_on_paper_takes_the_days_of_the_post(with_notice):
    # with the operators on Monday the 8th, answered until the 17th
    workspace = with_notice(replace(DECIDED, on_paper=True))
    assert ("earliest_start", "2026-06-18 08:00") in reason(workspace)


def test_days_that_are_past_are_planned_as_of_their_first_one(with_notice):
    workspace = with_notice(DECIDED, now=datetime(2026, 9, 1, 8))
    assert ("earliest_start", "2026-06-11 08:00") in reason(workspace)


def test_a_notice_that_has_run_out_is_sent_anew_first(with_notice):
    workspace = with_notice(replace(SENT, start_by=DAY - timedelta(days=1)))
    assert planned_day(workspace) == []
    assert ("earliest_start", "2026-06-11 08:00") in reason(workspace)


def test_the_last_day_of_a_notice_is_kept_and_a_move_beyond_it_is_told_at_once(with_notice):
    workspace = with_notice(replace(SENT, start_by=DAY), days=2)
    assert planned_day(workspace) == [DAY]
    moves = HandMoves.read(workspace, day=DAY, now=MORNING)
    later = moves.move(DIG, agent="AG1", position=1, day=DAY + timedelta(days=1))
    assert [violation.code for violation in later.new] == ["window"]
    assert moves.move(DIG, agent="AG1", position=2).new == ()


def test_a_plan_that_breaks_the_law_by_now_can_still_be_changed(with_notice):
    workspace = with_notice(SENT)
    notice = workspace.get(OrderNotice, DIG)
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(notice, start_by=DAY - timedelta(days=1)))
    assert read_plan_in_force(workspace, DAY, now=MORNING).problem
    assert HandMoves.read(workspace, day=DAY, now=MORNING).standing.violations == ()


@pytest.mark.parametrize(
    ("notice", "named"),
    [(DECIDED, "DICT"), (replace(SENT, earliest_start=datetime(2026, 6, 17)), SENT.number)],
)
def test_a_move_to_a_day_before_the_legal_one_is_refused_with_date_and_notice(with_notice, notice, named):
    workspace = with_notice(notice)
    moves = HandMoves.read(workspace, day=DAY, now=MORNING)
    legal = workspace.get(WorkOrder, DIG).earliest_start
    if notice is DECIDED:
        # not sent: it can be sent this morning at the earliest
        legal = first_start(workspace, DIG, now=MORNING)
    assert legal.date() > DAY
    with pytest.raises(InputError, match=f"it may not start before {legal.date()}.*{named}") as refused:
        moves.move(DIG, agent="AG1", position=1)
    assert refused.value.message.params["earliest"] == legal


def test_an_order_that_may_start_later_on_the_day_waits_for_it(golden_day):
    order = golden_day.get(WorkOrder, DIG)
    with golden_day.command("dig", who="test") as transaction:
        transaction.save(replace(order, earliest_start=datetime(2026, 6, 3, 11)))
    plan_days(golden_day, PlanOptions(day=DAY, seconds=30, iterations=500), now=MORNING, who="test")
    moved = HandMoves.read(golden_day, day=DAY, now=MORNING).move(DIG, agent="AG1", position=1)
    starts = {one.order_id: one.after.start for one in moved.placed}
    assert starts.get(DIG, datetime(2026, 6, 3, 11)) >= datetime(2026, 6, 3, 11)
    assert all(start.date() == DAY for start in starts.values())


def test_hours_of_another_day_are_refused_with_that_day(golden_day):
    order = golden_day.get(WorkOrder, "OI-05")
    tomorrow = timedelta(days=1)
    with golden_day.command("later", who="test") as transaction:
        later = {"window_start": order.window_start + tomorrow, "window_end": order.window_end + tomorrow}
        transaction.save(replace(order, **later))
    plan_days(golden_day, PlanOptions(day=DAY, seconds=30, iterations=500), now=MORNING, who="test")
    with pytest.raises(InputError, match="may not start before 2026-06-04 14:00") as refused:
        HandMoves.read(golden_day, day=DAY, now=MORNING).move("OI-05", agent="AG2", position=1)
    assert "notice" not in str(refused.value.message.english())


def test_over_several_days_the_day_that_is_asked_for_counts(with_notice):
    workspace = with_notice(replace(SENT, earliest_start=datetime(2026, 6, 4, 8)), days=2)
    moves = HandMoves.read(workspace, day=DAY, now=MORNING)
    with pytest.raises(InputError, match="2026-06-04"):
        moves.move(DIG, agent="AG1", position=1, day=DAY)
    moved = moves.move(DIG, agent="AG1", position=1, day=DAY + timedelta(days=1))
    assert all(one.after.start.date() > DAY for one in moved.placed if one.order_id == DIG)
