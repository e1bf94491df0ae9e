# SPDX-License-Identifier: GPL-3.0-or-later
"""Bookings never meet, and what is free is what nobody holds: against minutes counted one by one."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.core.supplies import Booking
from regard.workorders.resources.bookings import clash, first_start, free_spans, require_free

DAY = datetime(2026, 6, 3)
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda span: (span[0], span[0] + span[1]))


def at(minute):
    return DAY + timedelta(minutes=minute)


def booking(key, span):
    return Booking(key, "ASP-1", at(span[0]), at(span[1]))


def minutes(spans, gap=0):
    return {minute for start, end in spans for minute in range(start - gap, end + gap)}


@given(st.lists(SPANS, max_size=8), st.integers(0, 5))
def test_bookings_that_are_taken_never_overlap(spans, gap):
    kept = []
    for number, span in enumerate(spans):
        new = booking(f"B{number}", span)
        free = not minutes([span]) & minutes(((_minute(b.starts_at), _minute(b.ends_at)) for b in kept), gap)
        if free:
            require_free(new, kept, changeover_min=gap)
            kept.append(new)
        else:
            other = clash(new, kept, changeover_min=gap)
            with pytest.raises(InputError, match=other.booking_id):
                require_free(new, kept, changeover_min=gap)
    held = [minute for b in kept for minute in range(_minute(b.starts_at), _minute(b.ends_at))]
    assert len(held) == len(set(held))


@given(st.lists(SPANS, max_size=6), st.integers(0, 5))
def test_what_is_free_is_what_nobody_holds(spans, gap):
    taken = [(at(start), at(end)) for start, end in spans]
    free = free_spans(taken, (at(0), at(90)), changeover_min=gap)
    found = minutes((_minute(start), _minute(end)) for start, end in free)
    assert found == set(range(90)) - minutes(spans, gap)


@given(st.lists(SPANS, max_size=6), st.integers(0, 80), st.integers(1, 30), st.integers(0, 5))
def test_the_first_start_is_the_first_of_all(spans, asked, lasts, gap):
    taken = minutes(spans, gap)
    expected = next(m for m in range(asked, 400) if taken.isdisjoint(range(m, m + lasts)))
    held = [(at(start), at(end)) for start, end in spans]
    assert first_start(at(asked), lasts, held, changeover_min=gap) == at(expected)


def test_a_booking_of_another_piece_is_no_obstacle():
    other = Booking("B1", "ASP-2", at(0), at(60))
    require_free(booking("B2", (0, 60)), [other])


def test_a_booking_that_ends_before_it_starts_is_refused():
    with pytest.raises(InputError, match="before it starts"):
        require_free(booking("B1", (60, 60)), [])


def _minute(moment):
    return int((moment - DAY).total_seconds() // 60)
