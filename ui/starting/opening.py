# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at a workspace before it is shown, in a worker; puts what is wrong with it into plain words."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.errors import RegardError
from ...core.progress import Progress
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.native import load_wheels_apart

if TYPE_CHECKING:
    from ...store.migrations import Migration

# what a migration can mend
OLDER = frozenset({"workspace.older", "workspace.other_build"})
GONE = "workspace.missing"


def look_at(url: str) -> str:
    """Return the address of a workspace that can be opened; ``RegardError`` says why it cannot."""
    load_wheels_apart()
    from ...store.workspaces import open_workspace

    open_workspace(url).close()
    return url


def bring_up(url: str) -> Migration:
    """Bring a workspace of an older build up to this one; a file is copied first."""
    load_wheels_apart()
    from ...store.migrations import migrate_workspace

    return migrate_workspace(url)


def copy_town(carried: Path, town: Path) -> str:
    """Return a copy of the demonstration town that the plugin carries and its photos; whole, or not there."""
    town.parent.mkdir(parents=True, exist_ok=True)
    photos = carried.with_name(f"{carried.stem}_files")
    if photos.is_dir():
        shutil.copytree(photos, town.with_name(f"{town.stem}_files"), dirs_exist_ok=True)
    partial = town.with_suffix(".part")
    shutil.copyfile(carried, partial)
    partial.replace(town)
    return look_at(str(town))


def build_town(extract: Path, folder: Path, progress: Progress) -> str:
    """Return the demonstration town, built from an OpenStreetMap extract and planned."""
    load_wheels_apart()
    from ...demo.build import build_demo

    return str(build_demo(extract, folder, progress=progress).workspace)


def trouble(error: RegardError, url: str) -> str:
    """Return what is wrong with a workspace in words for somebody who sits before QGIS."""
    name = url.rsplit("/", 1)[-1]
    match error.message.code:
        case "workspace.missing":
            text = tr("<b>{name}</b> is not there any more. Was it moved, renamed or deleted?<br>{place}")
        case "workspace.not_geopackage" | "workspace.not_one":
            text = tr(
                "<b>{name}</b> is not a workspace of Regard. If it holds your network, choose "
                "“Make a new workspace” and give it there.<br>{place}"
            )
        case "workspace.older" | "workspace.other_build":
            text = tr(
                "<b>{name}</b> was made by another version of Regard. It can be brought up to date; "
                "of a file a copy is kept first.<br>{place}"
            )
        case _:
            return say(error.message)
    return text.format(name=name, place=url)


def read_ahead() -> None:
    """Import what the first workspace of a session would wait for: most of the time that it takes."""
    load_wheels_apart()
    from ...planner.rule_versions import shipped_book

    # imported for the time that they take alone: the list and the panel of an order read with them
    from .. import order_reader, sheet_reader  # noqa: F401

    shipped_book()
