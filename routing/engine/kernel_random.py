# SPDX-License-Identifier: GPL-3.0-or-later
"""Random numbers whose state is in an array: the same everywhere for the same seed (splitmix64)."""

from __future__ import annotations

import numpy as np

from ...core.compiled import compiled
from .kernel_book import Array

_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)


@compiled
def uniform(rng: Array) -> float:
    """Return a number in [0, 1) and advance the state (one uint64)."""
    rng[0] += _STEP
    mixed = rng[0]
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _MIX_1
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _MIX_2
    mixed ^= mixed >> np.uint64(31)
    return float(mixed >> np.uint64(11)) * (1.0 / 9007199254740992.0)


@compiled
def below(rng: Array, count: int) -> int:
    """Return a whole number in 0..count-1."""
    return int(uniform(rng) * count)
