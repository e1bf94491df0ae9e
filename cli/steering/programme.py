# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard programme``: next year's load, what is owed, the forecast, the assets by week, scenarios."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import typer
from rich.console import RenderableType
from rich.table import Table

from ...core.errors import InputError
from ...core.messages import Message
from ...core.near_names import near_names
from ...core.resources import Zone
from ...planner.informing.page import Section, page_html
from ...planner.programme.asset_schedule import ScheduledAsset, asset_schedule
from ...planner.programme.calendar_findings import NameOf
from ...planner.programme.findings import findings
from ...planner.programme.next_year import NextYear, Scenario, next_year
from ...planner.programme.page import months_shown, objectives_shown, year_page
from ...planner.programme.publish import publish_programme
from ...planner.programme.tables import asset_rows, forecast_rows, load_rows, week_rows
from ...planner.programme.weeks import bars
from ...store.figure_files import write_figures
from ...store.whole_file import write_whole
from ..arguments import By, Now, Target, actor
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import figure, number
from .programme_arguments import (
    Activity,
    HtmlFile,
    Like,
    Months,
    More,
    Quantities,
    TableFile,
    TypeFilter,
    Until,
    Without,
    Year,
    ZoneFilter,
)
from .programme_names import names_of_year
from .scenario_texts import months_of, quantity_of
from .scenarios import compare

V = TypeVar("V")

group = typer.Typer(help="Next year: load by month against people, what is owed, forecast, assets by week.")


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    command(group, "compare")(compare)
    root.add_typer(group, name="programme")


@command(group, "show")
def show(
    session: Session,
    target: Target,
    *,
    year: Year,
    without: Without = None,
    add_like: Like = None,
    quantity: Quantities = None,
    months: Months = None,
    more: More = 0.0,
    html: HtmlFile = None,
    out: TableFile = None,
    now: Now = None,
) -> None:
    """Hold the load of a year against the people there, month by month, levelled; compare a scenario."""
    scenario = Scenario(
        tuple(without or ()),
        tuple(add_like or ()),
        _read(quantity, quantity_of, "programme.quantity"),
        _read(months, months_of, "programme.month_list"),
        more,
    )
    with session.workspace(target) as workspace:
        at = session.now(now)
        found = next_year(workspace, year, now=at, scenario=scenario)
        as_it_is = None if scenario == Scenario() else next_year(workspace, year, now=at)
        name_of = names_of_year(session, workspace, found)
    if html is not None:
        page = year_page(found, name_of, language=session.language, as_it_is=as_it_is)
        write_whole(html, page_html(page, session.text, language=session.language))
    if out is not None:
        write_figures(out, list(load_rows(found, name_of)))
    session.emit(_data(session, found, name_of, as_it_is), _shown(session, found, name_of, as_it_is))


@command(group, "objectives")
def objectives(session: Session, target: Target, *, year: Year, now: Now = None) -> None:
    """List what is owed in a year: quantity, source, due month, weight, crew-days and hours."""
    with session.workspace(target) as workspace:
        found = next_year(workspace, year, now=session.now(now))
        name_of = names_of_year(session, workspace, found)
    shown = objectives_shown(found, name_of, session.language)
    data = {"year": year, "objectives": _objectives(found, session.language)}
    session.emit(data, [_table(session, shown, right=[1, 3, 4, 7, 8])])


@command(group, "forecast")
def forecast(
    session: Session,
    target: Target,
    *,
    year: Year,
    type_: TypeFilter = "",
    zone: ZoneFilter = "",
    out: TableFile = None,
    now: Now = None,
) -> None:
    """List the interventions that are expected by type, zone and month, with their spread."""
    with session.workspace(target) as workspace:
        found = next_year(workspace, year, now=session.now(now))
        name_of = names_of_year(session, workspace, found)
    table = [
        one
        for one in forecast_rows(found, name_of)
        if (not type_ or one["code"] == type_) and (not zone or one["zone"] == zone)
    ]
    if not table:
        raise InputError(
            "programme.type", found=type_ or zone, expected=", ".join(sorted({*found.past.codes}))
        )
    if out is not None:
        write_figures(out, table)
    names = ("zone", "month", "expected", "low", "high", "hours")
    headings = [session.say(f"label.{name}") for name in ("code", *names[:-1], "people_h")]
    lines = ([figure(session, one[name]) for name in ("type", *names)] for one in table)
    session.emit({"year": year, "forecast": table}, [rows(headings, lines, right=[3, 4, 5, 6])])


@command(group, "assets")
def assets(
    session: Session,
    target: Target,
    *,
    year: Year,
    activity: Activity = "",
    zone: ZoneFilter = "",
    out: TableFile = None,
    now: Now = None,
) -> None:
    """List the assets of the programme by week: those that have waited longest, neighbours together."""
    with session.workspace(target) as workspace:
        found = next_year(workspace, year, now=session.now(now))
        scheduled = asset_schedule(found)
        name_of = names_of_year(session, workspace, found)
    own = _chosen(scheduled, found, activity, zone)
    table = list(asset_rows(own, name_of))
    if out is not None:
        write_figures(out, table)
    names = (
        "week",
        "due_by",
        "activity",
        "zone",
        "commune",
        "street",
        "asset_id",
        "amount",
        "last_done",
        "against",
    )
    headings = [session.say(f"label.{name}") for name in names]
    session.emit(
        {"year": year, "assets": own},
        [rows(headings, ([figure(session, one[name]) for name in names] for one in table), right=[7])],
    )


