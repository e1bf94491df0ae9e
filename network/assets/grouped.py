# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows listed by the group that they belong to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .arrays import Ints, as_ints, firsts, ranges


@dataclass(frozen=True, slots=True)
class Grouped:
    """Rows by group: those of group ``g`` are ``rows[first[g]:first[g + 1]]``, in ascending order."""

    first: Ints
    rows: Ints

    @staticmethod
    def by(group: Ints, *, groups: int) -> Grouped:
        """Group rows, in O(n log n); rows of group -1 belong to none."""
        rows = as_ints(np.argsort(group, kind="stable"))
        rows = rows[np.count_nonzero(group < 0) :]
        return Grouped(as_ints(firsts(group[group >= 0], groups)), rows)

    def of(self, groups: Ints) -> Ints:
        """Return the rows of some groups in ascending order, in O(k log k) of what is returned."""
        return np.sort(self.rows[ranges(self.first[groups], self.first[groups + 1])])
