# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard report``: the page of a week, month or year for managers, with the same figures as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ...planner.figures.report_data import report_data
from ...planner.figures.report_page import report_html
from ...planner.figures.spoken import figure_table
from ...steering.figures.periods import parse_period
from ...store.figure_files import write_figures
from ...store.whole_file import write_whole
from ..arguments import Now, Target
from ..command import command
from ..session import Session
from .kpi import names

PeriodOption = Annotated[
    str,
    typer.Option(
        "--period",
        "--week",
        "--month",
        "--year",
        metavar="2026-W23|2026-06|2026",
        help="The week, month or year.",
    ),
]
HtmlFile = Annotated[Path, typer.Option("--html", metavar="FILE", help="The page to write.")]
TableFile = Annotated[
    list[Path] | None,
    typer.Option("--out", metavar="FILE", help="The figures as a table too, .xlsx or .csv; may be repeated."),
]
Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="What the page is called.")]


def register(root: typer.Typer) -> None:
    """Add the command to the application."""
    command(root, "report")(report)


def report(
    session: Session,
    target: Target,
    *,
    period: PeriodOption,
    html: HtmlFile,
    out: TableFile = None,
    title: Title = "",
    now: Now = None,
) -> None:
    """Write the page of a week, month or year: figures, what drives them, and a map of the sectors."""
    when = parse_period(period)
    with session.workspace(target) as workspace:
        at = session.now(now)
        data = report_data(workspace, when, as_of=at)
        name_of = names(session, workspace)
    page = report_html(
        data,
        session.text,
        name_of,
        language=session.language,
        title=title or session.say("report.title"),
        made_at=at,
    )
    write_whole(html, page)
    for path in out or ():
        write_figures(
            path, figure_table(data.figures, when, session.text, name_of, language=session.language)
        )
    values = {one.rule.code: one.value for one in data.figures}
    files = [str(html), *map(str, out or ())]
    shown = [session.say("cli.report_written", file=html, period=when.name)]
    session.emit({"period": when.name, "files": files, "figures": values}, shown)
