# SPDX-License-Identifier: GPL-3.0-or-later
"""Where rows and blocks of the planning board are, and what is found at a place."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from regard.tests.unit.ui.boards import MIDNIGHT, block, board, row, tours
from regard.ui.board.axis import Axis
from regard.ui.board.layout import NAME_PX, Layout

ROW_PX, HEAD_PX = 48.0, 42.0
AXIS = Axis(MIDNIGHT + timedelta(hours=7), 12.0, 1200.0)


def layout_of(shown, *, scroll_px=0.0, height_px=500.0, axis=AXIS):
    return Layout(shown, axis, ROW_PX, HEAD_PX, scroll_px, height_px)


def rows_of(count):
    return board(*(row(f"A{n}", block(f"O{n}", 480, 540)) for n in range(count)))


@given(st.integers(1, 60), st.floats(0.0, 2000.0), st.floats(0.0, 0.99), st.data())
def test_a_row_is_found_again_where_it_is_drawn(count, scroll_px, share, data):
    layout = layout_of(rows_of(count), scroll_px=scroll_px)
    number = data.draw(st.integers(0, count - 1))
    y = layout.top_of(number) + share * ROW_PX
    assert layout.row_at(y) == (number if y >= HEAD_PX else None)


@given(st.integers(0, 40), st.floats(0.0, 1500.0), st.floats(0.0, 900.0))
def test_what_is_at_a_height_is_the_row_that_covers_it(count, scroll_px, y):
    layout = layout_of(rows_of(count), scroll_px=scroll_px)
    covering = [n for n in range(count) if layout.top_of(n) <= y < layout.top_of(n) + ROW_PX]
    expected = covering[0] if covering and y >= HEAD_PX else None
    assert layout.row_at(y) == expected


@given(st.integers(0, 60), st.floats(0.0, 2500.0), st.floats(60.0, 900.0))
def test_every_row_that_meets_the_body_is_visible(count, scroll_px, height_px):
    layout = layout_of(rows_of(count), scroll_px=scroll_px, height_px=height_px)
    meets = {n for n in range(count) if layout.top_of(n) + ROW_PX > HEAD_PX and layout.top_of(n) < height_px}
    visible = list(layout.visible_rows())
    assert meets <= set(visible)
    assert len(visible) <= len(meets) + 2


@given(tours(days=1), st.floats(0.0, 1.0))
def test_a_block_is_found_again_in_its_box(blocks, share):
    layout = layout_of(board(row("A", *blocks)))
    for one in blocks:
        left, top, width, height = layout.box_of(0, one)
        if left < NAME_PX:
            continue
        found = layout.block_at(left + share * width, top + height / 2)
        # at the seam of two blocks the later one is meant
        assert found == one or abs(layout.box_of(0, found)[0] - left - share * width) <= 3.0


def test_names_and_hours_are_no_blocks():
    layout = layout_of(rows_of(2))
    left, top, _, height = layout.box_of(0, layout.board.rows[0].blocks[0])
    assert layout.block_at(left + 2, top + height / 2) is not None
    assert layout.block_at(NAME_PX - 1, top + height / 2) is None
    assert layout.block_at(left + 2, HEAD_PX - 1) is None
    assert layout.block_at(left + 2, layout.top_of(2) + 1) is None


def test_a_stop_of_a_minute_can_still_be_hit():
    shown = board(row("A", block("O1", 480, 481)))
    week = replace(AXIS, hours=14 * 24.0)
    left, top, width, height = layout_of(shown, axis=week).box_of(0, shown.rows[0].blocks[0])
    assert width >= 3.0
    assert layout_of(shown, axis=week).block_at(left + 1, top + height / 2).order_id == "O1"


@given(st.integers(1, 60), st.floats(0.0, 2000.0), st.data())
def test_scrolling_to_a_row_shows_all_of_it_and_moves_no_more_than_needed(count, scroll_px, data):
    layout = layout_of(rows_of(count), scroll_px=scroll_px)
    number = data.draw(st.integers(0, count - 1))
    scrolled = replace(layout, scroll_px=layout.scroll_to(number))
    assert scrolled.top_of(number) >= HEAD_PX - 1e-6
    assert scrolled.top_of(number) + ROW_PX <= scrolled.height_px + 1e-6
    was_seen = layout.top_of(number) >= HEAD_PX and layout.top_of(number) + ROW_PX <= layout.height_px
    if was_seen:
        assert abs(scrolled.scroll_px - scroll_px) < 1e-6


def test_the_axis_comes_to_a_block_that_is_out_of_sight_and_stays_where_it_is_seen():
    seen, later = block("O1", 480, 540), block("O2", 1440 + 600, 1440 + 660)
    layout = layout_of(board(row("A", seen, later, days=2), days=2))
    assert layout.axis_to(seen) == AXIS
    moved = layout.axis_to(later)
    assert moved.start <= later.start <= moved.end
