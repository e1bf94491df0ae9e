# SPDX-License-Identifier: GPL-3.0-or-later
"""Turn restrictions as they are mapped: which turns they forbid, to whom, and which are left out."""

from __future__ import annotations

import pytest
from regard.routing.roads.graph import graph_of, table_of
from regard.routing.roads.osm import read_roads
from regard.routing.roads.road_frames import roads_from_frames, roads_to_frames, turns_to_frame
from regard.routing.roads.road_table import project_roads
from regard.routing.roads.road_travel import RoadTravel
from shapely.geometry import Point

# a cross at C with arms W, N, E, S; a way along E - F - G with an arm H at F; about 100 m between neighbours
PLACES = {
    "C": (7.0000, 43.7000),
    "W": (6.9988, 43.7000),
    "N": (7.0000, 43.7009),
    "E": (7.0012, 43.7000),
    "S": (7.0000, 43.6991),
    "F": (7.0024, 43.7000),
    "G": (7.0036, 43.7000),
    "H": (7.0024, 43.7009),
    "A": (5.0, 43.0),
    "B": (9.0, 44.0),
}
IDS = {name: number for number, name in enumerate(PLACES, 1)}
WAYS = {"WC": 100, "NC": 101, "CE": 102, "CS": 103, "EF": 104, "FG": 105, "FH": 106}


@pytest.fixture
def turns(tmp_path):
    """Return a function that reads the cross with restrictions and names the forbidden turns."""

    def read(*relations, closed=(), areas=(), node_tags=None):
        path = tmp_path / "town.osm"
        path.write_text(town(relations, closed, areas, node_tags or {}), encoding="utf-8")
        return graph_of(read_roads(path))

    return read


def town(relations, closed, areas, node_tags):
    def tags(pairs):
        return "".join(f'<tag k="{key}" v="{value}"/>' for key, value in pairs.items())

    parts = [
        f'<node id="{IDS[name]}" version="1" lon="{lon}" lat="{lat}">{tags(node_tags.get(name, {}))}</node>'
        for name, (lon, lat) in PLACES.items()
    ]
    for names, way in WAYS.items():
        use = {"highway": "tertiary"} | ({"access": "no"} if names in closed else {})
        refs = "".join(f'<nd ref="{IDS[name]}"/>' for name in names)
        parts.append(f'<way id="{way}" version="1">{refs}{tags(use)}</way>')
    for number, names in enumerate(areas, 500):
        refs = "".join(f'<nd ref="{IDS[name]}"/>' for name in names)
        parts.append(f'<way id="{number}" version="1">{refs}{tags({"landuse": "residential"})}</way>')
    for number, (members, pairs) in enumerate(relations, 900):
        lines = "".join(
            f'<member type="{"way" if name in WAYS else "node"}" role="{role}" '
            f'ref="{WAYS[name] if name in WAYS else IDS[name]}"/>'
            for role, name in members
        )
        parts.append(f'<relation id="{number}" version="1">{lines}{tags(pairs)}</relation>')
    return f'<osm version="0.6">{"".join(parts)}</osm>'


def restriction(start, via, end, kind="no_left_turn", **tags):
    members = [("from", start), *(("via", name) for name in via.split()), ("to", end)]
    key = tags.pop("key", "restriction")
    return members, {"type": "restriction", key: kind, **tags}


def told(graph):
    names = {number: name for name, number in IDS.items()}
    return sorted(
        ("-".join([names[turn.path[0][0]], *(names[edge[1]] for edge in turn.path)]), *sorted(turn.vehicles))
        for turn in graph.graph["turns"]
    )


def test_a_turn_over_a_node_is_forbidden(turns):
    graph = turns(restriction("WC", "C", "NC"))
    assert told(graph) == [("W-C-N", "truck", "van")]
    assert graph.graph["dropped"]["turns"] == 0


