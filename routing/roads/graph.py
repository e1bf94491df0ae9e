# SPDX-License-Identifier: GPL-3.0-or-later
"""The road graph (osmnx-style): built from streets, projected, stored as two ordinary layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS, Transformer
from shapely.geometry import LineString

from .streets import Piece
from .undisturbed import undisturbed

RoadGraph: TypeAlias = "nx.MultiDiGraph[int]"
Edge: TypeAlias = tuple[int, int, int]


class Turn(NamedTuple):
    """A sequence of edges (u, v, key) that some vehicles must not drive one after the other."""

    path: tuple[Edge, ...]
    vehicles: frozenset[str]


_OLD_COLUMNS = (
    *("u", "v", "key", "osmid", "highway", "name", "ref", "maxspeed", "oneway", "reversed", "structure"),
    *("length", "speed_kph", "travel_time"),
)
# what roads imported by an older version lack, and what it then is; a truck drives like a van there
_NEW_COLUMNS = {"ways": "", "local": False, "truck_local": False}
_EDGE_COLUMNS = (*_OLD_COLUMNS, "truck_time", *_NEW_COLUMNS)


def street_graph(
    streets: Sequence[Sequence[Piece]],
) -> tuple[RoadGraph, list[tuple[Edge, Edge | None]]]:
    """Return the graph of streets given as chains of pieces, in lon/lat; see ``read_roads``.

    Also returns the edges of each street: along it, and against it where that is open. A street that is made
    of several ways takes its words from the longest of them.
    """
    graph: RoadGraph = nx.MultiDiGraph(crs="EPSG:4326")
    lines, reversed_lines = _lines(streets)
    edges: list[tuple[Edge, Edge | None]] = []
    for number, street in enumerate(streets):
        first, last = street[0], street[-1]
        u, v = first.start, last.end
        for node, (x, y) in ((u, first.lonlat[0].tolist()), (v, last.lonlat[-1].tolist())):
            if node not in graph:
                graph.add_node(node, x=x, y=y)
        both_ways = first.way_open[1]
        common = _street_attributes(street) | {"oneway": not both_ways}
        along = (u, v, graph.add_edge(u, v, **_direction(common, street, lines[number], 0)))
        against = None
        if both_ways:
            data = _direction(common, street, reversed_lines[number], 1)
            against = (v, u, graph.add_edge(v, u, **data))
        edges.append((along, against))
    return graph, edges


def _lines(streets: Sequence[Sequence[Piece]]) -> tuple[list[Any], list[Any]]:
    """Return the lines of the streets and the same reversed, None where a street is straight."""
    parts = [
        piece.lonlat if not number else piece.lonlat[1:]
        for street in streets
        for number, piece in enumerate(street)
    ]
    points = [sum(len(piece.lonlat) for piece in street) - len(street) + 1 for street in streets]
    lines = np.asarray(
        shapely.linestrings(np.concatenate(parts), indices=np.repeat(np.arange(len(points)), points))
    )
    turned = np.asarray(shapely.reverse(lines))
    straight = np.array(points) == 2
    lines[straight] = turned[straight] = None
    return lines.tolist(), turned.tolist()


def _street_attributes(street: Sequence[Piece]) -> dict[str, Any]:
    main = street[0] if len(street) == 1 else max(street, key=lambda piece: piece.length_m)
    tags = main.tags
    return {
        "osmid": main.osmid,
        "highway": tags["highway"],
        "name": tags.get("name", ""),
        "ref": tags.get("ref", ""),
        "maxspeed": tags.get("maxspeed", ""),
        "structure": _structure(street),
        "length": sum([piece.length_m for piece in street]),
        "ways": ";".join(dict.fromkeys([str(piece.osmid) for piece in street])),
        "local": main.local[0],
        "truck_local": main.local[1],
    }


def _structure(street: Sequence[Piece]) -> str:
    for kind in ("tunnel", "bridge"):
        for piece in street:
            if piece.tags.get(kind, "no") != "no":
                return kind
    return ""


def _direction(
    common: dict[str, Any], street: Sequence[Piece], line: LineString | None, way: int
) -> dict[str, Any]:
    """Return the attributes of an edge along (0) or against (1) its street."""
    seconds = sum([piece.van_s[way] or 0.0 for piece in street])
    edge = common | {
        "reversed": way == 1,
        "travel_time": seconds,
        "speed_kph": common["length"] / seconds * 3.6 if seconds else 0.0,
        "truck_time": -1.0
        if street[0].truck_s[way] is None
        else sum([piece.truck_s[way] or 0.0 for piece in street]),
    }
    if line is not None:
        edge["geometry"] = line
    return edge


@undisturbed()
def project_roads(graph: RoadGraph, crs: str) -> RoadGraph:
    """Return the graph with its nodes and geometries in another CRS; lengths and times stay as they are."""
    move = Transformer.from_crs(graph.graph["crs"], crs, always_xy=True).transform
    projected = graph.copy()
    projected.graph["crs"] = CRS.from_user_input(crs).to_string()
    nodes = list(projected.nodes(data=True))
    x, y = move([data["x"] for _, data in nodes], [data["y"] for _, data in nodes])
    for (_, data), node_x, node_y in zip(nodes, x, y, strict=True):
        data.update(x=node_x, y=node_y)
    curved = [data for _, _, data in projected.edges(data=True) if "geometry" in data]
    lines = shapely.transform([data["geometry"] for data in curved], lambda xy: np.column_stack(move(*xy.T)))
    for data, line in zip(curved, lines, strict=True):
        data["geometry"] = line
    return projected


def roads_to_frames(graph: RoadGraph) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the graph as two layers of plain columns: ``road_node`` (id), ``road_edge`` (u, v, key, ...).

    On an edge that says nothing of trucks they drive like vans.
    """
    crs = graph.graph["crs"]
    ids = list(graph.nodes)
    points = shapely.points([(graph.nodes[n]["x"], graph.nodes[n]["y"]) for n in ids])
    rows = [{"u": u, "v": v, "key": key} | data for u, v, key, data in graph.edges(keys=True, data=True)]
    lines = [edge_line(graph, u, v, data) for u, v, data in graph.edges(data=True)]
    edges = pd.DataFrame(rows, columns=list(_EDGE_COLUMNS))
    edges["truck_time"] = edges["truck_time"].fillna(edges["travel_time"])
    return (
        gpd.GeoDataFrame({"id": ids}, geometry=points, crs=crs),
        gpd.GeoDataFrame(edges, geometry=lines, crs=crs),
    )


