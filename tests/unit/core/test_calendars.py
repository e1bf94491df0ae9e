# SPDX-License-Identifier: GPL-3.0-or-later
"""Deadlines count the days that the law and contracts count."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.calendars import (
    WorkingHours,
    add_months,
    add_working_days,
    answer_deadline,
    is_public_holiday,
    is_working_day,
)

RECEIVED = date(2026, 4, 30)
# Whit Monday was a day of work from 2005 to 2007
DAYS = st.dates(min_value=date(2009, 1, 1), max_value=date(2060, 12, 31))


def easter(year):
    """Return Easter Sunday by the anonymous Gregorian method."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day + 1)


def is_holiday(day):
    fixed = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
    after_easter = {1, 39, 50}
    return (day.month, day.day) in fixed or (day - easter(day.year)).days in after_easter


def counted(start, end, counts):
    """Return how many days after ``start``, up to ``end``, count."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(counts(day) for day in days)


@pytest.mark.parametrize(
    ("received", "days", "with_sundays", "without_sundays"),
    [
        (RECEIVED, 7, date(2026, 5, 9), date(2026, 5, 11)),
        (RECEIVED, 9, date(2026, 5, 11), date(2026, 5, 13)),
        (RECEIVED, 15, date(2026, 5, 18), date(2026, 5, 21)),
        (date(2026, 6, 3), 7, date(2026, 6, 10), date(2026, 6, 11)),
    ],
    ids=["DICT", "DT", "DT on paper", "DICT in June"],
)
def test_answer_deadlines_of_the_golden_table(received, days, with_sundays, without_sundays):
    assert answer_deadline(received, days) == with_sundays
    assert answer_deadline(received, days, count_sundays=False) == without_sundays


@pytest.mark.parametrize(
    ("sent", "due"),
    [(date(2026, 5, 11), date(2026, 5, 13)), (date(2026, 5, 12), date(2026, 5, 15))],
)
def test_a_reminder_gives_two_working_days(sent, due):
    assert add_working_days(sent, 2) == due


def test_working_days_skip_the_holidays_of_may():
    assert add_working_days(date(2026, 5, 6), 5) == date(2026, 5, 15)


def test_moselle_keeps_good_friday():
    good_friday = date(2026, 4, 3)
    assert is_public_holiday(good_friday, region="57")
    assert not is_public_holiday(good_friday)
    assert answer_deadline(date(2026, 4, 2), 1, region="57") == date(2026, 4, 4)


@given(DAYS)
def test_public_holidays_are_those_of_the_labour_code(day):
    assert is_public_holiday(day) == is_holiday(day)


@given(DAYS, st.integers(min_value=1, max_value=40), st.booleans())
def test_answer_deadline_counts_as_a_finger_on_the_calendar(received, days, count_sundays):
    def counts(day):
        return not is_holiday(day) and (count_sundays or day.isoweekday() != 7)

    due = answer_deadline(received, days, count_sundays=count_sundays)
    assert counted(received, due, counts) == days
    assert counts(due)


@given(DAYS, st.integers(min_value=1, max_value=40))
def test_working_days_count_as_a_finger_on_the_calendar(start, days):
    def counts(day):
        return not is_holiday(day) and day.isoweekday() < 6

    due = add_working_days(start, days)
    assert counted(start, due, counts) == days
    assert is_working_day(due)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 4, 30), 3, date(2026, 7, 30)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 10, 15), 3, date(2027, 1, 15)),
        (date(2026, 9, 30), 3, date(2026, 12, 30)),
    ],
)
def test_months_end_on_the_last_day_of_a_shorter_month(day, months, later):
    assert add_months(day, months) == later


HOURS = WorkingHours(time(8), time(17))


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (datetime(2026, 6, 3, 9, 0), 4, datetime(2026, 6, 3, 13, 0)),
        (datetime(2026, 6, 3, 15, 0), 4, datetime(2026, 6, 4, 10, 0)),
        (datetime(2026, 6, 3, 6, 0), 4, datetime(2026, 6, 3, 12, 0)),
        (datetime(2026, 5, 13, 16, 0), 2, datetime(2026, 5, 15, 9, 0)),
        (datetime(2026, 6, 6, 10, 0), 1, datetime(2026, 6, 8, 9, 0)),
        (datetime(2026, 6, 3, 8, 0), 9, datetime(2026, 6, 3, 17, 0)),
    ],
    ids=["same day", "over the evening", "before opening", "over Ascension", "from a Saturday", "to closing"],
)
def test_the_clock_runs_in_working_hours(start, hours, end):
    assert HOURS.add(start, timedelta(hours=hours)) == end


@given(
    st.datetimes(min_value=datetime(2026, 4, 20), max_value=datetime(2026, 6, 1)),
    st.integers(min_value=1, max_value=40),
)
def test_the_clock_agrees_with_counting_half_hours(start, halves):
    half = timedelta(minutes=30)
    start = start.replace(minute=start.minute // 30 * 30, second=0, microsecond=0)
    moment, left = start, halves
    while left:
        runs = is_working_day(moment.date()) and time(8) <= moment.time() < time(17)
        left -= runs
        moment += half
    assert HOURS.add(start, halves * half) == moment
