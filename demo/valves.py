# SPDX-License-Identifier: GPL-3.0-or-later
"""Valves as crews find them, check valves, regulators and air valves on the mains."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .chance import numbered, pick, stream
from .lines import points_at
from .water import Mains, Makeup

# how likely a branch of a crossroads has its valve, by bore (mm)
_BRANCH_CHANCE = ((80, 0.42), (150, 0.5), (9999, 0.72))
_NEAR_JUNCTION_M = (3.0, 7.0)
_SHORT_MAIN_M = 16.0
_LONG_MAIN_M = 320.0
_STUCK_SHARE = 0.03
_BOUNDARY_SHARE = 0.02
_FORGOTTEN_SHARE = 0.004
_AIR_VALVE_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Valves:
    """Valves on the mains; ``purpose`` is StaR-Eau's fonction_vanne."""

    ids: np.ndarray
    main: np.ndarray
    xy: np.ndarray
    is_open: np.ndarray
    is_stuck: np.ndarray
    purpose: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Devices:
    """Check valves, regulators or air valves: ids, the main that each lies on, and where."""

    ids: np.ndarray
    main: np.ndarray
    xy: np.ndarray


def place_valves(mains: Mains, makeup: Makeup, upper: np.ndarray, *, seed: int) -> Valves:
    """Return the valves; ``upper`` tells the nodes of the upper pressure zone.

    Loops that join the two zones are shut; a few more are, for reasons nobody remembers. As only mains that
    the feeding tree does without are shut, no customer is dry.
    """
    rng = stream(seed, "valves")
    main, along_m = _spots(mains, makeup, rng)
    closed = _closed(mains, makeup, upper, rng)
    # a shut main has one shut valve: add it where chance left none
    bare = np.setdiff1d(closed, main)
    main = np.concatenate((main, bare))
    along_m = np.concatenate((along_m, mains.length_m[bare] / 2))
    order = np.lexsort((along_m, main))
    main, along_m = main[order], along_m[order]
    first_on_main = np.unique(main, return_index=True)[1]
    shut = np.zeros(len(main), dtype=bool)
    shut[first_on_main[np.isin(main[first_on_main], closed)]] = True
    stuck = ~shut & (rng.random(len(main)) < _STUCK_SHARE) & (main < mains.sections)
    return Valves(
        ids=numbered("V", len(main)),
        main=main,
        xy=points_at(mains.line[main], along_m),
        is_open=~shut,
        is_stuck=stuck,
        purpose=np.where(shut, "sectorisation", "coupure").astype(object),
    )


def _spots(mains: Mains, makeup: Makeup, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return the main of each valve and how far along it the valve lies."""
    length_m, degree = mains.length_m, mains.degree
    bores, chances = (np.array(column) for column in zip(*_BRANCH_CHANCE, strict=True))
    chance = chances[np.searchsorted(bores, makeup.bore_mm)]
    near_m = np.minimum(rng.uniform(*_NEAR_JUNCTION_M, (2, len(mains))), length_m * 0.4)
    draws = rng.random((2, len(mains)))
    at_start = (degree[mains.start] > 2) & (draws[0] < chance)
    at_end = (degree[mains.end] > 2) & (draws[1] < chance)
    # two valves a few steps apart serve nothing
    at_end &= ~(at_start & (length_m < _SHORT_MAIN_M))
    feeds = np.arange(len(mains)) >= mains.sections
    at_start |= feeds
    middle = ~feeds & (length_m > _LONG_MAIN_M)
    main = np.concatenate([np.flatnonzero(chosen) for chosen in (at_start, at_end, middle)])
    along_m = np.concatenate((near_m[0][at_start], (length_m - near_m[1])[at_end], length_m[middle] / 2))
    return main, along_m


def _closed(mains: Mains, makeup: Makeup, upper: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return the mains that are shut: loops across the zones' boundary, and a few others."""
    loops = np.flatnonzero(makeup.closes_loop & (mains.length_m > _SHORT_MAIN_M))
    boundary = loops[upper[mains.start[loops]] != upper[mains.end[loops]]]
    wanted = max(4, round(_BOUNDARY_SHARE * len(loops)))
    forgotten = rng.choice(
        loops, min(max(2, round(_FORGOTTEN_SHARE * len(loops))), len(loops)), replace=False
    )
    return np.union1d(rng.permutation(boundary)[:wanted], forgotten)


def place_regulators(mains: Mains, makeup: Makeup, upper: np.ndarray) -> Devices:
    """Return the pressure regulators: where the largest flows leave the upper zone for the lower one."""
    falls = ~makeup.closes_loop & (upper[mains.start] != upper[mains.end]) & (mains.length_m > _SHORT_MAIN_M)
    candidates = np.flatnonzero(falls & (np.arange(len(mains)) < mains.sections))
    count = max(2, round(len(candidates) / 6))
    main = np.sort(candidates[np.argsort(-makeup.behind[candidates], kind="stable")][:count])
    return _devices("REG", mains, main, mains.length_m[main] / 2)


def place_check_valves(mains: Mains, makeup: Makeup, valves: Valves, *, seed: int) -> Devices:
    """Return the check valves: behind each pumping station, and on a few mains that feed a dead-end quarter.

    A check valve passes water in the direction in which its main is drawn, so it stands only where the main
    is drawn with its flow.
    """
    rng = stream(seed, "check_valves")
    stations = [i for i, source in enumerate(mains.sources) if source.kind == "pumping_station"]
    feeds = mains.sections + np.array(stations, dtype=int)
    with_flow = np.zeros(len(mains), dtype=bool)
    fed = np.flatnonzero(makeup.tree.edge >= 0)
    with_flow[makeup.tree.edge[fed]] = mains.start[makeup.tree.edge[fed]] == makeup.tree.parent[fed]
    lone = with_flow & (mains.degree[mains.end] == 1) & (makeup.behind > 1) & (mains.length_m > _SHORT_MAIN_M)
    lone[valves.main] = False
    candidates = np.flatnonzero(lone)
    others = rng.choice(candidates, min(max(2, len(stations)), len(candidates)), replace=False)
    main = np.sort(np.concatenate((feeds, others)))
    return _devices("CLA", mains, main, mains.length_m[main] * 0.3)


def place_air_valves(mains: Mains, *, seed: int) -> Devices:
    """Return the air valves: at the top of a few mains."""
    rng = stream(seed, "air_valves")
    chosen = np.flatnonzero(pick(rng, np.tile([1 - _AIR_VALVE_SHARE, _AIR_VALVE_SHARE], (mains.sections, 1))))
    starts_high = mains.height_m[mains.start[chosen]] >= mains.height_m[mains.end[chosen]]
    length_m = mains.length_m[chosen]
    return _devices("VEN", mains, chosen, np.where(starts_high, 0.15, 0.85) * length_m)


def _devices(prefix: str, mains: Mains, main: np.ndarray, along_m: np.ndarray) -> Devices:
    return Devices(numbered(prefix, len(main), least_digits=3), main, points_at(mains.line[main], along_m))


def upper_zone(height_m: np.ndarray) -> np.ndarray:
    """Tell the nodes of the upper pressure zone: the higher half of the ground."""
    return np.asarray(height_m > (np.quantile(height_m, 0.02) + np.quantile(height_m, 0.98)) / 2)
