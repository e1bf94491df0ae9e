# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed roads of a workspace: those that commands note, and one layer that anybody may draw in."""

from __future__ import annotations

from collections.abc import Sequence
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
from ..records import ClosedRoad

CLOSURE_LAYER = "road_closure"
_COLUMNS = ("way", "first_day", "last_day", "reason")


def read_closures(workspace: Workspace) -> list[Closure]:
    """Return the closures of a workspace: those drawn in the layer, then those of commands, the oldest first.

    One with a date or a way that is none raises ``InputError``. A closure with a way closes that way; its
    geometry then only shows it.
    """
    return [*_drawn(workspace), *map(_noted, _records(workspace))]


def close_road(workspace: Workspace, streets: Streets, closures: Sequence[Closure], *, who: str) -> None:
    """Note closures, in one journaled command.

    ``InputError`` when one ends before it begins, or names a way of which no street is made.
    """
    first = 1 + max((int(one.closed_id[1:]) for one in workspace.all(ClosedRoad)), default=0)
    records = [_record(streets, one, f"F{number}") for number, one in enumerate(closures, start=first)]
    with workspace.command("close road", who=who) as transaction:
        transaction.add(records)


def reopen_road(workspace: Workspace, number: int, *, on: date, who: str) -> Closure | None:
    """End a closure so that its roads are open from a day on; return it, None when nothing of it is left.

    ``number`` counts from 1 as ``read_closures`` lists them. One that was drawn ends in its layer, the others
    by a journaled command. ``InputError`` when there is none of that number, or it is over by that day.
    """
    closures = read_closures(workspace)
    if not 1 <= number <= len(closures):
        raise InputError("roads.no_closure", found=number, count=len(closures))
    closure, last = closures[number - 1], on - timedelta(days=1)
    if closure.last_day is not None and closure.last_day < on:
        raise InputError("roads.closure_over", number=number, last=closure.last_day)
    is_left = closure.first_day < on
    records = _records(workspace)
    row = number - 1 - (len(closures) - len(records))
    if row < 0:
        _end_drawn(workspace, number - 1, last if is_left else None)
    else:
        with workspace.command("reopen road", who=who) as transaction:
            if is_left:
                transaction.save(replace(records[row], last_day=last))
            else:
                transaction.remove(records[row])
    return replace(closure, last_day=last) if is_left else None


def _records(workspace: Workspace) -> list[ClosedRoad]:
    return sorted(workspace.all(ClosedRoad), key=lambda one: int(one.closed_id[1:]))


def _noted(road: ClosedRoad) -> Closure:
    drawn = None if road.way else road.geometry
    return Closure(road.first_day, road.last_day, road.way or None, drawn, road.reason)


def _record(streets: Streets, closure: Closure, key: str) -> ClosedRoad:
    last, shape = closure.last_day, closure.drawn
    if last is not None and last < closure.first_day:
        raise InputError("roads.closure_days", first=closure.first_day, last=last)
    if closure.way is not None:
        rows = streets_of_way(streets, closure.way)
        if not len(rows):
            raise InputError("roads.unknown_way", way=closure.way)
        shape = shapely.union_all(streets.lines()[rows])
    assert shape is not None, "a closure has a way or a shape"
    return ClosedRoad(key, closure.first_day, last, closure.way or 0, closure.reason, shape)


def _drawn(workspace: Workspace) -> list[Closure]:
    if CLOSURE_LAYER not in workspace.layer_names():
        return []
    frame = workspace.read_layer(CLOSURE_LAYER)
    return [_closure(row, shape) for row, shape in zip(_rows(frame), frame.geometry, strict=True)]


def _end_drawn(workspace: Workspace, number: int, last: date | None) -> None:
    """End a closure of the layer on a day; without one it is taken out."""
    frame = workspace.read_layer(CLOSURE_LAYER)
    row = frame.index[number]
    if last is None:
        workspace.write_layers({CLOSURE_LAYER: frame.drop(index=row)})
        return
    cells = frame["last_day"].astype(object) if "last_day" in frame else pd.Series("", index=frame.index)
    cells.at[row] = str(last)
    # other programs keep days in columns of another kind: all are written as text, as ours are
    texts = [str(cell)[:10] if pd.notna(cell) else "" for cell in cells]
    workspace.write_layers({CLOSURE_LAYER: frame.assign(last_day=texts)})


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
