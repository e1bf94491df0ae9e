# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed roads of a workspace: one layer that anybody may draw in, with dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from ...core.errors import InputError
from ...routing.roads.closures import Closure, streets_of_way
from ...routing.roads.street_arrays import Streets
from ..ports import Workspace

CLOSURE_LAYER = "road_closure"
_COLUMNS = ("way", "first_day", "last_day", "reason")


def read_closures(workspace: Workspace) -> list[Closure]:
    """Return the closures of a workspace; one with a date or a way that is none raises ``InputError``.

    A closure with a way closes that way; its geometry then only shows it.
    """
    if CLOSURE_LAYER not in workspace.layer_names():
        return []
    frame = workspace.read_layer(CLOSURE_LAYER)
    return [_closure(row, shape) for row, shape in zip(_rows(frame), frame.geometry, strict=True)]


def close_road(workspace: Workspace, streets: Streets, closure: Closure) -> None:
    """Add a closure to the workspace's layer.

    ``InputError`` when it ends before it begins, or names a way of which no street is made.
    """
    last = closure.last_day
    if last is not None and last < closure.first_day:
        raise InputError("roads.closure_days", first=closure.first_day, last=last)
    shape = closure.drawn
    if closure.way is not None:
        rows = streets_of_way(streets, closure.way)
        if not len(rows):
            raise InputError("roads.unknown_way", way=closure.way)
        shape = shapely.union_all(streets.lines()[rows])
    known = workspace.layer_names()
    way = "" if closure.way is None else str(closure.way)
    values = (way, str(closure.first_day), str(last or ""), closure.reason)
    frame = gpd.GeoDataFrame([dict(zip(_COLUMNS, values, strict=True))], geometry=[shape], crs=workspace.crs)
    if CLOSURE_LAYER in known:
        before = workspace.read_layer(CLOSURE_LAYER)
        column = str(before.geometry.name)
        frame = frame if column == "geometry" else frame.rename_geometry(column)
        frame = gpd.GeoDataFrame(pd.concat([before, frame], ignore_index=True), crs=workspace.crs)
    workspace.write_layers({CLOSURE_LAYER: frame})


def reopen_road(workspace: Workspace, number: int, *, on: date) -> Closure | None:
    """End a closure so that its roads are open from a day on; return it, None when nothing of it is left.

    ``number`` counts from 1 as ``read_closures`` lists them. ``InputError`` when there is none of that
    number, or it is over by that day.
    """
    closures = read_closures(workspace)
    if not 1 <= number <= len(closures):
        raise InputError("roads.no_closure", found=number, count=len(closures))
    closure = closures[number - 1]
    if closure.last_day is not None and closure.last_day < on:
        raise InputError("roads.closure_over", number=number, last=closure.last_day)
    frame = workspace.read_layer(CLOSURE_LAYER)
    row = frame.index[number - 1]
    if closure.first_day >= on:
        workspace.write_layers({CLOSURE_LAYER: frame.drop(index=row)})
        return None
    last = on - timedelta(days=1)
    cells = frame["last_day"].astype(object) if "last_day" in frame else pd.Series("", index=frame.index)
    cells.at[row] = str(last)
    # other programs keep days in columns of another kind: all are written as text, as ours are
    texts = [str(cell)[:10] if pd.notna(cell) else "" for cell in cells]
    workspace.write_layers({CLOSURE_LAYER: frame.assign(last_day=texts)})
    return replace(closure, last_day=last)


def _rows(frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Return the columns that are ours, empty text where a cell or a column is missing."""
    cells = pd.DataFrame(frame.drop(columns=frame.geometry.name)).astype(object)
    filled = cells.where(cells.notna(), "").to_dict("records")
    return [{name: row.get(name, "") for name in _COLUMNS} for row in filled]


def _closure(row: dict[str, Any], shape: BaseGeometry | None) -> Closure:
    first = _day(row, "first_day")
    if first is None:
        raise _wrong("first_day", "", "2026-06-03")
    way = str(row["way"]).strip()
    if way and not way.isdigit():
        raise _wrong("way", way, "an OpenStreetMap way id")
    drawn = None if way else shape
    return Closure(first, _day(row, "last_day"), int(way) if way else None, drawn, str(row["reason"]))


def _day(row: dict[str, Any], field: str) -> date | None:
    text = str(row[field]).strip()[:10]
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise _wrong(field, text, "2026-06-03") from error


def _wrong(field: str, found: str, expected: str) -> InputError:
    return InputError("roads.closure_value", layer=CLOSURE_LAYER, field=field, found=found, expected=expected)
