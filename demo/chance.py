# SPDX-License-Identifier: GPL-3.0-or-later
"""Chance that can be repeated: one stream of random numbers for each topic of the town."""

from __future__ import annotations

import zlib

import numpy as np


def stream(seed: int, topic: str) -> np.random.Generator:
    """Return the stream of a topic; it does not depend on how much the other topics draw."""
    return np.random.default_rng([seed, zlib.crc32(topic.encode())])


def pick(rng: np.random.Generator, shares: np.ndarray) -> np.ndarray:
    """Return one column number for each row of ``shares`` (n x k), in proportion to the row's shares."""
    heights = np.cumsum(shares, axis=1)
    aim = rng.random(len(shares))[:, None] * heights[:, -1:]
    return np.minimum((aim >= heights).sum(axis=1), shares.shape[1] - 1)


def by_group(rng: np.random.Generator, groups: np.ndarray) -> np.ndarray:
    """Return a number in 0..1 for each row, the same for all rows of one group (0, 1, 2, ...)."""
    return rng.random(int(groups.max(initial=-1)) + 1)[groups]


def numbered(prefix: str, count: int, *, least_digits: int = 4, first: int = 1) -> np.ndarray:
    """Return ``count`` business ids, as crews say them: prefix, dash, number."""
    digits = max(least_digits, len(str(first + count - 1)))
    return np.array([f"{prefix}-{number:0{digits}d}" for number in range(first, first + count)], dtype=object)
