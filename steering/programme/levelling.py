# SPDX-License-Identifier: GPL-3.0-or-later
"""Levelling of a year: movable work goes from months that are too full to others that it is allowed in.

Three linear programmes, one after the other (HiGHS, by SciPy): the least load above the level, with the
least work moved, into the earliest months: what is done early cannot be late.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from ...core.errors import RegardError
from .year_load import MONTHS, Months

Array = NDArray[np.float64]

# what the solver may miss an aim by, in the unit of the load
_SLACK = 1e-7
_NOTHING = 1e-6


@dataclass(frozen=True, slots=True)
class Pool:
    """People whose load must fit (all, of a zone, with a skill): what cannot be moved, and their capacity."""

    name: str
    fixed: Months
    capacity: Months


@dataclass(frozen=True, slots=True)
class Movable:
    """Work that may change its month: as it is spread, the months allowed (1 to 12).

    ``pools`` tells which part of it falls on which pool.
    """

    name: str
    load: Months
    months: Collection[int]
    pools: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Levelled:
    """Each movable work month by month, how much of it moved, and what is left above the level by pool."""

    loads: Mapping[str, Months]
    moved: float
    left_over: Mapping[str, Months]

    def given(self, before: Movable) -> Months:
        """Return by month what a work takes on (above 0) or gives away (below 0)."""
        changes = zip(self.loads[before.name], before.load, strict=True)
        return tuple(0.0 if abs(now - was) < _NOTHING else now - was for now, was in changes)


def level_year(pools: Sequence[Pool], movables: Sequence[Movable], *, level_percent: float) -> Levelled:
    """Return the movable work of a year levelled; load in the same unit everywhere.

    ``RegardError`` when the solver gives up. The programmes have 24 variables for each movable work and 12
    for each pool.
    """
    problem = _Problem(pools, movables, level_percent / 100.0)
    excess = problem.least(problem.cost_of_excess, [])
    moved = problem.least(problem.cost_of_moves, [(problem.cost_of_excess, excess)])
    best = problem.solved(
        problem.cost_of_lateness,
        [(problem.cost_of_excess, excess), (problem.cost_of_moves, moved)],
    )
    loads = {one.name: problem.load_of(number, best) for number, one in enumerate(movables)}
    return Levelled(loads, moved, left_over(pools, movables, loads, level_percent=level_percent))


def left_over(
    pools: Sequence[Pool],
    movables: Sequence[Movable],
    loads: Mapping[str, Months],
    *,
    level_percent: float,
) -> Mapping[str, Months]:
    """Return what is above the level in each month of each pool, with works spread as ``loads`` says."""
    found = {}
    for pool in pools:
        own = [(one.pools.get(pool.name, 0.0), loads[one.name]) for one in movables]
        above = (
            pool.fixed[n]
            + sum(part * load[n] for part, load in own)
            - level_percent / 100.0 * pool.capacity[n]
            for n in range(MONTHS)
        )
        found[pool.name] = tuple(0.0 if value < _NOTHING else value for value in above)
    return found


class _Problem:
    """Variables: what each work gives away, then takes on, by month; then what is above by pool and month."""

    def __init__(self, pools: Sequence[Pool], movables: Sequence[Movable], level: float) -> None:
        self._movables = movables
        self._count = 2 * MONTHS * len(movables) + MONTHS * len(pools)
        self._takes = MONTHS * len(movables)
        self._above = 2 * self._takes
        self._bounds = [*self._bounds_of(movables), *[(0.0, None)] * (MONTHS * len(pools))]
        self._rows, self._limits = self._fits(pools, level)
        self._equal = np.zeros((len(movables), self._count))
        for number in range(len(movables)):
            at = MONTHS * number
            self._equal[number, at : at + MONTHS] = 1.0
            self._equal[number, self._takes + at : self._takes + at + MONTHS] = -1.0
        self.cost_of_excess = self._cost(self._above, self._count)
        self.cost_of_moves = self._cost(0, self._takes)
        self.cost_of_lateness = np.zeros(self._count)
        self.cost_of_lateness[self._takes : self._above] = np.tile(np.arange(MONTHS), len(movables))

    @staticmethod
    def _bounds_of(movables: Sequence[Movable]) -> list[tuple[float, float | None]]:
        gives = [(0.0, max(0.0, load)) for one in movables for load in one.load]
        takes = [(0.0, None if n + 1 in one.months else 0.0) for one in movables for n in range(MONTHS)]
        return [*gives, *takes]

    def _fits(self, pools: Sequence[Pool], level: float) -> tuple[Array, Array]:
        rows, limits = np.zeros((MONTHS * len(pools), self._count)), np.zeros(MONTHS * len(pools))
        for p, pool in enumerate(pools):
            for n in range(MONTHS):
                row = MONTHS * p + n
                rows[row, self._above + row] = -1.0
                limits[row] = level * pool.capacity[n] - pool.fixed[n]
                for m, one in enumerate(self._movables):
                    part = one.pools.get(pool.name, 0.0)
                    rows[row, MONTHS * m + n] = -part
                    rows[row, self._takes + MONTHS * m + n] = part
                    limits[row] -= part * one.load[n]
        return rows, limits

    def _cost(self, begin: int, end: int) -> Array:
        cost = np.zeros(self._count)
        cost[begin:end] = 1.0
        return cost

    def least(self, cost: Array, kept: Sequence[tuple[Array, float]]) -> float:
        """Return the least cost while others stay at what they were found to be."""
        return float(cost @ self.solved(cost, kept))

    def solved(self, cost: Array, kept: Sequence[tuple[Array, float]]) -> Array:
        """Return the variables of the least cost."""
        if not self._count:
            return np.zeros(0)
        rows = np.vstack([self._rows, *(own[None, :] for own, _ in kept)])
        limits = np.concatenate([self._limits, [value + _SLACK for _, value in kept]])
        found: Any = linprog(
            cost,
            A_ub=rows,
            b_ub=limits,
            A_eq=self._equal if len(self._movables) else None,
            b_eq=np.zeros(len(self._movables)) if len(self._movables) else None,
            bounds=self._bounds,
            method="highs",
        )
        if not found.success:
            raise RegardError("programme.unsolved", reason=found.message)
        return np.asarray(found.x, dtype=float)

    def load_of(self, number: int, variables: Array) -> Months:
        """Return a work month by month."""
        at = MONTHS * number
        gives, takes = variables[at : at + MONTHS], variables[self._takes + at : self._takes + at + MONTHS]
        return tuple((np.asarray(self._movables[number].load) - gives + takes).tolist())
