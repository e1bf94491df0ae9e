# SPDX-License-Identifier: GPL-3.0-or-later
"""The streets that networks are laid along, as arrays: those of the road graph and the pedestrian ones."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..routing.roads.road_frames import roads_to_frames
from ..routing.roads.road_table import RoadTable, project_roads
from .lines import length_below
from .trees import parts_of

# nothing is laid along these, nor in tunnels
_NOT_SERVED = frozenset({"motorway", "motorway_link", "trunk", "trunk_link"})
MAJOR = frozenset({"primary", "secondary", "primary_link", "secondary_link"})
_CENTIMETRES = 100
_SHORTEST_M = 1.0
_FRONTAGE_M = 30.0
# how far a part may lie from the rest: a few streets, or a whole quarter that only tunnels reach
_LONGEST_CROSSING_M = ((0.0, 60.0), (1000.0, 300.0))
_THROUGH_BUILDINGS = 4.0


@dataclass(frozen=True, slots=True)
class Streets:
    """Street sections between junctions: ``start`` and ``end`` index ``xy`` (nodes x 2, metres).

    ``kind`` is OSM's highway value (``crossing``: a link between streets that only a tunnel joins);
    ``name`` is "" where unknown; ``group`` numbers the sections of one street alike.
    """

    xy: np.ndarray
    start: np.ndarray
    end: np.ndarray
    line: np.ndarray
    kind: np.ndarray
    name: np.ndarray
    group: np.ndarray
    length_m: np.ndarray

    def __len__(self) -> int:
        return len(self.line)

    @property
    def degree(self) -> np.ndarray:
        """Return how many section ends meet at each node."""
        return np.bincount(np.concatenate((self.start, self.end)), minlength=len(self.xy))


def served_streets(roads: RoadTable, walks: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame) -> Streets:
    """Return the connected streets of lon/lat roads and of pedestrian lines, in the CRS of ``walks``.

    Streets are cut wherever they share a vertex. Parts that lie apart are joined by a crossing (a pipe jacked
    under what lies between), or left out when too far. Linear but for sorting.
    """
    _, edges = roads_to_frames(project_roads(roads, str(walks.crs)))
    edges = edges[~edges["reversed"] & (edges["structure"] != "tunnel") & ~edges["highway"].isin(_NOT_SERVED)]
    edges = edges[_is_public(edges, buildings)]
    lines = np.concatenate((edges.geometry.to_numpy(), walks.geometry.to_numpy()))
    kind = np.concatenate(
        (edges["highway"].to_numpy(dtype=object), np.full(len(walks), "pedestrian", dtype=object))
    )
    name = np.concatenate((edges["name"].to_numpy(dtype=object), walks["name"].to_numpy(dtype=object)))
    sections, source = _cut_where_they_meet(lines)
    kept = np.flatnonzero((shapely.length(sections) > _SHORTEST_M) & ~_drawn_before(sections))
    streets = _numbered(sections[kept], kind[source[kept]], name[source[kept]])
    return _joined(streets, shapely.STRtree(buildings.geometry.to_numpy()))


def _is_public(edges: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame) -> np.ndarray:
    """Tell which edges are streets; an unnamed service way is one only where a building fronts it."""
    nameless = ((edges["highway"] == "service") & (edges["name"] == "")).to_numpy()
    tree = shapely.STRtree(edges.geometry.to_numpy())
    fronted = tree.query_nearest(buildings.geometry.to_numpy(), max_distance=_FRONTAGE_M, all_matches=False)[
        1
    ]
    public = ~nameless
    public[fronted] = True
    return public


def _cut_where_they_meet(lines: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the lines cut at every vertex that is used twice, and the line that each section comes from."""
    xy, row = shapely.get_coordinates(lines, return_index=True)
    change = row[1:] != row[:-1]
    is_end = np.concatenate(([True], change)) | np.concatenate((change, [True]))
    place, uses = np.unique(_keys(xy), return_inverse=True, return_counts=True)[1:]
    meets = np.zeros(len(uses), dtype=bool)
    meets[place[is_end]] = True
    cut_here = (meets | (uses > 1))[place]
    # inside its line, a vertex where it is cut ends one section and starts the next
    twice = cut_here & ~is_end
    copies = np.where(twice, 2, 1)
    flat = np.repeat(np.arange(len(xy)), copies)
    second = np.concatenate(([False], flat[1:] == flat[:-1]))
    opens = np.concatenate(([True], row[flat][1:] != row[flat][:-1])) | second
    section = np.cumsum(opens) - 1
    return shapely.linestrings(xy[flat], indices=section), row[flat][opens]


