# SPDX-License-Identifier: GPL-3.0-or-later
"""Exact travel times, distances and lines along a road graph."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components
from shapely.geometry import LineString, Point

from ...core.errors import InputError
from ...core.messages import Message
from ..travel import TravelMatrix
from .graph import RoadGraph
from .hierarchy import Accesses, Hierarchy, Way, WayRoom, build_hierarchy
from .known_ways import KnownWays, Spot
from .road_lines import RoadLines
from .road_positions import Position, Positions, StreetMap
from .road_table import RoadTable
from .street_arrays import Streets, Vehicle, street_arrays
from .turns import RoadArcs, road_arcs

Array = NDArray[Any]

# origins of which the ways to many goals are held at once
_AT_ONCE = 8
# places whose positions are remembered
_MOST_KNOWN = 20_000
# new places are searched apart from the known ones up to this share of all: each takes part twice then
_FEW = 0.25
_PARTS = {"streets": Streets, "arcs": RoadArcs, "hierarchy": Hierarchy}


class RoadTravel:
    """Fastest ways of one kind of vehicle on projected roads (see ``read_roads``, ``project_roads``).

    Each place stands for the nearest point of the nearest street; one may set off and arrive there in every
    direction that is open. Where that street cannot be driven to and from the rest, the place stands for the
    nearest one that can, if it is at most ``walk_m`` farther. Places farther than ``reach_m`` from any street
    are unreachable.

    Building takes a few seconds for a region, a matrix one search of some hundred nodes for each place.
    """

    # the model without some streets that was asked for last, by what it leaves out
    _kept: tuple[bytes, RoadTravel] | None

    def __init__(
        self,
        roads: RoadTable | RoadGraph,
        *,
        vehicle: Vehicle = "van",
        reach_m: float = 1_000.0,
        walk_m: float = 0.0,
    ) -> None:
        self._build(street_arrays(roads, vehicle), reach_m, walk_m)

    @classmethod
    def from_arrays(
        cls, arrays: Mapping[str, Array], *, reach_m: float = 1_000.0, walk_m: float = 0.0
    ) -> RoadTravel:
        """Return the travel model that ``arrays`` gave, without building it again."""
        values: dict[str, dict[str, Array]] = {part: {} for part in _PARTS}
        for name, array in arrays.items():
            part, _, field = name.partition(".")
            values[part][field] = array
        parts: dict[str, Any] = {part: kind(**values[part]) for part, kind in _PARTS.items()}
        travel = cls.__new__(cls)
        travel._set(parts["streets"], parts["arcs"], parts["hierarchy"], reach_m, walk_m)
        return travel

    def without(self, closed: NDArray[np.bool_]) -> RoadTravel:
        """Return the same model without some of ``streets``: nobody drives there and nobody stops there.

        The last one is kept, for a day's closures are the same each time that its tours are looked at.
        """
        key = closed.tobytes()
        # read once: another thread may keep the streets of another day meanwhile
        kept = self._kept
        if kept is not None and kept[0] == key:
            return kept[1]
        travel = RoadTravel.__new__(RoadTravel)
        travel._build(self.streets.without(closed), self._reach_m, self._walk_m, like=self)
        self._kept = key, travel
        return travel

    def arrays(self) -> dict[str, Array]:
        """Return all that the model is made of: arrays of numbers, and of texts for names."""
        parts: dict[str, Any] = {"streets": self.streets, "arcs": self.arcs, "hierarchy": self._hierarchy}
        return {
            f"{name}.{field.name}": getattr(part, field.name)
            for name, part in parts.items()
            for field in fields(part)
        }

    def _build(
        self, streets: Streets, reach_m: float, walk_m: float, *, like: RoadTravel | None = None
    ) -> None:
        """Build the model; ``like`` has the same junctions, and tells which of them matter most."""
        arcs = road_arcs(streets)
        seconds, metres = streets.side_seconds[arcs.side], streets.metres[arcs.side // 2]
        # the copies of a junction are as important as it
        order = None if like is None else np.argsort(like._hierarchy.rank[arcs.junction], kind="stable")
        hierarchy = build_hierarchy(len(arcs.junction), arcs.tail, arcs.head, seconds, metres, order=order)
        self._set(streets, arcs, hierarchy, reach_m, walk_m)

    def _set(
        self, streets: Streets, arcs: RoadArcs, hierarchy: Hierarchy, reach_m: float, walk_m: float
    ) -> None:
        self.streets, self.arcs, self._hierarchy = streets, arcs, hierarchy
        self._map = StreetMap(streets, arcs)
        self._lines = RoadLines(streets, arcs)
        self._reach_m, self._walk_m = reach_m, walk_m
        self._rooms: list[WayRoom] = []
        self._known: dict[Spot, Position] = {}
        self._told = KnownWays()
        self._kept = None

    def matrix(self, places: Sequence[Point]) -> TravelMatrix:
        """Return times and distances between all the places, rounded to whole seconds and metres.

        What the matrix before told is not searched again: a few new places among known ones take two
        searches for each place, the same places none.
        """
        spots = _spots(places)
        positions = self._positions(places, spots)
        seconds = np.full((len(places), len(places)), np.inf)
        metres = np.zeros_like(seconds)
        told = self._told.fill(spots, seconds, metres)
        at = positions.known
        new = np.setdiff1d(at, told, assume_unique=True)
        searched = [(new, at), (at, new)] if len(new) <= len(at) * _FEW else [(at, at)]
        for rows, columns in searched if len(new) else ():
            found = self._table(positions.at(rows), positions.at(columns))
            seconds[np.ix_(rows, columns)], metres[np.ix_(rows, columns)] = found
        matrix = self._finished(positions, seconds, metres)
        self._told = KnownWays(spots, matrix)
        return matrix

    def path(self, origin: Point, destination: Point) -> LineString:
        """Return the line of the fastest way, from the street of the one to the street of the other.

        Raises ``InputError`` when there is no way.
        """
        positions = self._positions([origin, destination])
        if len(positions.known) == 2:
            start, goal = (positions.at(np.array([place])) for place in (0, 1))
            arriving, ends = self._map.arriving(goal)
            way = self._way(self._map.leaving(start), arriving)
            direct_s, _ = self._along_street(start, goal)
            if np.isfinite(direct_s[0, 0]) and (way is None or direct_s[0, 0] <= way.seconds):
                return self._lines.along(start, goal)
            if way is not None:
                return self._lines.of(way, start, goal, enters_by_end=bool(ends[way.goal_access]))
        raise InputError("roads.no_way", origin=origin.wkt, destination=destination.wkt)

    def reach(self, origins: Sequence[Point], goals: NDArray[Any]) -> NDArray[np.float32]:
        """Return the seconds from each origin to many goals (points), infinite where no way leads.

        The times of ``matrix`` before they are rounded, but for one thing: a goal need not be one from which
        there is a way back. One pass over all roads for each origin, however many goals there are.
        """
        starts = self._positions(origins)
        ends = self._map.positions(np.asarray(goals), reach_m=self._reach_m, walk_m=self._walk_m)
        seconds = np.full((len(starts), len(ends)), np.inf, np.float32)
        arriving: Accesses = self._map.arriving(ends.at(ends.known))[0]
        for first in range(0, len(starts.known), _AT_ONCE):
            rows = starts.known[first : first + _AT_ONCE]
            some = starts.at(rows)
            found = self._hierarchy.table(self._map.leaving(some), arriving)[0]
            direct = self._along_street(some, ends.at(ends.known))[0]
            seconds[np.ix_(rows, ends.known)] = np.minimum(found, direct)
        return seconds

    def _positions(self, places: Sequence[Point], spots: Sequence[Spot] | None = None) -> Positions:
        """Return where places lie; what was looked up before is remembered."""
        points, keys = np.array(places, dtype=object), spots or _spots(places)
        # threads may be at work here: what one of them looks at is never emptied
        known = self._known if len(self._known) < _MOST_KNOWN else {}
        self._known = known
        new = [row for row, key in enumerate(keys) if key not in known]
        if new:
            found = self._map.positions(points[new], reach_m=self._reach_m, walk_m=self._walk_m)
            known.update(zip([keys[row] for row in new], found, strict=True))
        return Positions.of([known[key] for key in keys])

    def _way(self, leaving: Accesses, arriving: Accesses) -> Way | None:
        try:
            room = self._rooms.pop()
        except IndexError:
            # other threads hold all there are
            room = WayRoom(self._hierarchy)
        way = self._hierarchy.way(leaving, arriving, room=room)
        self._rooms.append(room)
        return way

    def _table(self, origins: Positions, goals: Positions) -> tuple[Array, Array]:
        leaving: Accesses = self._map.leaving(origins)
        seconds, metres = self._hierarchy.table(leaving, self._map.arriving(goals)[0])
        direct_s, direct_m = self._along_street(origins, goals)
        sooner = direct_s <= seconds
        return np.where(sooner, direct_s, seconds), np.where(sooner, direct_m, metres)

    def _along_street(self, origins: Positions, goals: Positions) -> tuple[Array, Array]:
        """Return seconds and metres between places on one street, along it; infinite where it is closed."""
        seconds = np.full((len(origins), len(goals)), np.inf)
        metres = np.zeros_like(seconds)
        rows, columns = np.nonzero(origins.street[:, None] == goals.street[None])
        street, moved = origins.street[rows], goals.along[columns] - origins.along[rows]
        whole_s = self.streets.seconds[street, (moved < 0).astype(int)]
        seconds[rows, columns] = np.where(moved == 0, 0.0, np.abs(moved) * whole_s)
        metres[rows, columns] = np.abs(moved) * self.streets.metres[street]
        return seconds, metres

    def _finished(self, positions: Positions, seconds: Array, metres: Array) -> TravelMatrix:
        lost = _apart(seconds)
        for values in (seconds, metres):
            values[lost, :] = values[:, lost] = -1
        return TravelMatrix(
            np.rint(seconds).astype(np.int32),
            np.rint(metres).astype(np.int32),
            tuple(lost.tolist()),
            tuple(self._why(positions, place) for place in lost.tolist()),
        )

    def _why(self, positions: Positions, place: int) -> Message:
        street = positions.street[place]
        if street < 0 and np.isinf(positions.distance_m[place]):
            return Message("roads.all_closed")
        if street < 0:
            return Message("roads.too_far", {"distance": round(float(positions.distance_m[place]))})
        return Message("roads.cut_off", {"street": self.streets.name[street]})


def _spots(places: Sequence[Point]) -> list[Spot]:
    points = np.array(places, dtype=object)
    return list(zip(shapely.get_x(points).tolist(), shapely.get_y(points).tolist(), strict=True))


def _apart(seconds: NDArray[Any]) -> NDArray[np.int64]:
    """Return the places that are outside the largest group that can be driven to and fro."""
    if np.isfinite(seconds).all():
        return np.empty(0, np.int64)
    _, group = connected_components(np.isfinite(seconds), directed=True, connection="strong")
    on_street = np.isfinite(seconds.diagonal())
    sizes = np.bincount(group[on_street], minlength=1)
    kept = np.flatnonzero(on_street & (group == sizes.argmax()))
    # a way to a place and one on from there need not make one: a turn between them may be forbidden
    while len(kept):
        missing = np.isinf(seconds[np.ix_(kept, kept)])
        missing_ways = missing.sum(axis=0) + missing.sum(axis=1)
        if not missing_ways.any():
            break
        kept = np.delete(kept, missing_ways.argmax())
    return np.setdiff1d(np.arange(len(seconds)), kept)


@cache
def code_digest() -> str:
    """Return a short digest of the code and the rules of roads: what was built by others is built again."""
    root = Path(__file__).resolve().parents[2]
    files = [*sorted((root / "routing" / "roads").glob("*.py")), root / "resources" / "rules" / "roads.yaml"]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
