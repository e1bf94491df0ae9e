# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut the ways of an OpenStreetMap extract where they meet, end, or cannot be passed."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from .road_rules import VEHICLES, RoadRules
from .streets import Pieces

Array = NDArray[Any]

_EARTH_RADIUS_M = 6_371_009.0


class Ways:
    """The street ways of an extract, with their nodes and lon, lat one after the other in plain memory."""

    def __init__(self) -> None:
        self.tags: list[dict[str, str]] = []
        self._osmids, self._sizes, self._nodes = array("q"), array("q"), array("q")
        self._lonlat = array("d")

    def add(self, osmid: int, nodes: Sequence[int], lonlat: bytes, tags: dict[str, str]) -> None:
        """Add a way; ``lonlat`` are pairs of doubles of this machine."""
        self.tags.append(tags)
        self._osmids.append(osmid)
        self._sizes.append(len(nodes))
        self._nodes.extend(nodes)
        self._lonlat.frombytes(lonlat)

    @property
    def osmids(self) -> NDArray[np.int64]:
        """Return the ids of the ways."""
        return np.frombuffer(self._osmids, np.int64)

    @property
    def starts(self) -> NDArray[np.int64]:
        """Return where the nodes of each way begin, and where those of the last one end."""
        return np.concatenate(([0], np.cumsum(np.frombuffer(self._sizes, np.int64))))

    @property
    def nodes(self) -> NDArray[np.int64]:
        """Return the nodes of all ways."""
        return np.frombuffer(self._nodes, np.int64)

    @property
    def lonlat(self) -> NDArray[np.float64]:
        """Return the places of the nodes (n x 2)."""
        return np.frombuffer(self._lonlat, np.float64).reshape(-1, 2)


class BuiltUp:
    """Built-up areas given as rings of lon, lat (n x 2); without any, everywhere is."""

    def __init__(self, rings: Sequence[NDArray[np.float64]]) -> None:
        areas = [shapely.Polygon(ring) for ring in rings]
        self._areas = np.array(areas, dtype=object)
        self._tree = shapely.STRtree(self._areas)

    def holds(self, lonlat: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell which points lie inside an area."""
        inside = np.full(len(lonlat), not len(self._areas))
        if len(self._areas) and len(lonlat):
            inside[self._tree.query(shapely.points(lonlat), predicate="within")[0]] = True
        return inside


def cut_ways(ways: Ways, barriers: Collection[int], built_up: BuiltUp, rules: RoadRules) -> Pieces:
    """Return the pieces of the ways; each side of a barrier gets a dead end of its own."""
    nodes, lonlat = ways.nodes, ways.lonlat
    run_m = np.concatenate(([0.0], np.cumsum(great_circle_m(lonlat))))
    way, first, last = _cuts(nodes, ways.starts, barriers)
    ends = np.column_stack([nodes[first], nodes[last]])
    is_barrier = np.isin(ends, list(barriers))
    ends[is_barrier] = -1 - np.arange(is_barrier.sum())
    length_m = run_m[last] - run_m[first]
    kmh, local = _passages(ways, way, built_up.holds(lonlat[(first + last) // 2]), rules)
    seconds = np.where(np.isnan(kmh), np.inf, length_m[:, None, None] * 3.6 / kmh)
    return Pieces(way, ends, first, last, length_m, seconds[:, 0], seconds[:, 1], local)


def _passages(ways: Ways, way: Array, is_urban: Array, rules: RoadRules) -> tuple[Array, Array]:
    """Return km/h (pieces x vehicles x ways to drive, NaN: closed) and who may only stop (pieces x vehicles).

    Worked out once for all pieces with the same rule.
    """
    keys = rules.keys
    texts = [tuple([item for item in tags.items() if item[0] in keys]) for tags in ways.tags]
    known: dict[object, int] = {}
    rule = 2 * np.array([known.setdefault(text, len(known)) for text in texts], np.int64)[way] + is_urban
    found, number = np.unique(rule, return_inverse=True)
    told = list(known)
    passages = [
        [rules.passage(dict(told[one // 2]), vehicle, built_up=bool(one % 2)) for vehicle in VEHICLES]
        for one in found.tolist()
    ]
    figures = np.array(passages, float).reshape(-1, len(VEHICLES), 3)[number]
    return figures[:, :, :2], figures[:, :, 2] > 0


def _cuts(nodes: NDArray[np.int64], starts: NDArray[Any], barriers: Collection[int]) -> tuple[Any, Any, Any]:
    """Return way, first and last row of each piece: ways are cut at nodes that are used more than once."""
    _, place, uses = np.unique(nodes, return_inverse=True, return_counts=True)
    is_cut = (uses > 1)[place] | np.isin(nodes, list(barriers))
    is_cut[starts[:-1]] = is_cut[starts[1:] - 1] = True
    rows = np.flatnonzero(is_cut)
    way = np.searchsorted(starts, rows, side="right") - 1
    same = way[1:] == way[:-1]
    return way[:-1][same], rows[:-1][same], rows[1:][same]


def great_circle_m(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the haversine length of each leg of a lon/lat line, in metres."""
    lon, lat = np.radians(lonlat).T
    half_chord = (
        np.sin(np.diff(lat) / 2) ** 2 + np.cos(lat[1:]) * np.cos(lat[:-1]) * np.sin(np.diff(lon) / 2) ** 2
    )
    length_m: NDArray[np.float64] = 2 * _EARTH_RADIUS_M * np.arcsin(np.sqrt(half_chord))
    return length_m
