# SPDX-License-Identifier: GPL-3.0-or-later
"""Results of the network's questions, as plain frozen values keyed by business ids."""

from __future__ import annotations

from dataclasses import dataclass

from shapely.geometry import MultiLineString, Point

from ..core.ids import AssetId
from ..core.messages import Message


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing wrong with the asset base: how severe, where, which asset, in words."""

    severity: str
    role: str
    asset_id: AssetId
    place: Point | None
    message: Message


@dataclass(frozen=True, slots=True)
class Isolation:
    """What closing off one place takes and costs.

    ``close`` lists the valves to operate; ``already_closed`` those of the boundary that are shut anyway.
    ``sensitive_customers`` is the part of ``customers`` to warn first. ``already_dry`` says that no source
    reached the place before the cut. Lengths in metres, volume in cubic metres.
    """

    asset: AssetId
    point: Point
    close: tuple[AssetId, ...]
    already_closed: tuple[AssetId, ...]
    pipes: tuple[AssetId, ...]
    nodes: tuple[str, ...]
    length_m: float
    volume_m3: float
    customers: tuple[AssetId, ...]
    sensitive_customers: tuple[AssetId, ...]
    hydrants: tuple[AssetId, ...]
    already_dry: bool
    geometry: MultiLineString
    notes: tuple[Message, ...] = ()

    @property
    def customer_count(self) -> int:
        """Return how many delivery points lose water."""
        return len(self.customers)


@dataclass(frozen=True, slots=True)
class SewerTrace:
    """What lies upstream or downstream of an asset; length in metres."""

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

    @property
    def customer_count(self) -> int:
        """Return how many connections the trace serves."""
        return len(self.customers)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One third-party network near a dig (rule built on R.554-27 code de l'environnement; metres).

    ``edge_m`` runs from the edge of the excavation to the drawn line; ``effective_m`` is that less the
    positional uncertainty, None when the position is unknown (class C). ``verdict`` is one of
    ``in_corridor``, ``to_mark_out``, ``position_unknown``, ``consult``.
    """

    asset_id: AssetId
    network_type: str
    label: str
    operator: str
    emergency_phone: str
    accuracy_class: str
    is_sensitive: bool
    edge_m: float
    effective_m: float | None
    verdict: str
