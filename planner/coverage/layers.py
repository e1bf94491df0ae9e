# SPDX-License-Identifier: GPL-3.0-or-later
"""Coverage as layers: areas, holes, what a change opens and closes, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import geopandas as gpd
from shapely.geometry.base import BaseGeometry

from .areas import CoverFigures, Hours, Wanted
from .changes import CoverChange
from .study import Coverage

Row = tuple[BaseGeometry | None, tuple[Any, ...]]
Naming = Callable[[Wanted], str]

# what every layer says first: who is wanted, in which hours
COMMON = ("kind", "means", "label", "first_hour", "end_hour", "starts_at", "ends_at", "agents")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "coverage_area": (*COMMON, "rank", "from_min", "until_min", "area_km2"),
    "coverage_hole": (*COMMON, "limit_min", "customers", "sensitive", "pipe_km"),
    "coverage_change": (*COMMON, "limit_min", "effect", "area_km2"),
    "coverage_figures": (
        *COMMON,
        "limit_min",
        "customers",
        "customers_outside",
        "sensitive_outside",
        "pipe_km",
        "pipe_km_outside",
        "second_customers_outside",
        "second_sensitive_outside",
        "second_pipe_km_outside",
    ),
}


def area_rows(found: Coverage, name: Naming) -> Iterator[Row]:
    """Yield the areas; those of the nearest agent last, so that they are drawn on top."""
    for one in sorted(found.areas, key=lambda area: -area.rank):
        common = _common(found.day, one.wanted, one.hours, one.agents, name)
        yield one.geometry, (*common, one.rank, one.from_min, one.until_min, round(one.area_km2, 3))


def hole_rows(found: Coverage, name: Naming) -> Iterator[Row]:
    """Yield the holes with what is in them."""
    for one in found.holes:
        common = _common(found.day, one.wanted, one.hours, one.agents, name)
        figures = (one.customers, one.sensitive, round(one.pipe_km, 3))
        yield one.geometry, (*common, found.hole_min, *figures)


def change_rows(found: Coverage, changes: Sequence[CoverChange], name: Naming) -> Iterator[Row]:
    """Yield what a change opens and closes."""
    for one in changes:
        common = _common(found.day, one.wanted, one.hours, one.agents, name)
        yield one.geometry, (*common, found.hole_min, one.effect, round(one.geometry.area / 1e6, 3))


def figure_rows(found: Coverage, name: Naming) -> Iterator[Row]:
    """Yield the figures of the hours, without a shape."""
    names = [column for column in COLUMNS["coverage_figures"] if column not in (*COMMON, "limit_min")]
    for one in found.figures:
        common = _common(found.day, one.wanted, one.hours, one.agents, name)
        yield None, (*common, found.hole_min, *(_rounded(one, column) for column in names))


def coverage_frames(
    found: Coverage, changes: Sequence[CoverChange], name: Naming, *, crs: str
) -> dict[str, gpd.GeoDataFrame]:
    """Return the layers by their names; a layer without rows is there, empty."""
    rows = {
        "coverage_area": area_rows(found, name),
        "coverage_hole": hole_rows(found, name),
        "coverage_change": change_rows(found, changes, name),
        "coverage_figures": figure_rows(found, name),
    }
    frames = {}
    for layer, made in rows.items():
        pairs = list(made)
        frames[layer] = gpd.GeoDataFrame(
            [dict(zip(COLUMNS[layer], values, strict=True)) for _, values in pairs],
            columns=[*COLUMNS[layer], "geometry"] if not pairs else None,
            geometry=[shape for shape, _ in pairs],
            crs=crs,
        )
    return frames


def _common(day: date, wanted: Wanted, hours: Hours, agents: int, name: Naming) -> tuple[Any, ...]:
    midnight = datetime.combine(day, time())
    # the last moment of an hour, not the first of the next: a map of one hour shows one hour
    starts = midnight + timedelta(hours=hours.first)
    ends = midnight + timedelta(hours=hours.end) - timedelta(seconds=1)
    return wanted.kind, wanted.key, name(wanted), hours.first, hours.end, starts, ends, agents


def _rounded(one: CoverFigures, column: str) -> int | float:
    value: int | float = getattr(one, column)
    return round(value, 3)
