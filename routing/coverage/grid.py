# SPDX-License-Identifier: GPL-3.0-or-later
"""A grid of points over the streets, and the areas in which the times at them lie between two limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

import contourpy
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon

Array = NDArray[Any]

# later than any limit: what nobody reaches is drawn with what is reached too late
_NEVER_S = 1.0e6
# of an area, what is nothing but rounding
_SAME_AREA = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Points ``cell_m`` apart; ``near`` are those (row by row) that lie near enough to a street to count."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    cell_m: float
    near: NDArray[np.int64]

    @property
    def points(self) -> Array:
        """Return the points that count."""
        rows, columns = np.divmod(self.near, len(self.x))
        return np.asarray(shapely.points(self.x[columns], self.y[rows]))

    def area(self, seconds: Array, from_s: float, until_s: float) -> MultiPolygon:
        """Return where the times, one for each point that counts, are at least ``from_s``, below ``until_s``.

        Exact at the points; between four neighbours that all count, times change evenly (marching squares,
        Lorensen and Cline 1987). An infinite ``until_s`` takes in what is never reached.
        """
        values = np.full(len(self.x) * len(self.y), np.nan)
        values[self.near] = np.minimum(seconds, _NEVER_S)
        # contourpy leaves out what is not a number
        z = values.reshape(len(self.y), len(self.x))
        drawn = contourpy.contour_generator(
            self.x, self.y, z, name="serial", fill_type=contourpy.FillType.OuterOffset
        )
        # nothing is sooner than at once: the lower limit of 0 is below all times
        found = drawn.filled(from_s if from_s > 0 else -1.0, min(until_s, 2 * _NEVER_S))
        return _polygons(*cast("tuple[list[Array], list[Array]]", found))


def _polygons(points: list[Array], offsets: list[Array]) -> MultiPolygon:
    shapes = []
    for xy, starts in zip(points, offsets, strict=True):
        rings = [xy[a:b] for a, b in pairwise(starts.tolist()) if b - a > 3]
        if rings:
            shapes.append(shapely.Polygon(rings[0], rings[1:]))
    made = np.array(shapes, dtype=object)
    # mending takes most of the time: only where a ring touches itself; it may leave lines behind
    broken = ~shapely.is_valid(made)
    parts = shapely.get_parts(shapely.get_parts(_mended(made[broken]))).tolist()
    mended = [part for part in parts if part.geom_type == "Polygon" and part.area]
    return MultiPolygon([*made[~broken].tolist(), *mended])


def _mended(broken: Array) -> Array:
    """Return polygons whose rings touch themselves as valid shapes of the same area.

    A buffer of nothing takes a quarter of the time of ``make_valid``, which is left what loses or gains area
    by it, as a ring that crosses itself would.
    """
    found = np.asarray(shapely.buffer(broken, 0.0))
    areas = np.asarray(shapely.area(broken))
    off = np.abs(np.asarray(shapely.area(found)) - areas) > _SAME_AREA * areas
    found[off] = shapely.make_valid(broken[off])
    return found


def grid_over(
    lines: Array, bounds: Sequence[float], *, finest_m: float, most: int, off_road_m: float
) -> Grid:
    """Return the points over some bounds that lie at most ``off_road_m`` from a line (no lines: all points).

    They are ``finest_m`` apart, or farther so that there are at most ``most``. ``off_road_m`` counts as at
    least the diagonal of a cell: so every street lies in cells of which all corners count.
    """
    west, south, east, north = bounds
    width, height = east - west, north - south
    cell_m = max(finest_m, float(np.sqrt(max(width, 1.0) * max(height, 1.0) / most)))
    x = west + cell_m * (np.arange(int(np.ceil(width / cell_m)) + 3) - 1)
    y = south + cell_m * (np.arange(int(np.ceil(height / cell_m)) + 3) - 1)
    if not len(lines):
        return Grid(x, y, cell_m, np.arange(len(x) * len(y)))
    points = shapely.points(np.tile(x, len(y)), np.repeat(y, len(x)))
    within_m = max(off_road_m, cell_m * float(np.sqrt(2)))
    near, _ = shapely.STRtree(lines).query_nearest(points, max_distance=within_m, all_matches=False)
    return Grid(x, y, cell_m, np.sort(near))
