# SPDX-License-Identifier: GPL-3.0-or-later
"""Which days of a year are open to work on each asset, when the calendar keeps it from some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from .calendar import DatedEvent
from .year_load import MONTHS, Months

Days = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Days that events keep from some assets: ``days`` by working day of the year, ``rows`` by asset.

    Several events are one block where they keep work away only together, as all pieces of an equipment away.
    """

    events: tuple[DatedEvent, ...]
    days: Days
    rows: Days

    @property
    def is_binding(self) -> bool:
        """Tell whether nothing is done against it."""
        return all(one.kind.binding for one in self.events)

    @property
    def comes_back(self) -> bool:
        """Tell whether it keeps single weekdays of many weeks."""
        return all(one.event.weekdays for one in self.events)


@dataclass(frozen=True, slots=True, eq=False)
class OpenGroup:
    """Assets that the same blocks keep work from.

    ``open`` tells for each working day whether work is possible; ``unbroken`` the same without what only
    keeps single weekdays. ``against`` are wishes that are gone against since nothing else is left, and
    ``kept_by`` the blocks that leave no day at all.
    """

    open: Days
    unbroken: Days
    against: tuple[Block, ...] = ()
    kept_by: tuple[Block, ...] = ()

    def by_month(self, days: Sequence[date]) -> Months:
        """Return how many days of each month are open."""
        months = np.array([day.month for day in days], dtype=np.int64)
        return tuple(np.bincount(months[self.open] - 1, minlength=MONTHS).astype(float).tolist())


@dataclass(frozen=True, slots=True, eq=False)
class OpenDays:
    """The working days of a year, and the group of each asset of an objective."""

    days: tuple[date, ...]
    groups: tuple[OpenGroup, ...]
    group: NDArray[np.int64]


def open_days(days: Sequence[date], allowed: Days, blocks: Sequence[Block], *, assets: int) -> OpenDays:
    """Return which of the working days of a year are open to each of some assets.

    ``allowed`` are the days in months that the work is allowed in. A group without any open day keeps its
    wishes one by one, the shortest first, and goes against those that would leave it none; one that binding
    blocks leave no day is kept out. O(assets · blocks + groups · days).
    """
    if not blocks:
        return OpenDays(tuple(days), (_group(allowed, ()),), np.zeros(assets, dtype=np.int64))
    touched = np.array([block.rows for block in blocks], dtype=bool).reshape(len(blocks), assets).T
    patterns, group = np.unique(touched, axis=0, return_inverse=True)
    groups = tuple(
        _group(allowed, [block for block, is_on in zip(blocks, pattern, strict=True) if is_on])
        for pattern in patterns
    )
    return OpenDays(tuple(days), groups, group.reshape(-1).astype(np.int64))


def _group(allowed: Days, blocks: Sequence[Block]) -> OpenGroup:
    felt = [block for block in blocks if (block.days & allowed).any()]
    binding = [block for block in felt if block.is_binding]
    is_open = _without(allowed, felt)
    if is_open.any():
        return OpenGroup(is_open, _without(allowed, [block for block in felt if not block.comes_back]))
    is_open = _without(allowed, binding)
    if not is_open.any():
        return OpenGroup(is_open, is_open, kept_by=tuple(binding))
    kept, against = list(binding), list[Block]()
    for wish in sorted((one for one in felt if not one.is_binding), key=lambda one: int(one.days.sum())):
        (kept if _without(is_open, [wish]).any() else against).append(wish)
        is_open = _without(allowed, kept)
    lasting = [block for block in kept if not block.comes_back]
    return OpenGroup(is_open, _without(allowed, lasting), against=tuple(against))


def _without(allowed: Days, blocks: Sequence[Block]) -> Days:
    left = allowed.copy()
    for block in blocks:
        left &= ~block.days
    return left


def run_around(unbroken: Days, number: int, days: Sequence[date]) -> tuple[date, date]:
    """Return the first and the last of the open days in a row around one of them, by its number."""
    closed = np.flatnonzero(~unbroken)
    at = int(np.searchsorted(closed, number))
    first = int(closed[at - 1]) + 1 if at else 0
    last = int(closed[at]) - 1 if at < len(closed) else len(days) - 1
    return days[min(first, number)], days[max(last, number)]
