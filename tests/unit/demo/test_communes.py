# SPDX-License-Identifier: GPL-3.0-or-later
"""The municipalities of the town, and the calendar that keeps next year's work away from some of it."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import datetime, time
from itertools import pairwise

import pytest
from regard.core.progress import SilentProgress
from regard.demo.build import DAY, import_sources
from regard.demo.communes import communes_of
from regard.demo.settings import settings
from regard.planner.programme.asset_schedule import asset_schedule
from regard.planner.programme.calendar import stored_events
from regard.planner.programme.next_year import next_year
from regard.planner.programme.weeks import commune_hours
from regard.planner.rule_versions import programme_rules_of
from regard.steering.programme.calendar import DatedEvent
from regard.store.workspaces import create_workspace
from regard.workorders.rulebook import load_rule_book

LISTED = settings("communes")


@pytest.fixture(scope="module")
def rows(town):
    with (town.folder / "addresses.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_every_address_has_a_municipality_and_a_street_has_one(rows, town):
    assert {row["nom_commune"] for row in rows} == {one["name"] for one in LISTED["communes"]}
    postcodes = {one["name"]: one["postcode"] for one in LISTED["communes"]}
    assert all(row["code_postal"] == postcodes[row["nom_commune"]] for row in rows)
    pairs = {(row["nom_voie"], row["nom_commune"]) for row in rows}
    assert len(pairs) == len({street for street, _ in pairs})
    assert town.counts["addresses.csv"] == len(rows)


def test_streets_lie_side_by_side_in_the_shares_of_the_settings():
    streets = {f"S{n:02}": [(1.0 * n, 10.0 * n), (1.0 * n + 1, 10.0 * n)] for n in range(20)}
    # a second row, so that the town is longer one way than the other
    streets |= {f"T{n:02}": [(500.0 + n, 10.0 * n)] for n in range(20)}
    found = communes_of(streets)
    assert [one.name for one in found] == [one["name"] for one in LISTED["communes"]]
    assert [len(one.streets) for one in found] == [round(40 * one["share"]) for one in LISTED["communes"]]
    assert sum(one.addresses for one in found) == 60
    heights = [[streets[street][0][1] for street in one.streets] for one in found]
    assert all(min(upper) >= max(lower) for upper, lower in pairwise(heights))
    assert found[0].streets[0].startswith("S")


def test_a_town_without_addresses_has_no_municipality():
    assert communes_of({}) == ()


def test_the_calendar_names_streets_of_its_municipalities(rows, town):
    with (town.folder / "calendar.csv").open(encoding="utf-8") as file:
        events = list(csv.DictReader(file, delimiter=";"))
    assert len(events) == len(LISTED["calendar"]) == town.counts["calendar.csv"]
    where = {row["nom_voie"]: row["nom_commune"] for row in rows}
    sizes = Counter(row["nom_voie"] for row in rows)
    market = next(one for one in events if one["kind"] == "market")
    assert where[market["streets"]] == market["communes"]
    same = [street for street in sizes if where[street] == market["communes"]]
    assert sizes[market["streets"]] == max(sizes[street] for street in same)


def test_the_demonstration_has_the_calendar_and_a_programme_by_municipality(town, grid_town, tmp_path):
    workspace = create_workspace(tmp_path / "town.gpkg", crs=town.crs)
    import_sources(workspace, grid_town, town.folder, load_rule_book(), progress=SilentProgress())
    events = stored_events(workspace)
    assert len(events) == len(LISTED["calendar"])
    # its plan is tight on purpose: no event keeps anything from the day itself
    kinds = programme_rules_of(workspace, DAY).calendar
    dated = [DatedEvent.of(one, kinds) for one in events]
    assert not [one.event.event_id for one in dated if one.is_on(DAY)]
    found = next_year(workspace, DAY.year + 1, now=datetime.combine(DAY, time(8)))
    communes = {commune for commune, _ in commune_hours(found, asset_schedule(found))}
    assert communes - {""} == {one["name"] for one in LISTED["communes"]}
    workspace.close()
