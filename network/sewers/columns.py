# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns of sewer layers that a role frame may lack."""

from __future__ import annotations

import numpy as np

from ..assets.arrays import Bools, Objects
from ..assets.cleaning import Assets, text_of


def optional_texts(assets: Assets, name: str) -> Objects:
    """Return a text column, all ``""`` where the layer has none."""
    if name not in assets.frame:
        return np.full(len(assets), "", dtype=object)
    return text_of(assets.column(name))


def optional_flags(assets: Assets, name: str) -> Bools:
    """Return a yes-or-no column, all no where the layer has none; nothing is no."""
    if name not in assets.frame:
        return np.zeros(len(assets), dtype=bool)
    return np.fromiter((value is not None and value == True for value in assets.column(name)), dtype=bool)  # noqa: E712 (NaN and numpy's own booleans)
