# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies under the networks on a map: buildings, and the sea beside an open coastline."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely

from .geopackage import write_layer
from .places import Places

# how far out the sea is drawn from the ends of the coast
_OFFSHORE_M = 4_000.0


def write_background(places: Places, path: Path, *, crs: str) -> dict[str, int]:
    """Write the layers ``building`` and ``sea`` as far as the extract has any; return the rows by layer."""
    buildings = shapely.get_parts(places.buildings.geometry.to_numpy())
    layers = {"building": buildings, "sea": sea_of(places.coast)}
    return {
        name: write_layer(path, name, polygons, {}, kind="Polygon", crs=crs)
        for name, polygons in layers.items()
        if len(polygons)
    }


def sea_of(coast: np.ndarray) -> np.ndarray:
    """Return the sea as polygons: the right-hand side of each open coastline, less the islands.

    In OpenStreetMap a coastline has the land on its left and the water on its right.
    """
    if not len(coast):
        return np.array([], dtype=object)
    lines = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(_lines(coast)), directed=True))
    closed = shapely.is_closed(lines)
    islands = shapely.union_all([shapely.polygons(shapely.get_coordinates(line)) for line in lines[closed]])
    sides = [_right_hand_side(shapely.get_coordinates(line)) for line in lines[~closed]]
    sea = shapely.difference(shapely.union_all(sides), islands)
    return np.array([part for part in shapely.get_parts(sea) if part.geom_type == "Polygon"], dtype=object)


def _lines(coast: np.ndarray) -> np.ndarray:
    parts = shapely.get_parts(coast)
    return parts[shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING]


def _right_hand_side(line: np.ndarray) -> shapely.Geometry:
    chord = line[-1] - line[0]
    ahead = chord / np.hypot(*chord)
    right = np.array([ahead[1], -ahead[0]])
    corners = [
        line[-1] + _OFFSHORE_M * ahead,
        line[-1] + _OFFSHORE_M * (ahead + right),
        line[0] + _OFFSHORE_M * (right - ahead),
        line[0] - _OFFSHORE_M * ahead,
    ]
    return shapely.make_valid(shapely.polygons(np.vstack([line, corners])))