def _drawn_before(lines: np.ndarray) -> np.ndarray:
    """Tell which lines repeat an earlier one, in either direction."""
    drawn = shapely.to_wkb(shapely.normalize(shapely.set_precision(lines, 1 / _CENTIMETRES)))
    return np.asarray(pd.Series(drawn).duplicated())


def _keys(xy: np.ndarray) -> np.ndarray:
    """Return one whole number for each place, the same within a centimetre's cell."""
    cells = np.round(xy * _CENTIMETRES).astype(np.int64)
    return cells[:, 0] * (1 << 32) + cells[:, 1]


def _numbered(lines: np.ndarray, kind: np.ndarray, name: np.ndarray) -> Streets:
    """Return the sections with numbered nodes; sections without a name are each a street of their own."""
    begin = shapely.get_coordinates(shapely.get_point(lines, 0))
    finish = shapely.get_coordinates(shapely.get_point(lines, -1))
    both = np.concatenate((begin, finish))
    _, first, node = np.unique(_keys(both), return_index=True, return_inverse=True)
    own = np.array([f"#{number}" for number in range(len(lines))], dtype=object)
    group = pd.factorize(np.where(name == "", own, name))[0]
    return Streets(
        xy=both[first],
        start=node[: len(lines)],
        end=node[len(lines) :],
        line=lines,
        kind=kind,
        name=name,
        group=group,
        length_m=shapely.length(lines),
    )


def _joined(streets: Streets, buildings: shapely.STRtree) -> Streets:
    """Return the largest part and those that a crossing joins to it, the largest first."""
    part = parts_of(streets.start, streets.end, nodes=len(streets.xy))
    size_m = np.bincount(part[streets.start], weights=streets.length_m)
    main, *others = np.argsort(-size_m, kind="stable")
    inside = part == main
    crossings = []
    for other in others:
        limit_m = max(reach_m for least_m, reach_m in _LONGEST_CROSSING_M if size_m[other] >= least_m)
        nodes = np.flatnonzero(part == other)
        pair = _best_crossing(streets.xy, nodes, np.flatnonzero(inside), limit_m, buildings)
        if pair is not None:
            crossings.append(pair)
            inside[nodes] = True
    return _with_crossings(streets, inside, np.array(crossings, dtype=int).reshape(-1, 2))


def _best_crossing(
    xy: np.ndarray, nodes: np.ndarray, inner: np.ndarray, limit_m: float, buildings: shapely.STRtree
) -> tuple[int, int] | None:
    """Return the nodes that are joined best: near, and not below buildings; None when all are too far."""
    tree = shapely.STRtree(shapely.points(xy[inner]))
    here, there = tree.query(shapely.points(xy[nodes]), predicate="dwithin", distance=limit_m)
    if not len(here):
        return None
    ways = shapely.linestrings(np.stack((xy[nodes[here]], xy[inner[there]]), axis=1))
    cost_m = shapely.length(ways) + _THROUGH_BUILDINGS * length_below(ways, buildings)
    best = int(cost_m.argmin())
    return int(nodes[here[best]]), int(inner[there[best]])


def _with_crossings(streets: Streets, inside: np.ndarray, crossings: np.ndarray) -> Streets:
    """Return the sections whose nodes are inside, and a straight section for each pair of nodes."""
    kept = inside[streets.start]
    extra = shapely.linestrings(streets.xy[crossings]) if len(crossings) else np.empty(0, dtype=object)
    more = len(crossings)
    return _numbered(
        np.concatenate((streets.line[kept], extra)),
        np.concatenate((streets.kind[kept], np.full(more, "crossing", dtype=object))),
        np.concatenate((streets.name[kept], np.full(more, "", dtype=object))),
    )
