# SPDX-License-Identifier: GPL-3.0-or-later
"""Weeks, months and years as managers name them: 2026-W23, 2026-06, 2026."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from ...core.errors import InputError

PeriodKind = Literal["week", "month", "year"]
_NAME = re.compile(r"(?P<year>\d{4})(?:-(?:W(?P<week>\d{2})|(?P<month>\d{2})))?")
_YEARS = range(1990, 2200)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A week (ISO 8601, from Monday), a month or a year; ``last`` is its last day."""

    kind: PeriodKind
    first: date
    last: date

    @property
    def name(self) -> str:
        """Return the name that ``parse_period`` reads."""
        if self.kind == "week":
            year, week, _ = self.first.isocalendar()
            return f"{year}-W{week:02}"
        return f"{self.first:%Y-%m}" if self.kind == "month" else f"{self.first:%Y}"

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days + 1

    @property
    def begins(self) -> datetime:
        """Return its first moment."""
        return datetime.combine(self.first, time.min)

    @property
    def ends(self) -> datetime:
        """Return the first moment after it."""
        return datetime.combine(self.last + timedelta(days=1), time.min)

    def previous(self) -> Period:
        """Return the period of the same kind just before."""
        return period_of(self.first - timedelta(days=1), self.kind)

    def year_before(self) -> Period:
        """Return the week of the same number, the same month, or the year, one year before.

        Week 53 is held against the last week of a year that has none.
        """
        if self.kind == "week":
            year, week, _ = self.first.isocalendar()
            return period_of(date.fromisocalendar(year - 1, min(week, _weeks(year - 1)), 1), "week")
        return period_of(self.first.replace(year=self.first.year - 1), self.kind)


def period_of(day: date, kind: PeriodKind) -> Period:
    """Return the period of a kind that holds a day."""
    if kind == "week":
        first = day - timedelta(days=day.weekday())
        return Period(kind, first, first + timedelta(days=6))
    if kind == "month":
        first = day.replace(day=1)
        following = (first + timedelta(days=31)).replace(day=1)
        return Period(kind, first, following - timedelta(days=1))
    return Period(kind, date(day.year, 1, 1), date(day.year, 12, 31))


def parse_period(text: str) -> Period:
    """Return the period of a name such as 2026-W23, 2026-06 or 2026; ``InputError`` otherwise."""
    found = _NAME.fullmatch(text.strip())
    if found is None or int(found["year"]) not in _YEARS:
        raise InputError("steering.period", found=text)
    year = int(found["year"])
    if found["week"]:
        if not 1 <= int(found["week"]) <= _weeks(year):
            raise InputError("steering.period", found=text)
        return period_of(date.fromisocalendar(year, int(found["week"]), 1), "week")
    if found["month"]:
        if not 1 <= int(found["month"]) <= _MONTHS:
            raise InputError("steering.period", found=text)
        return period_of(date(year, int(found["month"]), 1), "month")
    return period_of(date(year, 1, 1), "year")


def _weeks(year: int) -> int:
    return date(year, 12, 28).isocalendar().week
