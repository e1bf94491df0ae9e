# SPDX-License-Identifier: GPL-3.0-or-later
"""Ids in their order, so that many of them are listed without comparing texts again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...core.ids import AssetId
from .arrays import Ints, Ints32, Objects, as_ints32


def listed(ids: Objects) -> tuple[AssetId, ...]:
    """Return ids in ascending order, each once."""
    return tuple(sorted(set(ids.tolist())))


@dataclass(frozen=True, slots=True)
class SortedIds:
    """The distinct ids in ascending order, and where each row's id is among them."""

    ids: Objects
    rank: Ints32

    @staticmethod
    def of(ids: Objects) -> SortedIds:
        """Sort ids, in O(n log n)."""
        rank, distinct = pd.factorize(pd.Series(ids, dtype=object), sort=True)
        return SortedIds(np.asarray(distinct, dtype=object), as_ints32(rank))

    def at(self, rows: Ints) -> tuple[AssetId, ...]:
        """Return the ids of some rows in ascending order, each once, in O(k log k)."""
        rank = np.sort(self.rank[rows])
        found: list[AssetId] = self.ids[rank[np.diff(rank, prepend=-1) > 0]].tolist()
        return tuple(found)
