# SPDX-License-Identifier: GPL-3.0-or-later
"""The dig of an order as a crew measures it: length, width, depth, axis."""

from __future__ import annotations

from dataclasses import dataclass
from math import dist

from shapely.geometry import LineString, Polygon

from ...workorders.catalogue import Excavation
from ..dig_size import sides
from ..records import Footprint


@dataclass(frozen=True, slots=True)
class Dig:
    """A dig in metres: its outline, and the sides of the least rectangle around it.

    ``axis`` runs along the middle of the longer side; ``depth_m`` is None when the type of work has none.
    """

    outline: Polygon
    area_m2: float
    length_m: float
    width_m: float
    depth_m: float | None
    axis: LineString
    length_side: LineString
    width_side: LineString


def dig_of(footprint: Footprint, standard: Excavation | None) -> Dig:
    """Return the dig of a stored footprint; its depth is its own, else that of the type of work."""
    first, second, third, fourth = sides(footprint.geometry)
    usual_m = standard.depth_m if standard else None
    return Dig(
        outline=footprint.geometry,
        area_m2=footprint.area_m2,
        length_m=dist(first, second),
        width_m=dist(second, third),
        depth_m=usual_m if footprint.depth_m is None else footprint.depth_m,
        axis=LineString([_middle(fourth, first), _middle(second, third)]),
        length_side=LineString([first, second]),
        width_side=LineString([second, third]),
    )


def _middle(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
