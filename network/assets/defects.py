# SPDX-License-Identifier: GPL-3.0-or-later
"""Defects of the asset base: how one is made, and how severe it can be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import numpy as np
import shapely
from shapely import Geometry
from shapely.geometry import LineString, Point

from ...core.errors import InputError
from ...core.ids import AssetId
from ...core.messages import Message
from .results import Correction, Defect
from .roles import Role

T = TypeVar("T")

# what keeps an asset out of the network
_LEFT_OUT = ("network.geometry_missing", "network.line_unusable")


class Findings(list[Defect]):
    """The defects met on the way, gathered from steps that return their result and what they found wrong."""

    def keep(self, outcome: tuple[T, list[Defect]]) -> T:
        """Keep the defects of a step and return its result."""
        result, defects = outcome
        self.extend(defects)
        return result


def defect(
    severity: str,
    role: Role,
    asset: str,
    place: Point | None,
    code: str,
    *,
    correction: Correction | None = None,
    **params: object,
) -> Defect:
    """Return one defect whose message also names the asset."""
    message = Message(code, {"asset": asset, **params})
    return Defect(severity, role.value, AssetId(asset), place, message, correction)


def refuse_unusable(asset: AssetId, defects: Iterable[Defect]) -> None:
    """Raise an ``InputError`` that says why an asset is not in the network, if a defect tells."""
    for found in defects:
        if found.asset_id == asset and found.message.code in _LEFT_OUT:
            raise InputError("network.asset_unusable", asset=asset, reason=found.message)


def place_of(geometry: Geometry | None) -> Point | None:
    """Return a point of a geometry, None where there is nothing to point at."""
    if geometry is None:
        return None
    coordinates = shapely.get_coordinates(geometry)
    if not len(coordinates) or not np.isfinite(coordinates).all():
        return None
    place = middle_of(geometry)
    # an area without extent, or that crosses itself, may have no inside
    inside = not place.is_empty and bool(np.isfinite(shapely.get_coordinates(place)).all())
    return place if inside else Point(coordinates[0])


def middle_of(geometry: Geometry) -> Point:
    """Return the middle of a line, or a point of any other geometry."""
    if isinstance(geometry, LineString):
        return shapely.line_interpolate_point(geometry, 0.5, normalized=True)
    return shapely.point_on_surface(geometry)
