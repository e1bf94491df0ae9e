# SPDX-License-Identifier: GPL-3.0-or-later
"""Arguments and options that several commands take."""

from __future__ import annotations

import getpass
import math
import re
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from shapely.geometry import Point

from .usage import WrongValue

# deadlines and horizons are counted from the dates given: they must not run out of the calendar
_YEARS = range(1900, 2200)
_FRENCH_DAY = re.compile(r"^(\d{2})/(\d{2})/(\d{4})(?=$|[ T])", re.ASCII)


def parse_point(text: str) -> Point:
    """Return a place as 687520,6924000; ``WrongValue`` says what else was found."""
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError:
        x = y = math.nan
    if not (math.isfinite(x) and math.isfinite(y)):
        raise WrongValue("usage.not_place", found=text)
    return Point(x, y)


def parse_day(text: str) -> date:
    """Return a day as 2026-06-03 or as French has it, 03/06/2026; ``WrongValue`` says what else was found."""
    try:
        day = date.fromisoformat(_iso(text))
    except ValueError as error:
        raise WrongValue("usage.not_date", found=text) from error
    if day.year not in _YEARS:
        raise WrongValue("usage.no_year", found=text, first=_YEARS.start, last=_YEARS.stop - 1)
    return day


def parse_moment(text: str) -> datetime:
    """Return a time as 2026-06-03 08:12 or 03/06/2026 08:12; ``WrongValue`` says what else was found."""
    try:
        moment = datetime.fromisoformat(_iso(text))
    except ValueError as error:
        raise WrongValue("usage.not_time", found=text) from error
    if moment.tzinfo is not None:
        raise WrongValue("usage.time_zone", found=text)
    return moment


def _iso(text: str) -> str:
    """Return a text that begins with a day as French writes it with that day as ISO does."""
    return _FRENCH_DAY.sub(r"\3-\2-\1", text.strip())


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
        parser=parse_point,
        metavar="X,Y",
        help="A place, in the workspace's CRS; with the --asset of a pipe, this place on that pipe.",
    ),
]
OrderOption = Annotated[str, typer.Option("--order", metavar="ID", help="The work order.")]
Day = Annotated[date, typer.Option("--day", parser=parse_day, metavar="DATE", help="The day, as 2026-06-03.")]
Received = Annotated[
    date, typer.Option("--received", parser=parse_day, metavar="DATE", help="When the operators received it.")
]
Now = Annotated[
    datetime | None,
    typer.Option("--now", parser=parse_moment, metavar="TIME", help="Judge as at this time instead of now."),
]
By = Annotated[
    str, typer.Option("--by", metavar="NAME", help="Who acts; by default the user of this computer.")
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")]
RequestArgument = Annotated[str, typer.Argument(metavar="REQUEST", help="The service request.")]
RequestArguments = Annotated[list[str], typer.Argument(metavar="REQUEST...", help="The service requests.")]
OrderArgument = Annotated[str, typer.Argument(metavar="ORDER", help="The work order.")]
Answers = Annotated[
    list[str] | None,
    typer.Option("--answer", metavar="KEY=ANSWER", help="The answer to a question; may be repeated."),
]


def actor(by: str) -> str:
    """Return who acts: the one who is named, else the user of this computer."""
    return by.strip() or getpass.getuser()


Start = Annotated[
    datetime | None,
    typer.Option("--start", parser=parse_moment, metavar="TIME", help="When the work or its cut begins."),
]
Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.")]
