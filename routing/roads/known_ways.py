# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways that a travel model found last: a day is asked for again and again, a place more or less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..travel import TravelMatrix

Spot = tuple[float, float]


def _no_ways() -> TravelMatrix:
    return TravelMatrix(np.zeros((0, 0), np.int32), np.zeros((0, 0), np.int32))


@dataclass(frozen=True, slots=True)
class KnownWays:
    """A matrix by the coordinates of its places."""

    spots: Sequence[Spot] = ()
    matrix: TravelMatrix = field(default_factory=_no_ways)

    def fill(self, spots: Sequence[Spot], seconds: NDArray[Any], metres: NDArray[Any]) -> NDArray[np.int64]:
        """Write the ways between those of some places that are known, and return these places.

        None is known where a place of the matrix stood apart: it may belong to the rest now.
        """
        if self.matrix.unreachable:
            return np.empty(0, np.int64)
        row_of = {spot: row for row, spot in enumerate(self.spots)}
        rows = np.array([row_of.get(spot, -1) for spot in spots], np.int64)
        places = np.flatnonzero(rows >= 0)
        between, known = np.ix_(places, places), np.ix_(rows[places], rows[places])
        seconds[between], metres[between] = self.matrix.seconds[known], self.matrix.metres[known]
        return places
