# SPDX-License-Identifier: GPL-3.0-or-later
"""The times in which everybody who may come reaches everything, each place from which one sets off once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import Point

from ...routing.travel import TravelModel
from ..roads.day_roads import DayRoads

Array = NDArray[Any]

# with which vehicle, from where
Start = tuple[str, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Reached:
    """``seconds`` from each start to each goal; ``row`` tells the line of a start."""

    row: Mapping[Start, int]
    seconds: NDArray[np.float32]

    def rows(self, starts: Iterable[Start]) -> NDArray[np.float32]:
        """Return the times of some starts, a line for each."""
        found: NDArray[np.float32] = self.seconds[[self.row[start] for start in starts]]
        return found


def reach_all(roads: DayRoads, starts: Iterable[Start], goals: Array) -> Reached:
    """Return the times from all starts to all goals, by the roads of each vehicle."""
    unique = sorted(set(starts))
    seconds = np.full((len(unique), len(goals)), np.inf, np.float32)
    for vehicle in sorted({start[0] for start in unique}):
        own = [number for number, start in enumerate(unique) if start[0] == vehicle]
        seconds[own] = _from(roads.of(vehicle), [unique[number] for number in own], goals)
    return Reached({start: number for number, start in enumerate(unique)}, seconds)


def _from(travel: TravelModel, starts: Sequence[Start], goals: Array) -> NDArray[np.float32]:
    return travel.reach([Point(x, y) for _, x, y in starts], goals)
