# SPDX-License-Identifier: GPL-3.0-or-later
"""The area to show or to announce for a water cut, as polygons around the mains and the customers cut off."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import MultiLineString, MultiPolygon, Point

from ..assets.arrays import Objects


def affected_area(cut: MultiLineString, customers: Sequence[Point], *, width_m: float) -> MultiPolygon:
    """Return everything within ``width_m`` of the mains cut off and of the ways from them to the customers.

    A hull, even a concave one, would claim the houses inside a loop or across a street that other mains
    serve; a band around what is cut claims no more than its width and still holds every customer. Metric CRS;
    empty when nothing is cut. In O(n log n).
    """
    shapes = [*cut.geoms, *_ways(cut, np.array(customers, dtype=object))]
    band = shapely.GeometryCollection(shapes).buffer(width_m)
    return MultiPolygon([part for part in shapely.get_parts(band) if not part.is_empty])


def _ways(cut: MultiLineString, customers: Objects) -> Objects:
    """Return the straight way from each customer to the nearest main; the customer alone without one."""
    if cut.is_empty or not len(customers):
        return customers
    mains = shapely.get_parts(cut)
    nearest = shapely.STRtree(mains).nearest(customers)
    ways: Objects = np.asarray(shapely.shortest_line(customers, mains[nearest]), dtype=object)
    return np.where(shapely.length(ways) > 0, ways, customers)
