# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut the ways of an OpenStreetMap extract where they meet, end, or cannot be passed."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from .road_rules import Passage, RoadRules
from .streets import Piece, Seconds

_EARTH_RADIUS_M = 6_371_009.0


class Way(NamedTuple):
    """A street way: how many nodes it has, and its tags."""

    osmid: int
    size: int
    tags: dict[str, str]


class Ways:
    """The street ways of an extract, with their nodes and lon, lat one after the other in plain memory."""

    def __init__(self) -> None:
        self.ways: list[Way] = []
        self._nodes = array("q")
        self._lonlat = array("d")

    def add(self, osmid: int, nodes: Sequence[int], lonlat: Sequence[float], tags: dict[str, str]) -> None:
        """Add a way; ``lonlat`` is flat."""
        self.ways.append(Way(osmid, len(nodes), tags))
        self._nodes.extend(nodes)
        self._lonlat.extend(lonlat)

    @property
    def nodes(self) -> NDArray[np.int64]:
        """Return the nodes of all ways."""
        return np.frombuffer(self._nodes, np.int64)

    @property
    def lonlat(self) -> NDArray[np.float64]:
        """Return the places of the nodes (n x 2)."""
        return np.frombuffer(self._lonlat, np.float64).reshape(-1, 2)


class BuiltUp:
    """Built-up areas given as rings of flat lon, lat; without any, everywhere is."""

    def __init__(self, rings: Sequence[Sequence[float]]) -> None:
        areas = [shapely.Polygon(np.reshape(ring, (-1, 2))) for ring in rings]
        self._areas = np.array(areas, dtype=object)
        self._tree = shapely.STRtree(self._areas)

    def holds(self, lonlat: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell which points lie inside an area."""
        inside = np.full(len(lonlat), not len(self._areas))
        if len(self._areas) and len(lonlat):
            inside[self._tree.query(shapely.points(lonlat), predicate="within")[0]] = True
        return inside


def cut_ways(given: Ways, barriers: Collection[int], built_up: BuiltUp, rules: RoadRules) -> list[Piece]:
    """Return the pieces of the ways; each side of a barrier gets a dead end of its own."""
    ways = given.ways
    if not ways:
        return []
    nodes, lonlat = given.nodes, given.lonlat
    starts = np.cumsum([0, *(way.size for way in ways)])
    run_m = np.concatenate(([0.0], np.cumsum(great_circle_m(lonlat))))
    way_of, first, last = _cuts(nodes, starts, barriers)
    is_urban = built_up.holds(lonlat[(first + last) // 2])
    passages = _Passages(ways, rules)
    pieces, dead_end = [], 0
    spans = zip(way_of.tolist(), first.tolist(), last.tolist(), is_urban.tolist(), strict=True)
    for number, (way, a, b, urban) in enumerate(spans):
        start, end = int(nodes[a]), int(nodes[b])
        if start in barriers:
            start = dead_end = dead_end - 1
        if end in barriers:
            end = dead_end = dead_end - 1
        length_m = float(run_m[b] - run_m[a])
        van, truck = passages.of(way, urban=urban)
        seconds = _seconds(length_m, van), _seconds(length_m, truck)
        local = van.is_local, truck.is_local
        osmid, tags = ways[way].osmid, ways[way].tags
        pieces.append(Piece(number, start, end, lonlat[a : b + 1], length_m, *seconds, local, osmid, tags))
    return pieces


class _Passages:
    """How van and truck use each way, worked out once for all ways with the same rule."""

    def __init__(self, ways: Sequence[Way], rules: RoadRules) -> None:
        self._ways, self._rules, self._keys = ways, rules, rules.keys
        self._known: dict[object, tuple[Passage, Passage]] = {}

    def of(self, way: int, *, urban: bool) -> tuple[Passage, Passage]:
        tags = self._ways[way].tags
        rule = (urban, *[item for item in tags.items() if item[0] in self._keys])
        found = self._known.get(rule)
        if found is None:
            van, truck = (self._rules.passage(tags, vehicle, built_up=urban) for vehicle in ("van", "truck"))
            found = self._known[rule] = (van, truck)
        return found


def _cuts(nodes: NDArray[np.int64], starts: NDArray[Any], barriers: Collection[int]) -> tuple[Any, Any, Any]:
    """Return way, first and last row of each piece: ways are cut at nodes that are used more than once."""
    _, place, uses = np.unique(nodes, return_inverse=True, return_counts=True)
    is_cut = (uses > 1)[place] | np.isin(nodes, list(barriers))
    is_cut[starts[:-1]] = is_cut[starts[1:] - 1] = True
    rows = np.flatnonzero(is_cut)
    way = np.searchsorted(starts, rows, side="right") - 1
    same = way[1:] == way[:-1]
    return way[:-1][same], rows[:-1][same], rows[1:][same]


def _seconds(length_m: float, passage: Passage) -> Seconds:
    forward, backward = passage.forward_kmh, passage.backward_kmh
    return (
        None if forward is None else length_m * 3.6 / forward,
        None if backward is None else length_m * 3.6 / backward,
    )


def great_circle_m(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the haversine length of each leg of a lon/lat line, in metres."""
    lon, lat = np.radians(lonlat).T
    half_chord = (
        np.sin(np.diff(lat) / 2) ** 2 + np.cos(lat[1:]) * np.cos(lat[:-1]) * np.sin(np.diff(lon) / 2) ** 2
    )
    length_m: NDArray[np.float64] = 2 * _EARTH_RADIUS_M * np.arcsin(np.sqrt(half_chord))
    return length_m
