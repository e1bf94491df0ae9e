# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read from an OSM extract: which ways, which directions, how fast, and cut where."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from regard.core.errors import InputError
from regard.routing.roads.graph import graph_of, table_of
from regard.routing.roads.osm import read_roads
from regard.routing.roads.road_frames import roads_from_frames, roads_to_frames
from regard.routing.roads.road_rules import road_rules
from regard.routing.roads.road_table import project_roads
from regard.routing.roads.street_arrays import street_arrays
from shapely.geometry import LineString

# a square A B C D with a tail from C over E to F; about 100 m between neighbours
PLACES = {
    "A": (7.0000, 43.7000),
    "B": (7.0012, 43.7000),
    "C": (7.0012, 43.7009),
    "D": (7.0000, 43.7009),
    "E": (7.0024, 43.7009),
    "F": (7.0036, 43.7009),
    "X": (7.1000, 43.7000),
    "Y": (7.1012, 43.7000),
}
IDS = {name: number for number, name in enumerate(PLACES, 1)}


@pytest.fixture
def roads(tmp_path):
    """Return a function that reads ways given as (nodes, tags), and nodes with tags."""

    def read(*ways, node_tags=None):
        return graph_of(read_roads(write_osm(tmp_path / "town.osm", ways, node_tags or {})))

    return read


def write_osm(path, ways, node_tags):
    def tags(pairs):
        return "".join(f'<tag k="{key}" v="{value}"/>' for key, value in pairs.items())

    nodes = "".join(
        f'<node id="{IDS[name]}" version="1" lon="{lon}" lat="{lat}">{tags(node_tags.get(name, {}))}</node>'
        for name, (lon, lat) in PLACES.items()
    )
    lines = "".join(
        f'<way id="{number}" version="1">'
        + "".join(f'<nd ref="{IDS[name]}"/>' for name in names)
        + f"{tags(way_tags)}</way>"
        for number, (names, way_tags) in enumerate(ways, 100)
    )
    path.write_text(f'<osm version="0.6">{nodes}{lines}</osm>', encoding="utf-8")
    return path


def street(**tags):
    return {"highway": "residential", **tags}


def arcs(graph):
    names = {number: name for name, number in IDS.items()}
    return sorted(f"{names.get(u, '|')}{names.get(v, '|')}" for u, v in graph.edges())


def test_nodes_are_junctions_and_dead_ends(roads):
    graph = roads(("ABCDA", street()), ("CEF", street(name="Rue Haute")))
    assert arcs(graph) == ["CC", "CC", "CF", "FC"]
    tail = graph.edges[IDS["C"], IDS["F"], 0]
    assert tail["name"] == "Rue Haute"
    assert tail["length"] == pytest.approx(2 * 96.4, abs=0.5)
    assert list(tail["geometry"].coords) == [PLACES["C"], PLACES["E"], PLACES["F"]]


def test_streets_made_of_several_ways_are_joined_under_the_longest(roads):
    graph = roads(("AB", street(name="Petite", maxspeed="30")), ("BCE", street(name="Grande", maxspeed="50")))
    assert arcs(graph) == ["AE", "EA"]
    edge = graph.edges[IDS["A"], IDS["E"], 0]
    share = road_rules().average_share
    assert edge["name"] == "Grande"
    assert edge["travel_time"] == pytest.approx((96.5 / 30 + (100.1 + 96.5) / 50) * 3.6 / share, abs=0.1)
    assert edge["speed_kph"] == pytest.approx(edge["length"] / edge["travel_time"] * 3.6)


def test_a_one_way_has_one_edge(roads):
    graph = roads(("ABCDA", street(oneway="yes")), ("CE", street()))
    assert arcs(graph) == ["CC", "CE", "EC"]
    assert graph.edges[IDS["C"], IDS["C"], 0]["oneway"] is True


def test_a_one_way_drawn_backwards_is_turned(roads):
    graph = roads(("ABC", street(oneway="-1")), ("ADC", street()), ("CE", street()), ("AE", street()))
    (edge,) = (data for _, _, data in graph.edges(data=True) if data["oneway"])
    assert list(edge["geometry"].coords) == [PLACES["C"], PLACES["B"], PLACES["A"]]
    assert edge["reversed"] is False


