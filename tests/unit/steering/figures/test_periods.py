# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of weeks, months and years, the ones before, and those of the year before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.steering.figures.periods import parse_period, period_of

DAYS = st.dates(date(1995, 1, 1), date(2100, 1, 1))
KINDS = st.sampled_from(["week", "month", "year"])


@given(DAYS, KINDS)
def test_a_period_is_read_back_by_its_name_and_follows_the_one_before(day, kind):
    own = period_of(day, kind)
    assert own.first <= day <= own.last
    assert parse_period(own.name) == own
    assert own.previous().last + timedelta(days=1) == own.first
    assert own.previous().kind == kind


@pytest.mark.parametrize(
    ("name", "before"),
    [("2026-W23", "2025-W23"), ("2026-W53", "2025-W52"), ("2026-06", "2025-06"), ("2026", "2025")],
)
def test_the_year_before(name, before):
    assert parse_period(name).year_before().name == before


def test_week_23_is_the_first_of_june():
    week = parse_period("2026-W23")
    assert (week.first, week.last) == (date(2026, 6, 1), date(2026, 6, 7))


@pytest.mark.parametrize(
    "name", ["", "2026-W54", "2025-W53", "2026-13", "2026-00", "26", "2026-6", "0001", "x"]
)
def test_other_names_are_refused(name):
    with pytest.raises(InputError, match="2026-W23"):
        parse_period(name)
