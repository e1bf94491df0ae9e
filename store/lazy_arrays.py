# SPDX-License-Identifier: GPL-3.0-or-later
"""Object arrays that are made from plain ones when they are first looked at.

A million geometries take a second to make, and most questions look at a few of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from numpy.lib.mixins import NDArrayOperatorsMixin
from shapely import GeometryType

Array = npt.NDArray[Any]


class LazyArray(NDArrayOperatorsMixin):
    """Stands for the one-dimensional object array that ``make`` returns; ``some`` makes a few rows of it."""

    def __init__(
        self, size: int, make: Callable[[], Array], some: Callable[[Array], Array] | None = None
    ) -> None:
        self._size = size
        self._make = make
        self._some = some
        self._made: Array | None = None

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Any]:
        return iter(self.made)

    @property
    def made(self) -> Array:
        """Return the whole array."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def __getitem__(self, which: Any) -> Any:
        if self._made is not None or self._some is None or isinstance(which, slice):
            return self.made[which]
        rows = np.asarray(which)
        if rows.dtype == bool:
            rows = np.flatnonzero(rows) if len(rows) == self._size else np.array([self._size])
        elif not np.issubdtype(rows.dtype, np.integer):
            return self.made[which]
        if rows.ndim > 1 or rows.size > self._size // 4:
            return self.made[which]
        if rows.size and not (-self._size <= rows.min() and rows.max() < self._size):
            raise IndexError(which)
        found = self._some(np.atleast_1d(rows) % self._size if rows.size else rows)
        return found[0] if rows.ndim == 0 else found

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Array:
        return np.array(self.made, dtype=dtype) if copy else np.asarray(self.made, dtype=dtype)

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **kwargs: Any) -> Any:
        plain = [item.made if isinstance(item, LazyArray) else item for item in inputs]
        return getattr(ufunc, method)(*plain, **kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.made, name)


def lazy_geometries(kind: GeometryType, coordinates: Array, offsets: list[Array]) -> LazyArray:
    """Return points, or lines whose coordinates begin at ``offsets``, made when they are looked at."""
    if kind == GeometryType.POINT:
        return LazyArray(
            len(coordinates),
            lambda: np.asarray(shapely.points(coordinates), dtype=object),
            lambda rows: np.asarray(shapely.points(coordinates[rows]), dtype=object),
        )
    (firsts,) = offsets
    if firsts[0] != 0 or firsts[-1] != len(coordinates) or (np.diff(firsts) < 2).any():
        raise ValueError("offsets of lines")

    def some(rows: Array) -> Array:
        if not len(rows):
            return np.empty(0, dtype=object)
        count = firsts[rows + 1] - firsts[rows]
        owner = np.repeat(np.arange(len(rows)), count)
        spot = np.arange(len(owner)) + np.repeat(firsts[rows] - (np.cumsum(count) - count), count)
        return np.asarray(shapely.linestrings(coordinates[spot], indices=owner), dtype=object)

    size = len(firsts) - 1
    return LazyArray(size, lambda: some(np.arange(size)), some)