def test_a_roundabout_is_one_way_unless_it_says_no(roads):
    ring = ("ABCDA", street(junction="roundabout"))
    assert arcs(roads(ring, ("CE", street()))) == ["CC", "CE", "EC"]
    two_way = ("ABCDA", street(junction="roundabout", oneway="no"))
    assert arcs(roads(two_way, ("CE", street()))) == ["CC", "CC", "CE", "EC"]


@pytest.mark.parametrize(
    "tags",
    [
        {"highway": "footway"},
        {"highway": "service", "service": "parking_aisle"},
        {"highway": "residential", "access": "private"},
        {"highway": "residential", "motor_vehicle": "no", "access": "yes"},
        {"highway": "residential", "area": "yes"},
    ],
)
def test_ways_closed_to_a_van_are_left_out(roads, tags):
    assert arcs(roads(("AB", street()), ("CE", tags))) == ["AB", "BA"]


def test_the_most_precise_access_tag_decides(roads):
    graph = roads(("AB", street(access="no", motor_vehicle="yes")))
    assert arcs(graph) == ["AB", "BA"]


def test_a_bollard_ends_the_street_on_both_sides(roads):
    graph = roads(("DABCEF", street()), ("DC", street()), node_tags={"B": {"barrier": "bollard"}})
    assert arcs(graph) == ["CF", "C|", "C|", "FC", "|C", "|C"]
    lengths = sorted(data["length"] for u, _, data in graph.edges(data=True) if u < 0)
    assert lengths == pytest.approx([100.1, 96.5 + 100.1 + 96.5], abs=0.5)


def test_an_open_gate_does_not_stop_a_van(roads):
    graph = roads(("ABC", street()), node_tags={"B": {"barrier": "gate"}})
    assert arcs(graph) == ["AC", "CA"]


def test_what_cannot_be_driven_to_and_fro_is_dropped_and_counted(roads):
    graph = roads(("ABCD", street()), ("CE", street(oneway="yes")), ("XY", street()))
    assert arcs(graph) == ["AD", "DA"]
    assert graph.graph["dropped"]["pieces"] == 2
    assert graph.graph["dropped"]["length_m"] == pytest.approx(2 * 96.5, abs=1)


@pytest.mark.parametrize(
    ("maxspeed", "kmh"),
    [("50", 50), ("30 mph", 48.28), ("FR:rural", 80), ("walk", 6), ("70;50", 50), ("signals", None)],
)
def test_signed_speeds(maxspeed, kmh):
    assert road_rules().signed_kmh(maxspeed) == (None if kmh is None else pytest.approx(kmh, abs=0.01))


def test_speed_of_a_class_without_a_sign(roads):
    edge = next(iter(roads(("AB", {"highway": "living_street"})).edges(data=True)))[2]
    assert edge["speed_kph"] == pytest.approx(20 * road_rules().average_share)


def test_each_direction_has_its_speed(roads):
    graph = roads(("AB", {**street(), "maxspeed:forward": "50", "maxspeed:backward": "30"}))
    there, back = (graph.edges[IDS[u], IDS[v], 0]["travel_time"] for u, v in ("AB", "BA"))
    assert back / there == pytest.approx(50 / 30)


def test_a_tunnel_is_named(roads):
    edge = next(iter(roads(("AB", street(tunnel="yes"))).edges(data=True)))[2]
    assert edge["structure"] == "tunnel"


def test_frames_give_the_same_graph_back(roads):
    table = project_roads(
        table_of(roads(("ABCDA", street()), ("CEF", street(name="Rue Haute")))), "EPSG:2154"
    )
    graph, again = graph_of(table), graph_of(roads_from_frames(*roads_to_frames(table)))
    assert again.graph["crs"] == "EPSG:2154"
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))


