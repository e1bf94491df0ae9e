# SPDX-License-Identifier: GPL-3.0-or-later
"""Find the asset nearest to a place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from shapely.geometry import LineString, Point

from ..core.ids import AssetId
from .roles import Role, RoleFrames


@dataclass(frozen=True, slots=True)
class Located:
    """An asset near a place: ``place`` is the nearest point of the asset, ``position_m`` its distance along a line."""

    role: Role
    asset_id: AssetId
    distance_m: float
    place: Point
    geometry: Point | LineString
    position_m: float | None


class AssetLocator:
    """Nearest-asset queries over role frames."""

    def __init__(self, frames: RoleFrames) -> None:
        raise NotImplementedError

    def nearest(self, point: Point, *, roles: Collection[Role], within_m: float) -> Located | None:
        """Return the nearest asset of the roles within a distance; the first role wins a tie."""
        raise NotImplementedError

    def find(self, asset_id: AssetId, *, roles: Collection[Role]) -> Located | None:
        """Return an asset by its id, at its middle when it is a line."""
        raise NotImplementedError
