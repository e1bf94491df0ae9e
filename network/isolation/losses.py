# SPDX-License-Identifier: GPL-3.0-or-later
"""What is lost with some segments: pipes, water, customers, hydrants."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...core.ids import AssetId
from ..assets.arrays import Ints
from ..assets.sorted_ids import listed
from ..water.water_network import WaterNetwork


@dataclass(frozen=True, slots=True)
class Losses:
    """What some segments hold: ``pieces`` are rows of ``Pieces``, ``unmeasured_m`` has no diameter."""

    pieces: Ints
    pipes: tuple[AssetId, ...]
    length_m: float
    volume_m3: float
    unmeasured_m: float
    sensitive_customers: tuple[AssetId, ...]
    other_customers: tuple[AssetId, ...]
    hydrants: tuple[AssetId, ...]

    @property
    def customers(self) -> tuple[AssetId, ...]:
        """Return the customers, sensitive ones first."""
        return (*self.sensitive_customers, *self.other_customers)


def losses_in(network: WaterNetwork, segments: Ints) -> Losses:
    """Return what some segments hold, in O(k log k) of it."""
    mains, held = network.mains, network.holdings
    pieces = held.pieces.of(segments)
    line = mains.pieces.line[pieces]
    length_m = mains.pieces.end_m[pieces] - mains.pieces.start_m[pieces]
    diameter_m = mains.diameter_mm[line] / 1000.0
    measured = diameter_m > 0
    customers = held.customers.of(segments)
    sensitive = network.is_sensitive[customers]
    return Losses(
        pieces=pieces,
        pipes=listed(mains.pipes.ids[line]),
        length_m=float(length_m.sum()),
        volume_m3=float(np.sum(length_m[measured] * np.pi / 4 * diameter_m[measured] ** 2)),
        unmeasured_m=float(length_m[~measured].sum()),
        sensitive_customers=listed(network.customers.ids[customers[sensitive]]),
        other_customers=listed(network.customers.ids[customers[~sensitive]]),
        hydrants=listed(network.hydrants.ids[held.hydrants.of(segments)]),
    )
