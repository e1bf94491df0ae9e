# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard roads``: what is imported, where it comes from, what is closed."""

import geopandas as gpd
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
