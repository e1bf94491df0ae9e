# SPDX-License-Identifier: GPL-3.0-or-later
"""Arguments and options that several commands take."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from shapely.geometry import Point


def _point(text: str) -> Point:
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is not X,Y in metres, such as 687520,6924000") from error
    return Point(x, y)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is not a date such as 2026-06-03") from error


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is not a time such as 2026-06-03T07:45") from error


Target = Annotated[
    str,
    typer.Argument(
        metavar="TARGET", help="A workspace: town.gpkg, or postgresql://host/database?schema=name."
    ),
]
Source = Annotated[Path, typer.Argument(metavar="FILE", help="The file to read.")]
Asset = Annotated[str, typer.Option("--asset", metavar="ID", help="The asset, by its own id.")]
At = Annotated[
    Point | None,
    typer.Option("--at", parser=_point, metavar="X,Y", help="A place, in the workspace's CRS."),
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
