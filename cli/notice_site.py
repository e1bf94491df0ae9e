# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard notices deem``: the site of a dig, its operators, networks and road."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

import typer
from rich.console import RenderableType

from ..planner.notices.deem import deem_in_zone
from ..planner.notices.road import RoadDuties, road_duties
from ..workorders.road_occupancy import RoadOccupancyRules, load_road_occupancy
from .arguments import By, OrderOption, Target, actor, parse_moment
from .command import command
from .session import Session
from .tables import rows
from .wording import moment

OperatorOption = Annotated[str, typer.Option("--operator", metavar="NAME", help="The operator of a network.")]
ContactOption = Annotated[str, typer.Option("--contact", help="Who was spoken to, or what became of it.")]
CalledAt = Annotated[
    datetime, typer.Option("--at", parser=parse_moment, metavar="TIME", help="When it was called.")
]

BuiltUp = Annotated[
    bool | None, typer.Option("--built-up/--outside", help="In a built-up area or not; else by its layer.")
]
NumberOption = Annotated[
    str | None, typer.Option("--number", metavar="NUMBER", help="The road, such as D12; else by the roads.")
]
Traffic = Annotated[bool, typer.Option("--traffic/--no-traffic", help="The works hinder the traffic.")]


def register(group: typer.Typer) -> None:
    """Add the commands to those of notices."""
    command(group, "deem")(deem)
    command(group, "road")(road)


def deem(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    operator: OperatorOption,
    contact: ContactOption,
    at: CalledAt,
    by: By = "",
) -> None:
    """Note that an operator called about an urgent dig did not answer: its networks count as in the zone."""
    with session.workspace(target) as workspace:
        noted = deem_in_zone(workspace, order, operator, contact=contact, called_at=at, who=actor(by))
    session.emit({"answer": noted}, [session.say("cli.deemed", operator=operator)])


def road(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    built_up: BuiltUp = None,
    number: NumberOption = None,
    traffic: Traffic = True,
    by: By = "",
) -> None:
    """Tell who allows the works on the road beside them, by when; keep the permits to ask for."""
    rules = load_road_occupancy()
    with session.workspace(target) as workspace:
        found = road_duties(
            workspace,
            order,
            rules=rules,
            who=actor(by),
            built_up=built_up,
            number=number,
            hinders_traffic=traffic,
        )
    session.emit(found, _road(session, found, rules))


def _road(session: Session, found: RoadDuties, rules: RoadOccupancyRules) -> Iterator[RenderableType]:
    speak = session.language
    road_class = rules.roads[found.road].spoken(speak)
    yield session.say("cli.road", road=road_class, number=found.site.number, name=found.name)
    yield rows(
        [session.say(f"label.{name}") for name in ("permit", "authority", "ask_by", "ask_at_latest")],
        (
            (
                rules.authorisations[one.kind].spoken(speak),
                rules.authorities[one.authority].spoken(speak),
                moment(one.ask_by),
                moment(one.ask_at_latest),
            )
            for one in found.requests
        ),
    )
    if found.emergency is not None:
        yield session.say(
            "cli.road_emergency",
            mayor=moment(found.emergency.inform_mayor_by),
            regularise=moment(found.emergency.regularise_by),
            day=moment(found.emergency.reinstate_by),
        )
