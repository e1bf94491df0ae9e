# SPDX-License-Identifier: GPL-3.0-or-later
"""Load against capacity month by month, and the months that are overloaded or have too little."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..indicators import ratio_percent
from .programme_rules import LoadLevels

MONTHS = 12
# January to December; hours or crew-days, as long as all of a year are in the same
Months = tuple[float, ...]


class LoadState(StrEnum):
    """How the load of a month stands to its capacity."""

    OVER = "over"
    WATCH = "watch"
    FINE = "fine"
    UNDER = "under"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MonthLoad:
    """A month (1 to 12): work that comes, programmed work by activity, and capacity, in the year's unit."""

    month: int
    curative: float
    preventive: Mapping[str, float]
    capacity: float

    @property
    def load(self) -> float:
        """Return all of the work."""
        return self.curative + sum(self.preventive.values())

    @property
    def percent(self) -> float | None:
        """Return load by capacity in percent; None without capacity."""
        return ratio_percent(self.load, self.capacity)


@dataclass(frozen=True, slots=True)
class YearLoad:
    """Twelve months of load against capacity."""

    months: tuple[MonthLoad, ...]

    @property
    def load(self) -> float:
        """Return the load of the year."""
        return sum(one.load for one in self.months)

    @property
    def capacity(self) -> float:
        """Return the capacity of the year."""
        return sum(one.capacity for one in self.months)

    @property
    def percent(self) -> float | None:
        """Return load by capacity of the year in percent; None without capacity."""
        return ratio_percent(self.load, self.capacity)

    def activity(self, name: str) -> Months:
        """Return an activity month by month."""
        return tuple(one.preventive.get(name, 0.0) for one in self.months)


def year_load(
    curative: Sequence[float], preventive: Mapping[str, Sequence[float]], capacity: Sequence[float]
) -> YearLoad:
    """Return the year of twelve figures each from January on, all in one unit."""
    return YearLoad(
        tuple(
            MonthLoad(n + 1, curative[n], {name: own[n] for name, own in preventive.items()}, capacity[n])
            for n in range(MONTHS)
        )
    )


def spread_by_days(total: float, working_days: Sequence[float], months: Collection[int]) -> Months:
    """Return a total spread over some months (1 to 12) pro rata of their working days.

    Without a working day in any of them, it is spread evenly: what is owed never disappears.
    """
    weights = [working_days[n] if n + 1 in months else 0.0 for n in range(MONTHS)]
    if not sum(weights):
        weights = [1.0 if n + 1 in months else 0.0 for n in range(MONTHS)]
    return tuple(total * weight / sum(weights) for weight in weights)


def load_state(load: float, capacity: float, levels: LoadLevels) -> LoadState:
    """Return how a load stands to its capacity; without capacity, any work is an overload."""
    percent = ratio_percent(load, capacity)
    if percent is None:
        return LoadState.OVER if load > 0 else LoadState.UNKNOWN
    if percent > levels.over:
        return LoadState.OVER
    if percent >= levels.watch:
        return LoadState.WATCH
    return LoadState.UNDER if percent < levels.under else LoadState.FINE
