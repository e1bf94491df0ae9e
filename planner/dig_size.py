# SPDX-License-Identifier: GPL-3.0-or-later
"""How long and wide the outline of a dig is."""

from __future__ import annotations

from math import dist

import shapely
from shapely.geometry import Polygon


def sides(outline: Polygon) -> list[tuple[float, float]]:
    """Return the corners of the least rectangle around an outline, the longer side between the first two."""
    around = shapely.get_coordinates(outline.minimum_rotated_rectangle)[:4]
    corners = [(float(x), float(y)) for x, y in around]
    is_turned = dist(corners[0], corners[1]) < dist(corners[1], corners[2])
    return [*corners[1:], corners[0]] if is_turned else corners


def size_m(outline: Polygon) -> tuple[float, float]:
    """Return the sides of the least rectangle around an outline to the centimetre, the longer one first."""
    corners = sides(outline)
    return round(dist(corners[0], corners[1]), 2), round(dist(corners[1], corners[2]), 2)


def width_m(outline: Polygon) -> float:
    """Return the shorter side of the least rectangle around an outline, in metres."""
    corners = sides(outline)
    return dist(corners[1], corners[2])
