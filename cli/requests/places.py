# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard addresses`` and ``regard parcels``: import an address base or a cadastre, find a place in it."""

from __future__ import annotations

from typing import Annotated

import typer
from shapely.geometry import Point

from ...planner.intake.addresses import address_book, import_addresses
from ...planner.intake.parcels import find_parcels, import_parcels
from ...store.address_files import read_addresses
from ...store.layer_files import open_layers
from ..arguments import Source, Target
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import number, place, word

addresses_group = typer.Typer(help="The address base: import a BAN file, find an address.")
parcels_group = typer.Typer(help="Cadastral parcels: import, find.")

Text = Annotated[str, typer.Argument(metavar="TEXT", help="What was said or written.")]
Most = Annotated[int, typer.Option("--most", min=1, max=50, help="How many are proposed.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(addresses_group, name="addresses")
    root.add_typer(parcels_group, name="parcels")


@command(addresses_group, "import")
def import_ban(session: Session, target: Target, file: Source) -> None:
    """Import the French address base (BAN, CSV or CSV.gz) in place of the one that is there."""
    with session.workspace(target) as workspace:
        addresses, streets = import_addresses(workspace, read_addresses(file, crs=workspace.crs))
    session.emit(
        {"addresses": addresses, "streets": streets},
        [session.say("cli.addresses_imported", addresses=addresses, streets=streets)],
    )


@command(addresses_group, "find")
def find_address(session: Session, target: Target, text: Text, *, most: Most = 5) -> None:
    """Find an address, whatever its spelling: the likeliest ones with their place."""
    with session.workspace(target) as workspace:
        found = address_book(workspace).search(text, most=most)
    names = ("address", "place", "likeness", "exact_number")
    table = rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                one.label,
                place(Point(one.x, one.y)),
                number(session, one.score),
                word(session, "answer.yes" if one.is_exact_number else "answer.no"),
            )
            for one in found
        ),
        right=[2],
    )
    session.emit({"addresses": found}, [table if found else session.say("cli.nothing_alike", text=text)])


@command(parcels_group, "import")
def import_cadastre(session: Session, target: Target, file: Source) -> None:
    """Import the parcels of a cadastre (GeoPackage, shapefile, GeoJSON) in place of those that are there."""
    with session.workspace(target) as workspace:
        count = import_parcels(workspace, open_layers(file))
    session.emit({"parcels": count}, [session.say("cli.parcels_imported", count=count)])


@command(parcels_group, "find")
def find_parcel(session: Session, target: Target, text: Text) -> None:
    """Find a parcel by section and number, such as AB 123, or by its whole id."""
    with session.workspace(target) as workspace:
        found = find_parcels(workspace, text)
    table = rows(
        [session.say(f"label.{name}") for name in ("parcel", "place")],
        ((one.parcel_id, place(one.place)) for one in found),
    )
    session.emit({"parcels": found}, [table if found else session.say("cli.nothing_alike", text=text)])
