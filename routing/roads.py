# SPDX-License-Identifier: GPL-3.0-or-later
"""The road graph (osmnx-style): built from streets, projected, stored as two ordinary layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS, Transformer
from shapely.geometry import LineString

from .streets import Piece

RoadGraph: TypeAlias = "nx.MultiDiGraph[int]"

_EDGE_COLUMNS = (
    *("u", "v", "key", "osmid", "highway", "name", "ref", "maxspeed", "oneway", "reversed", "structure"),
    *("length", "speed_kph", "travel_time"),
)


def street_graph(streets: Sequence[Sequence[Piece]]) -> RoadGraph:
    """Return the graph of streets given as chains of pieces, in lon/lat; see ``read_roads``.

    A street that is made of several ways takes its words from the longest of them.
    """
    graph: RoadGraph = nx.MultiDiGraph(crs="EPSG:4326")
    for street in streets:
        first, last = street[0], street[-1]
        graph.add_node(first.start, x=float(first.lonlat[0, 0]), y=float(first.lonlat[0, 1]))
        graph.add_node(last.end, x=float(last.lonlat[-1, 0]), y=float(last.lonlat[-1, 1]))
        lonlat = np.concatenate([first.lonlat, *(piece.lonlat[1:] for piece in street[1:])])
        line = LineString(lonlat) if len(lonlat) > 2 else None
        both_ways = first.backward_s is not None
        common = _street_attributes(street) | {"oneway": not both_ways}
        forward_s = sum(piece.forward_s or 0.0 for piece in street)
        graph.add_edge(first.start, last.end, **_direction(common, line, forward_s, reverse=False))
        if both_ways:
            backward_s = sum(piece.backward_s or 0.0 for piece in street)
            graph.add_edge(last.end, first.start, **_direction(common, line, backward_s, reverse=True))
    return graph


def _street_attributes(street: Sequence[Piece]) -> dict[str, Any]:
    main = max(street, key=lambda piece: piece.length_m)
    return {
        "osmid": main.osmid,
        "highway": main.tags["highway"],
        "name": main.tags.get("name", ""),
        "ref": main.tags.get("ref", ""),
        "maxspeed": main.tags.get("maxspeed", ""),
        "structure": _structure(street),
        "length": sum(piece.length_m for piece in street),
    }


def _structure(street: Sequence[Piece]) -> str:
    for kind in ("tunnel", "bridge"):
        if any(piece.tags.get(kind, "no") != "no" for piece in street):
            return kind
    return ""


def _direction(
    common: dict[str, Any], line: LineString | None, seconds: float, *, reverse: bool
) -> dict[str, Any]:
    edge = common | {
        "reversed": reverse,
        "travel_time": seconds,
        "speed_kph": common["length"] / seconds * 3.6 if seconds else 0.0,
    }
    if line is not None:
        edge["geometry"] = line.reverse() if reverse else line
    return edge


def project_roads(graph: RoadGraph, crs: str) -> RoadGraph:
    """Return the graph with its nodes and geometries in another CRS; lengths and times stay as they are."""
    move = Transformer.from_crs(graph.graph["crs"], crs, always_xy=True).transform
    projected = graph.copy()
    projected.graph["crs"] = CRS.from_user_input(crs).to_string()
    nodes = list(projected.nodes)
    x, y = move([graph.nodes[n]["x"] for n in nodes], [graph.nodes[n]["y"] for n in nodes])
    for node, node_x, node_y in zip(nodes, x, y, strict=True):
        projected.nodes[node].update(x=node_x, y=node_y)
    curved = [data for _, _, data in projected.edges(data=True) if "geometry" in data]
    lines = shapely.transform([data["geometry"] for data in curved], lambda xy: np.column_stack(move(*xy.T)))
    for data, line in zip(curved, lines, strict=True):
        data["geometry"] = line
    return projected


def roads_to_frames(graph: RoadGraph) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the graph as two layers of plain columns: ``road_node`` (id), ``road_edge`` (u, v, key, ...)."""
    crs = graph.graph["crs"]
    ids = list(graph.nodes)
    points = shapely.points([(graph.nodes[n]["x"], graph.nodes[n]["y"]) for n in ids])
    rows = [{"u": u, "v": v, "key": key} | data for u, v, key, data in graph.edges(keys=True, data=True)]
    lines = [edge_line(graph, u, v, data) for u, v, data in graph.edges(data=True)]
    edges = pd.DataFrame(rows, columns=list(_EDGE_COLUMNS))
    return (
        gpd.GeoDataFrame({"id": ids}, geometry=points, crs=crs),
        gpd.GeoDataFrame(edges, geometry=lines, crs=crs),
    )


def edge_line(graph: RoadGraph, u: int, v: int, data: dict[str, Any]) -> LineString:
    """Return the line of an edge, straight where the graph holds none."""
    if "geometry" in data:
        line: LineString = data["geometry"]
        return line
    ends = (graph.nodes[u], graph.nodes[v])
    return LineString([(end["x"], end["y"]) for end in ends])


def roads_from_frames(nodes: gpd.GeoDataFrame, edges: gpd.GeoDataFrame) -> RoadGraph:
    """Return the graph that ``roads_to_frames`` gave; columns that it does not know are left out."""
    graph: RoadGraph = nx.MultiDiGraph(crs=nodes.crs.to_string())
    for node, x, y in zip(nodes["id"].tolist(), nodes.geometry.x, nodes.geometry.y, strict=True):
        graph.add_node(node, x=x, y=y)
    names = _EDGE_COLUMNS[3:]
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
