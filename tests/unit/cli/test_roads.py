# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard roads``: what is imported, where it comes from, what is closed."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import box


@pytest.fixture
def roads(tmp_path):
    """Return a file with a street of two ways, open both ways."""
    spots = {1: (3.0, 47.0), 2: (3.0012, 47.0), 3: (3.0024, 47.0)}
    nodes = "".join(f'<node id="{n}" version="1" lon="{x}" lat="{y}"/>' for n, (x, y) in spots.items())
    ways = "".join(
        f'<way id="{way}" version="1"><nd ref="{u}"/><nd ref="{v}"/><tag k="highway" v="{kind}"/></way>'
        for way, u, v, kind in ((100, 1, 2, "residential"), (101, 2, 3, "tertiary"))
    )
    path = tmp_path / "town.osm"
    path.write_text(f'<osm version="0.6">{nodes}{ways}</osm>', encoding="utf-8")
    return path


def test_an_import_says_what_came_from_where(town, roads, done, regard):
    found = done("roads", "import", town, roads)
    assert (found["edges"], found["turns"], found["source"]) == (2, 0, "town.osm")
    assert "OpenStreetMap" in regard("roads", "import", town, roads).out
    told = done("roads", "info", town)
    assert told["attribution"] == "© OpenStreetMap contributors, ODbL"
    assert told["closures"] == []


def test_closures_are_noted_and_listed(town, roads, done, regard, tmp_path):
    done("roads", "import", town, roads)
    days = ("--from", "2026-06-03", "--to", "2026-06-05")
    done("roads", "close", town, "--way", "100", *days, "--reason", "works")
    area = box(3.0, 46.99, 3.001, 47.01)
    gpd.GeoDataFrame(geometry=[area], crs="EPSG:4326").to_file(tmp_path / "drawn.gpkg")
    done("roads", "close", town, "--drawn", tmp_path / "drawn.gpkg", "--from", "2026-07-01")
    told = done("roads", "info", town)["closures"]
    assert [(item["way"], item["from"], item["to"]) for item in told] == [
        (100, "2026-06-03", "2026-06-05"),
        (None, "2026-07-01", None),
    ]
    assert "works" in regard("roads", "info", town).out


def closed_twice(town, roads, done):
    done("roads", "import", town, roads)
    done(
        "roads",
        "close",
        town,
        "--way",
        "100",
        "--from",
        "2026-06-03",
        "--to",
        "2026-06-05",
        "--reason",
        "works",
    )
    done("roads", "close", town, "--way", "100", "--from", "2026-07-01", "--reason", "flood")


def listed(done, town, *options):
    told = done("roads", "closures", town, *options)["closures"]
    return [(item["number"], item["way"], item["from"], item["to"], item["reason"]) for item in told]


def test_closures_are_listed_by_number_and_day(town, roads, done, regard):
    assert regard("roads", "closures", town).out == "No road is closed.\n"
    closed_twice(town, roads, done)
    first = (1, 100, "2026-06-03", "2026-06-05", "works")
    second = (2, 100, "2026-07-01", None, "flood")
    assert listed(done, town) == [first, second]
    assert listed(done, town, "--day", "2026-06-04") == [first]
    assert listed(done, town, "--day", "2026-08-01") == [second]
    assert listed(done, town, "--day", "2026-06-10") == []
    assert "flood" in regard("roads", "closures", town).out


def test_a_closure_is_ended_and_the_others_stay(town, roads, done, regard):
    closed_twice(town, roads, done)
    assert done("roads", "reopen", town, "2", "--from", "2026-07-04")["closure"]["to"] == "2026-07-03"
    assert listed(done, town) == [
        (1, 100, "2026-06-03", "2026-06-05", "works"),
        (2, 100, "2026-07-01", "2026-07-03", "flood"),
    ]
    # one that never began leaves nothing behind
    assert done("roads", "reopen", town, "1", "--from", "2026-06-01")["closure"] is None
    assert listed(done, town) == [(1, 100, "2026-07-01", "2026-07-03", "flood")]
    run = regard("roads", "reopen", town, "1", "--from", "2026-07-02", "--lang", "fr")
    assert run.out.startswith("De nouveau ouverte à partir du 02/07/2026 : flood\n")


def test_a_closure_drawn_in_another_program_with_real_dates_is_ended(town, roads, done, tmp_path):
    done("roads", "import", town, roads)
    days = {"way": ["100", "100"], "first_day": pd.to_datetime(["2026-06-01", "2026-06-02"])}
    drawn = gpd.GeoDataFrame(
        {**days, "last_day": pd.to_datetime([None, "2026-06-09"]), "reason": ["a", "b"]},
        geometry=[box(0, 0, 1, 1)] * 2,
        crs="EPSG:2154",
    )
    drawn.to_file(town, layer="road_closure", driver="GPKG")
    assert done("roads", "reopen", town, "1", "--from", "2026-06-05")["closure"]["to"] == "2026-06-04"
    assert [(item[2], item[3]) for item in listed(done, town)] == [
        ("2026-06-01", "2026-06-04"),
        ("2026-06-02", "2026-06-09"),
    ]


@pytest.mark.parametrize(
    ("number", "day", "said"),
    [
        ("3", "2026-06-04", "There is no closure 3; 2 are listed"),
        ("0", "2026-06-04", "There is no closure 0"),
        ("1", "2026-06-06", "closure 1 ended on 2026-06-05 already"),
        ("one", "2026-06-06", "'NUMBER': it is not a whole number"),
    ],
)
def test_a_closure_that_cannot_be_ended_is_one_line(town, roads, done, regard, number, day, said):
    closed_twice(town, roads, done)
    before = listed(done, town)
    run = regard("roads", "reopen", town, number, "--from", day)
    assert run.code == 2
    assert said in run.err
    assert listed(done, town) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import",), "--place"),
        (("import", "town.osm", "--place", "Monaco"), "--place"),
        (("close", "--from", "2026-06-03"), "--drawn"),
        (("close", "--from", "2026-06-03", "--way", "1"), "no roads"),
        (("info",), "no roads"),
    ],
)
def test_what_cannot_be_done_is_said(town, regard, arguments, said):
    command, *options = arguments
    run = regard("roads", command, town, *options)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
