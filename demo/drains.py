# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs into the sewers: connections of the premises, and gullies in the street."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .chance import numbered, stream
from .customers import Connections
from .lines import left_of
from .sewer import Sewers

_LONGEST_M = 60.0
_RAIN_CONNECTED_SHARE = 0.3
_FROM_WATER_M = 1.0
_GULLY_SHARE = 0.75
_KERB_M = 2.8


@dataclass(frozen=True, slots=True)
class Drains:
    """Connections of premises, drawn from the building to the sewer; ``sewer`` numbers the sewer's pipes."""

    ids: np.ndarray
    line: np.ndarray
    sewer: np.ndarray
    address: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Gullies:
    """Gullies at the kerb; ``sewer`` numbers the storm sewer's pipes."""

    ids: np.ndarray
    xy: np.ndarray
    sewer: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)


def connect_drains(connections: Connections, sewers: Sewers, *, seed: int) -> Drains:
    """Return the sewer connections of the premises that take water: all of them foul, some of them storm."""
    prefix = "BEU" if sewers.kind == "foul" else "BEP"
    house = np.arange(len(connections))
    if sewers.kind == "storm":
        house = house[stream(seed, "storm connections").random(len(house)) < _RAIN_CONNECTED_SHARE]
    gravity = np.flatnonzero(~sewers.levels.is_pressure)
    wall = shapely.points(_beside(connections.line[house]))
    near, found = shapely.STRtree(sewers.line[gravity]).query_nearest(
        wall, max_distance=_LONGEST_M, all_matches=False
    )
    house, sewer = house[near], gravity[found]
    return Drains(
        ids=numbered(prefix, len(house), least_digits=5),
        line=shapely.shortest_line(wall[near], sewers.line[sewer]),
        sewer=sewer,
        address=connections.address[house],
    )


def _beside(connections: np.ndarray) -> np.ndarray:
    """Return where sewage leaves each house: a step beside the water connection."""
    wall = shapely.get_coordinates(shapely.get_point(connections, -1))
    way = wall - shapely.get_coordinates(shapely.get_point(connections, 0))
    size = np.maximum(np.hypot(*way.T), 0.1)[:, None]
    return wall + _FROM_WATER_M * np.column_stack((-way[:, 1], way[:, 0])) / size


def place_gullies(storm: Sewers, *, seed: int) -> Gullies:
    """Return gullies beside most storm sewers, on either kerb."""
    rng = stream(seed, "gullies")
    sewer = np.flatnonzero((rng.random(len(storm)) < _GULLY_SHARE) & (shapely.length(storm.line) > 8.0))
    line = storm.line[sewer]
    along_m = shapely.length(line) * rng.uniform(0.25, 0.75, len(sewer))
    side = np.where(rng.random(len(sewer)) < 0.5, -_KERB_M, _KERB_M)
    return Gullies(ids=numbered("AV", len(sewer)), xy=left_of(line, along_m, side), sewer=sewer)