def test_trucks_drive_like_vans_where_nothing_is_said_of_them(roads):
    graph = roads(("ABCDA", street()))
    for _, _, data in graph.edges(data=True):
        del data["truck_time"]
    again = graph_of(roads_from_frames(*roads_to_frames(table_of(graph))))
    assert [data["truck_time"] for _, _, data in again.edges(data=True)] == [
        data["travel_time"] for _, _, data in graph.edges(data=True)
    ]


def test_what_somebody_drew_without_words_or_junctions_can_be_driven(roads):
    nodes, edges = roads_to_frames(project_roads(table_of(roads(("AB", street()))), "EPSG:2154"))
    for name in ("osmid", "highway", "name", "ways", "local", "truck_time"):
        edges[name] = edges[name].astype(object)
        edges[name] = None
    drawn = roads_from_frames(nodes[:0], edges)
    assert drawn.edges["truck_time"].tolist() == drawn.edges["travel_time"].tolist()
    streets = street_arrays(drawn, "truck")
    assert (len(streets), streets.node_count.tolist(), streets.ways.tolist()) == (1, [2], ["0"])
    assert np.isfinite(streets.seconds).all()


def test_an_edge_without_a_line_is_closed(roads):
    town = roads(("AB", street()), ("BC", street()), ("BD", street()))
    nodes, edges = roads_to_frames(project_roads(table_of(town), "EPSG:2154"))
    edges.loc[edges["ways"] == "100", "geometry"] = None
    streets = street_arrays(roads_from_frames(nodes, edges))
    assert sorted(streets.ways) == ["101", "102"]
    assert len(streets.lines()) == 2


def test_an_edge_without_a_time_is_closed(roads):
    nodes, edges = roads_to_frames(project_roads(table_of(roads(("AB", street()))), "EPSG:2154"))
    edges.loc[~edges["reversed"], "travel_time"] = np.nan
    assert np.isfinite(street_arrays(roads_from_frames(nodes, edges)).seconds).tolist() == [[False, True]]


def test_frames_hold_plain_columns_only(roads):
    _, edges = roads_to_frames(table_of(roads(("ABCDA", street()), ("CEF", street()))))
    assert not any(isinstance(value, (list, dict)) for row in edges.itertuples() for value in row)
    assert all(isinstance(line, LineString) for line in edges.geometry)


def test_projecting_keeps_lengths_and_moves_every_point(roads):
    graph = roads(("ABCDA", street()), ("CEF", street()))
    projected = graph_of(project_roads(table_of(graph), "EPSG:2154"))
    for (_, _, before), (_, _, after) in zip(graph.edges(data=True), projected.edges(data=True), strict=True):
        assert after["length"] == before["length"]
        assert after["geometry"].length == pytest.approx(before["length"], rel=0.01)
    assert graph.nodes[IDS["C"]]["x"] == PLACES["C"][0]


def test_every_place_can_be_reached_from_every_other(roads):
    graph = roads(("ABCDA", street(oneway="yes")), ("CEF", street()), ("BD", street(oneway="yes")))
    assert nx.is_strongly_connected(graph)


@pytest.mark.parametrize("content", [b"", b"hello", b"\x00\x00\x00\x0d"])
def test_a_damaged_file_is_named(tmp_path, content):
    path = tmp_path / "town.osm.pbf"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_roads(path)
    assert caught.value.message.code == "file.unreadable"
    assert caught.value.message.params["file"] == str(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        read_roads(tmp_path / "none.osm.pbf")


def test_a_file_without_roads_is_named(roads):
    with pytest.raises(InputError, match="holds no road"):
        roads(("AB", {"highway": "footway"}))


def test_without_a_date_the_newest_change_of_a_street_dates_the_data(tmp_path):
    path = write_osm(tmp_path / "town.osm", [("ABCDA", street()), ("CE", street())], {})
    assert read_roads(path).osm_date == ""
    changed = path.read_text(encoding="utf-8")
    for number, day in ((100, "2024-03-05"), (101, "2023-01-01")):
        changed = changed.replace(f'<way id="{number}"', f'<way id="{number}" timestamp="{day}T10:00:00Z"')
    path.write_text(changed, encoding="utf-8")
    assert read_roads(path).osm_date == "2024-03-05"
