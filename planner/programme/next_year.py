# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year of a workspace: load by month, zone and skill against the people there, before and levelled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

import numpy as np

from ...steering.programme.forecast import Forecast, forecast_year
from ...steering.programme.levelling import Levelled, level_year
from ...steering.programme.programme_rules import ProgrammeRules
from ...steering.programme.year_load import Months, YearLoad, year_load
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from ..rule_versions import programme_rules_of, rule_book_of
from ..tours.tour_problem import Team
from .blocks import YearCalendar
from .chosen import Chosen, chosen_assets
from .owed import Owed, all_owed
from .past import PastWork, past_work
from .people import YearPeople, changed_team, year_people
from .year_work import ALL, Array, PoolYear, YearWork

# hours that are nothing but rounding of the solver
_NOTHING_H = 1e-3


@dataclass(frozen=True, slots=True)
class Scenario:
    """What would be otherwise: people, quantities owed by activity, work that comes in percent more.

    ``months`` are the months that an activity is wanted in; those that it is not allowed in are refused.
    """

    without: tuple[str, ...] = ()
    add_like: tuple[str, ...] = ()
    quantities: Mapping[str, float] = field(default_factory=dict)
    months: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    curative_percent: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class NextYear:
    """A year ahead, all in hours of people; the work that comes ends between ``low`` and ``high``.

    ``moves`` is what levelling gives each activity (or takes, below 0) by month; ``pieces`` are the
    activities by zone and month once levelled, and ``chosen`` the assets that they are done to. ``as_of`` is
    the day that it is seen from.
    """

    year: int
    as_of: date
    rules: ProgrammeRules
    past: PastWork
    forecast: Forecast
    hours_each: Array
    people: YearPeople
    calendar: YearCalendar
    chosen: tuple[Chosen, ...]
    before: YearLoad
    after: YearLoad
    low: Months
    high: Months
    levelled: Levelled
    moves: Mapping[str, Months]
    pieces: Mapping[tuple[str, str], Months]
    zones: tuple[PoolYear, ...]
    skills: tuple[PoolYear, ...]
    groups: Mapping[tuple[str, str, int], Months]

    @property
    def owed(self) -> tuple[Owed, ...]:
        """Return what is owed."""
        return tuple(one.owed for one in self.chosen)

    def piece(self, activity: str, zone: str, group: int) -> Months | None:
        """Return an activity in a zone by month, of the assets that are open on the same days."""
        return self.groups.get((activity, zone, group))

    def agents_needed(self, month: int) -> float | None:
        """Return how many people a month (1 to 12) takes at the level aimed at; None without anybody to tell.

        People are away as much as those there.
        """
        one = self.after.months[month - 1]
        level = self.rules.load_percent.level / 100.0
        return one.load / (one.capacity * level) * self.people.agents if one.capacity else None


def next_year(
    workspace: Workspace, year: int, *, now: datetime, scenario: Scenario | None = None
) -> NextYear:
    """Return a year ahead as it is seen at a moment, by the rules of that day.

    ``InputError`` when the history is too short, or a name of the scenario is not known.
    """
    asked = scenario or Scenario()
    rules, book = programme_rules_of(workspace, now.date()), rule_book_of(workspace, now.date())
    team = changed_team(Team.of(workspace, now.date()), without=asked.without, add_like=asked.add_like)
    people = year_people(
        team,
        year,
        as_of=now.date(),
        away_percent=rules.hours.away_percent,
        region=book.law.region,
    )
    crews = {one.job: book.catalogue.jobs[one.job].crew.min for one in rules.activities.values()}
    calendar = YearCalendar.of(workspace, year, rules=rules.calendar, book=book)
    owed = all_owed(
        workspace,
        AssetBase(workspace),
        rules,
        crews=crews,
        day_h=people.day_h,
        quantities=asked.quantities,
        months=asked.months,
    )
    past = past_work(
        workspace,
        now,
        years=rules.forecast.years,
        least_months=rules.forecast.least_months,
        without=[one.rule.job for one in owed],
    )
    more = 1.0 + asked.curative_percent / 100.0
    chosen = tuple(chosen_assets(workspace, one, calendar) for one in owed)
    return _reckoned(now.date(), rules, past, people, calendar, chosen, more)


def _reckoned(
    as_of: date,
    rules: ProgrammeRules,
    past: PastWork,
    people: YearPeople,
    calendar: YearCalendar,
    chosen: tuple[Chosen, ...],
    more: float,
) -> NextYear:
    forecast = forecast_year(past.past, untested_spread=rules.forecast.untested_spread)
    travel_h = rules.hours.travel_min / 60.0
    each = more * np.array([past.agent_h(code, travel_h=travel_h) for code in past.codes])
    low, high = forecast.load_between(each, in_ten=rules.forecast.in_ten)
    work = YearWork.of(past, forecast.mean * each[:, None], chosen, people, calendar.book)
    levelled = level_year(work.pools(), work.movables(), level_percent=rules.load_percent.level)
    groups = work.by_piece(levelled)
    before, after = work.by_activity(None), work.by_activity(levelled)
    comes = work.curative(ALL)
    return NextYear(
        year=calendar.year,
        as_of=as_of,
        rules=rules,
        past=past,
        forecast=forecast,
        hours_each=each,
        people=people,
        calendar=calendar,
        chosen=chosen,
        before=year_load(comes, before, people.all),
        after=year_load(comes, after, people.all),
        low=tuple(low.tolist()),
        high=tuple(high.tolist()),
        levelled=levelled,
        moves={name: _difference(after[name], before[name]) for name in before},
        pieces=_by_zone(groups),
        groups=groups,
        zones=tuple(work.pool_year(key, levelled) for key in work.keys if key.kind == "zone"),
        skills=tuple(work.pool_year(key, levelled) for key in work.keys if key.kind == "skill"),
    )


def _by_zone(groups: Mapping[tuple[str, str, int], Months]) -> dict[tuple[str, str], Months]:
    found: dict[tuple[str, str], Months] = {}
    for (activity, zone, _), own in groups.items():
        before = found.get((activity, zone), (0.0,) * len(own))
        found[activity, zone] = tuple(a + b for a, b in zip(before, own, strict=True))
    return found


def _difference(now: Months, was: Months) -> Months:
    return tuple(0.0 if abs(a - b) < _NOTHING_H else a - b for a, b in zip(now, was, strict=True))
