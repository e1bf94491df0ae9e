# SPDX-License-Identifier: GPL-3.0-or-later
"""Exact travel times, distances and lines along a road graph."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components
from shapely.geometry import LineString, Point
from shapely.ops import substring

from ..core.errors import InputError
from .kernel_dijkstra import ARC, POSITION, REACHED, fill_rows, way_back
from .roads import RoadGraph, edge_line
from .travel import TravelMatrix


class RoadTravel:
    """Fastest ways on a projected road graph (see ``read_roads``, ``project_roads``).

    Each place stands for the nearest point of the nearest street; one may set off and arrive there in every
    direction that is open. Places farther than ``reach_m`` from any street are unreachable.

    The matrix takes one Dijkstra search for each place, on all cores: O(n (E log V + n)).
    """

    def __init__(self, graph: RoadGraph, *, reach_m: float = 1_000.0) -> None:
        numbers = {node: number for number, node in enumerate(graph.nodes)}
        edges = sorted(graph.edges(data=True), key=lambda edge: numbers[edge[0]])
        self._arcs = np.zeros(len(edges), ARC)
        self._arcs["tail"] = [numbers[u] for u, _, _ in edges]
        self._arcs["head"] = [numbers[v] for _, v, _ in edges]
        self._arcs["seconds"] = [data["travel_time"] for _, _, data in edges]
        self._arcs["metres"] = [data["length"] for _, _, data in edges]
        self._starts = np.searchsorted(self._arcs["tail"], np.arange(len(numbers) + 1))
        self._lines = np.array([edge_line(graph, *edge) for edge in edges], dtype=object)
        self._streets, self._opposite = _streets(edges)
        self._tree = shapely.STRtree(self._lines[self._streets])
        self._reach_m = reach_m

    def matrix(self, places: Sequence[Point]) -> TravelMatrix:
        """Return times and distances between all the places, rounded to whole seconds and metres."""
        positions, known = self._positions(places)
        seconds = np.full((len(places), len(places)), np.inf)
        metres = np.zeros_like(seconds)
        at = np.flatnonzero(known)
        found_s, found_m = self._fill(positions[at])
        seconds[np.ix_(at, at)], metres[np.ix_(at, at)] = found_s, found_m
        lost = _apart(seconds)
        for values in (seconds, metres):
            values[lost, :] = values[:, lost] = -1
        apart = tuple(int(place) for place in lost)
        return TravelMatrix(np.rint(seconds).astype(np.int32), np.rint(metres).astype(np.int32), apart)

    def _fill(self, positions: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        shape = (len(positions), len(positions))
        seconds, metres = np.empty(shape), np.empty(shape)
        workers = min(cpu_count() or 1, max(1, len(positions) // 8))
        with ThreadPoolExecutor(workers) as pool:
            shares = np.array_split(np.arange(len(positions)), workers)
            jobs = [
                pool.submit(
                    fill_rows, self._starts, self._arcs, positions, share, (seconds, metres), *self._room()
                )
                for share in shares
            ]
            for job in jobs:
                job.result()
        return seconds, metres

    def path(self, origin: Point, destination: Point) -> LineString:
        """Return the line of the fastest way, from the street of the one to the street of the other.

        Raises ``InputError`` when there is no way.
        """
        positions, known = self._positions([origin, destination])
        start, goal = positions
        back = np.empty(len(self._starts), np.int64)
        seconds, last, count = way_back(self._starts, self._arcs, positions, back, *self._room())
        if not (known.all() and np.isfinite(seconds)):
            raise InputError("roads.no_way", origin=origin.wkt, destination=destination.wkt)
        line = self._lines[start["street"]]
        if last < 0:
            return _part(line, start["along"], goal["along"])
        back = back[:count]
        first = int(self._arcs["tail"][back[-1]]) if count else last
        leaves_by_end = _is_end(start, first, start["to_end_s"], start["to_start_s"])
        enters_by_end = _is_end(goal, last, goal["from_end_s"], goal["from_start_s"])
        return _joined(
            [
                _part(line, start["along"], float(leaves_by_end)),
                *self._lines[back[::-1]],
                _part(self._lines[goal["street"]], float(enters_by_end), goal["along"]),
            ]
        )

    def _room(self) -> tuple[NDArray[Any], tuple[NDArray[Any], NDArray[Any]]]:
        """Return room for one search: what is reached, and the heap."""
        pushes = len(self._arcs) + 2
        return np.empty(len(self._starts) - 1, REACHED), (np.empty(pushes), np.empty(pushes, np.int64))

    def _positions(self, places: Sequence[Point]) -> tuple[NDArray[Any], NDArray[np.bool_]]:
        """Return where the places lie on the streets (``POSITION``), and which of them do."""
        positions = np.zeros(len(places), POSITION)
        known = np.zeros(len(places), bool)
        points = np.array(places, dtype=object)
        at, street = self._tree.query_nearest(points, max_distance=self._reach_m, all_matches=False)
        if not len(at):
            return positions, known
        known[at] = True
        forward = self._streets[street]
        backward = self._opposite[street]
        along = shapely.line_locate_point(self._lines[forward], points[at], normalized=True)
        arcs = self._arcs[forward]
        back_s = np.where(backward >= 0, self._arcs["seconds"][backward], np.inf)
        found = positions[at]
        found["street"], found["start"], found["end"] = forward, arcs["tail"], arcs["head"]
        found["along"] = along
        found["to_end_s"], found["from_start_s"] = (1 - along) * arcs["seconds"], along * arcs["seconds"]
        # whoever is at the very end of a street is at the junction, even where the street is one-way
        found["to_start_s"] = np.multiply(along, back_s, where=along > 0, out=np.zeros_like(along))
        found["from_end_s"] = np.multiply(1 - along, back_s, where=along < 1, out=np.zeros_like(along))
        found["to_end_m"], found["to_start_m"] = (1 - along) * arcs["metres"], along * arcs["metres"]
        positions[at] = found
        return positions, known


def _streets(edges: Sequence[tuple[int, int, dict[str, Any]]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the arc of each street, and the arc that drives it the other way (-1: one-way)."""
    against = {
        (v, u, data["osmid"], data["length"]): number
        for number, (u, v, data) in enumerate(edges)
        if data["reversed"]
    }
    forward = [number for number, (_, _, data) in enumerate(edges) if not data["reversed"]]
    opposite = [
        against.get((u, v, data["osmid"], data["length"]), -1)
        for u, v, data in (edges[number] for number in forward)
    ]
    return np.array(forward, np.int64), np.array(opposite, np.int64)


