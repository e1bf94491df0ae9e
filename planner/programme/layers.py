# SPDX-License-Identifier: GPL-3.0-or-later
"""A year ahead as layers: load of zones and hours of communes by week, and the assets of each week."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from ...core.resources import Zone
from ..intake.addresses import ADDRESS_LAYER, has_addresses
from ..ports import Workspace
from .asset_schedule import ScheduledAsset
from .next_year import NextYear
from .weeks import bars, commune_hours, zone_weeks

Row = tuple[BaseGeometry | None, tuple[Any, ...]]
# how far an area is drawn around the addresses of a commune
_AROUND_M = 60.0


def zone_rows(workspace: Workspace, found: NextYear, scheduled: Sequence[ScheduledAsset]) -> Iterator[Row]:
    """Yield each zone in each week with its load, capacity and state; work in no zone has no shape."""
    zones = {one.zone_id: one for one in workspace.all(Zone)}
    for one in zone_weeks(found, bars(found, scheduled)):
        zone = zones.get(one.zone)
        figures = (one.curative, one.load - one.curative, one.load, one.capacity)
        percent = None if one.percent is None else round(one.percent, 1)
        yield (
            zone.geometry if zone else None,
            (
                one.zone,
                zone.name if zone else "",
                *_week(one.week),
                *(round(value, 1) for value in figures),
                percent,
                one.state(found).value,
            ),
        )


def commune_rows(workspace: Workspace, found: NextYear, scheduled: Sequence[ScheduledAsset]) -> Iterator[Row]:
    """Yield each commune in each week that has programmed work there, with its hours of people.

    A commune is drawn as the hull of its addresses.
    """
    shapes = _communes(workspace)
    for (commune, week), hours in sorted(commune_hours(found, scheduled).items()):
        yield shapes.get(commune), (commune, *_week(week), round(hours, 1))


def asset_rows(
    found: NextYear, scheduled: Sequence[ScheduledAsset], name_of: Callable[[str], str]
) -> Iterator[Row]:
    """Yield the assets of the programme where they lie, each in its week."""
    places = {
        (one.name, asset): (x, y)
        for one in found.owed
        for asset, x, y in zip(*(one.assets[name].tolist() for name in ("asset_id", "x", "y")), strict=True)
    }
    for one in scheduled:
        x, y = places[one.activity, one.asset_id]
        about = (one.activity, name_of(one.activity), one.asset_role, one.asset_id, one.zone)
        last = "" if one.last_done is None else one.last_done.isoformat()
        yield (
            shapely.Point(x, y),
            (
                *about,
                *_week(one.week),
                one.due.isoformat(),
                one.commune,
                one.street,
                round(one.amount, 4),
                last,
                ", ".join(one.against),
            ),
        )


def _week(week: date) -> tuple[str, datetime, datetime]:
    start = datetime.combine(week, time())
    return week.isoformat(), start, start + timedelta(days=7)


def _communes(workspace: Workspace) -> dict[str, BaseGeometry]:
    if not has_addresses(workspace):
        return {}
    frame = workspace.read_layer(ADDRESS_LAYER)
    return {
        str(name): shapely.union_all(own.geometry.to_numpy()).convex_hull.buffer(_AROUND_M)
        for name, own in frame.assign(town=frame["town"].fillna("")).groupby("town")
        if name
    }
