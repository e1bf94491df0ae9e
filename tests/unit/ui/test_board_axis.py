# SPDX-License-Identifier: GPL-3.0-or-later
"""The axis of hours: moments to pixels and back, zoom around a place, marks that do not touch."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.ui.board.axis import NARROWEST_H, WIDEST_H, Axis

MIDNIGHT = datetime(2026, 6, 3)
axes = st.builds(
    Axis,
    st.integers(0, 14 * 1440).map(lambda minutes: MIDNIGHT + timedelta(minutes=minutes)),
    st.floats(NARROWEST_H, WIDEST_H),
    st.floats(200.0, 4000.0),
)


@given(axes, st.integers(-86_400, 14 * 86_400))
def test_a_moment_is_found_again_where_it_is_drawn(axis, seconds):
    moment = axis.start + timedelta(seconds=seconds)
    assert axis.moment_at(axis.x_of(moment)) == moment


@given(axes, st.floats(-500.0, 4000.0))
def test_a_pixel_is_found_again_to_half_a_second(axis, x):
    assert abs(axis.x_of(axis.moment_at(x)) - x) <= 0.5 * axis.px_per_s + 1e-6


@given(axes, st.floats(0.2, 5.0), st.floats(0.0, 1.0))
def test_zooming_leaves_the_moment_under_the_pointer_where_it_was(axis, factor, share):
    x = share * axis.width_px
    zoomed = axis.zoomed(factor, at_x=x)
    assert NARROWEST_H <= zoomed.hours <= WIDEST_H
    # the moment is known to the second, the start to the microsecond
    assert zoomed.x_of(axis.moment_at(x)) == pytest.approx(x, abs=0.51 * zoomed.px_per_s + 1e-3)


@given(axes, st.integers(1, 14))
def test_an_axis_stays_within_the_days_as_far_as_it_is_not_wider(axis, days):
    first, last = MIDNIGHT, MIDNIGHT + timedelta(days=days)
    kept = axis.within(first, last)
    assert kept.start >= first
    assert kept.hours == axis.hours
    if axis.hours <= 24 * days:
        assert kept.end <= last + timedelta(milliseconds=1)
    else:
        assert kept.start == first


@given(axes)
def test_marks_lie_on_the_axis_in_order_with_room_for_their_texts(axis):
    marks = list(axis.marks())
    assert all(-1e-6 <= mark.x <= axis.width_px + 1e-6 for mark in marks)
    assert [mark.moment for mark in marks] == sorted({mark.moment for mark in marks})
    texts = [mark.x for mark in marks if mark.has_text]
    assert all(later - earlier >= 55.0 for earlier, later in pairwise(texts))
    assert all(mark.is_day == (mark.moment.time() == datetime.min.time()) for mark in marks)


def test_half_a_day_has_a_text_every_hour_and_two_weeks_one_a_day():
    half = Axis(MIDNIGHT + timedelta(hours=7), 12.0, 900.0)
    assert [mark.moment.hour for mark in half.marks() if mark.has_text] == list(range(7, 20))
    weeks = Axis(MIDNIGHT, 14 * 24.0, 900.0)
    assert [mark.moment.hour for mark in weeks.marks() if mark.has_text] == [0] * 15


@given(axes, st.floats(-300.0, 300.0))
def test_moving_along_shows_what_lies_there(axis, px):
    assert axis.moved(px).start == axis.moment_at(px)
