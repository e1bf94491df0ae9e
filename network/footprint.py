# SPDX-License-Identifier: GPL-3.0-or-later
"""Excavation polygons around a place on a pipe or a device."""

from __future__ import annotations

from shapely.geometry import LineString, Point, Polygon

from .locate import Located


def trench(line: LineString, *, at_m: float, length_m: float, width_m: float) -> Polygon:
    """Return the trench that follows a pipe around the position ``at_m``."""
    raise NotImplementedError


def pit(place: Point, *, length_m: float, width_m: float, along: LineString | None = None) -> Polygon:
    """Return the rectangular pit around a place, its length along a line when one is given."""
    raise NotImplementedError


def footprint(located: Located, *, length_m: float, width_m: float) -> Polygon:
    """Return the excavation for a located asset: a trench along a line, a pit around a point."""
    raise NotImplementedError
