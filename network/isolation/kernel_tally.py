# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiled: the cuts of many segments, and of many valves that do not hold, summed up one after the other."""

from __future__ import annotations

from typing import NamedTuple

from ...core.compiled import compiled
from ..assets.arrays import Ints, Ints32
from ..water.kernel_supply import States, Tree, Ways
from .kernel_cut import DRY, Desk, bound, clear, enclose, starve


class Weights(NamedTuple):
    """What each segment counts for, and the sums by cut: ``lost`` and ``lost_sensitive`` are filled in."""

    customers: Ints32
    sensitive: Ints32
    lost: Ints
    lost_sensitive: Ints


@compiled
def tally_segments(
    ways: Ways, states: States, tree: Tree, desk: Desk, weights: Weights, first: int, last: int
) -> None:
    """Fill the sums of the cut of every segment from ``first`` to before ``last``."""
    for segment in range(first, last):
        desk.cut[0] = segment
        _sum_cut(ways, states, tree, desk, weights, 1, segment)


@compiled
def tally_valves(
    ways: Ways, states: States, tree: Tree, desk: Desk, weights: Weights, first: int, last: int
) -> None:
    """Fill the sums of the cut around every device from ``first`` to before ``last`` that does not hold."""
    for device in range(first, last):
        count = 0
        for spot in range(ways.first_gate[device], ways.first_gate[device + 1]):
            gate = ways.gates[spot]
            for side in range(2):
                there = ways.gate_from[gate] if side == 0 else ways.gate_to[gate]
                if not desk.segment[there]:
                    desk.segment[there] = 1
                    desk.cut[count] = there
                    count += 1
        desk.lost[device] = 1
        _sum_cut(ways, states, tree, desk, weights, count, device)
        desk.lost[device] = 0


@compiled
def _sum_cut(
    ways: Ways, states: States, tree: Tree, desk: Desk, weights: Weights, count: int, row: int
) -> None:
    size = enclose(ways, states, desk, count)
    bounds = bound(ways, states, desk, size)
    below = starve(ways, states, tree, desk, size, bounds)
    lost, sensitive = 0, 0
    for at in range(size):
        lost += weights.customers[desk.cut[at]]
        sensitive += weights.sensitive[desk.cut[at]]
    for at in range(below):
        if desk.segment[desk.below[at]] == DRY:
            lost += weights.customers[desk.below[at]]
            sensitive += weights.sensitive[desk.below[at]]
    weights.lost[row], weights.lost_sensitive[row] = lost, sensitive
    clear(desk, size, bounds, below)
