# SPDX-License-Identifier: GPL-3.0-or-later
"""The load plan of each zone week by week adds up to its months, and names the assets of each bar."""

from datetime import date

import pytest
from regard.planner.programme.asset_schedule import asset_schedule
from regard.planner.programme.next_year import Scenario, next_year
from regard.planner.programme.weeks import bars, commune_hours, weeks_of, zone_weeks
from regard.tests.unit.planner.programme.years import NOW


@pytest.fixture
def year(two_years):
    found = next_year(two_years, 2027, now=NOW, scenario=Scenario(quantities={"meters": 12.0}))
    return found, asset_schedule(found)


def test_weeks_add_up_to_the_year_of_each_zone(year):
    found, scheduled = year
    rows = zone_weeks(found, bars(found, scheduled))
    for pool in found.zones:
        own = [one for one in rows if one.zone == pool.name]
        assert sum(one.curative for one in own) == pytest.approx(sum(pool.curative))
        assert sum(one.capacity for one in own) == pytest.approx(sum(pool.capacity))
        assert sum(sum(one.programmed.values()) for one in own) == pytest.approx(sum(pool.after))
        assert len(own) == len(weeks_of(found)) in (52, 53)


def test_a_bar_is_in_a_month_of_its_activity_and_names_its_assets(year):
    found, scheduled = year
    made = bars(found, scheduled)
    named = sorted((one.activity, asset) for one in made for asset in one.assets)
    assert named == sorted((one.activity, one.asset_id) for one in scheduled)
    months = {one.name: one.months for one in found.owed}
    for one in made:
        days = [day for day in found.calendar.days if day.isocalendar()[:2] == one.week.isocalendar()[:2]]
        assert {day.month for day in days} & set(months[one.activity])


def test_hours_by_commune_are_those_of_the_assets(year):
    found, scheduled = year
    hours = commune_hours(found, scheduled)
    made = bars(found, scheduled)
    with_assets = [one.hours for one in made if one.assets]
    assert sum(hours.values()) == pytest.approx(sum(with_assets))
    assert all(isinstance(week, date) and week.weekday() == 0 for _, week in hours)
