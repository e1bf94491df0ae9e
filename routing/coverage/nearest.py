# SPDX-License-Identifier: GPL-3.0-or-later
"""Who comes first and who comes next: the two smallest times of each goal over those who can come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """The times in which goals are reached: ``first_s`` by the nearest, ``second_s`` by the next one.

    ``nearest`` and ``next_one`` are the rows of those who come, -1 where nobody can.
    """

    first_s: NDArray[np.float32]
    second_s: NDArray[np.float32]
    nearest: NDArray[np.int64]
    next_one: NDArray[np.int64]


def two_nearest(seconds: NDArray[Any]) -> Cover:
    """Return who reaches each goal first and second; ``seconds`` are people x goals, infinite for never."""
    goals = seconds.shape[1]
    order = [np.full(goals, -1, np.int64), np.full(goals, -1, np.int64)]
    times = [np.full(goals, np.inf, np.float32), np.full(goals, np.inf, np.float32)]
    left, columns = seconds.astype(np.float32), np.arange(goals)
    for number in range(min(2, len(seconds))):
        who = left.argmin(axis=0)
        times[number] = left[who, columns]
        order[number] = np.where(np.isfinite(times[number]), who, -1)
        left[who, columns] = np.inf
    return Cover(times[0], times[1], order[0], order[1])
