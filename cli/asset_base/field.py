# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard field``: the work of an agent's day as a package, and what came back from the field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated
from uuid import uuid4

import typer
from rich.console import RenderableType

from ...core.errors import InputError
from ...planner.assets.asset_base import AssetBase
from ...planner.field.package import field_package
from ...planner.field.take_in import Outcome, TakenIn, take_in
from ...store.attachment_folder import attachment_folder
from ...store.field_files import write_field_package
from ...store.field_results import field_result
from ..arguments import By, Day, Now, Target, actor
from ..command import command
from ..session import Session
from ..wording import word

field_group = typer.Typer(help="Packages for the field, and what comes back.")

AgentOption = Annotated[str, typer.Option("--agent", metavar="ID", help="Whose day it is.")]
FolderOut = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to make.")]
Sources = Annotated[
    list[Path],
    typer.Argument(metavar="SOURCE...", help="Folders or zips of packages, CSV or GeoJSON files."),
]
Attached = Annotated[
    Path | None,
    typer.Option("--attachments", metavar="DIR", help="Where files are kept; by default beside the file."),
]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(field_group, name="field")


@command(field_group, "package")
def package(
    session: Session, target: Target, *, agent: AgentOption, day: Day, out: FolderOut, now: Now = None
) -> None:
    """Write what an agent takes along for a day: orders, assets, valves, networks of others, forms."""
    with session.workspace(target) as workspace:
        book = session.rule_book(now)
        found = field_package(
            workspace,
            AssetBase(workspace),
            agent,
            day,
            book=book,
            now=session.now(now),
            workspace_id=uuid4().hex,
        )
    write_field_package(out, found)
    orders = sum(len(form.orders) for form in found.forms)
    data = {"folder": str(out), "package": found.package_id, "orders": orders, "layers": list(found.layers)}
    shown = session.say("cli.field_packed", folder=out, orders=orders, agent=found.agent_name, day=day)
    session.emit(data, [shown])


@command(field_group, "import")
def import_(
    session: Session,
    target: Target,
    sources: Sources,
    *,
    attachments: Attached = None,
    by: By = "",
    now: Now = None,
) -> None:
    """Take in what came back: orders are closed or sent back, changes of assets proposed; twice is once."""
    taken: list[TakenIn] = []
    wrong = False
    with session.workspace(target) as workspace, session.progress() as progress:
        book, folder = session.rule_book(now), attachment_folder(workspace, attachments)
        base = AssetBase(workspace)
        for source in sources:
            try:
                with field_result(source, crs=workspace.crs) as result:
                    taken += take_in(
                        workspace,
                        result,
                        book=book,
                        attachments=folder,
                        now=session.now(now),
                        who=actor(by),
                        progress=progress,
                        base=base,
                    )
            except InputError as error:
                session.complain(error.message)
                wrong = True
    session.emit(taken, _shown(session, taken))
    if wrong or any(one.outcome in (Outcome.REFUSED, Outcome.CONFLICT) for one in taken):
        raise typer.Exit(2)


def _shown(session: Session, taken: list[TakenIn]) -> Iterator[RenderableType]:
    for one in taken:
        state = word(session, f"state.{one.state}") if one.state else ""
        yield session.say(f"field.outcome.{one.outcome.value}", order=one.order_id, state=state)
        for message in one.said:
            yield f"  {session.text(message)}"