def turns_to_frame(graph: RoadGraph) -> gpd.GeoDataFrame:
    """Return the forbidden turns as a layer: their edges and vehicles as text, a point where each begins."""
    turns: Sequence[Turn] = graph.graph.get("turns", ())
    at = [graph.nodes[turn.path[0][1]] for turn in turns]
    columns = {
        "path": [";".join(",".join(map(str, edge)) for edge in turn.path) for turn in turns],
        "vehicles": [";".join(sorted(turn.vehicles)) for turn in turns],
    }
    points = shapely.points(np.array([(node["x"], node["y"]) for node in at]).reshape(-1, 2))
    return gpd.GeoDataFrame(columns, geometry=points, crs=graph.graph["crs"])


def _turns_from_frame(frame: gpd.GeoDataFrame) -> list[Turn]:
    return [
        Turn(tuple(_edge(text) for text in path.split(";")), frozenset(vehicles.split(";")))
        for path, vehicles in zip(frame["path"], frame["vehicles"], strict=True)
    ]


def _edge(text: str) -> Edge:
    u, v, key = map(int, text.split(","))
    return u, v, key


def edge_line(graph: RoadGraph, u: int, v: int, data: dict[str, Any]) -> LineString:
    """Return the line of an edge, straight where the graph holds none."""
    if "geometry" in data:
        line: LineString = data["geometry"]
        return line
    ends = (graph.nodes[u], graph.nodes[v])
    return LineString([(end["x"], end["y"]) for end in ends])


def roads_from_frames(
    nodes: gpd.GeoDataFrame, edges: gpd.GeoDataFrame, turns: gpd.GeoDataFrame | None = None
) -> RoadGraph:
    """Return the graph of what ``roads_to_frames`` and ``turns_to_frame`` gave, without unknown columns."""
    graph: RoadGraph = nx.MultiDiGraph(crs=nodes.crs.to_string())
    if turns is not None:
        graph.graph["turns"] = _turns_from_frame(turns)
    for node, x, y in zip(nodes["id"].tolist(), nodes.geometry.x, nodes.geometry.y, strict=True):
        graph.add_node(node, x=x, y=y)
    names = _EDGE_COLUMNS[3:]
    values_of = dict(_NEW_COLUMNS) | {"truck_time": edges["travel_time"]}
    edges = edges.assign(**{name: value for name, value in values_of.items() if name not in edges})
    columns = [edges[name].tolist() for name in names]
    lines = edges.geometry.array
    curved = shapely.get_num_coordinates(lines) > 2
    ends = zip(edges["u"].tolist(), edges["v"].tolist(), edges["key"].tolist(), strict=True)
    for i, ((u, v, key), values) in enumerate(zip(ends, zip(*columns, strict=True), strict=True)):
        data = dict(zip(names, values, strict=True))
        if curved[i]:
            data["geometry"] = lines[i]
        graph.add_edge(u, v, key=key, **data)
    return graph
