# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard customers`` and ``regard directory``: whom an order cuts off, and whom the service can reach."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from ...core.spreadsheets import csv_table
from ...planner.assets.asset_base import AssetBase
from ...planner.import_records import import_records
from ...planner.informing.cut_customers import CutCustomers, customers_of_order
from ...store.contact_files import read_contacts
from ...store.taken_lines import naming_lines
from ...store.whole_file import write_whole
from ...workorders.informing.contacts import Addressee, CustomerContact
from ..arguments import OrderOption, Source, Target
from ..command import command
from ..session import Session
from ..tables import listed, rows

customers_group = typer.Typer(help="The customers that an order cuts off, and their contacts.")
directory_group = typer.Typer(help="Town halls, fire service, schools, operators: whom to tell and how.")

Unusable = Annotated[
    list[str] | None,
    typer.Option("--unusable", metavar="VALVE", help="A valve that does not hold; may be repeated."),
]
CsvOut = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write them as a CSV file too.")]

_COLUMNS = ("ref", "name", "is_sensitive", "phone", "mobile", "email", "place", "points")


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(customers_group, name="customers")
    root.add_typer(directory_group, name="directory")


@command(customers_group, "list")
def list_(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    unusable: Unusable = None,
    out: CsvOut = None,
) -> None:
    """List the customers that an order cuts off, the sensitive ones first, with their phones."""
    with session.workspace(target) as workspace:
        found = customers_of_order(workspace, AssetBase(workspace), order, unusable=unusable or ())
    if out is not None:
        lines = ([getattr(who, name) for name in _COLUMNS] for who in found.customers)
        write_whole(out, csv_table(_COLUMNS, lines))
    session.emit(found, _shown(session, found))


@command(customers_group, "import")
def import_customers(session: Session, target: Target, file: Source) -> None:
    """Import contacts of customers from a CSV file: all of them, or none if a line has a mistake."""
    _import(session, target, file, CustomerContact)


@command(directory_group, "import")
def import_directory(session: Session, target: Target, file: Source) -> None:
    """Import entries of the directory from a CSV file: all of them, or none if a line has a mistake."""
    _import(session, target, file, Addressee)


@command(directory_group, "list")
def list_directory(session: Session, target: Target) -> None:
    """List the directory."""
    with session.workspace(target) as workspace:
        entries = workspace.all(Addressee)
    names = ("addressee", "kind", "name", "telephone", "email", "zone", "channels")
    table = rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                entry.addressee_id,
                entry.kind,
                entry.name,
                entry.phone or entry.mobile,
                entry.email,
                entry.zone,
                listed([f"{purpose}: {channel}" for purpose, channel in (entry.channels or {}).items()]),
            )
            for entry in entries
        ),
    )
    session.emit({"directory": entries}, [table])


def _import(session: Session, target: str, file: Path, kind: type[CustomerContact | Addressee]) -> None:
    records: Sequence[object] = read_contacts(file, kind, session.rules_of(target))
    with session.workspace(target) as workspace, naming_lines({file: fields(kind)[0].name}):
        count = import_records(workspace, records, name="import contacts", who=getpass.getuser())
    session.emit({"imported": count}, [session.say("cli.contacts_imported", count=count)])


def _shown(session: Session, found: CutCustomers) -> Iterator[RenderableType]:
    names = ("customer", "name", "sensitive", "telephone", "mobile", "address", "points")
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                who.ref,
                who.name,
                session.say("cli.yes") if who.is_sensitive else "",
                who.phone,
                who.mobile,
                who.place or who.address,
                who.points,
            )
            for who in found.customers
        ),
        right=[6],
    )
    yield session.say(
        "cli.customers_cut",
        count=found.count,
        sensitive=sum(who.is_sensitive for who in found.customers),
        valves=", ".join(found.close) or "-",
        hydrants=", ".join(found.hydrants),
    )
