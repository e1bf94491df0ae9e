# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves by hand on the planning board: what is aimed at, by pointer and step by step by keyboard."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.tests.unit.ui.boards import MIDNIGHT, block, board, row, tours
from regard.ui.board.drag import beside, neighbour, target_at


@pytest.fixture
def shown():
    return board(
        row("A", block("O1", 480, 540), block("O2", 600, 660), block("O3", 700, 760)),
        row("B"),
        row("C", block("O4", 500, 560), block("O5", 690, 720), block("O5", 730, 740, task="reopen")),
    )


def at(minutes):
    return MIDNIGHT + timedelta(minutes=minutes)


def test_an_order_held_over_a_row_is_aimed_at_the_place_that_the_moment_gives(shown):
    target = target_at(shown, "O4", 0, row=0, moment=at(640))
    assert (target.agent_id, target.position, target.spot) == ("A", 3, ("A", 3, at(0).date()))


def test_an_order_held_over_its_own_tour_does_not_count_itself(shown):
    assert target_at(shown, "O1", 0, row=0, moment=at(745)).position == 3
    assert target_at(shown, "O1", 0, row=0, moment=at(480)).position == 1


def test_left_and_right_follow_the_tour_and_end_with_it(shown):
    assert neighbour(shown, "O1", "right") == "O2"
    assert neighbour(shown, "O3", "right") == "O3"
    assert neighbour(shown, "O2", "left") == "O1"
    # valves are no orders of their own
    assert neighbour(shown, "O5", "right") == "O5"


def test_up_and_down_pass_empty_tours_to_the_order_nearest_in_time(shown):
    assert neighbour(shown, "O3", "down") == "O5"
    assert neighbour(shown, "O4", "up") == "O1"
    assert neighbour(shown, "O1", "up") == "O1"


def test_the_first_order_is_next_to_none(shown):
    assert neighbour(shown, "", "right") == "O1"
    assert neighbour(board(row("A")), "", "right") == ""


def test_steps_by_keyboard_go_along_the_tour_and_no_further(shown):
    steps = [beside(shown, "O1", None, "right")]
    for _ in range(3):
        steps.append(beside(shown, "O1", steps[-1], "right"))
    assert [step.position for step in steps] == [2, 3, 3, 3]
    assert beside(shown, "O1", steps[0], "left").position == 1


def test_steps_by_keyboard_go_from_agent_to_agent(shown):
    down = beside(shown, "O1", None, "down")
    assert (down.agent_id, down.position) == ("B", 1)
    assert beside(shown, "O1", down, "down").agent_id == "C"
    assert beside(shown, "O1", beside(shown, "O1", down, "down"), "down").agent_id == "C"
    assert beside(shown, "O4", None, "up").agent_id == "B"


def test_what_has_begun_or_is_not_on_the_board_is_not_moved():
    fixed = board(row("A", block("O1", 480, 540, is_fixed=True)))
    assert beside(fixed, "O1", None, "right") is None
    assert beside(fixed, "O9", None, "down") is None


@given(tours(days=1), tours(days=1), st.lists(st.sampled_from(["left", "right", "up", "down"]), max_size=12))
def test_steps_never_leave_the_places_that_there_are(first, second, steps):
    shown = board(row("A", block("X", 10, 20), *first), row("B", *second))
    target = None
    for step in steps:
        target = beside(shown, "X", target, step)
        blocks = shown.rows[shown.row_of[target.agent_id]].blocks
        others = [b for b in blocks if not b.is_fixed and b.order_id != "X"]
        assert 1 <= target.position <= len(others) + 1
