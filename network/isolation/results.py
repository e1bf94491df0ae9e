# SPDX-License-Identifier: GPL-3.0-or-later
"""What an isolation answers, as plain frozen values keyed by business ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shapely.geometry import MultiLineString, Point

from ...core.ids import AssetId
from ...core.messages import Message


@dataclass(frozen=True, slots=True)
class ValveReason:
    """Why a valve is on the list, in words."""

    valve: AssetId
    message: Message


@dataclass(frozen=True, slots=True)
class NextRing:
    """The cut if one valve of the plan does not hold: what is closed then, and what it costs on top.

    ``close`` is the whole list of that cut; ``extra_`` fields hold what the first plan did not cut off.
    ``can_isolate`` is False when no valve is left to close and a source still feeds the place.
    """

    valve: AssetId
    close: tuple[AssetId, ...]
    extra_customers: tuple[AssetId, ...]
    extra_sensitive: tuple[AssetId, ...]
    extra_hydrants: tuple[AssetId, ...]
    extra_length_m: float
    can_isolate: bool
    geometry: MultiLineString


@dataclass(frozen=True, slots=True)
class Combination:
    """What several cuts at once take away beyond what each takes away alone."""

    close: tuple[AssetId, ...]
    customers: tuple[AssetId, ...]
    sensitive_customers: tuple[AssetId, ...]
    hydrants: tuple[AssetId, ...]
    length_m: float
    geometry: MultiLineString


@dataclass(frozen=True, slots=True)
class Isolation:
    """What closing off one place takes and costs.

    ``close`` lists the valves to operate, in the order of closing; ``reopen`` in that of opening again;
    ``already_closed`` those of the boundary that are shut anyway. ``secondary_pipes`` and
    ``secondary_customers`` are the parts of ``pipes`` and ``customers`` that no valve separates but that
    nothing feeds any more. ``customers`` begins with ``sensitive_customers``, the ones to warn first.
    ``relies_on`` are check valves: nothing but they keeps water out. ``already_dry`` says that no source
    reached the place before the cut, ``already_dry_customers`` which of the ``customers`` none reached.
    ``next_rings`` runs along ``close``.
    Lengths in metres, volume in cubic metres.
    """

    asset: AssetId
    point: Point
    close: tuple[AssetId, ...]
    reopen: tuple[AssetId, ...]
    already_closed: tuple[AssetId, ...]
    reasons: tuple[ValveReason, ...]
    pipes: tuple[AssetId, ...]
    secondary_pipes: tuple[AssetId, ...]
    nodes: tuple[str, ...]
    length_m: float
    volume_m3: float
    customers: tuple[AssetId, ...]
    sensitive_customers: tuple[AssetId, ...]
    secondary_customers: tuple[AssetId, ...]
    customers_by_category: Mapping[str, int]
    hydrants: tuple[AssetId, ...]
    already_dry: bool
    geometry: MultiLineString
    next_rings: tuple[NextRing, ...] = ()
    combination: Combination | None = None
    relies_on: tuple[AssetId, ...] = ()
    already_dry_customers: tuple[AssetId, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def customer_count(self) -> int:
        """Return how many delivery points lose water."""
        return len(self.customers)
