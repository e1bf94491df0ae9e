# SPDX-License-Identifier: GPL-3.0-or-later
"""French working days, answer deadlines of the anti-damage law, and a clock that counts working hours.

``region`` is a subdivision of the ``holidays`` library (``"57"`` for Moselle, ``"6AE"`` for Alsace,
``"974"`` for La Réunion…); empty for the public holidays common to mainland France.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

import holidays

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


@cache
def public_holidays(year: int, region: str = "") -> frozenset[date]:
    """Return the public holidays of a year."""
    return frozenset(holidays.country_holidays("FR", subdiv=region or None, years=year))


def is_public_holiday(day: date, *, region: str = "") -> bool:
    """Tell whether a day is a public holiday."""
    return day in public_holidays(day.year, region)


def is_working_day(day: date, *, region: str = "") -> bool:
    """Tell whether a day is one of Monday to Friday and no public holiday."""
    return day.weekday() < _SATURDAY and not is_public_holiday(day, region=region)


def answer_deadline(received: date, days: int, *, count_sundays: bool = True, region: str = "") -> date:
    """Return the last day on which a notice received on ``received`` can still be answered in time.

    Calendar days are counted, the day of receipt and public holidays left out, and Sundays too unless
    ``count_sundays``: "jours, jours fériés non compris" does not say which. Source: INERIS FAQ on DT-DICT.
    O(days).
    """
    day = received
    while days > 0:
        day += _DAY
        counts = count_sundays or day.weekday() != _SUNDAY
        days -= counts and not is_public_holiday(day, region=region)
    return day


def add_working_days(start: date, days: int, *, region: str = "") -> date:
    """Return the day that lies ``days`` working days after ``start``, which is not counted. O(days)."""
    day = start
    while days > 0:
        day += _DAY
        days -= is_working_day(day, region=region)
    return day


def add_months(day: date, months: int) -> date:
    """Return the same day of the month ``months`` later, or that month's last day when it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """A clock that runs on working days between two hours of the day."""

    opens: time
    closes: time
    region: str = ""

    def add(self, start: datetime, span: timedelta) -> datetime:
        """Return when ``span`` of working time has run since ``start``. O(days spanned)."""
        moment, left = self._open_moment(start), span
        while left > (rest := self.close_of(moment.date()) - moment):
            left -= rest
            moment = self._open_moment(self.close_of(moment.date()))
        return moment + left

    def close_of(self, day: date) -> datetime:
        """Return when a day's working hours end."""
        return datetime.combine(day, self.closes)

    def _open_moment(self, moment: datetime) -> datetime:
        """Return the first moment from ``moment`` on at which the clock runs."""
        day = moment.date()
        if is_working_day(day, region=self.region) and moment < self.close_of(day):
            return max(moment, datetime.combine(day, self.opens))
        return datetime.combine(add_working_days(day, 1, region=self.region), self.opens)
