# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard overview``, ``load``, ``lookahead``, ``outcomes``, ``postponements``: the field manager's view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

import typer
from rich.console import RenderableType

from ...core.errors import InputError
from ...planner.life.alerts import alert_gaps, gap_message
from ...planner.life.outcomes import planned_against_done
from ...planner.life.outcomes import postponements as put_off
from ...planner.life.overview import day_loads, skills_ahead, zone_counters
from ...workorders.life.variance import Tally, Variance
from ...workorders.orders import OrderState, Priority
from ..arguments import By, Day, Now, Target, actor, parse_day
from ..command import command
from ..orders.readiness import named_text
from ..session import Session, require_zone
from ..tables import rows
from ..wording import share, word

States = Annotated[list[OrderState] | None, typer.Option("--state", help="Only orders in these states.")]
Priorities = Annotated[
    list[Priority] | None, typer.Option("--priority", help="Only orders of these priorities.")
]
Days = Annotated[int, typer.Option("--days", min=1, max=92, help="How many days from --day on.")]
AbsentAgent = Annotated[str, typer.Option("--absent", metavar="AGENT", help="As if this agent were away.")]
AlertToo = Annotated[bool, typer.Option("--alert", help="Draft an alert to those who answer for people.")]
ZoneFilter = Annotated[str, typer.Option("--zone", metavar="ID", help="Only this zone.")]
First = Annotated[date, typer.Option("--from", parser=parse_day, metavar="DATE", help="The first day.")]
Last = Annotated[date, typer.Option("--until", parser=parse_day, metavar="DATE", help="The last day.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    for function in (overview, load, lookahead, outcomes, postponements):
        command(root, function.__name__)(function)


def overview(
    session: Session, target: Target, *, day: Day, state: States = None, priority: Priorities = None
) -> None:
    """Count orders, agents, work, urgent orders and waiting notices for each zone; tell what will lack."""
    with session.workspace(target) as workspace:
        zones = zone_counters(workspace, day, states=state or (), priorities=priority or ())
        gaps = skills_ahead(workspace, day)
    rules = session.rule_book()
    ahead = [session.text(named_text(session, rules, gap_message(gap))) for gap in gaps]
    names = ("zone", "name", "field_manager", "orders", "agents", "work_min", "p1", "p2", "notices_pending")
    table = rows(
        [session.say(f"label.{name}") for name in names],
        ([getattr(one, name) for name in names] for one in zones),
        right=range(3, len(names)),
    )
    session.emit({"day": day, "zones": zones, "ahead": gaps}, [table, "", *ahead] if ahead else [table])


def load(session: Session, target: Target, *, day: Day, days: Days = 7, absent: AbsentAgent = "") -> None:
    """Hold the work planned on the coming days against the people at work, as if an agent were away."""
    with session.workspace(target) as workspace:
        loads = day_loads(workspace, day, days, absent=absent)
    names = ("day", "capacity_min", "load_min", "short_min")
    table = rows(
        [session.say(f"label.{name}") for name in names],
        ([getattr(one, name) for name in names] for one in loads),
        right=[1, 2, 3],
    )
    session.emit({"days": loads}, [table])


def lookahead(
    session: Session,
    target: Target,
    *,
    day: Day,
    zone: ZoneFilter = "",
    alert: AlertToo = False,
    by: By = "",
    now: Now = None,
) -> None:
    """Find the skills that nobody at work will hold on days on which orders need them."""
    rules = session.rules_of(target, now)
    with session.workspace(target) as workspace:
        require_zone(workspace, zone)
        gaps, alerts = skills_ahead(workspace, day, zone=zone), ()
        if alert:
            alerts = alert_gaps(
                workspace,
                gaps,
                now=session.now(now),
                who=actor(by),
                say=lambda message: session.text(named_text(session, rules, message)),
            )
    shown = [session.text(named_text(session, rules, gap_message(gap))) for gap in gaps]
    data = {"day": day, "gaps": gaps, "alerts": alerts}
    session.emit(data, shown or [session.say("cli.coverage_fine")])


def outcomes(session: Session, target: Target, *, first: First, last: Last) -> None:
    """Hold what was planned against what was done, by cause, type of work and zone."""
    _in_order(first, last)
    with session.workspace(target) as workspace:
        found = planned_against_done(workspace, first, last)
    session.emit({"from": first, "to": last, **_variance_data(found)}, _variance(session, found))


def postponements(session: Session, target: Target, *, first: First, last: Last) -> None:
    """Count the causes for which orders got another day, the most frequent first."""
    _in_order(first, last)
    with session.workspace(target) as workspace:
        found = put_off(workspace, first, last)
    names = ("cause", "group", "count", "share")
    table = rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                _cause(session, row.cause),
                word(session, f"cause_group.{row.group}"),
                row.count,
                share(session, row.cumulated_share),
            )
            for row in found.rows
        ),
        right=[2, 3],
    )
    session.emit({"from": first, "to": last, "pareto": found}, [table])


def _variance_data(found: Variance) -> dict[str, object]:
    return {
        "whole": found.whole,
        "by_cause": found.by_cause,
        "by_type": found.by_type,
        "by_team": found.by_team,
        "missed": found.missed,
    }


def _variance(session: Session, found: Variance) -> Iterator[RenderableType]:
    yield _tallies(session, {"": found.whole}, "label.whole")
    yield ""
    yield rows(
        [session.say("label.cause"), session.say("label.count")],
        ((_cause(session, code), count) for code, count in found.by_cause.items()),
        right=[1],
    )
    yield ""
    yield _tallies(session, found.by_type, "label.code")
    yield ""
    yield _tallies(session, found.by_team, "label.zone")
    if found.missed:
        yield ""
        yield rows(
            [session.say(f"label.{name}") for name in ("order", "code", "zone", "cause", "in_words")],
            ((o.order_id, o.code, o.team, _cause(session, o.cause), o.comment) for o in found.missed),
        )


def _tallies(session: Session, tallies: Mapping[str, Tally], heading: str) -> RenderableType:
    names = ("planned", "done", "not_done", "open")
    return rows(
        [session.say(heading), *(session.say(f"label.count_{name}") for name in names)],
        ([key, *(getattr(one, name) for name in names)] for key, one in tallies.items()),
        right=[1, 2, 3, 4],
    )


def _cause(session: Session, code: str) -> str:
    known = session.rule_book().life.not_done
    return known[code].label.spoken(session.language) if code in known else code


def _in_order(first: date, last: date) -> None:
    if last < first:
        raise InputError("cli.days_reversed", first=first, last=last)
