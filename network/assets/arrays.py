# SPDX-License-Identifier: GPL-3.0-or-later
"""Names for the array types that the network code passes around."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Ints32 = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]


def as_ints(values: npt.ArrayLike) -> Ints:
    """Return values as 64-bit integers, whatever width the libraries gave them."""
    return np.asarray(values, dtype=np.int64)


def firsts(keys: Ints, count: int) -> Ints32:
    """Return where the rows of each key below ``count`` begin once sorted by it, and the end of the last."""
    begins = np.zeros(count + 1, dtype=np.int32)
    np.cumsum(np.bincount(keys, minlength=count), out=begins[1:])
    return begins


def ranges(first: npt.ArrayLike, end: npt.ArrayLike) -> Ints:
    """Return all the numbers from each ``first`` to before its ``end``, one range after the other."""
    begin = as_ints(first)
    count = as_ints(end) - begin
    skipped = np.cumsum(count) - count
    return as_ints(np.repeat(begin - skipped, count) + np.arange(int(count.sum())))


def first_of_each(key: Ints, *ranks: npt.NDArray[np.generic]) -> Ints:
    """Return the row of each key that the ranks put first, the last rank first; by ascending key."""
    order = np.lexsort((*ranks, key))
    return as_ints(order[np.diff(key[order], prepend=-1) > 0])


def as_ints32(values: npt.ArrayLike) -> Ints32:
    """Return values as 32-bit integers, which kernels read twice as fast."""
    return np.asarray(values, dtype=np.int32)
