# SPDX-License-Identifier: GPL-3.0-or-later
"""Coverage as a manager asks for it: maps, what a change brings, whom to send, zones, recurring points."""

from dataclasses import replace
from datetime import date, datetime, time

import pyogrio
import pytest
from regard.core.resources import Equipment
from regard.planner.import_records import import_records
from regard.tests.unit.planner.conftest import valmont, workspace
from regard.tests.unit.planner.days import agent
from regard.tests.unit.planner.programme.years import closed
from shapely.geometry import Point

__all__ = ["valmont", "workspace"]
DAY = ("--day", "2026-06-03")


@pytest.fixture
def staffed(valmont):
    """Return the golden network with two agents who walk, one of them with a jetter, and two leaks."""
    valmont.set_setting("travel.speed_kmh", "4")
    first = replace(agent("AG1"), home=Point(687_500, 6_924_000), day_start=time(8), day_end=time(16))
    second = replace(agent("AG2"), home=Point(688_300, 6_924_000), day_start=time(9), day_end=time(17))
    leaks = [closed("AEP-FUI-CAN", datetime(2026, month, 4, 8), asset="P03") for month in (2, 5)]
    import_records(
        valmont, [first, second, Equipment("E1", "jetter", "AG2"), *leaks], name="import", who="test"
    )
    return valmont


def test_the_map_of_an_hour_is_counted_and_written(regard, staffed, tmp_path):
    maps = tmp_path / "coverage.gpkg"
    asked = (*DAY, "--hour", "10", "--minutes", "5", "--hole", "4", "--out", maps)
    run = regard("coverage", "map", staffed.url, *asked, "--json")
    (figures,) = run.data["figures"]
    assert (run.data["bands_min"], run.data["hole_min"]) == ([5], 4)
    assert (figures["agents"], figures["customers"]) == (2, 89)
    assert 0 < figures["customers_outside"] <= 89
    assert sum(hole["customers"] for hole in run.data["holes"]) == figures["customers_outside"]
    assert len(pyogrio.list_layers(maps)) >= 2
    assert "10:00-11:00" in regard("coverage", "map", staffed.url, *asked[:-2]).out


def test_somebody_less_is_shown_before_and_after(regard, staffed):
    asked = (*DAY, "--hour", "10", "--minutes", "5", "--hole", "10", "--without", "AG1")
    run = regard("coverage", "map", staffed.url, *asked, "--json")
    (before,), (after,) = run.data["before"], run.data["figures"]
    assert (before["agents"], after["agents"]) == (2, 1)
    assert after["customers_outside"] >= before["customers_outside"]
    assert "Situation actuelle" in regard("coverage", "map", staffed.url, *asked, "--lang", "fr").out


def test_whom_to_send_the_soonest_first(regard, staffed):
    asked = (*DAY, "--hour", "10", "--at", "688250,6924000")
    found = regard("coverage", "who", staffed.url, *asked, "--json").data["agents"]
    assert [one["agent"] for one in found] == ["AG2", "AG1"]
    assert found[0]["minutes"] < found[1]["minutes"]
    jetter = regard("coverage", "who", staffed.url, *asked, "--equipment", "jetter", "--json").data["agents"]
    assert [one["agent"] for one in jetter] == ["AG2"]
    night = regard("coverage", "who", staffed.url, *DAY, "--hour", "3", "--at", "688250,6924000")
    assert (night.code, night.out.count("\n")) == (0, 1)


def test_the_work_of_zones_against_their_people(regard, staffed):
    found = regard("coverage", "zones", staffed.url, *DAY, "--days", "1", "--json").data["zones"]
    assert [(one["zone"], one["capacity_min"], one["load_share"]) for one in found] == [("Z1", 960, 0.0)]
    assert found[0]["planned_share"] is None
    assert "n/a" in regard("coverage", "zones", staffed.url, *DAY).out


def test_recurring_points_and_failures_by_kilometre(regard, staffed):
    found = regard("coverage", "spots", staffed.url, *DAY, "--json").data
    assert [(one["asset_id"], one["times"]) for one in found["points"]] == [("P03", 2)]
    assert date.fromisoformat(found["points"][0]["last_at"][:10]) == date(2026, 5, 4)
    asbestos = next(one for one in found["failures"] if one["material"] == "02")
    assert (asbestos["failures"], asbestos["km"], asbestos["per_km_year"]) == (2, 0.2, 10.0)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("map", "--skill", "SS5"), "SS4"),
        (("map", "--equipment", "jeter"), "jetter"),
        (("map", "--without", "AG9"), "AG9"),
        (("map", "--move", "AG1"), "--to"),
        (("map", "--add-like", "AG9"), "AG9"),
        (("who", "--hour", "10", "--at", "here"), "here"),
    ],
)
def test_mistakes_are_one_line_and_write_nothing(regard, staffed, tmp_path, options, told):
    name, *rest = options
    out = tmp_path / "maps.gpkg"
    run = regard("coverage", name, staffed.url, *DAY, *rest, *(("--out", out) if name == "map" else ()))
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert told in run.err
    assert not out.exists()
