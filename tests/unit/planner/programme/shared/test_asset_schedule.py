# SPDX-License-Identifier: GPL-3.0-or-later
"""Assets of the programme by week: who waits longest, neighbours together, only in the months allowed."""

from datetime import date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.planner.programme.asset_schedule import asset_schedule
from regard.planner.programme.chosen import first_ranked
from regard.planner.programme.next_year import Scenario, next_year
from regard.tests.unit.planner.programme.years import NOW, add, closed


def scheduled(workspace, **quantities):
    found = next_year(workspace, 2027, now=NOW, scenario=Scenario(quantities=quantities))
    return found, asset_schedule(found)


def test_every_asset_is_in_a_month_that_its_work_is_allowed_in(two_years):
    found, rows = scheduled(two_years, meters=5.0)
    months = {one.name: one.months for one in found.owed}
    assert {row.activity for row in rows} == {"hydrants", "flushing", "meters"}
    for row in rows:
        assert row.month in months[row.activity]
        assert row.week.weekday() == 0
        assert {(row.week + timedelta(days=n)).month for n in range(5)} >= {row.month}


def test_the_last_turn_of_an_asset_is_told(two_years):
    add(
        two_years,
        closed("AEP-PI-CTL", datetime(2026, 1, 5), role="hydrant", asset="PI-014", result="not_done"),
    )
    _, rows = scheduled(two_years)
    (hydrant,) = [row for row in rows if row.activity == "hydrants"]
    assert (hydrant.asset_id, hydrant.asset_role, hydrant.zone) == ("PI-014", "hydrant", "Z1")
    assert hydrant.last_done == date(2025, 5, 5)


def test_more_than_there_are_is_done_in_rounds(two_years):
    _, rows = scheduled(two_years, flushing=3.0)
    assert [row.asset_id for row in rows if row.activity == "flushing"] == ["P09"] * 3


def test_those_that_wait_longest_come_first(two_years):
    found, _ = scheduled(two_years)
    assets = next(one for one in found.owed if one.name == "meters").assets["asset_id"].tolist()
    done = [
        closed("AEP-CPT-REM", datetime(2025, 1, 1), role="delivery_point", asset=one) for one in assets[5:]
    ]
    add(two_years, *done)
    _, rows = scheduled(two_years, meters=5.0)
    assert {row.asset_id for row in rows if row.activity == "meters"} == set(assets[:5])


tables = st.lists(
    st.tuples(st.integers(1, 40), st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=12
)


@given(tables, st.floats(0.1, 300))
def test_a_quantity_is_met_by_the_first_ranked_and_by_no_more_than_it_takes(drawn, wanted):
    table = pd.DataFrame(drawn, columns=["amount", "x", "y"]).assign(asset_id=range(len(drawn)))
    chosen = first_ranked(table, wanted)
    times = chosen["asset_id"].value_counts().reindex(range(len(drawn)), fill_value=0).tolist()
    expected, left, number = [0] * len(drawn), wanted, 0
    while left > 1e-9:
        expected[number % len(drawn)] += 1
        left -= drawn[number % len(drawn)][0]
        number += 1
    assert times == expected
    assert chosen["amount"].sum() == pytest.approx(wanted - left)


def test_assets_that_add_up_to_nothing_make_up_no_quantity():
    table = pd.DataFrame({"amount": [0.0, 0.0], "x": [0, 1], "y": [0, 1], "asset_id": ["P1", "P2"]})
    assert first_ranked(table, 1.0).empty
