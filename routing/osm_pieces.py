# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut the ways of an OpenStreetMap extract where they meet, end, or cannot be passed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from .road_rules import Passage, RoadRules
from .streets import Piece, Seconds

_EARTH_RADIUS_M = 6_371_009.0


@dataclass(frozen=True, slots=True)
class Way:
    """A street way: its nodes, their lon/lat, its tags."""

    osmid: int
    nodes: list[int]
    lonlat: list[tuple[float, float]]
    tags: dict[str, str]


class BuiltUp:
    """Built-up areas given as lon/lat rings; without any, all is built-up: an extract may lack them."""

    def __init__(self, rings: Sequence[Sequence[tuple[float, float]]]) -> None:
        self._areas = np.array([shapely.Polygon(ring) for ring in rings], dtype=object)
        self._tree = shapely.STRtree(self._areas)

    def holds(self, lonlat: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell which points lie inside an area."""
        inside = np.full(len(lonlat), not len(self._areas))
        if len(self._areas) and len(lonlat):
            inside[self._tree.query(shapely.points(lonlat), predicate="within")[0]] = True
        return inside


def cut_ways(
    ways: Sequence[Way], barriers: Collection[int], built_up: BuiltUp, rules: RoadRules
) -> list[Piece]:
    """Return the pieces of the ways; each side of a barrier gets a dead end of its own."""
    if not ways:
        return []
    lonlat = np.array([place for way in ways for place in way.lonlat])
    nodes = np.array([node for way in ways for node in way.nodes])
    starts = np.cumsum([0, *(len(way.nodes) for way in ways)])
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
