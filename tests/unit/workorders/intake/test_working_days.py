# SPDX-License-Identifier: GPL-3.0-or-later
"""Deadlines in working days are those of a count day by day."""

from datetime import date, datetime, time, timedelta

import holidays
from hypothesis import given
from hypothesis import strategies as st
from regard.workorders.contracts import deadlines
from regard.workorders.orders import Priority

MOMENTS = st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2029, 12, 31))


def counted(received: date, days: int) -> date:
    """Return the day on which the ``days``-th working day after the receipt falls, by a wall calendar."""
    off = holidays.country_holidays("FR", years=range(received.year, received.year + 2))
    calendar = (received + timedelta(days=number) for number in range(1, 200))
    working = [day for day in calendar if day.isoweekday() <= 5 and day not in off]
    return working[days - 1]


@given(MOMENTS)
def test_p3_and_p4_are_due_at_the_end_of_the_working_day_that_a_count_gives(rules, received):
    contract = rules.contracts["VA-2024"]
    for priority, days in ((Priority.P3, 5), (Priority.P4, 20)):
        due = deadlines(contract, priority=priority, code="AEP-ENQ", received=received).on_site_by
        assert due == datetime.combine(counted(received.date(), days), time(17))
