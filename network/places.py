# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things lie on lines: which line, how far along it, how far off."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry import Point

from ..core.errors import InputError
from .arrays import Bools, Floats, Ints, Objects, as_ints


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


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Lines and their spatial index."""

    geometry: Objects
    length_m: Floats
    tree: STRtree

    @staticmethod
    def of(geometry: Objects) -> LineIndex:
        """Index lines, in O(n log n)."""
        return LineIndex(geometry, shapely.length(geometry), STRtree(geometry))

    def nearest(self, points: Objects, *, within_m: float) -> Places:
        """Return the nearest line of every point, in O(log n) a point."""
        size = len(points)
        line, distance_m, position_m = as_ints(np.full(size, -1)), np.full(size, np.inf), np.zeros(size)
        if size and len(self.geometry) and within_m > 0:
            (asked, hit), gap_m = self.tree.query_nearest(
                points, max_distance=within_m, return_distance=True, all_matches=False
            )
            line[asked], distance_m[asked] = hit, gap_m
            along = shapely.get_dimensions(self.geometry[hit]) == 1
            lines, beside = self.geometry[hit[along]], points[asked[along]]
            position_m[asked[along]] = shapely.line_locate_point(lines, beside)
        return Places(line, position_m, distance_m)

    def locate(self, point: Point, *, within_m: float) -> tuple[int, float]:
        """Return the nearest line of one point and the position along it.

        An ``InputError`` says how far the nearest line is when none is within reach.
        """
        places = self.nearest(np.array([point], dtype=object), within_m=within_m)
        if places.found[0]:
            return int(places.line[0]), float(places.position_m[0])
        if not len(self.geometry):
            raise InputError("network.no_pipe")
        nearest_m = float(shapely.distance(point, self.geometry[self.tree.nearest(point)]))
        raise InputError("network.point_far", search_m=f"{within_m:g}", nearest_m=f"{nearest_m:.1f}")
