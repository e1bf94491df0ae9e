# SPDX-License-Identifier: GPL-3.0-or-later
"""The roads of a workspace: imported with their turns, imported again, kept, closed for some days."""

from __future__ import annotations

from datetime import date, datetime

import geopandas as gpd
import pytest
from regard.core.errors import InputError
from regard.core.rules import RULES_FOLDER
from regard.planner.roads import roads
from regard.planner.roads.road_closures import CLOSURE_LAYER, close_road, read_closures, reopen_road
from regard.planner.roads.roads import TURN_LAYER, bring_roads, require_roads, travel_model
from regard.planner.rule_versions import import_rules
from regard.routing.roads.closures import Closure
from regard.routing.roads.road_travel import RoadTravel
from regard.store import network_cache
from shapely.geometry import LineString, Point, box

DAY = date(2026, 6, 3)
NODES = {1: (7.0, 43.7), 2: (7.0012, 43.7), 3: (7.0012, 43.7009), 4: (7.0, 43.7009), 5: (7.0024, 43.7)}
SQUARE = {100: (1, 2), 101: (2, 3), 102: (3, 4), 103: (4, 1), 104: (2, 5)}
NO_LEFT = ((100, 2, 101), "no_left_turn")


def write_town(path, *restrictions, ways=SQUARE, tags=None):
    parts = [f'<node id="{n}" version="1" lon="{lon}" lat="{lat}"/>' for n, (lon, lat) in NODES.items()]
    for way, ends in ways.items():
        refs = "".join(f'<nd ref="{node}"/>' for node in ends)
        told = {"highway": "residential"} | (tags or {}).get(way, {})
        words = "".join(f'<tag k="{key}" v="{value}"/>' for key, value in told.items())
        parts.append(f'<way id="{way}" version="1">{refs}{words}</way>')
    for (start, via, end), kind in restrictions:
        members = (
            f'<member type="way" role="from" ref="{start}"/><member type="node" role="via" ref="{via}"/>'
            f'<member type="way" role="to" ref="{end}"/>'
        )
        tags = f'<tag k="type" v="restriction"/><tag k="restriction" v="{kind}"/>'
        parts.append(f'<relation id="900" version="1">{members}{tags}</relation>')
    path.write_text(f'<osm version="0.6">{"".join(parts)}</osm>', encoding="utf-8")
    return path


def place(workspace, lon, lat):
    return gpd.GeoSeries([Point(lon, lat)], crs="EPSG:4326").to_crs(workspace.crs).iloc[0]


def test_an_import_brings_turns_source_and_attribution(workspace, tmp_path):
    found = bring_roads(workspace, write_town(tmp_path / "town.osm", NO_LEFT))
    assert (found.edges, found.turns, found.source) == (4, 1, "town.osm")
    assert workspace.setting("attribution") == found.attribution == roads.OSM_ATTRIBUTION
    assert require_roads(workspace).streets.forbidden() != []


def test_another_import_replaces_all_of_the_first(workspace, tmp_path):
    bring_roads(workspace, write_town(tmp_path / "old.osm", NO_LEFT))
    ways = {way: ends for way, ends in SQUARE.items() if way != 104}
    bring_roads(workspace, write_town(tmp_path / "new.osm", ways=ways))
    travel = require_roads(workspace)
    assert travel.streets.forbidden() == []
    assert set(";".join(travel.streets.ways).split(";")) == {"100", "101", "102", "103"}
    assert workspace.setting("roads.source") == "new.osm"
    assert len(workspace.read_layer(TURN_LAYER)) == 0


def change_rules(workspace, before, after):
    text = (RULES_FOLDER / "roads.yaml").read_text(encoding="utf-8")
    assert before in text
    now = datetime(2026, 6, 1, 8)
    import_rules(workspace, {"roads.yaml": text.replace(before, after)}, valid_from=DAY, now=now, who="F")


def ride_s(workspace, vehicle="van"):
    ends = [place(workspace, *NODES[node]) for node in (4, 5)]
    return int(travel_model(workspace, vehicle=vehicle).matrix(ends).seconds[0, 1])


