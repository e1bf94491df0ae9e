# SPDX-License-Identifier: GPL-3.0-or-later
"""Inverts of a sewer tree: how deep each pipe lies so that it falls, and where sewage must be lifted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

COVER_M = 1.2
DEEPEST_M = 4.0
FALL = 0.004
_STEP_M = 0.02


@dataclass(frozen=True, slots=True)
class Levels:
    """Inverts of each pipe at its two ends (metres above the sea), the pipes under pressure, the lifts.

    ``floor_m`` is the level of the bottom of each node; ``order`` lists the pipes from the heads downstream
    and ``below`` the pipe that each runs into (-1 at outlets).
    """

    up_m: np.ndarray
    down_m: np.ndarray
    is_pressure: np.ndarray
    is_lift: np.ndarray
    floor_m: np.ndarray
    order: np.ndarray
    below: np.ndarray

    def flow_sum(self, amount: np.ndarray) -> np.ndarray:
        """Return for each pipe the sum of ``amount`` over it and all the pipes upstream of it."""
        total = amount.astype(float).tolist()
        below = self.below.tolist()
        for pipe in self.order.tolist():
            if below[pipe] >= 0:
                total[below[pipe]] += total[pipe]
        return np.array(total)


def set_levels(start: np.ndarray, end: np.ndarray, length_m: np.ndarray, ground_m: np.ndarray) -> Levels:
    """Return the levels of a tree of pipes (each node is the ``start`` of at most one).

    A pipe starts under its cover or at the lowest pipe that comes in, falls by ``FALL`` at least, and
    follows the ground where that falls faster. Where it would lie deeper than ``DEEPEST_M`` the node above
    it lifts, and a rising main goes on until the ground no longer climbs. Linear.
    """
    below, order = _downstream_order(start, end, nodes=len(ground_m))
    up, down = np.zeros(len(start)), np.zeros(len(start))
    is_pressure, is_lift = np.zeros(len(start), dtype=bool), np.zeros(len(ground_m), dtype=bool)
    floor = ground_m - COVER_M
    # whether a node takes gravity sewers, or a rising main that may go on
    gravity_in, pressure_in = np.zeros(len(ground_m), dtype=bool), np.zeros(len(ground_m), dtype=bool)
    for pipe in order.tolist():
        here, there = int(start[pipe]), int(end[pipe])
        begin = floor[here] - (_STEP_M if gravity_in[here] else 0.0)
        finish = min(begin - FALL * length_m[pipe], ground_m[there] - COVER_M)
        if ground_m[there] - finish > DEEPEST_M:
            is_pressure[pipe] = True
            is_lift[here] = gravity_in[here] or not pressure_in[here]
            begin, finish = ground_m[here] - COVER_M, ground_m[there] - COVER_M
            pressure_in[there] = True
        else:
            gravity_in[there] = True
        up[pipe], down[pipe] = begin, finish
        floor[there] = min(floor[there], finish)
    return Levels(up, down, is_pressure, is_lift, floor, order, below)


def _downstream_order(start: np.ndarray, end: np.ndarray, *, nodes: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the pipe below each pipe, and the pipes so that each comes after all those above it."""
    leaving = np.full(nodes, -1)
    leaving[start] = np.arange(len(start))
    below = leaving[end]
    waiting = np.bincount(end, minlength=nodes)
    rank = np.zeros(len(start), dtype=int)
    ready = np.flatnonzero(waiting[start] == 0)
    level = 0
    while len(ready):
        rank[ready] = level
        np.subtract.at(waiting, end[ready], 1)
        following = np.unique(below[ready])
        following = following[following >= 0]
        ready = following[waiting[start[following]] == 0]
        level += 1
    return below, np.argsort(rank, kind="stable")
