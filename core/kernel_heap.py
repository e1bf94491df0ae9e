# SPDX-License-Identifier: GPL-3.0-or-later
"""A binary heap in two arrays: the smallest key first."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from .compiled import compiled

Array = NDArray[Any]


@compiled
def push(keys: Array, items: Array, size: int, key: float, item: int) -> int:
    """Add an item to a binary heap; return the new size."""
    at = size
    while at > 0:
        parent = (at - 1) >> 1
        if keys[parent] <= key:
            break
        keys[at], items[at] = keys[parent], items[parent]
        at = parent
    keys[at], items[at] = key, item
    return size + 1


@compiled
def drop_first(keys: Array, items: Array, size: int) -> int:
    """Take the smallest item off a binary heap; return the new size."""
    size -= 1
    key, item = keys[size], items[size]
    at = 0
    while True:
        child = 2 * at + 1
        if child >= size:
            break
        if child + 1 < size and keys[child + 1] < keys[child]:
            child += 1
        if keys[child] >= key:
            break
        keys[at], items[at] = keys[child], items[child]
        at = child
    keys[at], items[at] = key, item
    return size
