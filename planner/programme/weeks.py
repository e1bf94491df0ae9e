# SPDX-License-Identifier: GPL-3.0-or-later
"""A year ahead week by week: what comes, what is programmed and who is there, by zone; hours by commune."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from ...steering.programme.year_load import LoadState, Months, load_state
from .asset_schedule import ScheduledAsset
from .chosen import NO_GROUP
from .next_year import NextYear

# of a week, by month: which part of the month's working days lies in it
WeekShares = Mapping[date, Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class ZoneWeek:
    """A week (its Monday) of a zone, in hours of people: what comes, what is programmed, who is there."""

    week: date
    zone: str
    curative: float
    programmed: Mapping[str, float]
    capacity: float

    @property
    def load(self) -> float:
        """Return all of the work."""
        return self.curative + sum(self.programmed.values())

    @property
    def percent(self) -> float | None:
        """Return load by capacity in percent; None without capacity."""
        return 100.0 * self.load / self.capacity if self.capacity else None

    def state(self, found: NextYear) -> LoadState:
        """Return how the load stands to the capacity by the levels of the year."""
        return load_state(self.load, self.capacity, found.rules.load_percent)


@dataclass(frozen=True, slots=True)
class BarWeek:
    """What is done of an activity in a zone in a week: hours of people, and the assets."""

    activity: str
    zone: str
    week: date
    hours: float
    assets: tuple[str, ...] = field(default=())


def weeks_of(found: NextYear) -> WeekShares:
    """Return the weeks of a year that have working days, each with its part of the working days by month."""
    days = found.calendar.days
    in_month = [sum(day.month == month for day in days) for month in range(1, 13)]
    shares: dict[date, dict[int, float]] = {}
    for day in days:
        own = shares.setdefault(day - timedelta(days=day.weekday()), {})
        own[day.month] = own.get(day.month, 0.0) + 1.0 / in_month[day.month - 1]
    return shares


def bars(found: NextYear, scheduled: Sequence[ScheduledAsset]) -> tuple[BarWeek, ...]:
    """Return what is programmed by week; what has no assets is spread over the days of its months."""
    hours: dict[tuple[str, str, date], float] = {}
    names: dict[tuple[str, str, date], list[str]] = {}
    each = _hours_of_one(found)
    for one in scheduled:
        key = (one.activity, one.zone, one.week)
        hours[key] = hours.get(key, 0.0) + one.amount * each.get((one.activity, one.zone), 0.0)
        names.setdefault(key, []).append(one.asset_id)
    weeks = weeks_of(found)
    for (activity, zone, group), months in found.groups.items():
        if group == NO_GROUP:
            for week, own in _in_weeks(months, weeks).items():
                hours[activity, zone, week] = hours.get((activity, zone, week), 0.0) + own
    return tuple(
        BarWeek(*key, value, tuple(names.get(key, ()))) for key, value in sorted(hours.items()) if value > 0
    )


def zone_weeks(found: NextYear, made: Iterable[BarWeek]) -> tuple[ZoneWeek, ...]:
    """Return each week of each zone: load against the hours of the people who are based there."""
    weeks = weeks_of(found)
    programmed: dict[tuple[str, date], dict[str, float]] = {}
    for bar in made:
        own = programmed.setdefault((bar.zone, bar.week), {})
        own[bar.activity] = own.get(bar.activity, 0.0) + bar.hours
    rows = []
    for pool in found.zones:
        curative, capacity = _in_weeks(pool.curative, weeks), _in_weeks(pool.capacity, weeks)
        for week in sorted(weeks):
            own = programmed.get((pool.name, week), {})
            rows.append(ZoneWeek(week, pool.name, curative[week], own, capacity[week]))
    return tuple(rows)


def commune_hours(found: NextYear, scheduled: Iterable[ScheduledAsset]) -> Mapping[tuple[str, date], float]:
    """Return the hours programmed by commune and week; assets without an address near are in none (empty)."""
    each = _hours_of_one(found)
    hours: dict[tuple[str, date], float] = {}
    for one in scheduled:
        key = (one.commune, one.week)
        hours[key] = hours.get(key, 0.0) + one.amount * each.get((one.activity, one.zone), 0.0)
    return hours


def _hours_of_one(found: NextYear) -> dict[tuple[str, str], float]:
    """Return the hours of people that a km, or an asset, of an activity takes in a zone."""
    hours: dict[tuple[str, str], float] = {}
    for (activity, zone, group), months in found.groups.items():
        if group != NO_GROUP:
            hours[activity, zone] = hours.get((activity, zone), 0.0) + sum(months)
    amounts: dict[tuple[str, str], float] = {}
    for one in found.chosen:
        by_zone = one.assets.groupby("zone")["amount"].sum()
        for name, amount in zip(by_zone.index.tolist(), by_zone.tolist(), strict=True):
            amounts[one.owed.name, str(name)] = amount
    return {key: own / amounts[key] for key, own in hours.items() if amounts.get(key)}


def _in_weeks(months: Months, weeks: WeekShares) -> dict[date, float]:
    return {week: sum(part * months[month - 1] for month, part in own.items()) for week, own in weeks.items()}