def _apart(seconds: NDArray[Any]) -> NDArray[np.int64]:
    """Return the places that are outside the largest group that can be driven to and fro."""
    _, group = connected_components(np.isfinite(seconds), directed=True, connection="strong")
    on_street = np.isfinite(seconds.diagonal())
    sizes = np.bincount(group[on_street], minlength=1)
    return np.flatnonzero(~on_street | (group != sizes.argmax()))


def _is_end(position: Any, node: int, by_end_s: float, by_start_s: float) -> bool:
    """Tell by which end of its street a way passes; both may be the same junction."""
    if position["start"] == position["end"]:
        return bool(by_end_s <= by_start_s)
    return bool(node == position["end"])


def _part(line: LineString, start: float, end: float) -> LineString:
    part = substring(line, start, end, normalized=True)
    return LineString([part, part]) if isinstance(part, Point) else part


def _joined(lines: Sequence[LineString]) -> LineString:
    """Return one line through lines that follow each other, without repeating their common points."""
    xy = np.concatenate([shapely.get_coordinates(line) for line in lines])
    moves = np.concatenate(([True], (np.diff(xy, axis=0) != 0).any(axis=1)))
    kept = xy[moves]
    return LineString(kept if len(kept) > 1 else np.repeat(kept, 2, axis=0))
