# SPDX-License-Identifier: GPL-3.0-or-later
"""Arguments and options that several commands take."""

from __future__ import annotations

import math
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from shapely.geometry import Point

# deadlines and horizons are counted from the dates given: they must not run out of the calendar
_YEARS = range(1900, 2200)


def _point(text: str) -> Point:
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError:
        x = y = math.nan
    if not (math.isfinite(x) and math.isfinite(y)):
        raise typer.BadParameter(f"'{text}' is not X,Y in metres, such as 687520,6924000")
    return Point(x, y)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is not a date such as 2026-06-03") from error
    if day.year not in _YEARS:
        raise typer.BadParameter(f"'{text}' is not a date from {_YEARS.start} to {_YEARS.stop - 1}")
    return day


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is not a time such as 2026-06-03T07:45") from error
    if moment.tzinfo is not None:
        raise typer.BadParameter(f"'{text}' names a time zone: give the service's own time")
    return moment


Target = Annotated[
    str,
    typer.Argument(
        metavar="TARGET", help="A workspace: town.gpkg, or postgresql://host/database?schema=name."
    ),
]
Source = Annotated[Path, typer.Argument(metavar="FILE", help="The file to read.")]
NetworkSource = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE",
        help="A GeoPackage, shapefile or GeoJSON, a folder of such files, or "
        "postgresql://host/database?schema=name.",
    ),
]
Asset = Annotated[
    str, typer.Option("--asset", metavar="ID", help="The asset, by its own id; a pipe over its whole length.")
]
At = Annotated[
    Point | None,
    typer.Option(
        "--at",
        parser=_point,
        metavar="X,Y",
        help="A place, in the workspace's CRS; with the --asset of a pipe, this place on that pipe.",
    ),
]
OrderOption = Annotated[str, typer.Option("--order", metavar="ID", help="The work order.")]
Day = Annotated[date, typer.Option("--day", parser=_day, metavar="DATE", help="The day, as 2026-06-03.")]
Received = Annotated[
    date, typer.Option("--received", parser=_day, metavar="DATE", help="When the operators received it.")
]
Now = Annotated[
    datetime | None,
    typer.Option("--now", parser=_moment, metavar="TIME", help="Judge as at this time instead of now."),
]
