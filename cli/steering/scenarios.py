# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard programme compare``: scenarios of a year side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

import typer
from rich.console import RenderableType

from ...core.errors import InputError
from ...planner.programme.calendar_findings import NameOf
from ...planner.programme.next_year import NextYear, Scenario
from ...planner.programme.scenarios import Summary, compared_years, own_findings, summary
from ...steering.programme.year_load import MONTHS
from ...store.figure_files import write_figures
from ..arguments import Now, Target
from ..session import Session
from ..tables import rows
from ..wording import number
from .programme_arguments import TableFile, Year
from .programme_names import names_of_year
from .scenario_texts import scenario_of

Scenarios = Annotated[
    list[str],
    typer.Option(
        "--scenario",
        metavar='"NAME: …"',
        help="A name, then without=AGENT, add-like=AGENT, quantity=ACTIVITY=N, in=ACTIVITY=N,N, "
        "more=PERCENT; may be repeated.",
    ),
]


def compare(
    session: Session,
    target: Target,
    *,
    year: Year,
    scenario: Scenarios,
    out: TableFile = None,
    now: Now = None,
) -> None:
    """Hold scenarios of a year side by side, month by month, beside the year as it is."""
    asked = {session.say("label.as_it_is"): Scenario()}
    for text in scenario:
        name, one = scenario_of(text)
        if name in asked:
            raise InputError("programme.scenario_twice", found=name)
        asked[name] = one
    with session.workspace(target) as workspace:
        years = compared_years(workspace, year, asked, now=session.now(now))
        name_of = names_of_year(session, workspace, next(iter(years.values())))
    sums = {name: summary(found) for name, found in years.items()}
    own = own_findings(years, name_of)
    if out is not None:
        write_figures(out, list(_file_rows(years)))
    session.emit(
        {
            "year": year,
            "scenarios": [
                {
                    "name": name,
                    "summary": sums[name],
                    "percent": [one.percent for one in found.after.months],
                    "findings": own[name],
                }
                for name, found in years.items()
            ],
        },
        _shown(session, years, sums, name_of),
    )


def _shown(
    session: Session, years: Mapping[str, NextYear], sums: Mapping[str, Summary], name_of: NameOf
) -> Iterator[RenderableType]:
    lines = [
        [
            session.say(f"programme.month.{n + 1}"),
            *(_percent(session, one.after.months[n].percent) for one in years.values()),
        ]
        for n in range(MONTHS)
    ]
    lines += [
        [session.say("label.year_percent"), *(_percent(session, one.percent) for one in sums.values())],
        [session.say("label.load_h"), *(f"{one.load_h:.0f}" for one in sums.values())],
        [session.say("label.capacity_h"), *(f"{one.capacity_h:.0f}" for one in sums.values())],
        [session.say("label.short_h"), *(f"{one.short_h:.0f}" for one in sums.values())],
        [session.say("label.moved_h"), *(f"{one.moved_h:.0f}" for one in sums.values())],
        [session.say("label.months_over"), *(str(len(one.over)) for one in sums.values())],
        [session.say("label.months_under"), *(str(len(one.under)) for one in sums.values())],
    ]
    yield rows([session.say("label.month"), *years], lines, right=range(1, len(years) + 1))
    yield ""
    for name, own in own_findings(years, name_of).items():
        yield from (f"{name}: {session.text(one)}" for one in own)


def _percent(session: Session, value: float | None) -> str:
    return "–" if value is None else number(session, value, 1)


def _file_rows(years: Mapping[str, NextYear]) -> Iterator[dict[str, object]]:
    for name, found in years.items():
        for one in found.after.months:
            percent = None if one.percent is None else round(one.percent, 1)
            yield {
                "scenario": name,
                "month": f"{found.year}-{one.month:02d}",
                "curative_h": round(one.curative, 1),
                "programmed_h": round(one.load - one.curative, 1),
                "load_h": round(one.load, 1),
                "capacity_h": round(one.capacity, 1),
                "percent": percent,
            }