def test_speeds_are_those_of_the_rules_of_the_workspace_at_the_import(workspace, tmp_path):
    town = write_town(tmp_path / "town.osm")
    bring_roads(workspace, town)
    at_50 = ride_s(workspace)
    change_rules(workspace, "  residential: 50", "  residential: 25")
    assert ride_s(workspace) == at_50
    bring_roads(workspace, town)
    assert ride_s(workspace) == pytest.approx(2 * at_50, abs=1)


def test_trucks_of_the_workspace_decide_where_trucks_pass(workspace, tmp_path):
    town = write_town(tmp_path / "town.osm", tags={104: {"maxweight": "20"}})
    bring_roads(workspace, town)
    by_19_t = ride_s(workspace, "truck")
    change_rules(workspace, "    weight_t: 19", "    weight_t: 26")
    bring_roads(workspace, town)
    # a truck stops where its street begins
    assert ride_s(workspace, "truck") < by_19_t - 5
    assert ride_s(workspace) == by_19_t


def test_how_far_one_walks_from_a_street_is_a_rule_of_the_workspace(workspace, tmp_path, monkeypatch):
    bring_roads(workspace, write_town(tmp_path / "town.osm"))
    change_rules(workspace, "walk_m: ", "walk_m: 9")
    given = []
    monkeypatch.setattr(
        RoadTravel, "from_arrays", lambda arrays, walk_m: given.append((len(arrays) > 0, walk_m))
    )
    travel_model(workspace)
    assert given[0][1] > 900


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("  residential: 50", "  residential: 0", "residential: found '0', expected more than 0"),
        ("  truck:\n", "  lorry:\n", "vehicles: found 'van, lorry', expected the vehicles van, truck"),
    ],
)
def test_a_rule_of_roads_that_cannot_be_meant_is_refused_with_its_line(workspace, before, after, said):
    with pytest.raises(InputError, match=r"roads\.yaml, line \d+") as refused:
        change_rules(workspace, before, after)
    assert said in str(refused.value)


def test_files_of_osmnx_are_known_by_their_suffix(workspace, tmp_path):
    for name in ("roads.graphml", "roads.gpkg"):
        (tmp_path / name).write_text("nothing", encoding="utf-8")
        with pytest.raises(InputError, match=f"{name}: is not a road network saved by osmnx"):
            bring_roads(workspace, tmp_path / name)


