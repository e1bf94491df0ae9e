# SPDX-License-Identifier: GPL-3.0-or-later
"""Find assets by place or by id."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Point

from ...core.ids import AssetId
from .cleaning import Assets, clean
from .places import LineIndex
from .register import Register
from .roles import Role, RoleFrames


@dataclass(frozen=True, slots=True)
class Located:
    """An asset near a place, in metres.

    ``place`` is the point of the asset nearest what was asked, ``position_m`` how far along a line it lies.
    """

    role: Role
    asset_id: AssetId
    distance_m: float
    place: Point
    geometry: Point | LineString
    position_m: float | None


class AssetLocator:
    """Nearest-asset and by-id queries over role frames, in O(log n) each.

    Assets out of service or without usable geometry are not found. A role is indexed at its first query.
    """

    def __init__(self, frames: RoleFrames) -> None:
        self._frames = frames
        self._indexed: dict[Role, tuple[Assets, LineIndex, Register]] = {}

    def nearest(self, point: Point, *, roles: Collection[Role], within_m: float) -> Located | None:
        """Return the nearest asset of the roles within a distance; the first role wins a tie."""
        asked = np.array([point], dtype=object)
        best: Located | None = None
        for role in roles:
            assets, index, _ = self._index(role)
            places = index.nearest(asked, within_m=within_m)
            if places.found[0] and (best is None or places.distance_m[0] < best.distance_m):
                row = int(places.line[0])
                best = _located(assets, row, float(places.distance_m[0]), float(places.position_m[0]))
        return best

    def near(
        self, point: Point, *, roles: Collection[Role], within_m: float, most: int
    ) -> tuple[Located, ...]:
        """Return the assets of the roles within a distance, the nearest first; the first role wins a tie."""
        found: list[Located] = []
        for role in roles:
            assets, index, _ = self._index(role)
            if not len(index.geometry):
                continue
            _, rows = index.within(np.array([point], dtype=object), reach_m=within_m)
            found += [_beside(assets, row, point) for row in rows.tolist()]
        return tuple(sorted(found, key=lambda one: one.distance_m)[:most])

    def find(
        self, asset_id: AssetId, *, roles: Collection[Role], beside: Point | None = None
    ) -> Located | None:
        """Return an asset by its id, at its middle when it is a line; the first role that knows it wins.

        With a place ``beside`` it, the point of the asset nearest that place, and how far off it lies.
        """
        for role in roles:
            assets, index, register = self._index(role)
            rows = register.rows(role, asset_id)
            if len(rows):
                row = int(rows[0])
                if beside is None:
                    return _located(assets, row, 0.0, float(index.length_m[row]) / 2)
                return _beside(assets, row, beside)
        return None

    def _index(self, role: Role) -> tuple[Assets, LineIndex, Register]:
        if role not in self._indexed:
            assets, _ = clean(self._frames, role)
            self._indexed[role] = assets, LineIndex.of(assets.geometry), Register.of({role: assets.ids})
        return self._indexed[role]


def _beside(assets: Assets, row: int, point: Point) -> Located:
    shape = assets.geometry[row]
    along_m = float(shapely.line_locate_point(shape, point)) if isinstance(shape, LineString) else 0.0
    return _located(assets, row, float(shape.distance(point)), along_m)


def _located(assets: Assets, row: int, distance_m: float, position_m: float) -> Located:
    geometry, asset_id = assets.geometry[row], AssetId(assets.ids[row])
    if isinstance(geometry, LineString):
        place = shapely.line_interpolate_point(geometry, position_m)
        return Located(assets.role, asset_id, distance_m, place, geometry, position_m)
    return Located(assets.role, asset_id, distance_m, geometry, geometry, None)
