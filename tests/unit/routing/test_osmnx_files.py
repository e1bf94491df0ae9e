# SPDX-License-Identifier: GPL-3.0-or-later
"""Roads that osmnx itself has saved."""

from __future__ import annotations

import sys

import networkx as nx
import osmnx
import pytest
from regard.core.errors import Failure, InputError
from regard.routing.roads.graph import graph_of, table_of
from regard.routing.roads.osmnx_files import download_roads, from_osmnx, read_graphml, read_road_geopackage
from regard.routing.roads.road_frames import roads_from_frames, roads_to_frames
from regard.routing.roads.road_table import project_roads
from regard.routing.roads.road_travel import RoadTravel
from shapely.geometry import LineString, Point


def osmnx_graph():
    """Return a square as osmnx lays it out: both ways, one-ways, merged ways, a footway, an island."""
    graph = nx.MultiDiGraph(crs="EPSG:4326", created_date="2026-05-01 10:00:00", simplified=True)
    spots = [(7.0, 43.7), (7.0012, 43.7), (7.0012, 43.7009), (7.0, 43.7009), (7.1, 43.7), (7.1012, 43.7)]
    for node, (x, y) in enumerate(spots, 1):
        graph.add_node(node, x=x, y=y, street_count=2)

    def add(u, v, *, back=False, **tags):
        ends = [(graph.nodes[node]["x"], graph.nodes[node]["y"]) for node in (u, v)]
        common = {"osmid": 100 + min(u, v), "length": 100.0, "highway": "residential"}
        common |= {"oneway": not back} | tags
        graph.add_edge(u, v, **common, reversed=False, geometry=LineString(ends))
        if back:
            graph.add_edge(v, u, **common, reversed=True, geometry=LineString(ends[::-1]))

    add(1, 2, back=True, name="Rue Haute", maxspeed="30")
    add(2, 3, osmid=[7, 5], highway=["tertiary", "residential"], maxspeed=["50", "30"])
    add(3, 4, access="destination")
    add(4, 1, bridge="yes")
    add(1, 3, highway="footway")
    add(5, 6, back=True)
    return graph


def saved(tmp_path, kind):
    path = tmp_path / f"roads.{kind}"
    if kind == "graphml":
        osmnx.save_graphml(osmnx_graph(), path)
        return read_graphml(path)
    osmnx.save_graph_geopackage(osmnx_graph(), path, directed=True)
    return read_road_geopackage(path)


@pytest.mark.parametrize("kind", ["graphml", "gpkg"])
@pytest.mark.filterwarnings("ignore")
def test_what_osmnx_saved_is_read_by_our_rules(tmp_path, kind):
    graph = saved(tmp_path, kind)
    assert sorted((u, v) for u, v in graph.edges()) == [(1, 2), (2, 1), (2, 3), (3, 4), (4, 1)]
    there, back = graph.edges[1, 2, 0], graph.edges[2, 1, 0]
    assert (there["name"], there["speed_kph"], there["reversed"]) == ("Rue Haute", pytest.approx(21), False)
    assert back["reversed"]
    merged = graph.edges[2, 3, 0]
    assert (merged["osmid"], merged["ways"]) == (5, "5;7")
    assert merged["speed_kph"] == pytest.approx(21)
    assert graph.edges[3, 4, 0]["local"]
    assert graph.edges[4, 1, 0]["structure"] == "bridge"
    assert graph.edges[4, 1, 0]["oneway"] is True


@pytest.mark.parametrize("kind", ["graphml", "gpkg"])
@pytest.mark.filterwarnings("ignore")
def test_it_can_be_stored_and_travelled(tmp_path, kind):
    roads = project_roads(table_of(saved(tmp_path, kind)), "EPSG:2154")
    again, graph = roads_from_frames(*roads_to_frames(roads)), graph_of(roads)
    travel = RoadTravel(again)
    places = [Point(graph.nodes[node]["x"], graph.nodes[node]["y"]) for node in (1, 2)]
    assert travel.matrix(places).metres.tolist() == [[0, 100], [100, 0]]
    assert len(travel.streets) == 4


@pytest.mark.filterwarnings("ignore")
def test_a_geopackage_without_directions_gives_the_same_roads(tmp_path):
    # what osmnx saves unless it is asked for directed=True
    osmnx.save_graph_geopackage(osmnx_graph(), tmp_path / "roads.gpkg")
    read, directed = read_road_geopackage(tmp_path / "roads.gpkg"), saved(tmp_path, "gpkg")

    def streets(graph):
        return sorted(
            (u, v, data["osmid"], data["travel_time"], data["geometry"].wkt)
            for u, v, data in graph.edges(data=True)
        )

    assert streets(read) == streets(directed)


def test_the_day_of_the_data_is_kept():
    assert from_osmnx(osmnx_graph(), source="x").graph["osm_date"] == "2026-05-01 10:00:00"


@pytest.mark.parametrize("read", [read_graphml, read_road_geopackage])
@pytest.mark.filterwarnings("ignore")
def test_a_file_of_another_layout_is_named(tmp_path, read):
    path = tmp_path / "other.file"
    path.write_text("<nothing/>", encoding="utf-8")
    with pytest.raises(InputError, match=r"other\.file"):
        read(path)
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "none")


def test_a_graph_without_drivable_roads_is_refused():
    graph = osmnx_graph()
    for _, _, data in graph.edges(data=True):
        data["highway"] = "path"
    with pytest.raises(InputError, match="holds no road"):
        from_osmnx(graph, source="x")


def test_places_are_downloaded_by_name(monkeypatch):
    monkeypatch.setattr(osmnx, "graph_from_place", lambda place, network_type: osmnx_graph())
    assert download_roads("Somewhere").number_of_edges() == 5


@pytest.mark.parametrize(("raised", "expected"), [(ValueError("?"), InputError), (OSError("?"), Failure)])
def test_a_place_that_cannot_be_had_is_named(monkeypatch, raised, expected):
    def refuse(place, network_type):
        raise raised

    monkeypatch.setattr(osmnx, "graph_from_place", refuse)
    with pytest.raises(expected, match="Nowhere"):
        download_roads("Nowhere")


def test_of_errors_wrapped_in_errors_the_first_is_said(monkeypatch):
    def refuse(place, network_type):
        try:
            raise OSError(-2, "Name or service not known")
        except OSError as error:
            raise ConnectionError("HTTPSConnectionPool(host='...'): Max retries exceeded") from error

    monkeypatch.setattr(osmnx, "graph_from_place", refuse)
    with pytest.raises(Failure, match=r"cannot be reached \(Name or service not known\)"):
        download_roads("Nowhere")


def test_without_osmnx_it_is_said(monkeypatch, tmp_path):
    (tmp_path / "roads.graphml").write_text("", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "osmnx", None)
    with pytest.raises(InputError, match="osmnx"):
        read_graphml(tmp_path / "roads.graphml")
