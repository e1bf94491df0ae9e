# SPDX-License-Identifier: GPL-3.0-or-later
"""Streets that are closed for some days: roadworks, markets, floods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .street_arrays import Streets

# how far from a street its closure may be drawn
_TOLERANCE_M = 8.0
_MOST = 0.5
_INSIDE_M = 1.0


@dataclass(frozen=True, slots=True)
class Closure:
    """What is closed from the first day to the last, both included: an OSM way, or what is drawn in metres.

    A drawn area closes the streets that it holds or cuts; a drawn line those that it follows or crosses away
    from their ends, and short ones that it follows for most of their length. ``last_day`` None: until further
    notice.
    """

    first_day: date
    last_day: date | None = None
    way: int | None = None
    drawn: BaseGeometry | None = None
    reason: str = ""

    def holds_on(self, day: date) -> bool:
        """Tell whether the closure is in force on a day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


def closed_streets(streets: Streets, closures: Sequence[Closure], day: date) -> NDArray[np.bool_]:
    """Return which streets are closed on a day, each as a whole, from junction to junction.

    Linear in the streets for closures by way; drawn ones look only at the streets around them.
    """
    closed = np.zeros(len(streets), bool)
    for closure in closures:
        if not closure.holds_on(day):
            continue
        if closure.way is not None:
            closed[streets_of_way(streets, closure.way)] = True
        if closure.drawn is not None and not closure.drawn.is_empty:
            closed[_drawn(streets, closure.drawn)] = True
    return closed


def streets_of_way(streets: Streets, way: int) -> NDArray[np.int64]:
    """Return the streets that an OSM way is a part of."""
    word = str(way)
    return np.array([row for row, ways in enumerate(streets.ways) if word in ways.split(";")], np.int64)


def _drawn(streets: Streets, drawn: BaseGeometry) -> NDArray[np.int64]:
    lines = streets.lines()
    is_area = drawn.area > 0
    zone = drawn if is_area else drawn.buffer(_TOLERANCE_M)
    near = shapely.STRtree(lines).query(zone, predicate="intersects")
    inside = shapely.intersection(lines[near], zone)
    if is_area:
        return np.asarray(near[shapely.length(inside) > _INSIDE_M])
    most = shapely.length(inside) >= _MOST * shapely.length(lines[near])
    # a line along one street also touches the ends of those that it passes
    ends = shapely.multipoints(
        np.column_stack([shapely.get_point(lines[near], 0), shapely.get_point(lines[near], -1)])
    )
    away = shapely.difference(inside, shapely.buffer(ends, 1.5 * _TOLERANCE_M))
    return np.asarray(near[most | (shapely.length(away) > _INSIDE_M)])
