# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard kpi``: the indicators of a week, month or year, their formulas, and the orders behind them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from ...planner.figures.figures import Filters, figures_of, indicator_rules_of, orders_behind
from ...planner.figures.spoken import figure_table, names_of
from ...planner.ports import Workspace
from ...steering.figures.figure import Figure, Part
from ...steering.figures.indicator_rules import IndicatorRule
from ...steering.figures.periods import Period, parse_period
from ...steering.figures.sentence import NameOf, not_over_text, sentence, value_text
from ...store.figure_files import write_figures
from ..arguments import Now, Target
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import figure

group = typer.Typer(help="Indicators of a week, month or year: values, formulas, the orders behind them.")

PeriodArgument = Annotated[
    str, typer.Option("--period", metavar="2026-W23|2026-06|2026", help="A week, a month or a year.")
]
IndicatorNames = Annotated[
    list[str] | None, typer.Option("--indicator", metavar="CODE", help="Only this one; may be repeated.")
]
IndicatorName = Annotated[str, typer.Option("--indicator", metavar="CODE", help="The indicator.")]
ZoneFilter = Annotated[str, typer.Option("--zone", metavar="ID", help="Only this zone.")]
TeamFilter = Annotated[str, typer.Option("--team", metavar="ID", help="Only this crew.")]
TypeFilter = Annotated[str, typer.Option("--type", metavar="CODE", help="Only this type of work.")]
OutFile = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Write it too, as .xlsx or .csv.")
]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="kpi")


@command(group, "show")
def show(
    session: Session,
    target: Target,
    *,
    period: PeriodArgument,
    indicator: IndicatorNames = None,
    zone: ZoneFilter = "",
    team: TeamFilter = "",
    type_: TypeFilter = "",
    out: OutFile = None,
    now: Now = None,
) -> None:
    """Show indicators with target, the period before, the year before, and what drives each."""
    when = parse_period(period)
    with session.workspace(target) as workspace:
        found = figures_of(
            workspace,
            when,
            indicators=indicator or (),
            filters=Filters(zone, team, type_),
            as_of=session.now(now),
        )
        name_of = names(session, workspace)
    if out is not None:
        write_figures(out, figure_table(found, when, session.text, name_of, language=session.language))
    session.emit(_data(session, found, when, name_of), _shown(session, found, when, name_of))


@command(group, "orders")
def orders(
    session: Session,
    target: Target,
    *,
    period: PeriodArgument,
    indicator: IndicatorName,
    zone: ZoneFilter = "",
    team: TeamFilter = "",
    type_: TypeFilter = "",
    now: Now = None,
) -> None:
    """List the orders behind an indicator, with what each adds to its measures."""
    when = parse_period(period)
    with session.workspace(target) as workspace:
        found = orders_behind(
            workspace, when, indicator, filters=Filters(zone, team, type_), as_of=session.now(now)
        )
    measures = list(dict.fromkeys(name for one in found for name in one if name not in _NAMES))
    lines = [[figure(session, one.get(name)) for name in (*_NAMES, *measures)] for one in found]
    headings = [*(session.say(f"label.{name}") for name in _NAMES), *measures]
    head = session.say("cli.kpi_orders", count=len(found), indicator=indicator, period=when.name)
    data = {"period": when.name, "indicator": indicator, "orders": found}
    session.emit(data, [head, rows(headings, lines, right=range(3, len(headings)))])


@command(group, "formulas")
def formulas(session: Session, target: Target, *, period: PeriodArgument) -> None:
    """Show every indicator with its formula, source, period, owner and target, as they hold in a period."""
    when = parse_period(period)
    with session.workspace(target) as workspace:
        rules = indicator_rules_of(workspace, when)
    headings = [session.say(f"label.{n}") for n in ("indicator", "formula", "source", "owner", "target")]
    lines = [
        (
            one.code,
            one.formula,
            one.source.spoken(session.language),
            one.owner.spoken(session.language),
            figure(session, one.target),
        )
        for one in rules.indicators.values()
    ]
    data = {"version": rules.version, "indicators": [_about(session, o) for o in rules.indicators.values()]}
    session.emit(data, [rows(headings, lines)])


_NAMES = ("order", "zone", "code")


def names(session: Session, workspace: Workspace) -> NameOf:
    """Return how zones, types and causes are called in the user's language."""
    return names_of(workspace, session.rule_book(), session.text, language=session.language)


def _data(session: Session, found: tuple[Figure, ...], period: Period, name_of: NameOf) -> dict[str, object]:
    return {
        "period": period.name,
        "from": period.first,
        "to": period.last,
        "not_over_as_of": next((one.seen_at for one in found if one.seen_at), None),
        "indicators": [
            {
                **_about(session, one.rule),
                "value": one.value,
                "previous": one.previous,
                "year_before": one.year_before,
                "meets_target": one.meets_target,
                "known_on": one.known_on,
                "zones": _parts(one.zones),
                "teams": _parts(one.teams),
                "types": _parts(one.types),
                "main_cause": one.cause,
                "sentence": sentence(one, session.text, name_of, language=session.language),
            }
            for one in found
        ],
    }


def _parts(parts: tuple[Part, ...]) -> dict[str, float | None]:
    return {part.group: part.value for part in parts}


def _about(session: Session, rule: IndicatorRule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.label.spoken(session.language),
        "meaning": rule.meaning.spoken(session.language),
        "unit": rule.unit,
        "formula": rule.formula,
        "source": rule.source.spoken(session.language),
        "period": rule.period,
        "owner": rule.owner.spoken(session.language),
        "target": rule.target,
        "direction": rule.direction,
    }


def _shown(
    session: Session, found: tuple[Figure, ...], period: Period, name_of: NameOf
) -> Iterator[RenderableType]:
    yield session.say("cli.kpi_head", period=period.name, first=period.first, last=period.last)
    if not_over := next((one.seen_at for one in found if one.seen_at), None):
        yield not_over_text(not_over, session.text)

    def said(one: Figure, value: float | None) -> str:
        return value_text(one.rule, value, session.text, session.language)

    yield rows(
        [
            session.say(f"label.{name}")
            for name in ("indicator", "value", "target", "previous", "year_before")
        ],
        (
            (
                one.rule.label.spoken(session.language),
                said(one, one.value),
                "" if one.rule.target is None else said(one, one.rule.target),
                said(one, one.previous),
                said(one, one.year_before),
            )
            for one in found
        ),
        right=[1, 2, 3, 4],
    )
    yield ""
    for one in found:
        if one.value is not None or one.known_on is not None:
            yield sentence(one, session.text, name_of, language=session.language)
