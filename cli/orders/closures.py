# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard roads closures`` and ``reopen``: which roads are closed when, and ending one closure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer
from rich.table import Table

from ...planner.roads.road_closures import read_closures, reopen_road
from ...routing.roads.closures import Closure
from ..arguments import By, Target, actor, parse_day
from ..session import Session
from ..tables import rows

Numbered = tuple[int, Closure]

NumberArgument = Annotated[
    int, typer.Argument(metavar="NUMBER", help="Which of those that 'regard roads closures' lists.")
]
OnDay = Annotated[
    date | None, typer.Option("--day", parser=parse_day, metavar="DATE", help="Only those of this day.")
]
FromDay = Annotated[
    date | None,
    typer.Option("--from", parser=parse_day, metavar="DATE", help="The first day open again; none: today."),
]


def numbered(found: Sequence[Closure]) -> list[Numbered]:
    """Return closures with the numbers by which they are asked for."""
    return list(enumerate(found, start=1))


def closures(session: Session, target: Target, *, day: OnDay = None) -> None:
    """List the closed roads, those of one day only if asked, with the number that 'reopen' takes."""
    with session.workspace(target) as workspace:
        found = numbered(read_closures(workspace))
    if day is not None:
        found = [(number, closure) for number, closure in found if closure.holds_on(day)]
    shown = closure_rows(session, found) if found else session.say("cli.roads_none_closed")
    session.emit({"closures": [closure_data(*one) for one in found]}, [shown])


def reopen(
    session: Session, target: Target, number: NumberArgument, *, start: FromDay = None, by: By = ""
) -> None:
    """End one closure, so that its roads are open from today or another day on."""
    with session.workspace(target) as workspace:
        day = start or session.now().date()
        before = read_closures(workspace)
        left = reopen_road(workspace, number, on=day, who=actor(by))
    data = {"open_from": day, "closure": closure_data(number, left) if left else None}
    said = session.say("cli.roads_reopened", day=day, reason=before[number - 1].reason)
    session.emit(data, [said, session.say("cli.roads_reopen_back")])


def closure_data(number: int, closure: Closure) -> dict[str, object]:
    """Return a closure as JSON."""
    return {
        "number": number,
        "way": closure.way,
        "from": closure.first_day,
        "to": closure.last_day,
        "reason": closure.reason,
    }


def closure_rows(session: Session, found: Sequence[Numbered]) -> Table:
    """Return closures as rows."""
    names = ("closure", "closure_way", "closure_from", "closure_to", "closure_reason")
    return rows(
        [session.say(f"label.{name}") for name in names],
        ([str(cell or "") for cell in closure_data(number, closure).values()] for number, closure in found),
    )
