# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of ways along streets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import LineString
from shapely.ops import substring

from .hierarchy import Way
from .road_positions import Positions
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
        sides = self._arcs.side[way.arcs].tolist()
        return _line(
            [
                self._part(int(start.street[0]), float(start.along[0]), leaves_by),
                *(self._side(side) for side in sides),
                self._part(int(goal.street[0]), float(enters_by_end), float(goal.along[0])),
            ]
        )

    def _side(self, side: int) -> Array:
        offsets = self._streets.offsets
        xy: Array = self._streets.xy[offsets[side // 2] : offsets[side // 2 + 1]]
        return xy[::-1] if side % 2 else xy

    def _part(self, street: int, start: float, end: float) -> Array:
        part = substring(LineString(self._side(2 * street)), start, end, normalized=True)
        return np.array(part.coords)


def _line(parts: Sequence[Array]) -> LineString:
    """Return one line through parts that follow each other, without repeating their common points."""
    xy = np.concatenate(parts)
    moves = np.concatenate(([True], (np.diff(xy, axis=0) != 0).any(axis=1)))
    kept = xy[moves]
    return LineString(kept if len(kept) > 1 else np.repeat(kept, 2, axis=0))
