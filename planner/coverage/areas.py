# SPDX-License-Identifier: GPL-3.0-or-later
"""What coverage maps show: areas by time, holes with what is in them, figures of an hour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Polygon

from ...routing.coverage.grid import Grid
from .served import Served

Array = NDArray[Any]

Kind = Literal["any", "skill", "equipment"]


@dataclass(frozen=True, slots=True, order=True)
class Wanted:
    """Who is asked for: anybody, whoever holds a skill, or has a kind of equipment on board."""

    kind: Kind = "any"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """From the beginning of an hour to the beginning of another (24: the end of the day)."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class CoverArea:
    """Where somebody comes within ``until_min`` and not before ``from_min``, in some hours of the day.

    ``rank`` is 1 for the nearest of the ``agents`` who can come, 2 for the next one, if that one is busy.
    """

    wanted: Wanted
    hours: Hours
    rank: int
    from_min: int
    until_min: int
    agents: int
    geometry: MultiPolygon

    @property
    def area_km2(self) -> float:
        """Return its size."""
        return float(self.geometry.area) / 1e6


@dataclass(frozen=True, slots=True)
class CoverHole:
    """A place where nobody comes in time, in some hours, with what is in it."""

    wanted: Wanted
    hours: Hours
    agents: int
    customers: int
    sensitive: int
    pipe_km: float
    geometry: Polygon


@dataclass(frozen=True, slots=True)
class CoverFigures:
    """What is outside in some hours; ``second_`` tells it when the nearest agent of each place is busy."""

    wanted: Wanted
    hours: Hours
    agents: int
    customers: int
    customers_outside: int
    sensitive_outside: int
    pipe_km: float
    pipe_km_outside: float
    second_customers_outside: int
    second_sensitive_outside: int
    second_pipe_km_outside: float


@dataclass(frozen=True, slots=True)
class Outside:
    """Customers, sensitive ones among them, and kilometres of pipes that are reached too late."""

    customers: int
    sensitive: int
    pipe_km: float


def outside(late: NDArray[np.bool_], served: Served) -> Outside:
    """Return what is reached too late; ``late`` tells it of each point that is served."""
    customers, pipes = late[: served.customers], late[served.customers :]
    return Outside(
        int(customers.sum()), int((customers & served.sensitive).sum()), float(served.km[pipes].sum())
    )


def holes(
    grid: Grid, seconds: Array, late: NDArray[np.bool_], served: Served, *, limit_s: float
) -> list[tuple[Polygon, Outside]]:
    """Return the places that are reached too late and hold customers or pipes, the largest count first.

    What is too late counts for the place that it lies in or next to, so that holes add up to all of it, but
    for what lies more than two cells from any.
    """
    shapes = np.array(list(grid.area(seconds, limit_s, np.inf).geoms), dtype=object)
    rows = np.flatnonzero(late)
    if not len(shapes) or not len(rows):
        return []
    at, place = shapely.STRtree(shapes).query_nearest(
        served.points[rows], max_distance=2 * grid.cell_m, all_matches=False
    )
    of_row = np.full(len(late), -1)
    of_row[rows[at]] = place
    found = [(shapes[number], outside(of_row == number, served)) for number in sorted(set(place.tolist()))]
    return sorted(found, key=lambda one: (-one[1].customers, -one[1].pipe_km))
