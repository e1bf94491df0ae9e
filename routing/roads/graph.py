# SPDX-License-Identifier: GPL-3.0-or-later
"""The road graph as osmnx lays it out, for whoever works with networkx."""

from __future__ import annotations

from typing import Any, TypeAlias

import networkx as nx
import numpy as np
import shapely
from shapely.geometry import LineString

from .road_table import EDGE_COLUMNS, RoadTable, column_type
from .undisturbed import undisturbed

RoadGraph: TypeAlias = "nx.MultiDiGraph[int]"

_ENDS = ("u", "v", "key")


@undisturbed()
def graph_of(roads: RoadTable) -> RoadGraph:
    """Return roads as a graph: nodes with ``x`` and ``y``, edges with all columns, ``geometry`` where bent.

    ``graph.graph`` holds ``crs``, ``osm_date``, ``turns`` and ``dropped``.
    """
    told = {"osm_date": roads.osm_date, "turns": list(roads.turns), "dropped": dict(roads.dropped)}
    graph: RoadGraph = nx.MultiDiGraph(crs=roads.crs, **told)
    for node, (x, y) in zip(roads.node.tolist(), roads.node_xy.tolist(), strict=True):
        graph.add_node(node, x=x, y=y)
    names = [name for name in EDGE_COLUMNS if name not in _ENDS]
    rows = zip(*(roads.edges[name].tolist() for name in names), strict=True)
    ends = zip(*(roads.edges[name].tolist() for name in _ENDS), strict=True)
    sizes = np.diff(roads.offsets)
    lines = np.asarray(shapely.linestrings(roads.xy, indices=np.repeat(np.arange(len(sizes)), sizes)))
    lines[sizes < 3] = None
    for (u, v, key), values, line in zip(ends, rows, lines.tolist(), strict=True):
        data = dict(zip(names, values, strict=True))
        if line is not None:
            data["geometry"] = line
        graph.add_edge(u, v, key=key, **data)
    return graph


def table_of(graph: RoadGraph) -> RoadTable:
    """Return a graph as plain columns; what its edges do not say is taken from ``EDGE_COLUMNS``.

    An edge needs at least ``travel_time``; one without ``geometry`` is straight.
    """
    edges = [
        {"u": u, "v": v, "key": key, "truck_time": data["travel_time"]} | data
        for u, v, key, data in graph.edges(keys=True, data=True)
    ]
    lines = [edge_line(graph, edge["u"], edge["v"], edge) for edge in edges]
    xy, row = shapely.get_coordinates(lines, return_index=True)
    places = [(data["x"], data["y"]) for _, data in graph.nodes(data=True)]
    return RoadTable(
        crs=str(graph.graph["crs"]),
        node=np.array(list(graph.nodes), np.int64),
        node_xy=np.array(places, float).reshape(-1, 2),
        edges={
            name: np.array([edge.get(name, default) for edge in edges], column_type(default))
            for name, default in EDGE_COLUMNS.items()
        },
        offsets=np.searchsorted(row, np.arange(len(edges) + 1)),
        xy=xy,
        turns=graph.graph.get("turns", ()),
        osm_date=str(graph.graph.get("osm_date", "")),
        dropped=graph.graph.get("dropped", {}),
    )


def edge_line(graph: RoadGraph, u: int, v: int, data: dict[str, Any]) -> LineString:
    """Return the line of an edge, straight where the graph holds none."""
    if "geometry" in data:
        line: LineString = data["geometry"]
        return line
    ends = (graph.nodes[u], graph.nodes[v])
    return LineString([(end["x"], end["y"]) for end in ends])
