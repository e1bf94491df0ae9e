# SPDX-License-Identifier: GPL-3.0-or-later
"""Roads as ordinary layers of a workspace: ``road_node``, ``road_edge`` and ``road_turn``."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .road_table import EDGE_COLUMNS, Array, Edge, RoadTable, Turn, column_type


def roads_to_frames(roads: RoadTable) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the roads as two layers of plain columns: nodes (id), and edges (``EDGE_COLUMNS``)."""
    edge = np.repeat(np.arange(len(roads)), np.diff(roads.offsets))
    lines = shapely.linestrings(roads.xy, indices=edge)
    return (
        gpd.GeoDataFrame({"id": roads.node}, geometry=shapely.points(roads.node_xy), crs=roads.crs),
        gpd.GeoDataFrame(pd.DataFrame(dict(roads.edges)), geometry=lines, crs=roads.crs),
    )


def turns_to_frame(roads: RoadTable) -> gpd.GeoDataFrame:
    """Return the forbidden turns as a layer: their edges and vehicles as text, a point where each begins."""
    row = {node: row for row, node in enumerate(roads.node.tolist())}
    columns = {
        "path": [";".join(",".join(map(str, edge)) for edge in turn.path) for turn in roads.turns],
        "vehicles": [";".join(sorted(turn.vehicles)) for turn in roads.turns],
    }
    at = np.array([row[turn.path[0][1]] for turn in roads.turns], np.int64)
    return gpd.GeoDataFrame(columns, geometry=shapely.points(roads.node_xy[at]), crs=roads.crs)


def roads_from_frames(
    nodes: gpd.GeoDataFrame, edges: gpd.GeoDataFrame, turns: gpd.GeoDataFrame | None = None
) -> RoadTable:
    """Return the roads of what ``roads_to_frames`` and ``turns_to_frame`` gave, without unknown columns.

    Roads that an older version has imported lack columns: they are filled from ``EDGE_COLUMNS``.
    """
    xy, row = shapely.get_coordinates(edges.geometry.array, return_index=True)
    return RoadTable(
        crs=nodes.crs.to_string(),
        node=nodes["id"].to_numpy(),
        node_xy=shapely.get_coordinates(nodes.geometry.array),
        edges={name: _column(edges, name) for name in EDGE_COLUMNS},
        offsets=np.searchsorted(row, np.arange(len(edges) + 1)),
        xy=xy,
        turns=[] if turns is None else _turns_from_frame(turns),
    )


def _column(edges: gpd.GeoDataFrame, name: str) -> Array:
    """Return a column; where nothing is said there is its default, but edges without a time are closed."""
    default, kind = EDGE_COLUMNS[name], column_type(EDGE_COLUMNS[name])
    if name == "truck_time":
        default = edges["travel_time"]
    if name not in edges:
        return np.full(len(edges), default, kind)
    told = edges[name]
    if told.hasnans and name != "travel_time":
        told = told.fillna(default)
    column: Array = told.to_numpy(kind)
    return column


def _turns_from_frame(frame: gpd.GeoDataFrame) -> list[Turn]:
    return [
        Turn(tuple(_edge(text) for text in path.split(";")), frozenset(vehicles.split(";")))
        for path, vehicles in zip(frame["path"], frame["vehicles"], strict=True)
    ]


def _edge(text: str) -> Edge:
    u, v, key = map(int, text.split(","))
    return u, v, key
