# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard calendar``: fairs, markets, frost, roadworks… that the programme of a year keeps clear of."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import shapely
import typer
from shapely.geometry import MultiPolygon, Polygon

from ...core.errors import InputError
from ...planner.programme.calendar import (
    add_event,
    bring_events,
    names_known,
    remove_events,
    stored_events,
)
from ...planner.rule_versions import programme_rules_of
from ...steering.programme.calendar import CalendarEvent, DatedEvent
from ...store.calendar_files import read_events, write_events
from ...store.layer_files import open_layers
from ..arguments import By, Now, Source, Target, actor, parse_day
from ..command import command
from ..session import Session
from ..tables import rows

group = typer.Typer(
    help="Events that the programme of a year keeps clear of: fairs, markets, frost, roadworks."
)

YearFilter = Annotated[
    int | None, typer.Option("--year", min=2000, max=2200, metavar="YYYY", help="Only events of this year.")
]
CsvFile = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write them as a .csv that can be imported again."),
]
Keys = Annotated[list[str], typer.Argument(metavar="EVENT...", help="The events, by id.")]
Kind = Annotated[str, typer.Option("--kind", metavar="KIND", help="A kind of programme.yaml, as market.")]
Name = Annotated[str, typer.Option("--name", metavar="TEXT", help="What it is called.")]
First = Annotated[
    date, typer.Option("--from", parser=parse_day, metavar="DATE", help="The first day, as 2026-06-03.")
]
Last = Annotated[
    date | None,
    typer.Option(
        "--to",
        parser=parse_day,
        metavar="DATE",
        help="The last day; none: as its kind says, or until further notice.",
    ),
]
Weekdays = Annotated[
    list[str] | None, typer.Option("--weekday", metavar="DAY", help="Only on mon, tue…; may be repeated.")
]
Activities = Annotated[
    list[str] | None, typer.Option("--activity", metavar="NAME", help="Only for this one; may be repeated.")
]
Zones = Annotated[
    list[str] | None, typer.Option("--zone", metavar="ID", help="Only in this zone; may be repeated.")
]
Communes = Annotated[
    list[str] | None, typer.Option("--commune", metavar="NAME", help="Only in this commune; may be repeated.")
]
Streets = Annotated[
    list[str] | None, typer.Option("--street", metavar="NAME", help="Only in this street; may be repeated.")
]
EquipmentOption = Annotated[
    str, typer.Option("--equipment", metavar="ID", help="The equipment that is away, a piece or a kind.")
]
SaidBy = Annotated[str, typer.Option("--source", metavar="TEXT", help="Who said so.")]
DrawnArea = Annotated[
    Path | None, typer.Option("--drawn", metavar="FILE", help="A layer with the areas that it is in.")
]
Key = Annotated[str, typer.Option("--id", metavar="EVENT", help="Its id; by default the next.")]
Seen = Annotated[
    int | None,
    typer.Option(
        "--seen",
        min=0,
        metavar="VERSION",
        help="With --id: the version of the event that you looked at, as shown by: regard calendar list; "
        "refused if it has changed since.",
    ),
]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="calendar")


@command(group, "list")
def list_events(
    session: Session, target: Target, *, year: YearFilter = None, out: CsvFile = None, now: Now = None
) -> None:
    """List the events with what they are about; write them as a file to edit and import again."""
    with session.workspace(target) as workspace:
        day = session.now(now).date()
        rules = programme_rules_of(workspace, day).calendar
        dated = [DatedEvent.of(one, rules) for one in stored_events(workspace)]
    found = [one for one in dated if year is None or one.event.first_day.year <= year <= one.last_day.year]
    if out is not None:
        write_events(out, [one.event for one in found])
    names = (
        "event_id",
        "kind",
        "name",
        "first_day",
        "last_day",
        "weekdays",
        "activity",
        "where",
        "binding",
        "seen",
    )
    lines = (
        (
            one.event.event_id,
            one.kind.label.spoken(session.language),
            one.event.name,
            one.event.first_day,
            None if one.last_day == date.max else one.last_day,
            ", ".join(one.event.weekdays),
            ", ".join(one.event.activities),
            _where(session, one.event),
            session.say("cli.yes") if one.kind.binding else "",
            one.event.version,
        )
        for one in found
    )
    data = [
        {"event": one.event, "last_day": one.last_day, "label": one.kind.label, "binding": one.kind.binding}
        for one in found
    ]
    session.emit({"events": data}, [rows([session.say(f"label.{name}") for name in names], lines)])


@command(group, "import")
def import_events(session: Session, target: Target, file: Source, *, by: By = "", now: Now = None) -> None:
    """Import events from a CSV file, all or none; those of an id that is there already are replaced."""
    with session.workspace(target) as workspace:
        day = session.now(now).date()
        events = read_events(file, known=names_known(workspace, day))
        found = bring_events(workspace, events, day=day, who=actor(by))
    told = {"new": found.new, "changed": found.changed, "same": found.same}
    session.emit(told, [session.say("calendar.imported", **told)])


@command(group, "add")
def add(
    session: Session,
    target: Target,
    *,
    kind: Kind,
    name: Name,
    first: First,
    last: Last = None,
    weekday: Weekdays = None,
    activity: Activities = None,
    zone: Zones = None,
    commune: Communes = None,
    street: Streets = None,
    equipment: EquipmentOption = "",
    source: SaidBy = "",
    drawn: DrawnArea = None,
    key: Key = "",
    seen: Seen = None,
    by: By = "",
    now: Now = None,
) -> None:
    """Add one event; with --id, replace the one of the same id if there is one."""
    with session.workspace(target) as workspace:
        day = session.now(now).date()
        event = CalendarEvent(
            event_id=key,
            kind=kind,
            name=name,
            first_day=first,
            last_day=last,
            weekdays=tuple(weekday or ()),
            activities=tuple(activity or ()),
            zones=tuple(zone or ()),
            communes=tuple(commune or ()),
            streets=tuple(street or ()),
            equipment=equipment,
            source=source,
            area=None if drawn is None else _area(drawn, workspace.crs),
        )
        if key:
            looked_at = {} if seen is None else {key: seen}
            bring_events(workspace, [event], day=day, who=actor(by), seen=looked_at)
        else:
            event = add_event(workspace, event, day=day, who=actor(by))
    session.emit(event, [session.say("calendar.added", event=event.event_id)])


@command(group, "remove")
def remove(session: Session, target: Target, events: Keys, *, by: By = "") -> None:
    """Take events out of the calendar."""
    with session.workspace(target) as workspace:
        gone = remove_events(workspace, events, who=actor(by))
    session.emit({"removed": gone}, [session.say("calendar.removed", count=len(gone))])


def _where(session: Session, event: CalendarEvent) -> str:
    named = [*event.zones, *event.communes, *event.streets, *([event.equipment] if event.equipment else [])]
    return ", ".join([*named, *([session.say("calendar.drawn")] if event.area is not None else [])])


def _area(file: Path, crs: str) -> Polygon | MultiPolygon:
    layers = open_layers(file)
    shapes = [one for name in layers.layer_names() for one in layers.read_layer(name).to_crs(crs).geometry]
    whole = shapely.union_all([one for one in shapes if one is not None])
    if not isinstance(whole, Polygon | MultiPolygon) or whole.is_empty:
        raise InputError("calendar.area", file=file, found=whole.geom_type)
    return whole
