# SPDX-License-Identifier: GPL-3.0-or-later
"""Sectors of the service: the town cut in bands across its length, with as many customers in each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon

from .geopackage import write_layer
from .settings import settings

_MARGIN_M = 400.0
_FAR_M = 1.0e6


@dataclass(frozen=True, slots=True)
class Zones:
    """Sectors from west to east, in the order of ``resources/demo/people.yaml``."""

    ids: tuple[str, ...]
    polygons: np.ndarray

    def of(self, xy: np.ndarray) -> np.ndarray:
        """Return the id of the zone of each place; outside all of them, of the first."""
        found = np.zeros(len(xy), dtype=int)
        point, zone = shapely.STRtree(self.polygons).query(shapely.points(xy), predicate="covered_by")
        found[point] = zone
        return np.array(self.ids, dtype=object)[found]


def make_zones(customers_xy: np.ndarray, network_xy: np.ndarray) -> Zones:
    """Return the zones of customers (n x 2); together they cover ``network_xy`` and some way around."""
    listed = settings("people")["zones"]
    hull = shapely.convex_hull(shapely.multipoints(network_xy)).buffer(_MARGIN_M, quad_segs=4)
    centre = customers_xy.mean(axis=0)
    axis = np.linalg.svd(customers_xy - centre, full_matrices=False)[2][0]
    axis = axis if axis[0] >= 0 else -axis
    along = (customers_xy - centre) @ axis
    cuts = [-_FAR_M, *np.quantile(along, np.arange(1, len(listed)) / len(listed)), _FAR_M]
    bands = [_band(centre, axis, low, high) for low, high in pairwise(cuts)]
    polygons = np.array([shapely.intersection(hull, band) for band in bands])
    return Zones(tuple(zone["zone_id"] for zone in listed), polygons)


def _band(centre: np.ndarray, axis: np.ndarray, low: float, high: float) -> Polygon:
    across = np.array([-axis[1], axis[0]]) * _FAR_M
    near, far = centre + axis * low, centre + axis * high
    return Polygon([near - across, far - across, far + across, near + across])


def write_zones(zones: Zones, path: Path, *, crs: str) -> int:
    """Write ``zones.gpkg`` (layer ``zone``) and return how many zones there are."""
    listed = settings("people")["zones"]
    path.unlink(missing_ok=True)
    fields = {
        name: np.array([zone[name] for zone in listed], dtype=object)
        for name in ("zone_id", "name", "field_manager")
    }
    shapes = np.array(
        [shape if isinstance(shape, MultiPolygon) else MultiPolygon([shape]) for shape in zones.polygons]
    )
    return write_layer(path, "zone", shapes, fields, kind="MultiPolygon", crs=crs)