@command(group, "weeks")
def weeks(
    session: Session,
    target: Target,
    *,
    year: Year,
    zone: ZoneFilter = "",
    out: TableFile = None,
    now: Now = None,
) -> None:
    """Show the load plan of each zone's people week by week: what comes, what is programmed, capacity."""
    with session.workspace(target) as workspace:
        found = next_year(workspace, year, now=session.now(now))
        name_of = names_of_year(session, workspace, found)
        zones = workspace.keys(Zone)
    if zone and zone not in zones:
        raise InputError("programme.zone", found=zone, near=near_names(zone, zones))
    table = list(week_rows(found, bars(found, asset_schedule(found)), name_of, zone=zone))
    if out is not None:
        write_figures(out, table)
    names = ("week", "zone", "curative_h", "programmed_h", "load_h", "capacity_h", "percent", "state")
    lines = (
        [
            *(figure(session, one[name]) for name in names[:3]),
            number(session, sum(float(str(one[owed.name])) for owed in found.owed), 1),
            *(figure(session, one[name]) for name in names[4:-1]),
            session.say(f"programme.state.{one['state']}"),
        ]
        for one in table
    )
    headings = [session.say(f"label.{name}") for name in names]
    session.emit({"year": year, "weeks": table}, [rows(headings, lines, right=[2, 3, 4, 5, 6])])


@command(group, "publish")
def publish(
    session: Session,
    target: Target,
    *,
    year: Year,
    activity: Activity = "",
    zone: ZoneFilter = "",
    until: Until = None,
    by: By = "",
    now: Now = None,
) -> None:
    """Make the requests of the programme ahead of time, each due from its week on; none is made twice."""
    rules = session.rules_of(target, now)
    at = session.now(now)
    with session.workspace(target) as workspace:
        found = next_year(workspace, year, now=at)
        own = _chosen(asset_schedule(found), found, activity, zone)
        wanted = [one for one in own if until is None or one.week <= until]
        made = publish_programme(
            workspace, found, wanted, rules=rules, now=at, who=actor(by), language=session.language
        )
        name_of = names_of_year(session, workspace, found)
    counts = Counter((f"{one.received_at:%Y-%m}", one.source_ref.split("/")[1]) for one in made.requests)
    headings = [session.say(f"label.{name}") for name in ("month", "activity", "count")]
    lines = ((month, name_of(name), count) for (month, name), count in sorted(counts.items()))
    told = {"count": len(made.requests), "known": made.known, "over": made.over}
    session.emit(
        {"year": year, **told, "requests": [one.request_id for one in made.requests]},
        [rows(headings, lines, right=[2]), "", session.say("programme.published", **told)],
    )


def _chosen(
    scheduled: Iterable[ScheduledAsset], found: NextYear, activity: str, zone: str
) -> tuple[ScheduledAsset, ...]:
    """Return the assets of an activity and a zone; empty means all, an unknown activity is refused."""
    known = [one.name for one in found.owed]
    if activity and activity not in known:
        raise InputError("programme.activity", found=activity, expected=", ".join(known))
    return tuple(
        one
        for one in scheduled
        if (not activity or one.activity == activity) and (not zone or one.zone == zone)
    )


def _read(asked: list[str] | None, read: Callable[[str], tuple[str, V]], refused: str) -> dict[str, V]:
    """Return what options say of activities; ``InputError`` of a code for one that cannot be read."""
    found: dict[str, V] = {}
    for one in asked or ():
        try:
            found |= [read(one)]
        except ValueError as error:
            raise InputError(refused, found=one) from error
    return found


def _objectives(found: NextYear, language: str) -> list[dict[str, object]]:
    return [
        {
            "activity": one.name,
            "quantity": one.quantity,
            "unit": one.rule.unit,
            "there": one.there,
            "floor": one.objective.floor,
            "due": one.objective.due,
            "weight": one.objective.weight,
            "months": one.months,
            "crew_days": one.crew_days,
            "hours": one.hours,
            "source": one.objective.source.spoken(language),
        }
        for one in found.owed
    ]


def _data(session: Session, found: NextYear, name_of: NameOf, as_it_is: NextYear | None) -> dict[str, object]:
    data: dict[str, object] = {
        "year": found.year,
        "past": {"from": found.past.first, "to": found.past.last, "interventions": found.past.interventions},
        "forecast": {
            "way": found.forecast.way,
            "held_back_years": found.forecast.held_back_years,
            "miss_percent": found.forecast.miss_percent,
            "spread": found.forecast.spread,
        },
        "objectives": _objectives(found, session.language),
        "load_h": found.after.load,
        "capacity_h": found.after.capacity,
        "percent": found.after.percent,
        "moves": found.moves,
        "rows": list(load_rows(found, name_of)),
        "findings": findings(found, name_of),
    }
    if as_it_is is not None:
        data["as_it_is"] = {"percent": as_it_is.after.percent, "rows": list(load_rows(as_it_is, name_of))}
    return data


def _shown(
    session: Session, found: NextYear, name_of: NameOf, as_it_is: NextYear | None
) -> Iterator[RenderableType]:
    shown = months_shown(found, as_it_is=as_it_is)
    yield _table(session, shown, right=range(1, len(shown.headings) - 1))
    yield ""
    yield from (session.text(one) for one in findings(found, name_of))


def _table(session: Session, shown: Section, *, right: Iterable[int]) -> Table:
    lines = (
        [session.text(cell) if isinstance(cell, Message) else cell for cell in line] for line in shown.rows
    )
    return rows([session.text(one) for one in shown.headings], lines, right=right)
