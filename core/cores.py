# SPDX-License-Identifier: GPL-3.0-or-later
"""Share work that lets go of Python's lock among the cores."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

R = TypeVar("R")


def shared(count: int, work: Callable[[NDArray[np.int64]], R], *, few: int) -> list[R]:
    """Return what ``work`` makes of the numbers below ``count``, in their order.

    Each core gets one share; fewer than ``few`` numbers are not worth a thread of their own.
    """
    workers = min(cpu_count() or 1, max(1, count // few))
    shares = np.array_split(np.arange(count), workers)
    if workers == 1:
        return [work(shares[0])]
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(work, shares))
