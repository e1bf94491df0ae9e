# SPDX-License-Identifier: GPL-3.0-or-later
"""Isolate a place: the valves to close and everything that loses water."""

from __future__ import annotations

from collections.abc import Collection

from shapely.geometry import Point

from ..core.ids import AssetId
from .graph import WaterNetwork
from .results import Isolation


def isolate(
    network: WaterNetwork,
    *,
    asset: AssetId | None = None,
    point: Point | None = None,
    unusable: Collection[AssetId] = (),
    search_m: float = 50.0,
) -> Isolation:
    """Return what it takes to isolate an asset, a point, or the place of a pipe nearest a point."""
    raise NotImplementedError
