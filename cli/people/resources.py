# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard agents`` and ``regard absences``: people, what is agreed with them, and when they are away."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Annotated

import typer
from rich.console import RenderableType
from shapely.geometry import Point

from ...core.errors import InputError
from ...core.resources import Absence
from ...planner.resources import people
from ..arguments import Target, parse_day, parse_moment, parse_point
from ..command import command
from ..session import Session
from ..tables import facts, rows
from ..usage import WrongValue
from ..wording import means_name, moment
from .agent_list import list_agents

agents_group = typer.Typer(help="Agents: their cards, restrictions, on-call duty and call-outs.")
absences_group = typer.Typer(help="Absences, without reasons.")


def parse_time(text: str) -> time:
    """Return a time of day as 07:30; ``WrongValue`` says what else was found."""
    try:
        found = time.fromisoformat(text)
    except ValueError as error:
        raise WrongValue("usage.not_clock", found=text) from error
    if found.tzinfo is not None:
        raise WrongValue("usage.time_zone", found=text)
    return found


AgentArgument = Annotated[str, typer.Argument(metavar="AGENT", help="The agent, by id.")]
Name = Annotated[str | None, typer.Option("--name", help="First and last name.")]
Home = Annotated[
    Point | None,
    typer.Option("--home", parser=parse_point, metavar="X,Y", help="Home, in the workspace's CRS."),
]
DepotOption = Annotated[
    str | None, typer.Option("--depot", metavar="ID", help="Where the day begins instead.")
]
ZoneOption = Annotated[str | None, typer.Option("--zone", metavar="ID", help="The usual sector.")]
Vehicle = Annotated[str | None, typer.Option("--vehicle", help="van or truck.")]
Phone = Annotated[str | None, typer.Option("--phone", help="The phone of the service.")]
Contact = Annotated[str | None, typer.Option("--contact", help="How the agent prefers to be reached.")]
DayStart = Annotated[
    time | None, typer.Option("--day-start", parser=parse_time, metavar="TIME", help="As 07:30.")
]
DayEnd = Annotated[
    time | None, typer.Option("--day-end", parser=parse_time, metavar="TIME", help="As 16:30.")
]
LunchStart = Annotated[
    time | None, typer.Option("--lunch-start", parser=parse_time, metavar="TIME", help="Not before.")
]
LunchEnd = Annotated[
    time | None, typer.Option("--lunch-end", parser=parse_time, metavar="TIME", help="Over by then.")
]
LunchMin = Annotated[int | None, typer.Option("--lunch-min", min=0, max=240, help="Minutes of the break.")]
OvertimeMin = Annotated[
    int | None, typer.Option("--overtime-min", min=0, max=600, help="Most minutes of overtime.")
]
FirstDay = Annotated[
    date, typer.Option("--from", parser=parse_day, metavar="DATE", help="The first day, as 2026-06-03.")
]
LastDay = Annotated[
    date, typer.Option("--until", parser=parse_day, metavar="DATE", help="The last day, included.")
]
Starts = Annotated[
    datetime, typer.Option("--from", parser=parse_moment, metavar="TIME", help="As 2026-06-03 18:00.")
]
Ends = Annotated[
    datetime, typer.Option("--until", parser=parse_moment, metavar="TIME", help="As 2026-06-04 07:00.")
]
Kind = Annotated[str, typer.Option("--kind", help="A restriction of resources/rules/resources.yaml.")]
ForOrder = Annotated[str, typer.Option("--order", metavar="ID", help="The order that it was for.")]
AbsentAgent = Annotated[str, typer.Option("--agent", metavar="AGENT", help="The agent.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    command(agents_group, "list")(list_agents)
    root.add_typer(agents_group, name="agents")
    root.add_typer(absences_group, name="absences")


@command(agents_group, "add")
def add(
    session: Session,
    target: Target,
    agent: AgentArgument,
    *,
    name: Name = None,
    home: Home = None,
    depot: DepotOption = None,
    zone: ZoneOption = None,
    day_start: DayStart = None,
    day_end: DayEnd = None,
    lunch_start: LunchStart = None,
    lunch_end: LunchEnd = None,
    lunch_min: LunchMin = None,
    overtime_min: OvertimeMin = None,
    vehicle: Vehicle = None,
    phone: Phone = None,
    contact: Contact = None,
) -> None:
    """Add an agent with an ordinary day of work."""
    if name is None or home is None:
        raise InputError("agent.needs", agent=agent)
    given = _given(
        zone=zone,
        day_start=day_start,
        day_end=day_end,
        lunch_start=lunch_start,
        lunch_end=lunch_end,
        lunch_min=lunch_min,
        overtime_min=overtime_min,
        vehicle=vehicle,
        phone=phone,
        depot=depot,
        contact=contact,
    )
    made = people.ordinary_agent(agent, {"name": name, "home": home, **given})
    with session.workspace(target) as workspace:
        people.add_agent(workspace, made, who=getpass.getuser())
        card = people.agent_card(workspace, agent)
    session.emit(card, _card(session, card))


@command(agents_group, "edit")
def edit(
    session: Session,
    target: Target,
    agent: AgentArgument,
    *,
    name: Name = None,
    home: Home = None,
    depot: DepotOption = None,
    zone: ZoneOption = None,
    day_start: DayStart = None,
    day_end: DayEnd = None,
    lunch_start: LunchStart = None,
    lunch_end: LunchEnd = None,
    lunch_min: LunchMin = None,
    overtime_min: OvertimeMin = None,
    vehicle: Vehicle = None,
    phone: Phone = None,
    contact: Contact = None,
) -> None:
    """Change what is said of an agent; what is not given stays."""
    values = _given(
        name=name,
        home=home,
        depot=depot,
        zone=zone,
        day_start=day_start,
        day_end=day_end,
        lunch_start=lunch_start,
        lunch_end=lunch_end,
        lunch_min=lunch_min,
        overtime_min=overtime_min,
        vehicle=vehicle,
        phone=phone,
        contact=contact,
    )
    with session.workspace(target) as workspace:
        people.edit_agent(workspace, agent, values, who=getpass.getuser())
        card = people.agent_card(workspace, agent)
    session.emit(card, _card(session, card))


@command(agents_group, "show")
def show(session: Session, target: Target, agent: AgentArgument) -> None:
    """Show the card of an agent: skills with dates, sector, restrictions, duty."""
    with session.workspace(target) as workspace:
        card = people.agent_card(workspace, agent)
    session.emit(card, _card(session, card))


@command(agents_group, "restrict")
def restrict(
    session: Session,
    target: Target,
    agent: AgentArgument,
    *,
    kind: Kind,
    first: FirstDay,
    last: LastDay,
) -> None:
    """Note what an agent does not do until a day; no reason is asked or kept."""
    with session.workspace(target) as workspace:
        made = people.restrict(workspace, agent, kind, first, last, who=getpass.getuser())
    session.emit(made, [session.say("cli.restricted", agent=agent, kind=kind, last=last)])


@command(agents_group, "on-call")
def put_on_call(
    session: Session, target: Target, agent: AgentArgument, *, starts: Starts, ends: Ends
) -> None:
    """Put an agent on call."""
    with session.workspace(target) as workspace:
        made = people.add_duty(workspace, agent, starts, ends, who=getpass.getuser())
    session.emit(made, [session.say("cli.on_call", agent=agent, start=moment(starts), end=moment(ends))])


@command(agents_group, "called-out")
def called_out(
    session: Session,
    target: Target,
    agent: AgentArgument,
    *,
    starts: Starts,
    ends: Ends,
    order: ForOrder = "",
) -> None:
    """Note a call-out: the agent rests before the next day begins."""
    with session.workspace(target) as workspace:
        made = people.add_call_out(workspace, agent, starts, ends, who=getpass.getuser(), order_id=order)
    session.emit(made, [session.say("cli.called_out", agent=agent, end=moment(ends))])


@command(absences_group, "add")
def add_absence(
    session: Session, target: Target, *, agent: AbsentAgent, first: FirstDay, last: LastDay
) -> None:
    """Note that an agent is away from one day to another."""
    with session.workspace(target) as workspace:
        made = people.add_absence(workspace, agent, first, last, who=getpass.getuser())
    session.emit(
        made, [session.say("cli.absence_added", absence=made.absence_id, agent=agent, first=first, last=last)]
    )


@command(absences_group, "remove")
def remove_absence(
    session: Session,
    target: Target,
    absence: Annotated[str, typer.Argument(metavar="ABSENCE", help="The absence, by id.")],
) -> None:
    """Take an absence back."""
    with session.workspace(target) as workspace:
        gone = people.remove_absence(workspace, absence, who=getpass.getuser())
    session.emit(gone, [session.say("cli.absence_removed", absence=absence, agent=gone.agent_id)])


@command(absences_group, "list")
def list_absences(session: Session, target: Target) -> None:
    """List the absences by their first day."""
    with session.workspace(target) as workspace:
        found = sorted(workspace.all(Absence), key=lambda own: (own.first_day, own.agent_id))
    headings = [session.say(f"label.{name}") for name in ("absence", "agent", "first_day", "last_day")]
    lines = [(own.absence_id, own.agent_id, own.first_day, own.last_day) for own in found]
    session.emit({"absences": found}, [rows(headings, lines)])


def _given(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def _card(session: Session, card: people.AgentCard) -> Iterator[RenderableType]:
    rules, agent = session.rule_book(), card.agent
    yield f"{agent.agent_id}  {agent.name}"
    yield facts(
        [
            (session.say("label.zone"), agent.zone or None),
            (session.say("label.depot"), agent.depot or None),
            (session.say("label.day"), f"{agent.day_start:%H:%M} - {agent.day_end:%H:%M}"),
            (session.say("label.agent_phone"), agent.phone or None),
            (session.say("label.contact"), agent.contact or None),
            (session.say("label.crew_names"), ", ".join(crew.name for crew in card.crews) or None),
        ]
    )
    if card.skills:
        yield ""
        yield rows(
            [session.say("label.skill"), session.say("label.valid_until")],
            [(means_name(session, rules, own.skill), own.valid_until) for own in card.skills],
        )
    for restriction in card.restrictions:
        yield session.say(
            "cli.restricted", agent=agent.agent_id, kind=restriction.kind, last=restriction.last_day
        )
    for duty in card.duties:
        start, end = moment(duty.starts_at), moment(duty.ends_at)
        yield session.say("cli.on_call", agent=agent.agent_id, start=start, end=end)
