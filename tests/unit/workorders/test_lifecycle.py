# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders and requests go from state to state as the table allows, and no other way."""

from datetime import datetime
from itertools import pairwise, product

import pytest
from regard.core.errors import InputError
from regard.core.messages import Message
from regard.core.translations import translator
from regard.workorders.lifecycle import NEEDS_REASON, ORDER_MOVES, REQUEST_MOVES, move, move_request
from regard.workorders.orders import OrderState, Priority, WorkOrder
from regard.workorders.requests import RequestState
from shapely.geometry import Point

S, R = OrderState, RequestState
AT = datetime(2026, 6, 3, 9, 30)


def order_in(state):
    return WorkOrder(
        order_id="OI-01",
        request_id="DI-01",
        code="AEP-CASSE",
        label="Main burst",
        state=state,
        priority=Priority.P1,
        score=47.5,
        score_detail={},
        rules_version="1",
        received_at=AT,
        due_at=AT,
        place=Point(0, 0),
        address="",
        zone="",
        asset_role="",
        asset_id="",
        asset_distance_m=0.0,
        duration_min=60,
        crew=1,
        skills=(),
        crew_skills=(),
        equipment=(),
        parts={},
        digs=False,
    )


@pytest.mark.parametrize(
    "life",
    [
        (S.QUALIFIED, S.PLANNED, S.DISPATCHED, S.IN_PROGRESS, S.DONE, S.CLOSED),
        (S.IN_PROGRESS, S.DONE, S.TO_CORRECT, S.CLOSED),
        (S.IN_PROGRESS, S.NOT_DONE, S.RESCHEDULED, S.PLANNED),
        (S.PLANNED, S.SUSPENDED, S.QUALIFIED),
        (S.QUALIFIED, S.CANCELLED),
    ],
)
def test_an_order_lives_as_the_table_says(life):
    order = order_in(life[0])
    for _, target in pairwise(life):
        order = move(order, target, at=AT, reason="as told")
        assert order.state is target


def test_every_step_outside_the_table_is_refused():
    refused = 0
    for state, target in product(S, S):
        if target not in ORDER_MOVES[state]:
            refused += 1
            with pytest.raises(InputError):
                move(order_in(state), target, at=AT, reason="as told")
    assert refused == len(S) ** 2 - sum(map(len, ORDER_MOVES.values()))


def test_a_refusal_says_what_may_follow():
    with pytest.raises(InputError) as caught:
        move(order_in(S.QUALIFIED), S.DONE, at=AT)
    assert str(caught.value) == (
        "OI-01: cannot go from qualified to done; from there: planned; suspended; cancelled"
    )


def test_a_planned_order_cannot_be_closed_without_closure_data():
    with pytest.raises(InputError, match="closure data missing"):
        move(order_in(S.PLANNED), S.CLOSED, at=AT)


def test_nothing_follows_the_end():
    with pytest.raises(InputError, match="cannot go from closed to planned; from there: -"):
        move(order_in(S.CLOSED), S.PLANNED, at=AT)
    with pytest.raises(InputError, match="cannot go from cancelled to closed; from there: -"):
        move(order_in(S.CANCELLED), S.CLOSED, at=AT)


@pytest.mark.parametrize("target", sorted(NEEDS_REASON, key=lambda state: state.value))
def test_some_steps_need_a_reason(target):
    before = next(state for state, after in ORDER_MOVES.items() if target in after)
    with pytest.raises(InputError, match=f"say why it becomes {target.value.replace('_', ' ')}"):
        move(order_in(before), target, at=AT, reason=" ")


def test_actual_times_follow_from_the_steps():
    started = move(order_in(S.DISPATCHED), S.IN_PROGRESS, at=AT)
    assert (started.started_at, started.ended_at) == (AT, None)
    later = datetime(2026, 6, 3, 14, 0)
    done = move(started, S.DONE, at=later)
    assert (done.started_at, done.ended_at) == (AT, later)


def test_every_order_state_can_be_reached_and_left_to_an_end():
    reachable = {S.QUALIFIED}
    while more := {after for state in reachable for after in ORDER_MOVES[state]} - reachable:
        reachable |= more
    assert reachable == set(S)
    ends = {state for state, after in ORDER_MOVES.items() if not after}
    assert ends == {S.CLOSED, S.CANCELLED}


def test_a_request_is_qualified_then_converted(burst_call):
    qualified = move_request(burst_call, R.QUALIFIED)
    assert move_request(qualified, R.CONVERTED).state is R.CONVERTED


def test_a_new_request_is_not_converted_unqualified(burst_call):
    with pytest.raises(InputError) as caught:
        move_request(burst_call, R.CONVERTED)
    assert str(caught.value) == (
        "DI-2026-0417: cannot go from new to made into an order; from there: qualified; merged; rejected"
    )
    assert set(REQUEST_MOVES) == set(R)


def test_states_are_told_in_the_words_of_the_trade():
    french = translator("fr")
    told = [Message(f"state.{one.value}").render(french) for one in (S.QUALIFIED, S.PLANNED, S.IN_PROGRESS)]
    over = [Message(f"state.{one.value}").render(french) for one in (S.DONE, S.CLOSED)]
    assert [*told, *over] == ["qualifié", "planifié", "en cours", "réalisé", "clôturé"]