def test_roads_are_kept_until_they_are_imported_again(workspace, tmp_path, monkeypatch):
    monkeypatch.setenv("REGARD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(network_cache, "WORTH_S", 0.0)
    bring_roads(workspace, write_town(tmp_path / "town.osm", NO_LEFT))
    spots = [place(workspace, 7.0006, 43.7), place(workspace, 7.0006, 43.7009)]
    built = travel_model(workspace).matrix(spots)
    with monkeypatch.context() as patch:
        patch.setattr(roads, "roads_from_frames", lambda *_: pytest.fail("built again"))
        kept = travel_model(workspace)
        assert isinstance(kept, RoadTravel)
        assert (kept.matrix(spots).seconds == built.seconds).all()
        assert kept.path(*spots).length == pytest.approx(built.metres[0, 1], abs=2)
    bring_roads(workspace, write_town(tmp_path / "new.osm", ways={100: (1, 2)}))
    assert len(require_roads(workspace).streets) == 1


def test_the_model_in_use_is_given_again_until_the_roads_change(workspace, tmp_path):
    bring_roads(workspace, write_town(tmp_path / "town.osm"))
    first = travel_model(workspace)
    assert travel_model(workspace) is first
    assert travel_model(workspace, vehicle="truck") is not first
    assert travel_model(workspace) is first
    bring_roads(workspace, write_town(tmp_path / "town.osm", NO_LEFT))
    assert travel_model(workspace) is not first


def test_a_closed_way_is_left_out_on_its_days(workspace, tmp_path):
    bring_roads(workspace, write_town(tmp_path / "town.osm"))
    streets = require_roads(workspace).streets
    close_road(workspace, streets, [Closure(DAY, DAY, way=104, reason="works")], who="test")
    end = place(workspace, 7.0023, 43.7)
    near = place(workspace, 7.0006, 43.7)
    open_s = travel_model(workspace, day=date(2026, 6, 4)).matrix([near, end]).seconds
    closed_s = travel_model(workspace, day=DAY).matrix([near, end]).seconds
    assert (travel_model(workspace).matrix([near, end]).seconds == open_s).all()
    assert 0 < closed_s[0, 1] < open_s[0, 1]


def test_closures_of_all_kinds_are_kept(workspace, tmp_path):
    bring_roads(workspace, write_town(tmp_path / "town.osm"))
    streets = require_roads(workspace).streets
    line = streets.lines()[0]
    given = [
        Closure(DAY, way=100, reason="works"),
        Closure(DAY, date(2026, 6, 9), drawn=LineString(line.coords), reason="market"),
        Closure(DAY, drawn=box(*line.centroid.buffer(5).bounds)),
    ]
    for closure in given:
        close_road(workspace, streets, [closure], who="test")
    found = read_closures(workspace)
    assert [(item.way, item.first_day, item.last_day, item.reason) for item in found] == [
        (100, DAY, None, "works"),
        (None, DAY, date(2026, 6, 9), "market"),
        (None, DAY, None, ""),
    ]
    assert found[0].drawn is None
    assert found[2].drawn.area == pytest.approx(100)


def test_closing_and_reopening_are_journaled_and_taken_back(workspace, tmp_path):
    bring_roads(workspace, write_town(tmp_path / "town.osm"))
    streets = require_roads(workspace).streets
    drawn = gpd.GeoDataFrame([{"first_day": "2026-06-01"}], geometry=[box(0, 0, 1, 1)], crs=workspace.crs)
    workspace.write_layers({CLOSURE_LAYER: drawn})
    close_road(workspace, streets, [Closure(DAY, way=100, reason="works")], who="Ada")
    ended = reopen_road(workspace, 2, on=date(2026, 6, 9), who="Ada")
    assert (ended.way, ended.last_day) == (100, date(2026, 6, 8))
    assert [line.command for line in workspace.journal(key="F1")] == ["close road", "reopen road"]
    workspace.undo(who="Ada")
    assert [one.last_day for one in read_closures(workspace)] == [None, None]
    assert reopen_road(workspace, 2, on=DAY, who="Ada") is None
    assert len(read_closures(workspace)) == 1
    workspace.undo(who="Ada")
    workspace.undo(who="Ada", command_id=1)
    assert len(read_closures(workspace)) == 1
    # what was drawn is ended where it was drawn
    assert reopen_road(workspace, 1, on=date(2026, 6, 9), who="Ada").last_day == date(2026, 6, 8)


def test_wrong_closures_are_named(workspace, tmp_path):
    bring_roads(workspace, write_town(tmp_path / "town.osm"))
    streets = require_roads(workspace).streets
    with pytest.raises(InputError, match="way 77"):
        close_road(workspace, streets, [Closure(DAY, way=77)], who="test")
    with pytest.raises(InputError, match="2026-06-01"):
        close_road(workspace, streets, [Closure(DAY, date(2026, 6, 1), way=100)], who="test")


@pytest.mark.parametrize(
    ("column", "value"),
    [("first_day", "soon"), ("first_day", None), ("last_day", "never"), ("way", "main road")],
)
def test_what_somebody_drew_wrongly_is_named(workspace, column, value):
    row = {"way": "", "first_day": "2026-06-03", "last_day": None} | {column: value}
    frame = gpd.GeoDataFrame([row], geometry=[box(0, 0, 1, 1)], crs=workspace.crs)
    workspace.write_layers({CLOSURE_LAYER: frame})
    with pytest.raises(InputError, match=column):
        read_closures(workspace)


def test_without_roads_it_is_said(workspace):
    with pytest.raises(InputError, match="no roads"):
        require_roads(workspace)
