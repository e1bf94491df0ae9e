# SPDX-License-Identifier: GPL-3.0-or-later
"""Fire hydrants beside the mains."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .chance import numbered, stream
from .lines import left_of, points_at, spread
from .water import Mains, Makeup

# candidates along the walk, then none nearer to another than the least distance: one for some 170 m of mains
_SPACING_M = (60.0, 80.0)
_APART_M = 62.0
_LEAST_BORE_MM = 100
_FROM_MAIN_M = 1.1
_FROM_JUNCTION_M = 9.0
_PILLAR_SHARE = 0.75
_OUT_OF_ORDER_SHARE = 0.02
_STRIP_M = 250.0


@dataclass(frozen=True, slots=True)
class Hydrants:
    """Hydrants: ``pillar`` (poteau) or set in the ground (bouche); ``main`` feeds it."""

    ids: np.ndarray
    main: np.ndarray
    xy: np.ndarray
    is_pillar: np.ndarray
    is_available: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)


def place_hydrants(mains: Mains, makeup: Makeup, *, seed: int) -> Hydrants:
    """Return a hydrant for every 150-200 m of the mains that can feed one."""
    rng = stream(seed, "hydrants")
    able = _walk(mains, np.flatnonzero(makeup.bore_mm[: mains.sections] >= _LEAST_BORE_MM))
    run_m = np.concatenate(([0.0], np.cumsum(mains.length_m[able])))
    marks_m = np.cumsum(rng.uniform(*_SPACING_M, int(run_m[-1] / _SPACING_M[0]) + 1))
    marks_m = marks_m[marks_m < run_m[-1]]
    place = np.searchsorted(run_m, marks_m, side="right") - 1
    main, length_m = able[place], mains.length_m[able[place]]
    # not at a crossroads, where another main would be nearer
    from_end_m = np.minimum(_FROM_JUNCTION_M, length_m / 2)
    along_m = np.clip(marks_m - run_m[place], from_end_m, length_m - from_end_m)
    kept = spread(points_at(mains.line[main], along_m), _APART_M)
    main, along_m, count = main[kept], along_m[kept], len(kept)
    return Hydrants(
        ids=numbered("PI", count, least_digits=3),
        main=main,
        xy=left_of(mains.line[main], along_m, np.where(rng.random(count) < 0.5, -_FROM_MAIN_M, _FROM_MAIN_M)),
        is_pillar=rng.random(count) < _PILLAR_SHARE,
        is_available=rng.random(count) >= _OUT_OF_ORDER_SHARE,
    )


def _walk(mains: Mains, chosen: np.ndarray) -> np.ndarray:
    """Return the mains in the order of a walk up and down the town, strip by strip."""
    middle = shapely.get_coordinates(shapely.line_interpolate_point(mains.line[chosen], 0.5, normalized=True))
    strip = np.floor(middle[:, 1] / _STRIP_M)
    ordered: np.ndarray = chosen[np.lexsort((np.where(strip % 2 == 0, middle[:, 0], -middle[:, 0]), strip))]
    return ordered
