# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and texts that try to be SQL stay what they are: values."""

from datetime import datetime

import geopandas as gpd
import pytest
from regard.core.errors import InputError
from regard.core.resources import Zone
from regard.store.workspaces import create_workspace
from regard.workorders.requests import ServiceRequest
from shapely.geometry import Point, box

HOSTILE = [
    "'; DROP TABLE zone; --",
    '" OR "1"="1',
    "x' UNION SELECT value FROM meta --",
    "%",
    "_____",
    "\\",
    "$$; DELETE FROM zone; $$",
    ":name %(name)s ? {0}",
    "NEAR(a b) AND * OR NOT",
    "zone*",
    '"""',
]
EXTENT = box(0, 0, 9, 9)


@pytest.fixture
def town(new_url):
    workspace = create_workspace(new_url)
    with workspace.command("town", who="test") as transaction:
        transaction.add([Zone("Z1", "Nord", "", EXTENT)])
    yield workspace
    workspace.close()


def request(number, words):
    return ServiceRequest(
        f"DI-{number}", datetime(2026, 6, 3, 8), "", "", "", words, Point(1, 1), "", words, True, "C1"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_id_is_an_id_and_nothing_else(town, text):
    with town.command(text, who=text) as transaction:
        transaction.add([Zone(text, text, text, EXTENT)])
    assert town.get(Zone, text).name == text
    assert {zone.zone_id for zone in town.all(Zone)} == {"Z1", text}
    assert [zone.zone_id for zone in town.all(Zone, name=text)] == [text]
    assert {entry.who for entry in town.journal(key=text)} == {text}
    town.undo(who=text)
    assert [zone.zone_id for zone in town.all(Zone)] == ["Z1"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_search_finds_what_holds_it_or_nothing(town, text):
    with town.command("calls", who="test") as transaction:
        transaction.add([request(1, "Fuite devant le 12"), request(2, f"Fuite {text} dehors")])
    found = {hit.key for hit in town.search(text, limit=10)}
    assert "DI-1" not in found
    assert found <= {"DI-2"}
    assert town.count(ServiceRequest) == 2


@pytest.mark.parametrize("name", ['x"; DROP TABLE zone; --', "zone", "meta", "a b'c", ""])
def test_a_layer_of_a_hostile_name_is_refused_or_kept_under_it(town, name):
    frame = gpd.GeoDataFrame({"a": [1]}, geometry=[Point(1, 1)], crs="EPSG:2154")
    try:
        town.write_layer(name, frame)
    except InputError:
        assert name not in town.layer_names()
    else:
        assert town.read_layer(name)["a"].tolist() == [1]
    assert [zone.zone_id for zone in town.all(Zone)] == ["Z1"]


def test_columns_of_hostile_names_come_back(town):
    names = ['x"; DROP TABLE zone; --', "a'b", "%s", ":v0"]
    frame = gpd.GeoDataFrame({name: [1] for name in names}, geometry=[Point(1, 1)], crs="EPSG:2154")
    town.write_layer("theirs", frame)
    assert set(names) <= set(town.read_layer("theirs").columns)
    assert [zone.zone_id for zone in town.all(Zone)] == ["Z1"]
