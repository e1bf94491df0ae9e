# SPDX-License-Identifier: GPL-3.0-or-later
"""Which branch of a fork takes water only when the other one is full."""

from __future__ import annotations

import numpy as np

from ..assets.arrays import Bools, Floats, Ints, Objects


def overflow_branches(
    *, upper: Ints, level_m: Floats, kind: Objects, overflow_nodes: Ints, nodes: int, decisive_m: float
) -> Bools:
    """Tell which pieces leave a fork as its overflow, in O(n); all arrays run along the pieces.

    Where several pieces leave a node (``upper``), those whose invert there (``level_m``, NaN for unknown)
    lies decisively above the lowest are overflows. Where no level tells and an overflow structure stands on
    the node, storm sewers are, beside others that are not. All others take water at any time.
    """
    several = np.bincount(upper, minlength=nodes)[upper] > 1
    lowest_m = np.full(nodes, np.inf)
    known = ~np.isnan(level_m)
    np.minimum.at(lowest_m, upper[known], level_m[known])
    higher = known & (np.where(known, level_m, 0.0) >= lowest_m[upper] + decisive_m)
    by_level = np.zeros(nodes, dtype=bool)
    by_level[upper[higher]] = True
    is_storm = kind == "storm"
    has_other = np.zeros(nodes, dtype=bool)
    has_other[upper[~is_storm]] = True
    has_weir = np.zeros(nodes, dtype=bool)
    has_weir[overflow_nodes] = True
    by_kind = is_storm & has_other[upper] & has_weir[upper] & ~by_level[upper]
    result: Bools = several & (higher | by_kind)
    return result
