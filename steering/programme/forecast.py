# SPDX-License-Identifier: GPL-3.0-or-later
"""How many interventions come in each month of a year, from those of the past, with their spread.

Six ways are held against the years that are known: each is asked for a year of which it has seen only what
came before. The one that missed the least is taken; its misses give the spread. Two are the usual measures
(the last month, the last year), two share the season of a type among its zones, two follow a trend as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy.stats import nbinom, norm, poisson

from .trends import AT_LEAST, damped, theta
from .year_load import MONTHS

Array = NDArray[np.float64]

# the way that is taken while no year can be held back: seasons shared by the zones of a type
UNTESTED = "season"
_FEW = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """Counts by series (a type in a zone) and month, the oldest first; ``next_month`` (1 to 12) follows.

    ``group`` numbers the type of each series: its zones have one season.
    """

    counts: Array
    group: NDArray[np.int64]
    next_month: int

    @property
    def calendar(self) -> NDArray[np.int64]:
        """Return the month of the year (0 to 11) of each column."""
        count = self.counts.shape[1]
        return (self.next_month - 1 + np.arange(-count, 0)) % MONTHS

    def without_last(self, months: int) -> Past:
        """Return the past as it was some months ago."""
        kept = self.counts.shape[1] - months
        return Past(self.counts[:, :kept], self.group, (self.next_month - 1 - months) % MONTHS + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """Expected counts by series and month (January first), and how they were found.

    ``miss_percent`` gives, for each way tried, the misses of the held-back years by what came; empty when no
    year could be held back. ``spread`` is variance by mean of a monthly count.
    """

    mean: Array
    way: str
    miss_percent: Mapping[str, float]
    held_back_years: int
    spread: float

    def count_between(self, mean: float, *, in_ten: float) -> tuple[float, float]:
        """Return between what a count of some mean ends in so many cases of ten."""
        tail = (1 - in_ten / 10) / 2
        if mean <= 0:
            return 0.0, 0.0
        if self.spread <= 1.0:
            low, high = poisson.ppf([tail, 1 - tail], mean)
        else:
            shape = mean / (self.spread - 1)
            low, high = nbinom.ppf([tail, 1 - tail], shape, 1 / self.spread)
        return float(low), float(high)

    def load_between(self, hours_each: Array, *, in_ten: float) -> tuple[Array, Array]:
        """Return between what the load of each month ends, with the hours of one of each series.

        A sum of many independent counts is nearly normal.
        """
        mean = hours_each @ self.mean
        deviation = np.sqrt(self.spread * (hours_each**2 @ self.mean))
        reach = norm.ppf(0.5 + in_ten / 20) * deviation
        return np.maximum(mean - reach, 0.0), mean + reach


def forecast_year(past: Past, *, untested_spread: float) -> Forecast:
    """Return the forecast of a calendar year from at least twelve months; O(ways x years x counts)."""
    tests = (past.counts.shape[1] - MONTHS) // MONTHS
    if not tests:
        return Forecast(_in_year(past, WAYS[UNTESTED](past)), UNTESTED, {}, 0, untested_spread)
    tried = {name: _held_back(past, way, tests) for name, way in WAYS.items()}
    missed = {
        name: float(sum(np.abs(expected - came).sum() for expected, came in pairs))
        for name, pairs in tried.items()
    }
    came = float(past.counts[:, -MONTHS * tests :].sum())
    best = min(missed, key=lambda name: missed[name])
    percent = {name: 100.0 * value / came if came else 0.0 for name, value in missed.items()}
    spread = _spread(tried[best])
    return Forecast(_in_year(past, WAYS[best](past)), best, percent, tests, spread)


def _held_back(past: Past, way: Callable[[Past], Array], tests: int) -> list[tuple[Array, Array]]:
    """Return what a way expected of each held-back year with what came."""
    count = past.counts.shape[1]
    found = []
    for years in range(tests, 0, -1):
        begin = count - MONTHS * years
        before = past.without_last(MONTHS * years)
        found.append((way(before), past.counts[:, begin : begin + MONTHS]))
    return found


def _spread(pairs: Sequence[tuple[Array, Array]]) -> float:
    """Return variance by mean of the held-back counts around what was expected, never below chance."""
    expected = np.concatenate([one.ravel() for one, _ in pairs])
    came = np.concatenate([one.ravel() for _, one in pairs])
    total = float(np.maximum(expected, 0.0).sum())
    return max(1.0, float(((came - expected) ** 2).sum()) / total) if total > _FEW else 1.0


def _in_year(past: Past, ahead: Array) -> Array:
    """Return twelve months ahead put from January to December."""
    in_year: Array = np.roll(ahead, past.next_month - 1, axis=1)
    return in_year


def _naive(past: Past) -> Array:
    """Return the last month, twelve times."""
    repeated: Array = np.repeat(past.counts[:, -1:], MONTHS, axis=1)
    return repeated


def _last_year(past: Past) -> Array:
    """Return the last twelve months again."""
    return past.counts[:, -MONTHS:].copy()


def _season(past: Past) -> Array:
    """Return the mean month of each series with the season of its type."""
    mean: Array = past.counts.mean(axis=1)[:, None] * _shape(past)
    return mean


def _season_now(past: Past) -> Array:
    """Return the mean month of the last year of each series with the season of its type."""
    mean: Array = past.counts[:, -MONTHS:].mean(axis=1)[:, None] * _shape(past)
    return mean


def _shape(past: Past) -> Array:
    """Return, for each series and month ahead, the month by the mean month, as its type had it."""
    totals = np.zeros((int(past.group.max(initial=-1)) + 1, MONTHS))
    times = np.bincount(past.calendar, minlength=MONTHS).astype(float)
    for month in range(MONTHS):
        own = past.counts[:, past.calendar == month].sum(axis=1)
        np.add.at(totals[:, month], past.group, own)
    means = totals / times
    level = means.mean(axis=1, keepdims=True)
    shape = np.divide(means, level, out=np.ones_like(means), where=level > 0)
    return np.roll(shape[past.group], -(past.next_month - 1), axis=1)


def _by_type(past: Past, model: Callable[[Array], Array]) -> Array:
    """Return each type as a model forecasts it, shared among its zones as in the last year.

    A past of less than two years shows no trend: there it is the season.
    """
    if past.counts.shape[1] < AT_LEAST:
        return _season(past)
    of_type = np.zeros((int(past.group.max(initial=-1)) + 1, past.counts.shape[1]))
    np.add.at(of_type, past.group, past.counts)
    ahead: Array = np.array([model(counts) for counts in of_type])
    shared: Array = ahead[past.group] * _share(past)[:, None]
    return shared


def _share(past: Past) -> Array:
    """Return the part that each series has of its type: in the last year, or in all where that had none."""
    parts = []
    for counts in (past.counts[:, -MONTHS:], past.counts):
        own = counts.sum(axis=1)
        whole = np.bincount(past.group, weights=own)[past.group]
        parts.append(np.divide(own, whole, out=np.zeros_like(own), where=whole > 0))
    last, ever = parts
    seen = np.bincount(past.group, weights=last)[past.group] > 0
    return np.where(seen, last, ever)


WAYS: Mapping[str, Callable[[Past], Array]] = MappingProxyType(
    {
        "naive": _naive,
        "last_year": _last_year,
        "season": _season,
        "season_now": _season_now,
        "theta": partial(_by_type, model=theta),
        "damped": partial(_by_type, model=damped),
    }
)