def test_only_one_turn_is_allowed(turns):
    graph = turns(restriction("WC", "C", "CE", "only_straight_on"))
    assert [way for way, *_ in told(graph)] == ["W-C-N", "W-C-S", "W-C-W"]


def test_a_u_turn_is_forbidden_where_it_is_said(turns):
    assert [way for way, *_ in told(turns(restriction("WC", "C", "WC", "no_u_turn")))] == ["W-C-W"]
    assert told(turns(restriction("WC", "C", "WC", "no_left_turn"))) == []


def test_a_turn_over_ways_is_forbidden_as_a_whole(turns):
    graph = turns(restriction("WC", "CE EF", "FH"))
    assert [way for way, *_ in told(graph)] == ["W-C-F-H"]
    graph = turns(restriction("WC", "CE EF", "FG", "only_straight_on"))
    assert [way for way, *_ in told(graph)] == ["W-C-F-C", "W-C-F-H"]


def test_a_restriction_whose_ways_do_not_meet_is_left_out_and_counted(turns):
    graph = turns(restriction("WC", "F", "NC"), restriction("WC", "FG", "FH"))
    assert told(graph) == []
    assert graph.graph["dropped"]["turns"] == 2


def test_a_turn_into_a_closed_way_needs_no_rule(turns):
    graph = turns(restriction("WC", "C", "NC"), closed=["NC"])
    assert told(graph) == []
    assert graph.graph["dropped"]["turns"] == 0


@pytest.mark.parametrize(
    ("tags", "vehicles"),
    [
        ({"except": "psv;bicycle"}, ("truck", "van")),
        ({"except": "hgv"}, ("van",)),
        ({"except": "motorcar;psv"}, ("truck",)),
        ({"except": "motor_vehicle"}, None),
        ({"key": "restriction:hgv"}, ("truck",)),
        ({"key": "restriction:conditional", "kind": "no_left_turn @ (weight>3.5)"}, ("truck",)),
    ],
)
def test_for_whom_a_restriction_holds(turns, tags, vehicles):
    expected = [("W-C-N", *vehicles)] if vehicles else []
    assert told(turns(restriction("WC", "C", "NC", **tags))) == expected


@pytest.mark.parametrize(
    "tags",
    [{"key": "restriction:conditional", "kind": "no_left_turn @ (07:00-19:00)"}, {"hour_on": "07:00"}],
)
def test_what_holds_at_some_hours_is_left_out_and_counted(turns, tags):
    graph = turns(restriction("WC", "C", "NC", **tags))
    assert told(graph) == []
    assert graph.graph["dropped"]["turns"] == 1


def test_a_node_that_trucks_cannot_pass_forbids_them_to_drive_on(turns):
    graph = turns(node_tags={"E": {"barrier": "height_restrictor", "maxheight": "2.8"}})
    assert told(graph) == [("C-E-F", "truck"), ("F-E-C", "truck")]


def test_turns_are_kept_with_the_roads_and_obeyed(turns):
    roads = project_roads(table_of(turns(restriction("WC", "C", "NC"))), "EPSG:2154")
    again = roads_from_frames(*roads_to_frames(roads), turns_to_frame(roads))
    assert again.turns == roads.turns != []
    graph = graph_of(roads)
    west, north = (
        Point(*(sum(graph.nodes[IDS[name]][axis] for name in names) / 2 for axis in "xy"))
        for names in ("WC", "NC")
    )
    seconds = RoadTravel(again).matrix([west, north]).seconds
    # on to the end of an arm, and back
    assert seconds[0, 1] > 2 * seconds[1, 0]


def test_outside_built_up_areas_one_drives_faster(turns):
    everywhere = turns()
    outside = turns(areas=["ABEA"])
    edge = (IDS["W"], IDS["C"], 0)
    assert everywhere.edges[edge]["speed_kph"] == pytest.approx(50 * 0.7)
    assert outside.edges[edge]["speed_kph"] == pytest.approx(80 * 0.7)
    assert outside.edges[edge]["ways"] == "100"
