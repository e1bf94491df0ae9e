# SPDX-License-Identifier: GPL-3.0-or-later
"""Streets, given as chains of pieces, made into a road table in lon/lat."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .osm_pieces import Ways
from .road_table import EDGE_COLUMNS, Array, Edge, RoadTable, column_type, span_rows
from .streets import Chains, Pieces

_STRUCTURES = np.array(["", "bridge", "tunnel"], object)


class StreetEnds(NamedTuple):
    """Nodes (streets x 2) and OSM ways (x 2) at start and end, and keys of the edges along and against.

    A street that cannot be driven back has key -1 against.
    """

    nodes: Array
    ways: Array
    keys: Array

    def edges(self, street: int) -> tuple[Edge, Edge | None]:
        """Return the edges along a street and against it."""
        (u, v), (along, against) = self.nodes[street].tolist(), self.keys[street].tolist()
        return (u, v, along), None if against < 0 else (v, u, against)


def street_table(pieces: Pieces, chains: Chains, ways: Ways) -> tuple[RoadTable, StreetEnds]:
    """Return the roads of streets, without turns; see ``read_roads``. Also returns the ends of the streets.

    A street that is made of several ways takes its words from the longest of them. Edges are in the order in
    which a graph of networkx has them.
    """
    ends = _ends(pieces, chains)
    flat = ends.reshape(-1)
    _, met = np.unique(flat, return_index=True)
    met.sort()
    xy, offsets = _lines(pieces, chains, ways)
    van_s, truck_s = _seconds(pieces.van_s, chains), _seconds(pieces.truck_s, chains)
    both_ways = np.isfinite(van_s[:, 1])
    street = np.repeat(np.arange(len(ends)), 1 + both_ways)
    is_back = np.diff(street, prepend=-1) == 0
    u, v = ends[street, is_back.astype(int)], ends[street, 1 - is_back]
    key, order = _graph_order(u, v)
    keys = np.full(ends.shape, -1)
    keys[street, is_back.astype(int)] = key
    told = _words(pieces, chains, ways) | {"oneway": ~both_ways}
    u, v, key, street, is_back = u[order], v[order], key[order], street[order], is_back[order]
    edges = {name: column[street] for name, column in told.items()}
    edges |= {"u": u, "v": v, "key": key, "reversed": is_back}
    edges |= _times(edges["length"], van_s[street, is_back.astype(int)], truck_s[street, is_back.astype(int)])
    size = np.diff(offsets)[street]
    roads = RoadTable(
        crs="EPSG:4326",
        node=flat[met],
        node_xy=np.stack([xy[offsets[:-1]], xy[offsets[1:] - 1]], axis=1).reshape(-1, 2)[met],
        edges={name: edges[name].astype(column_type(default)) for name, default in EDGE_COLUMNS.items()},
        offsets=np.concatenate(([0], np.cumsum(size))),
        xy=xy[span_rows(offsets[street], size, is_back)],
    )
    outer = np.column_stack([chains.half[chains.starts[:-1]], chains.half[chains.starts[1:] - 1]])
    return roads, StreetEnds(ends, ways.osmids[pieces.way[outer // 2]], keys)


def _ends(pieces: Pieces, chains: Chains) -> Array:
    first, last = chains.half[chains.starts[:-1]], chains.half[chains.starts[1:] - 1]
    return np.column_stack([pieces.ends[first // 2, first % 2], pieces.ends[last // 2, 1 - last % 2]])


def _lines(pieces: Pieces, chains: Chains, ways: Ways) -> tuple[Array, Array]:
    """Return the points of all streets, and where each street begins among them."""
    piece, is_back = chains.half // 2, chains.half % 2 == 1
    # where two pieces meet the point is taken once
    follows = np.ones(len(piece), int)
    follows[chains.starts[:-1]] = 0
    size = pieces.last[piece] - pieces.first[piece] + 1 - follows
    rows = span_rows(pieces.first[piece] + np.where(is_back, 0, follows), size, is_back)
    ends = np.concatenate(([0], np.cumsum(size)))
    return ways.lonlat[rows], ends[chains.starts]


def _seconds(piece_s: Array, chains: Chains) -> Array:
    """Return the seconds of each street along and against it, from those of the pieces."""
    piece, back = chains.half // 2, chains.half % 2
    sums = [np.bincount(chains.chain, weights=piece_s[piece, way]) for way in (back, 1 - back)]
    return np.column_stack(sums)


def _graph_order(u: Array, v: Array) -> tuple[Array, Array]:
    """Return the keys of edges that are put into a graph one by one, and the order in which it has them.

    That is by first node, then by second, each as they were met first, then by key.
    """
    count = len(u)
    _, met, number = np.unique(np.column_stack([u, v]), return_index=True, return_inverse=True)
    number = number.reshape(-1, 2)
    _, first, pair = np.unique(number[:, 0] * len(met) + number[:, 1], return_index=True, return_inverse=True)
    order = np.lexsort((np.arange(count), first[pair], met[number[:, 0]]))
    key = np.empty(count, np.int64)
    begins = np.flatnonzero(np.diff(pair[order], prepend=-1))
    key[order] = np.arange(count) - np.repeat(begins, np.diff(begins, append=count))
    return key, order


def _words(pieces: Pieces, chains: Chains, ways: Ways) -> dict[str, Array]:
    """Return what holds for a street both ways: words, length, and who may only stop there."""
    piece, chain = chains.half // 2, chains.chain
    main = piece[np.lexsort((-pieces.length_m[piece], chain))[chains.starts[:-1]]]
    way = pieces.way[main]
    words: dict[str, Array] = {"osmid": ways.osmids[way]}
    for name in ("highway", "name", "ref", "maxspeed"):
        words[name] = np.array([tags.get(name, "") for tags in ways.tags], object)[way]
    built = np.array([_structure(tags) for tags in ways.tags], int)
    words["structure"] = _STRUCTURES[np.maximum.reduceat(built[pieces.way[piece]], chains.starts[:-1])]
    words["length"] = np.bincount(chain, weights=pieces.length_m[piece])
    words["ways"] = _way_lists(ways.osmids[pieces.way[piece]], chains.starts)
    words["local"], words["truck_local"] = pieces.local[main].T
    return words


def _structure(tags: dict[str, str]) -> int:
    if tags.get("tunnel", "no") != "no":
        return 2
    return int(tags.get("bridge", "no") != "no")


def _way_lists(osmids: Array, starts: Array) -> Array:
    """Return the OSM ways of each street as text, in order."""
    texts = np.array(list(map(str, osmids.tolist())), object)
    lists: Array = texts[starts[:-1]]
    for street in np.flatnonzero(np.diff(starts) > 1).tolist():
        lists[street] = ";".join(dict.fromkeys(texts[starts[street] : starts[street + 1]].tolist()))
    return lists


def _times(length_m: Array, van_s: Array, truck_s: Array) -> dict[str, Array]:
    speed_kph = np.divide(length_m, van_s, out=np.zeros(len(van_s)), where=van_s > 0) * 3.6
    truck_time = np.where(np.isfinite(truck_s), truck_s, -1.0)
    return {"travel_time": van_s, "speed_kph": speed_kph, "truck_time": truck_time}
