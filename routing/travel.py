# SPDX-License-Identifier: GPL-3.0-or-later
"""Travel between places: the matrix that the tour problem reads, and as the crow flies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point

from ..core.messages import Message


@dataclass(frozen=True, slots=True, eq=False)
class TravelMatrix:
    """Fastest ways between places, from the row to the column.

    ``seconds`` and ``metres`` are int32, n x n; the metres are those of the fastest way. ``unreachable``
    names the places from which, or to which, one cannot drive: their rows and columns hold -1; ``why``
    tells the reason of each.
    """

    seconds: NDArray[np.int32]
    metres: NDArray[np.int32]
    unreachable: tuple[int, ...] = ()
    why: tuple[Message, ...] = ()

    def __post_init__(self) -> None:
        self.seconds.setflags(write=False)
        self.metres.setflags(write=False)

    @property
    def size(self) -> int:
        """Return the number of places."""
        return len(self.seconds)


class TravelModel(Protocol):
    """How one gets from place to place; points are in the metric CRS of the model."""

    def matrix(self, places: Sequence[Point]) -> TravelMatrix:
        """Return times and distances between all the places."""

    def path(self, origin: Point, destination: Point) -> LineString:
        """Return the line of the fastest way."""

    def reach(self, origins: Sequence[Point], goals: NDArray[Any]) -> NDArray[np.float32]:
        """Return the seconds from each origin to many goals (points), infinite where no way leads."""


@dataclass(frozen=True, slots=True)
class StraightLine:
    """As the crow flies, lengthened by ``factor``, at one speed."""

    factor: float = 1.3
    speed_kmh: float = 30.0

    def matrix(self, places: Sequence[Point]) -> TravelMatrix:
        """Return times and distances between all the places."""
        xy = np.array([(place.x, place.y) for place in places]).reshape(-1, 2)
        metres = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1)) * self.factor
        return TravelMatrix(_whole(metres * 3.6 / self.speed_kmh), _whole(metres))

    def path(self, origin: Point, destination: Point) -> LineString:
        """Return the segment between the two places."""
        return LineString([origin, destination])

    def reach(self, origins: Sequence[Point], goals: NDArray[Any]) -> NDArray[np.float32]:
        """Return the seconds from each origin to many goals (points)."""
        start, end = (shapely.get_coordinates(np.array(places, object)) for places in (origins, goals))
        metres = np.hypot(*(start[:, None] - end[None]).transpose(2, 0, 1)) * self.factor
        seconds: NDArray[np.float32] = (metres * 3.6 / self.speed_kmh).astype(np.float32)
        return seconds


def _whole(values: NDArray[Any]) -> NDArray[np.int32]:
    whole: NDArray[np.int32] = np.rint(values).astype(np.int32)
    return whole
