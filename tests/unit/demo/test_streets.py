# SPDX-License-Identifier: GPL-3.0-or-later
"""Which streets networks are laid along, and how they are cut and joined."""

from __future__ import annotations

import geopandas as gpd
import networkx as nx
import numpy as np
import pytest
from regard.core.progress import SilentProgress
from regard.demo.places import read_places
from regard.demo.streets import served_streets
from regard.demo.trees import parts_of
from regard.routing.roads.graph import table_of
from regard.routing.roads.osm import read_roads
from shapely.geometry import LineString, box

CRS = "EPSG:2154"


@pytest.fixture(scope="module")
def streets(grid_town):
    places = read_places(grid_town, crs=CRS, progress=SilentProgress())
    return served_streets(read_roads(grid_town), places.walks, places.buildings)


def test_streets_hang_together(streets):
    assert set(parts_of(streets.start, streets.end, nodes=len(streets.xy))) == {0}


def test_nothing_is_laid_in_tunnels_or_private_drives(streets):
    assert "Tunnel du Port" not in streets.name
    assert "service" not in streets.kind


def test_pedestrian_lanes_are_served_and_join_the_grid(streets):
    lane = np.flatnonzero(streets.name == "Passage des Filets")
    assert streets.length_m[lane].sum() > 80
    assert (streets.degree[[streets.start[lane[0]], streets.end[lane[-1]]]] >= 3).all()


def test_sections_end_where_streets_meet(streets):
    for node, line in ((streets.start, 0), (streets.end, -1)):
        ends = np.array([section.coords[line] for section in streets.line])
        assert np.hypot(*(ends - streets.xy[node]).T).max() < 0.02


def _roads(*lines, highway="residential", structure=""):
    graph = nx.MultiDiGraph(crs="EPSG:2154")
    for number, line in enumerate(lines):
        ends = [2 * number + side for side in (0, 1)]
        for end, place in zip(ends, (line[0], line[-1]), strict=True):
            graph.add_node(end, x=place[0], y=place[1])
        graph.add_edge(
            *ends, highway=highway, structure=structure, name=f"rue {number}", reversed=False, osmid=number,
            geometry=LineString(line), length=LineString(line).length, oneway=False, ref="", maxspeed="",
            speed_kph=30.0, travel_time=1.0,
        )  # fmt: skip
    return table_of(graph)


def _nothing(geometry=()):
    return gpd.GeoDataFrame({"name": [""] * len(geometry)}, geometry=list(geometry), crs=CRS)


def test_streets_are_cut_at_a_vertex_that_another_passes():
    streets = served_streets(_roads([(0, 0), (50, 0), (100, 0)], [(50, 0), (50, 90)]), _nothing(), _nothing())
    assert sorted(streets.length_m.round().tolist()) == [50, 50, 90]


def test_a_part_across_a_short_gap_is_joined_by_a_crossing():
    streets = served_streets(_roads([(0, 0), (300, 0)], [(340, 0), (400, 0)]), _nothing(), _nothing())
    assert streets.length_m[streets.kind == "crossing"] == pytest.approx([40])


def test_a_part_that_lies_too_far_is_left_out():
    streets = served_streets(_roads([(0, 0), (300, 0)], [(500, 0), (560, 0)]), _nothing(), _nothing())
    assert streets.length_m.sum() == pytest.approx(300)


def test_a_crossing_goes_round_a_building():
    roads = _roads([(0, 0), (0, 100)], [(50, 0), (50, 100)], [(0, 100), (-200, 100)])
    streets = served_streets(roads, _nothing(), _nothing([box(10, -20, 40, 50)]))
    (crossing,) = streets.line[streets.kind == "crossing"]
    assert crossing.bounds[1] == pytest.approx(100)


def test_a_street_that_is_drawn_twice_counts_once():
    roads = _roads([(0, 0), (50, 0), (100, 0)], [(100, 0), (50, 0), (0, 0)], [(100, 0), (100, 90)])
    streets = served_streets(roads, _nothing(), _nothing())
    assert streets.length_m.sum() == pytest.approx(190)
