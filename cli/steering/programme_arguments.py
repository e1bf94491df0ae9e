# SPDX-License-Identifier: GPL-3.0-or-later
"""The options that the commands of ``regard programme`` share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ..arguments import parse_day

# how much more work may come in a scenario, in percent
LEAST_MORE, MOST_MORE = -99, 400

Year = Annotated[int, typer.Option("--year", min=2000, max=2200, metavar="YYYY", help="The year ahead.")]
Without = Annotated[list[str] | None, typer.Option("--without", metavar="AGENT", help="As if not there.")]
Like = Annotated[
    list[str] | None,
    typer.Option("--add-like", metavar="AGENT", help="One more, with the skills of this one."),
]
Quantities = Annotated[
    list[str] | None,
    typer.Option("--quantity", metavar="ACTIVITY=N", help="As if so much were owed; may be repeated."),
]
More = Annotated[
    float,
    typer.Option(
        "--more", min=LEAST_MORE, max=MOST_MORE, metavar="PERCENT", help="As if so much more work came."
    ),
]
Months = Annotated[
    list[str] | None,
    typer.Option(
        "--in", metavar="ACTIVITY=N,N", help="As if wanted in these months, as hydrants=4,5; may be repeated."
    ),
]
HtmlFile = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="The year as a page.")]
TableFile = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write it as .csv or .xlsx.")]
Activity = Annotated[str, typer.Option("--activity", metavar="NAME", help="Only this one.")]
ZoneFilter = Annotated[str, typer.Option("--zone", metavar="ID", help="Only this zone.")]
Until = Annotated[
    date | None,
    typer.Option("--until", parser=parse_day, metavar="DATE", help="Only weeks that have begun by then."),
]
TypeFilter = Annotated[str, typer.Option("--type", metavar="CODE", help="Only this type of work.")]
