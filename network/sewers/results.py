# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sewer trace answers, as plain frozen values keyed by business ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shapely.geometry import MultiLineString

from ...core.ids import AssetId
from ...core.messages import Message


@dataclass(frozen=True, slots=True)
class Arrival:
    """When what enters the sewers arrives at a named point: seconds, and metres along the first way.

    ``last_s`` is by the longest way, None where a loop leads there. ``only_by_overflow`` says that water
    comes there only when a sewer above is full.
    """

    asset_id: AssetId
    role: str
    label: str
    first_s: float
    last_s: float | None
    distance_m: float
    only_by_overflow: bool = False


@dataclass(frozen=True, slots=True)
class SewerTrace:
    """What lies upstream or downstream of an asset; lengths in metres.

    ``directions`` counts the pipes by what tells their direction (see ``network.sewers.flow``); ``loops``
    holds the pipes of each loop; ``overflow_pipes`` those that only an overflow joins to the place.
    ``arrivals``, downstream only, are in order; ``assumed_m`` is the length whose speed rests on defaults.
    """

    asset: AssetId
    direction: str
    pipes: tuple[AssetId, ...]
    nodes: tuple[str, ...]
    length_m: float
    customers: tuple[AssetId, ...]
    gullies: tuple[AssetId, ...]
    outfalls: tuple[AssetId, ...]
    geometry: MultiLineString
    notes: tuple[Message, ...] = ()
    pumps: tuple[AssetId, ...] = ()
    directions: Mapping[str, int] = field(default_factory=dict)
    arrivals: tuple[Arrival, ...] = ()
    loops: tuple[tuple[AssetId, ...], ...] = ()
    overflow_pipes: tuple[AssetId, ...] = ()
    assumed_m: float = 0.0

    @property
    def customer_count(self) -> int:
        """Return how many connections the trace serves."""
        return len(self.customers)
