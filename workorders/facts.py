# SPDX-License-Identifier: GPL-3.0-or-later
"""What the network and the ground around an order tell about it: handed in by whoever asked the maps."""

from __future__ import annotations

from dataclasses import dataclass

from shapely.geometry import Point

from ..core.ids import AssetId

NO_ASSET = AssetId("")


@dataclass(frozen=True, slots=True)
class NetworkNear:
    """One third-party network within the consultation distance of a dig.

    ``network_type`` is a PCRS code (GAZ, ELECECL, COM, CHAU…); ``verdict`` one of ``in_corridor``,
    ``to_mark_out``, ``position_unknown``, ``consult``.
    """

    operator: str
    emergency_phone: str
    network_type: str
    label: str
    is_sensitive: bool
    verdict: str


@dataclass(frozen=True, slots=True)
class AssetFacts:
    """The asset that an order is tied to and what its place costs.

    ``place`` is the point of the asset that is meant; ``material`` is a RAEPA code, ``depth_m`` and
    ``width_m`` the size of a dig that is not the usual one; numbers that nobody knows are None.
    ``customers_cut``, ``sensitive_cut`` and ``hydrants_out`` come from the isolation, ``networks`` from the
    third-party conflicts.
    """

    role: str = ""
    asset_id: AssetId = NO_ASSET
    distance_m: float = 0.0
    place: Point | None = None
    material: str = ""
    diameter_mm: float | None = None
    laid_year: int | None = None
    depth_m: float | None = None
    width_m: float | None = None
    enters_chamber: bool = False
    customers_cut: int = 0
    sensitive_cut: int = 0
    hydrants_out: int = 0
    networks: tuple[NetworkNear, ...] = ()
