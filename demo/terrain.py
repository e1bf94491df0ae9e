# SPDX-License-Identifier: GPL-3.0-or-later
"""A plausible smooth ground: it rises from the sea, or else from the west, and rolls a little."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .chance import stream

_SHORE_M = 2.5
_STEEPEST = 0.14
_HIGHEST_M = 220.0
_ROLL_SLOPE = 0.003
_WAVES = 7
_PIECE_M = 400.0


@dataclass(frozen=True, slots=True)
class Terrain:
    """Heights (metres above the sea) at any place; without ``shore`` the ground rises from ``west_m``."""

    shore: shapely.STRtree | None
    west_m: float
    reach_m: float
    relief_m: float
    waves: np.ndarray

    def height_m(self, xy: np.ndarray) -> np.ndarray:
        """Return the height at each place (n x 2)."""
        inland_m = self.inland_m(xy)
        rise = self.relief_m * (1.0 - np.exp(-inland_m / self.reach_m))
        east, north, phase, size_m = self.waves.T
        roll = (size_m * np.sin(xy @ np.vstack((east, north)) + phase)).sum(axis=1)
        # the ground does not roll on the shore
        return _SHORE_M + rise + roll * (1.0 - np.exp(-inland_m / (0.3 * self.reach_m)))

    def inland_m(self, xy: np.ndarray) -> np.ndarray:
        """Return how far each place lies from the shore, or from the west edge."""
        if self.shore is None:
            return np.maximum(xy[:, 0] - self.west_m, 0.0)
        found = self.shore.query_nearest(shapely.points(xy), return_distance=True, all_matches=False)
        return found[1]


def make_terrain(coast: np.ndarray, xy: np.ndarray, *, seed: int) -> Terrain:
    """Return the ground of a town whose streets have the nodes ``xy`` (n x 2, metres)."""
    west_m = float(xy[:, 0].min()) - 100.0
    shore = shapely.STRtree(_short_pieces(coast)) if len(coast) else None
    flat = Terrain(shore, west_m, 1.0, 0.0, np.zeros((1, 4)))
    reach_m = max(float(np.percentile(flat.inland_m(xy), 90)), 200.0)
    span_m = float(np.ptp(xy, axis=0).max())
    relief_m = min(_STEEPEST * reach_m, _HIGHEST_M)
    return Terrain(shore, west_m, reach_m, relief_m, _roll(span_m, seed=seed))


def _roll(span_m: float, *, seed: int) -> np.ndarray:
    """Return waves (east and north wave number, phase, height in m), gentle at every length."""
    rng = stream(seed, "terrain")
    length_m = np.geomspace(max(span_m / 30, 500.0), max(span_m / 3, 1500.0), _WAVES)
    heading = rng.uniform(0, 2 * np.pi, _WAVES)
    number = 2 * np.pi / length_m
    height_m = _ROLL_SLOPE / number
    return np.column_stack(
        (number * np.cos(heading), number * np.sin(heading), rng.uniform(0, 2 * np.pi, _WAVES), height_m)
    )


def _short_pieces(coast: np.ndarray) -> np.ndarray:
    """Return the coast in short pieces, which a spatial index finds fast."""
    return shapely.get_parts(shapely.segmentize(coast, _PIECE_M)) if len(coast) else coast
