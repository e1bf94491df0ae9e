# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things lie on lines: which line, how far along it, how far off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry import Point

from ...core.cores import shared
from ...core.errors import InputError
from .arrays import Bools, Floats, Ints, Objects, as_ints, first_of_each

# Up to this distance, measuring every line in reach of a point is faster than searching outwards from it.
_FEW_CANDIDATES_M = 5.0
_BLOCK_M = 500.0
_WORTH_A_THREAD = 20_000


@dataclass(frozen=True, slots=True)
class Places:
    """For every point asked: the line (-1 for none in reach), the position along it, the distance to it."""

    line: Ints
    position_m: Floats
    distance_m: Floats

    @property
    def found(self) -> Bools:
        """Tell which points have a line in reach."""
        return self.line >= 0

    def take(self, which: Bools) -> Places:
        """Return the places of some of the points."""
        return Places(self.line[which], self.position_m[which], self.distance_m[which])


@dataclass(frozen=True)
class LineIndex:
    """Lines and their spatial index, which is made at the first question."""

    geometry: Objects
    length_m: Floats

    @staticmethod
    def of(geometry: Objects) -> LineIndex:
        """Take lines with their lengths."""
        return LineIndex(geometry, shapely.length(geometry))

    @cached_property
    def tree(self) -> STRtree:
        """Return the spatial index of the lines, in O(n log n) the first time."""
        return STRtree(self.geometry)

    def nearest(self, points: Objects, *, within_m: float) -> Places:
        """Return the nearest line of every point, in O(log n) a point."""
        size = len(points)
        line, distance_m, position_m = as_ints(np.full(size, -1)), np.full(size, np.inf), np.zeros(size)
        if size and len(self.geometry) and within_m > 0:
            asked, hit, gap_m = self._nearest(points, within_m)
            line[asked], distance_m[asked] = hit, gap_m
            along = shapely.get_dimensions(self.geometry[hit]) == 1
            lines, beside = self.geometry[hit[along]], points[asked[along]]
            position_m[asked[along]] = shapely.line_locate_point(lines, beside)
        return Places(line, position_m, distance_m)

    def beside(self, line: int, point: Point) -> Point:
        """Return the point of one line that is nearest to another point."""
        drawn = self.geometry[line]
        return Point(shapely.line_interpolate_point(drawn, shapely.line_locate_point(drawn, point)))

    def within(self, points: Objects, *, reach_m: float) -> tuple[Ints, Ints]:
        """Return the pairs of a point and a line in its reach, by point; several threads share the points."""

        def found_by(rows: Ints) -> tuple[Ints, Ints]:
            asked, hit = self.tree.query(points[rows], predicate="dwithin", distance=reach_m)
            return rows[asked], as_ints(hit)

        asked, hit = zip(*shared(len(points), found_by, few=_WORTH_A_THREAD), strict=True)
        return np.concatenate(asked), np.concatenate(hit)

    def how_far(self, point: Point) -> tuple[int, float] | None:
        """Return the nearest line of one point, however far, and its distance; None when there is none."""
        if not len(self.geometry):
            return None
        line = int(self.tree.nearest(point))
        return line, float(shapely.distance(point, self.geometry[line]))

    def _nearest(self, points: Objects, within_m: float) -> tuple[Ints, Ints, Floats]:
        """Return the points with a line in reach, that line, and how far it is; of equals the first line."""
        if within_m > _FEW_CANDIDATES_M:
            (asked, hit), gap_m = self.tree.query_nearest(
                points, max_distance=within_m, return_distance=True, all_matches=False
            )
            return as_ints(asked), as_ints(hit), np.asarray(gap_m)
        tour = _by_neighbourhood(points)
        asked, hit = self.within(points[tour], reach_m=within_m)
        asked = tour[asked]
        gap_m = np.asarray(shapely.distance(points[asked], self.geometry[hit]))
        order = first_of_each(asked, hit, gap_m)
        return as_ints(asked[order]), as_ints(hit[order]), gap_m[order]

    def locate(self, point: Point, *, within_m: float) -> tuple[int, float]:
        """Return the nearest line of one point and the position along it.

        An ``InputError`` says how far the nearest line is when none is within reach.
        """
        places = self.nearest(np.array([point], dtype=object), within_m=within_m)
        if places.found[0]:
            return int(places.line[0]), float(places.position_m[0])
        nearest = self.how_far(point)
        if nearest is None:
            raise InputError("network.no_pipe")
        raise InputError("network.point_far", search_m=f"{within_m:g}", nearest_m=f"{nearest[1]:.1f}")


def _by_neighbourhood(points: Objects) -> Ints:
    """Return an order of points in which neighbours follow each other: lines just met are at hand again."""
    block = np.floor(shapely.get_coordinates(points) / _BLOCK_M)
    return as_ints(np.lexsort((block[:, 1], block[:, 0])))
