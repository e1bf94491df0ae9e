# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard workspace``: create, describe, migrate; the journal and undo."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import RenderableType

from ...planner.informing.restricted_notes import RESTRICTED_TABLES
from ...store.attachment_folder import share_folder
from ...store.migrations import migrate_workspace
from ...store.server_roles import grant_role, revoke_role
from ...store.tables import RECORD_KINDS
from ...store.workspaces import create_workspace
from ..arguments import Target
from ..command import command
from ..session import Session
from ..tables import facts, listed, rows
from ..wording import command_words, moment, number, word

group = typer.Typer(help="Create, describe and migrate workspaces; see and undo what was done.")

Crs = Annotated[str, typer.Option("--crs", help="A projected system in metres with an EPSG code.")]
Key = Annotated[str, typer.Option("--key", metavar="ID", help="Only what happened to this record.")]
Last = Annotated[int, typer.Option("--last", min=1, help="How many lines to show.")]
SharedFolder = Annotated[
    Path, typer.Argument(metavar="DIR", help="A folder that every machine of the service reaches.")
]
RoleOption = Annotated[
    str, typer.Option("--role", metavar="ROLE", help="dispatcher, technician, manager or confidant.")
]
UserOption = Annotated[str, typer.Option("--to", metavar="USER", help="Who is given it: a login.")]
LeaverOption = Annotated[str, typer.Option("--from", metavar="USER", help="Who loses it: a login.")]
CommandNumber = Annotated[int, typer.Option("--command", metavar="N", help="The command to undo.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="workspace")


@command(group, "create")
def create(session: Session, target: Target, *, crs: Crs = "EPSG:2154") -> None:
    """Create an empty workspace."""
    workspace = create_workspace(target, crs=crs)
    workspace.close()
    data = {"workspace": workspace.url, "crs": workspace.crs}
    session.emit(data, [session.say("cli.created", target=workspace.url, crs=workspace.crs)])


@command(group, "info")
def info(session: Session, target: Target) -> None:
    """Show what a workspace holds."""
    with session.workspace(target) as workspace:
        counts = {name: workspace.count(kind) for name, kind in RECORD_KINDS.items()}
        data = {
            "workspace": workspace.url,
            "crs": workspace.crs,
            "schema_version": workspace.meta.schema_version,
            "created_at": workspace.meta.created_at,
            "records": counts,
            "layers": workspace.layer_names(),
        }
    session.emit(data, _described(session, data))


def _described(session: Session, data: dict[str, Any]) -> Iterator[RenderableType]:
    yield facts((session.say(f"label.{name}"), data[name]) for name in ("workspace", "crs", "schema_version"))
    filled = [(name, number(session, count)) for name, count in data["records"].items() if count]
    if filled:
        yield rows((session.say("label.table"), session.say("label.records")), filled, right=[1])
    yield facts([(session.say("label.layers"), listed(data["layers"]))])


@command(group, "migrate")
def migrate(session: Session, target: Target) -> None:
    """Bring a workspace of an older Regard up to this one; the file is copied first."""
    done = migrate_workspace(target)
    if done.backup is None:
        said = session.say("cli.migrated_nothing", target=target, version=done.to_version)
    else:
        said = session.say("cli.migrated", target=target, version=done.to_version, backup=done.backup)
    session.emit(done, [said])


@command(group, "files")
def files(session: Session, target: Target, folder: SharedFolder) -> None:
    """Say in which folder photos and plans of a workspace on a server lie: one that everybody reaches."""
    with session.workspace(target) as workspace:
        shared = share_folder(workspace, folder)
    session.emit({"folder": shared}, [session.say("cli.files_shared", target=target, folder=shared)])


@command(group, "grant")
def grant(session: Session, target: Target, *, role: RoleOption, user: UserOption) -> None:
    """Give a login of the server a role in a workspace, with no more rights than that role needs."""
    joined = grant_role(target, role=role, user=user)
    data = {"role": role, "user": user, "group": joined}
    session.emit(data, [session.say("cli.role_given", user=user, role=role, target=target, group=joined)])


@command(group, "revoke")
def revoke(session: Session, target: Target, *, role: RoleOption, user: LeaverOption) -> None:
    """Take a role in a workspace away from a login of the server."""
    left = revoke_role(target, role=role, user=user)
    data = {"role": role, "user": user, "group": left}
    session.emit(data, [session.say("cli.role_taken", user=user, role=role, target=target, group=left)])


@command(group, "check")
def check(session: Session, target: Target) -> None:
    """Replay the journal and compare it with the records; what differs was not written by Regard."""
    with session.workspace(target) as workspace:
        found = workspace.discrepancies()
    if not found:
        session.emit({"differences": found}, [session.say("cli.consistent")])
        return
    headings = [session.say(f"label.{name}") for name in ("table", "key", "difference")]
    lines = ((one.table, one.key, session.say(f"difference.{one.kind}")) for one in found)
    session.emit({"differences": found}, [rows(headings, lines)])
    raise typer.Exit(1)


@command(group, "journal")
def journal(session: Session, target: Target, *, key: Key = "", last: Last = 20) -> None:
    """Show what was written: when, by whom, by which command."""
    with session.workspace(target) as workspace:
        entries = workspace.journal(key=key or None, last=last)
    data = [
        {
            "seq": entry.seq,
            "command_id": entry.command_id,
            "at": entry.at,
            "who": entry.who,
            "login": entry.login,
            "command": entry.command,
            "undoes": entry.undoes,
            "table": entry.change.table,
            "key": entry.change.key,
            "before": _told(entry.change.table, entry.change.before),
            "after": _told(entry.change.table, entry.change.after),
        }
        for entry in entries
    ]
    headings = [
        session.say(f"label.{name}") for name in ("command_id", "at", "who", "command", "table", "key")
    ]
    lines = (
        (
            entry.command_id,
            moment(entry.at),
            entry.author,
            command_words(session, entry.command),
            word(session, f"table.{entry.change.table}"),
            entry.change.key,
        )
        for entry in entries
    )
    session.emit(data, [rows(headings, lines, right=[0])])


def _told(table: str, record: str | None) -> object:
    """Return what the journal holds of a record; of one that is for few, nothing."""
    return None if record is None or table in RESTRICTED_TABLES else json.loads(record)


@command(group, "undo")
def undo(session: Session, target: Target, *, command_id: CommandNumber = 0) -> None:
    """Take back the latest command, or the one named, by a new journaled command."""
    with session.workspace(target) as workspace:
        undone = workspace.undo(who=getpass.getuser(), command_id=command_id or None)
    data = {"command_id": undone.command_id, "command": undone.command, "who": undone.who, "at": undone.at}
    what = command_words(session, undone.command)
    session.emit(data, [session.say("cli.undone", command=what, who=undone.who, at=moment(undone.at))])
