# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be reached: the customers and the pipes of a workspace, as points with their weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from ...network.assets.roles import Role
from ..assets.asset_base import AssetBase

Array = NDArray[Any]

_NO_POINTS = np.empty(0, dtype=object)


@dataclass(frozen=True, slots=True, eq=False)
class Served:
    """Points to reach: customers first, then pieces of pipes at their middles.

    ``sensitive`` tells it of each customer; ``km`` is the length of each piece.
    """

    points: Array
    sensitive: NDArray[np.bool_]
    km: NDArray[np.float64]

    @property
    def customers(self) -> int:
        """Return how many customers there are."""
        return len(self.sensitive)


def served_of(base: AssetBase, *, piece_m: float) -> Served:
    """Return the customers and the water and sewer mains in service, in pieces of at most ``piece_m``."""
    customers, sensitive = _NO_POINTS, np.empty(0, bool)
    frame = base.frame(Role.DELIVERY_POINT)
    if frame is not None:
        known = frame[frame.geometry.notna() & ~frame.geometry.is_empty]
        customers = shapely.centroid(known.geometry.to_numpy())
        sensitive = known["is_sensitive"].to_numpy().astype(bool)
    pieces = [_pieces(base, role, piece_m) for role in (Role.WATER_PIPE, Role.SEWER_PIPE)]
    middles = np.concatenate([customers, *(points for points, _ in pieces)])
    return Served(middles, sensitive, np.concatenate([km for _, km in pieces]))


def _pieces(base: AssetBase, role: Role, piece_m: float) -> tuple[Array, Array]:
    frame = base.frame(role)
    if frame is None:
        return _NO_POINTS, np.empty(0)
    lines = frame.geometry[frame["in_service"].to_numpy().astype(bool)].to_numpy()
    length_m = shapely.length(lines)
    lines, length_m = lines[length_m > 0], length_m[length_m > 0]
    counts = np.ceil(length_m / piece_m).astype(int)
    part_m = np.repeat(length_m / np.maximum(counts, 1), counts)
    number = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    middles = shapely.line_interpolate_point(np.repeat(lines, counts), (number + 0.5) * part_m)
    return np.asarray(middles), part_m / 1_000.0
