# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden year: four crews, 908 crew-days, four kinds of preventive work, one that can be moved."""

import pytest
from regard.core.rules import RULES_FOLDER, read_rules
from regard.steering.programme.levelling import Movable, Pool, level_year
from regard.steering.programme.programme_rules import FILE, ProgrammeRules
from regard.steering.programme.year_load import LoadState, load_state, spread_by_days, year_load

DAYS = (20, 20, 22, 20, 17, 21, 16, 11, 22, 22, 19, 17)
CREWS = 4
CURATIVE = (62, 58, 48, 44, 45, 52, 60, 58, 50, 46, 50, 57)
OBJECTIVES = {"jetting": 60, "meters": 1200, "hydrants": 420, "flushing": 300}
LOAD = (68.2, 64.2, 75.3, 74.7, 67.1, 84.2, 64.9, 58.0, 83.8, 79.8, 69.2, 62.2)
PERCENT = (85.2, 80.2, 85.6, 93.4, 98.7, 100.3, 101.5, 131.8, 95.2, 90.7, 91.0, 91.5)


@pytest.fixture(scope="module")
def rules():
    return read_rules(RULES_FOLDER / FILE, ProgrammeRules)


@pytest.fixture(scope="module")
def year(rules):
    programmed = {
        name: spread_by_days(owed / rules.activities[name].per_crew_day, DAYS, rules.activities[name].months)
        for name, owed in OBJECTIVES.items()
    }
    return year_load(CURATIVE, programmed, [days * CREWS for days in DAYS])


@pytest.fixture(scope="module")
def levelled(rules, year):
    fixed = tuple(one.load - one.preventive["meters"] for one in year.months)
    meters = Movable("meters", year.activity("meters"), rules.activities["meters"].months, {"all": 1.0})
    pool = Pool("all", fixed, tuple(one.capacity for one in year.months))
    return meters, level_year([pool], [meters], level_percent=rules.load_percent.level)


def test_load_capacity_and_percent_of_each_month(year):
    assert [one.capacity for one in year.months] == [80, 80, 88, 80, 68, 84, 64, 44, 88, 88, 76, 68]
    assert tuple(round(one.load, 1) for one in year.months) == LOAD
    assert tuple(round(one.percent, 1) for one in year.months) == PERCENT


def test_the_year_as_a_whole(year):
    assert (round(year.load, 1), year.capacity, round(year.percent, 1)) == (851.7, 908, 93.8)


def test_overloads_and_months_to_watch(rules, year):
    states = {one.month: load_state(one.load, one.capacity, rules.load_percent) for one in year.months}
    assert [month for month, state in states.items() if state is LoadState.OVER] == [6, 7, 8]
    assert [month for month, state in states.items() if state is LoadState.WATCH] == [5, 9]
    assert LoadState.UNDER not in states.values()


def test_levelling_takes_meters_from_four_months_to_the_first_two(rules, levelled):
    meters, found = levelled
    changes = found.given(meters)
    assert [round(changes[n], 2) for n in (4, 5, 6, 8)] == [-2.54, -4.45, -4.14, -0.19]
    assert round(found.moved, 1) == 11.3
    assert round(found.moved * rules.activities["meters"].per_crew_day) == 204
    assert {n + 1 for n in range(12) if changes[n] > 0} == {1, 2}
    assert [round(0.95 * 80 - load, 1) for load in LOAD[:2]] == [7.8, 11.8]


def test_after_levelling_only_august_remains_and_is_short_by_14_crew_days(year, levelled):
    meters, found = levelled
    changes = found.given(meters)
    loads = [one.load + change for one, change in zip(year.months, changes, strict=True)]
    over = [n + 1 for n in range(12) if loads[n] > year.months[n].capacity]
    assert over == [8]
    assert {n + 1 for n in range(12) if found.left_over["all"][n]} == {8}
    assert (loads[7] - 44, round(100 * loads[7] / 44, 1)) == (14, 131.8)
    assert year.months[7].preventive == dict.fromkeys(OBJECTIVES, 0.0)


def test_jetting_in_march_is_9_2_km(rules):
    kilometres = spread_by_days(60, DAYS, rules.activities["jetting"].months)
    assert round(kilometres[2], 1) == 9.2
    assert kilometres[2] == pytest.approx(60 * 22 / 143)
