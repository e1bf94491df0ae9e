# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of ways along streets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import LineString

from .hierarchy import Way
from .road_positions import Positions
from .road_table import span_rows
from .street_arrays import Streets
from .turns import RoadArcs

Array = NDArray[Any]


class RoadLines:
    """Draws ways on the streets; every line is in the order of travel."""

    def __init__(self, streets: Streets, arcs: RoadArcs) -> None:
        self._streets, self._arcs = streets, arcs

    def along(self, start: Positions, goal: Positions) -> LineString:
        """Return the part of one street between two places on it."""
        return _line([self._part(int(start.street[0]), float(start.along[0]), float(goal.along[0]))])

    def of(self, way: Way, start: Positions, goal: Positions, *, enters_by_end: bool) -> LineString:
        """Return the line of a way between two places; its first access is that of ``StreetMap.leaving``."""
        leaves_by = 1.0 - way.origin_access
        return _line(
            [
                self._part(int(start.street[0]), float(start.along[0]), leaves_by),
                self._sides(self._arcs.side[way.arcs]),
                self._part(int(goal.street[0]), float(enters_by_end), float(goal.along[0])),
            ]
        )

    def _sides(self, side: Array) -> Array:
        """Return the points of whole sides one after the other."""
        begins, ends = self._streets.offsets[side // 2], self._streets.offsets[side // 2 + 1]
        xy: Array = self._streets.xy[span_rows(begins, ends - begins, side % 2 == 1)]
        return xy

    def _part(self, street: int, start: float, end: float) -> Array:
        """Return the points of a part of a street, from a share of its length to another."""
        offsets = self._streets.offsets
        xy = self._streets.xy[offsets[street] : offsets[street + 1]]
        run_m = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))))
        cuts_m = np.array([min(start, end), max(start, end)]) * run_m[-1]
        ends = np.column_stack([np.interp(cuts_m, run_m, axis) for axis in xy.T])
        part = np.concatenate((ends[:1], xy[(run_m > cuts_m[0]) & (run_m < cuts_m[1])], ends[1:]))
        in_order: Array = part[::-1] if start > end else part
        return in_order


def _line(parts: Sequence[Array]) -> LineString:
    """Return one line through parts that follow each other, without repeating their common points."""
    xy = np.concatenate(parts)
    moves = np.concatenate(([True], (np.diff(xy, axis=0) != 0).any(axis=1)))
    kept = xy[moves]
    return LineString(kept if len(kept) > 1 else np.repeat(kept, 2, axis=0))
