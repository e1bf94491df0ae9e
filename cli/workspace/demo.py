# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard demo``: build the demonstration town."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ...demo.build import build_demo
from ...demo.town import generate_town
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import number

group = typer.Typer(help="The demonstration town.")

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Where the town is built.")]
Osm = Annotated[Path, typer.Option("--osm", metavar="FILE", help="An OpenStreetMap extract (.osm.pbf).")]
Seed = Annotated[int, typer.Option("--seed", help="The same file and seed give the same town.")]
Seconds = Annotated[float, typer.Option("--seconds", min=0.1, help="The longest search for the tours.")]
Steps = Annotated[int, typer.Option("--iterations", min=1, help="Steps of the search, the same everywhere.")]

DEFAULT_OSM = Path("var/osm/monaco.osm.pbf")


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="demo")


@command(group, "build")
def build(
    session: Session,
    folder: Folder,
    *,
    osm: Osm = DEFAULT_OSM,
    seed: Seed = 1,
    seconds: Seconds = 30.0,
    iterations: Steps = 6_000,
) -> None:
    """Generate a town from an OpenStreetMap extract, import it and plan its day."""
    with session.progress() as progress:
        built = build_demo(osm, folder, seed=seed, seconds=seconds, iterations=iterations, progress=progress)
    data = {
        "workspace": built.workspace,
        "town": built.sources.town,
        "crs": built.sources.crs,
        "tables": built.sources.counts,
    }
    session.emit(data, [session.say("cli.demo_built", town=built.sources.town, workspace=built.workspace)])


@command(group, "sources")
def sources(session: Session, folder: Folder, *, osm: Osm = DEFAULT_OSM, seed: Seed = 1) -> None:
    """Generate a town's files only, or a region's from a larger extract, without importing them."""
    with session.progress() as progress:
        town = generate_town(osm, folder, seed=seed, progress=progress)
    data = {"folder": town.folder, "town": town.town, "crs": town.crs, "tables": town.counts}
    counts = [(table, number(session, count)) for table, count in town.counts.items()]
    session.emit(data, [rows((session.say("label.table"), session.say("label.count")), counts, right=[1])])
