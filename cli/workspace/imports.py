# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard resources import``, with ``regard roads``."""

from __future__ import annotations

import getpass
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from ...planner.import_records import import_records
from ...store.resource_export import write_resources
from ...store.resource_files import FILES, ZONES, key_columns, read_resources
from ...store.taken_lines import naming_lines
from ..arguments import Target
from ..command import command
from ..networks import roads
from ..session import Session
from ..tables import rows

resources_group = typer.Typer(help="People and means: agents, skills, absences, equipment, stocks, zones.")

Folder = Annotated[
    Path,
    typer.Argument(metavar="FOLDER", help="Where agents.csv, skills.csv, zones.gpkg… are."),
]

NewFolder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="A folder that is empty, or not there yet.")
]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    roads.register(root)
    root.add_typer(resources_group, name="resources")


@command(resources_group, "import")
def resources(session: Session, target: Target, folder: Folder) -> None:
    """Import people and means from a folder of files, in one command: all of them or none."""
    with session.workspace(target) as workspace:
        records = read_resources(folder, rules=session.rule_book(), crs=workspace.crs)
        with naming_lines(key_columns(folder)):
            import_records(workspace, records, name="import resources", who=getpass.getuser())
    counts = Counter(type(record).__name__ for record in records)
    names = {kind.__name__: name for name, kind in FILES.items()}
    headings = (session.say("label.file"), session.say("label.count"))
    shown = ((names.get(kind, ZONES), count) for kind, count in counts.items())
    session.emit({"records": counts}, [rows(headings, shown, right=[1])])


@command(resources_group, "export")
def export(session: Session, target: Target, folder: NewFolder) -> None:
    """Write people and means into an empty folder, as the files that they can be imported from."""
    with session.workspace(target) as workspace:
        counts = write_resources(workspace, folder)
    headings = (session.say("label.records"), session.say("label.count"))
    session.emit({"files": counts}, [rows(headings, counts.items(), right=[1])])
