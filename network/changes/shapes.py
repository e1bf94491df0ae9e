# SPDX-License-Identifier: GPL-3.0-or-later
"""How an asset is drawn once a change is made: moved, through a place, cut in two."""

from __future__ import annotations

import numpy as np
import shapely
import shapely.ops
from shapely.geometry import LineString, MultiLineString, Point


def through(line: LineString, place: Point) -> LineString:
    """Return a line drawn through a place beside it; its ends stay where they join others.

    A place beyond an end, or on a vertex, changes nothing.
    """
    coordinates = shapely.get_coordinates(line, include_z=line.has_z)
    at_m = line.project(place)
    if not 0 < at_m < line.length:
        return line
    along = np.array([line.project(Point(xy)) for xy in coordinates])
    # a line that crosses itself may be nearest to its vertices out of order
    after = int(np.argmax(along > at_m)) if (along > at_m).any() else len(coordinates) - 1
    new = [place.x, place.y]
    if line.has_z:
        on_it = line.interpolate(at_m)
        new.append(on_it.z)
    return LineString(np.insert(coordinates, max(after, 1), new, axis=0))


def parts_at(line: LineString, place: Point, *, least_m: float) -> MultiLineString | None:
    """Return the two parts of a line cut beside a place, None where one would be shorter than ``least_m``."""
    at_m = line.project(place)
    if at_m < least_m or line.length - at_m < least_m:
        return None
    first, second = (
        LineString(shapely.get_coordinates(shapely.ops.substring(line, *ends), include_z=line.has_z))
        for ends in ((0, at_m), (at_m, line.length))
    )
    return MultiLineString([first, second])


def second_id(asset_id: str, taken: set[str]) -> str:
    """Return the id of the second part of an asset: P03b, or the next letter that is free."""
    letters = (chr(code) for code in range(ord("b"), ord("z") + 1))
    return next((f"{asset_id}{letter}" for letter in letters if f"{asset_id}{letter}" not in taken), "")
