# SPDX-License-Identifier: GPL-3.0-or-later
"""The municipalities of the town: each street lies in one, side by side across the town's zones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .settings import settings

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Commune:
    """A municipality: its streets, the one with the most addresses first, and how many addresses it has."""

    name: str
    postcode: str
    streets: tuple[str, ...]
    addresses: int


def communes_of(addresses: Mapping[str, Sequence[Place]]) -> tuple[Commune, ...]:
    """Return the municipalities of some streets, given with the places of their addresses.

    A street lies where the middle of its addresses does. Empty without streets.
    """
    if not addresses:
        return ()
    names = sorted(addresses)
    middles = np.array([np.mean(addresses[name], axis=0) for name in names])
    axis = np.linalg.svd(middles - middles.mean(axis=0), full_matrices=False)[2][-1]
    # the same side first, however the axis came out
    axis = axis if (axis[1], axis[0]) >= (0.0, 0.0) else -axis
    order = np.argsort(-(middles @ axis), kind="stable")
    listed = settings("communes")["communes"]
    ends = np.round(np.cumsum([one["share"] for one in listed]) * len(names)).astype(int)
    parts = np.split(order, ends[:-1])
    return tuple(
        _commune(one["name"], one["postcode"], {names[at]: len(addresses[names[at]]) for at in part})
        for one, part in zip(listed, parts, strict=True)
    )


def _commune(name: str, postcode: str, streets: Mapping[str, int]) -> Commune:
    by_size = sorted(streets, key=lambda street: (-streets[street], street))
    return Commune(name, postcode, tuple(by_size), sum(streets.values()))
