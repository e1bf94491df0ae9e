# SPDX-License-Identifier: GPL-3.0-or-later
"""Excavation polygons around a place on a pipe or a device, in metres."""

from __future__ import annotations

import math

import shapely
from shapely.affinity import rotate
from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import substring

from ..assets.locate import Located


def footprint(located: Located, *, length_m: float, width_m: float) -> Polygon:
    """Return the excavation for a located asset: a trench along a line, a pit around a point."""
    if isinstance(located.geometry, LineString) and located.position_m is not None:
        return trench(located.geometry, at_m=located.position_m, length_m=length_m, width_m=width_m)
    return pit(located.place, length_m=length_m, width_m=width_m)


def trench(line: LineString, *, at_m: float, length_m: float, width_m: float) -> Polygon:
    """Return the trench that follows a pipe around the position ``at_m``, its axis the pipe itself.

    Near an end it is shifted to stay on the pipe; on a pipe shorter than the trench it becomes a pit that
    keeps the full length, in the direction of the pipe.
    """
    if line.length < length_m:
        middle = shapely.line_interpolate_point(line, 0.5, normalized=True)
        return pit(middle, length_m=length_m, width_m=width_m, along=line)
    start_m = min(max(at_m - length_m / 2, 0.0), line.length - length_m)
    axis = substring(line, start_m, start_m + length_m)
    return _one(shapely.buffer(axis, width_m / 2, cap_style="flat", join_style="mitre"))


def pit(place: Point, *, length_m: float, width_m: float, along: LineString | None = None) -> Polygon:
    """Return the rectangular pit around a place, its length along a line where one is given."""
    x, y = place.x, place.y
    rectangle = box(x - length_m / 2, y - width_m / 2, x + length_m / 2, y + width_m / 2)
    return (
        rectangle
        if along is None
        else rotate(rectangle, _bearing(along, place), origin=(x, y), use_radians=True)
    )


def _bearing(line: LineString, place: Point) -> float:
    """Return the direction of a line where it passes a place, in radians from the x axis."""
    at_m = line.project(place)
    before, after = line.interpolate(max(at_m - 0.5, 0.0)), line.interpolate(min(at_m + 0.5, line.length))
    return math.atan2(after.y - before.y, after.x - before.x)


def _one(area: shapely.Geometry) -> Polygon:
    """Return the largest polygon of an area, without holes that a bent axis may leave."""
    largest = max(shapely.get_parts(area), key=shapely.area)
    return Polygon(largest.exterior)
