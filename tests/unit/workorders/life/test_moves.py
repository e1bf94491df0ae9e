# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves are kept, and a history leads to the state that the order has."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.tests.unit.workorders.life.bursts import burst_order
from regard.workorders.life.moves import OrderMove, Trail, in_order, replay
from regard.workorders.lifecycle import ORDER_MOVES
from regard.workorders.orders import OrderState

S = OrderState
AT = datetime(2026, 6, 3, 8)


@pytest.fixture
def order(burst):
    return replace(burst, state=S.QUALIFIED, started_at=None, ended_at=None)


def test_a_move_keeps_who_when_and_why(order):
    trail = Trail(AT, "D. Martin")
    moved = trail.move(order, S.SUSPENDED, reason="road closed for the market")
    assert moved.state is S.SUSPENDED
    assert trail.made == [
        OrderMove(
            "OI-01/0", "OI-01", 0, S.QUALIFIED, S.SUSPENDED, AT, "D. Martin", "road closed for the market"
        )
    ]


def test_several_moves_of_one_command_stay_apart(order):
    trail = Trail(AT, "D. Martin")
    dispatched = trail.move(trail.move(order, S.PLANNED), S.DISPATCHED)
    trail.move(trail.move(dispatched, S.PLANNED), S.QUALIFIED)
    assert len({one.move_id for one in trail.made}) == 4
    assert replay(S.QUALIFIED, reversed(trail.made)) is S.QUALIFIED


def test_a_cause_is_reason_enough(order):
    trail = Trail(AT, "D. Martin")
    begun = replace(order, state=S.IN_PROGRESS)
    assert trail.move(begun, S.NOT_DONE, cause="weather").state is S.NOT_DONE
    with pytest.raises(InputError, match="say why"):
        trail.move(begun, S.NOT_DONE)


def moved_at(order, state, at):
    return {order.order_id: OrderMove("OI-01/0", order.order_id, 0, S.QUALIFIED, state, at, "x")}


def test_a_move_before_the_last_one_is_refused_with_both_times(order):
    planned = replace(order, state=S.PLANNED)
    trail = Trail(AT, "D. Martin", latest=moved_at(order, S.PLANNED, datetime(2026, 6, 3, 8, 1)))
    with pytest.raises(InputError) as caught:
        trail.move(planned, S.DISPATCHED)
    said = "OI-01 cannot become dispatched at 2026-06-03 08:00: it became planned at 2026-06-03 08:01"
    assert str(caught.value) == said
    assert trail.made == []
    # a state that its life does not have is what is wrong first
    with pytest.raises(InputError, match="cannot go from planned to done"):
        trail.move(planned, S.DONE)


def test_work_does_not_end_before_it_began(order):
    begun = replace(order, state=S.IN_PROGRESS, started_at=datetime(2026, 6, 3, 9))
    with pytest.raises(InputError, match=r"become done at .* 08:00: it became in progress at .* 09:00"):
        Trail(AT, "x").move(begun, S.DONE)


def test_clocks_that_differ_by_minutes_leave_the_moves_in_order(order):
    then = datetime(2026, 6, 3, 8, 3)
    trail = Trail(AT, "x", latest=moved_at(order, S.DISPATCHED, then), clocks_differ=timedelta(minutes=3))
    begun = trail.move(replace(order, state=S.DISPATCHED), S.IN_PROGRESS)
    assert (begun.started_at, trail.made[0].at) == (then, then)


def test_what_a_plan_moves_counts_as_moved_after_what_was_before(order):
    then = datetime(2026, 6, 3, 11)
    trail = Trail(AT, "x", latest=moved_at(order, S.PLANNED, then), by_plan=True)
    trail.move(replace(order, state=S.PLANNED), S.QUALIFIED)
    assert trail.made[0].at == then


@pytest.mark.parametrize(("start", "target"), [(S.PLANNED, S.PLANNED), (S.QUALIFIED, S.CLOSED)])
def test_a_history_with_a_gap_or_an_illegal_move_is_refused(start, target):
    broken = OrderMove("OI-01/0", "OI-01", 0, S.QUALIFIED, target, AT, "x")
    with pytest.raises(InputError, match="does not follow"):
        replay(start, [broken])


@given(st.lists(st.tuples(st.sampled_from(S), st.booleans()), max_size=30))
def test_random_moves_never_reach_an_illegal_state_and_the_history_leads_to_it(tries):
    order, kept, at = replace(burst_order(), state=S.QUALIFIED, started_at=None, ended_at=None), [], AT
    for target, same_command in tries:
        if not same_command or not kept:
            trail, at = Trail(at + timedelta(minutes=1), "x"), at + timedelta(minutes=1)
            order = replace(order, version=order.version + 1)
        before = order
        with suppress(InputError):
            order = trail.move(order, target, reason="as told")
            assert target in ORDER_MOVES[before.state]
            kept.append(trail.made[-1])
    assert replay(S.QUALIFIED, kept) is order.state
    assert [one.move_id for one in in_order(kept)] == [one.move_id for one in kept]
    assert len({one.move_id for one in kept}) == len(kept)
