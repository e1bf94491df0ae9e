# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard roads``: import the road network, say what it is, close roads for some days."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from shapely.geometry.base import BaseGeometry

from ...core.errors import InputError
from ...planner.roads.road_closures import close_road, read_closures
from ...planner.roads.roads import EDGE_LAYER, ImportedRoads, bring_roads, require_roads
from ...routing.roads.closures import Closure
from ...store.layer_files import open_layers
from ..arguments import By, Target, actor, parse_day
from ..command import command
from ..orders.closures import closure_data, closure_rows, closures, numbered, reopen
from ..session import Session
from ..wording import number

group = typer.Typer(help="The road network that travel times come from.")


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    command(group, "closures")(closures)
    command(group, "reopen")(reopen)
    root.add_typer(group, name="roads")


RoadSource = Annotated[
    Path | None,
    typer.Argument(
        metavar="FILE", help="OpenStreetMap (.osm.pbf, .osm), or saved by osmnx (.graphml, .gpkg)."
    ),
]
Place = Annotated[
    str, typer.Option("--place", metavar="NAME", help="A place to download from OpenStreetMap instead.")
]
WayOption = Annotated[int | None, typer.Option("--way", metavar="ID", help="The OpenStreetMap way to close.")]
Drawn = Annotated[
    Path | None,
    typer.Option("--drawn", metavar="FILE", help="A layer with the lines or areas that are closed."),
]
First = Annotated[
    date, typer.Option("--from", parser=parse_day, metavar="DATE", help="The first day, as 2026-06-03.")
]
Last = Annotated[
    date | None,
    typer.Option("--to", parser=parse_day, metavar="DATE", help="The last day; none: until further notice."),
]
Reason = Annotated[str, typer.Option("--reason", help="Why it is closed.")]


@command(group, "import")
def import_(session: Session, target: Target, file: RoadSource = None, *, place: Place = "") -> None:
    """Import drivable roads, in place of those imported before; closed roads stay closed."""
    source = file or place
    if not source or (file and place):
        raise InputError("cli.one_road_source")
    with session.workspace(target) as workspace, session.progress() as progress:
        found = bring_roads(workspace, source, progress=progress)
    session.emit(found, _imported(session, found))


@command(group, "info")
def info(session: Session, target: Target) -> None:
    """Say where the roads come from, of which day they are, and which are closed when."""
    with session.workspace(target) as workspace:
        if EDGE_LAYER not in workspace.layer_names():
            raise InputError("roads.not_imported")
        data = {
            "source": workspace.setting("roads.source"),
            "osm_date": workspace.setting("roads.osm_date"),
            "attribution": workspace.setting("attribution"),
        }
        closures = numbered(read_closures(workspace))
    said = _source(session, **data)
    shown = [said, *([closure_rows(session, closures)] if closures else [])]
    session.emit({**data, "closures": [closure_data(*one) for one in closures]}, shown)


@command(group, "close")
def close(
    session: Session,
    target: Target,
    *,
    first: First,
    last: Last = None,
    way: WayOption = None,
    drawn: Drawn = None,
    reason: Reason = "",
    by: By = "",
) -> None:
    """Close an OpenStreetMap way, or the streets along drawn lines or in drawn areas, for some days."""
    if (way is None) == (drawn is None):
        raise InputError("cli.one_closure")
    with session.workspace(target) as workspace:
        shapes: list[BaseGeometry | None] = [None] if drawn is None else _shapes(drawn, workspace.crs)
        streets = require_roads(workspace).streets
        found = [Closure(first, last, way, shape, reason) for shape in shapes]
        close_road(workspace, streets, found, who=actor(by))
    session.emit({"closures": len(shapes)}, [session.say("cli.roads_closed", count=len(shapes))])


def _shapes(file: Path, crs: str) -> list[BaseGeometry | None]:
    layers = open_layers(file)
    return [shape for name in layers.layer_names() for shape in layers.read_layer(name).to_crs(crs).geometry]


def _imported(session: Session, found: ImportedRoads) -> list[str]:
    lines = [
        session.say(
            "cli.roads_imported", count=number(session, found.edges), turns=number(session, found.turns)
        )
    ]
    if left_out := int(found.dropped.get("turns", 0)):
        lines.append(session.say("cli.roads_turns_left_out", count=left_out))
    if pieces := int(found.dropped.get("pieces", 0)):
        lines.append(session.say("cli.roads_left_out", count=number(session, pieces)))
    return [*lines, _source(session, found.source, found.osm_date, found.attribution)]


def _source(session: Session, source: str, osm_date: str, attribution: str) -> str:
    """Say where roads come from; of their date the day is enough."""
    return session.say("cli.roads_source", source=source, osm_date=osm_date[:10], attribution=attribution)
