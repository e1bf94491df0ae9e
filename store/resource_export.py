# SPDX-License-Identifier: GPL-3.0-or-later
"""People and means of a workspace as the folder of files that they can be imported from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

from shapely.geometry import Point

from ..core.errors import InputError
from ..planner.ports import Workspace
from .columns import geometry_kind
from .csv_writing import write_csv
from .resource_files import FILES


def write_resources(workspace: Workspace, folder: Path) -> dict[str, int]:
    """Write one CSV file for each kind that has records into a folder; return how many rows each has.

    Zones stay in the workspace, where they are a layer. ``InputError`` when the folder is not empty, or
    cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError("resources.not_empty", folder=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError("file.unwritable", file=folder, reason=error.strerror) from error
    counts: dict[str, int] = {}
    try:
        for name, kind in FILES.items():
            records: list[object] = workspace.all(kind)
            if records:
                counts[name] = write_csv(folder / name, _columns(kind), map(_row, records))
    except InputError:
        for name in counts:
            (folder / name).unlink(missing_ok=True)
        raise
    return counts


def _columns(kind: type) -> list[str]:
    hints = get_type_hints(kind)
    columns: list[str] = []
    for field in fields(kind):
        if field.name != "version":
            columns += ["x", "y"] if geometry_kind(hints[field.name]) else [field.name]
    return columns


def _row(record: object) -> Mapping[str, object]:
    row: dict[str, object] = {}
    for field in fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        if isinstance(value, Point):
            row |= {"x": repr(value.x), "y": repr(value.y)}
        else:
            # money and places keep every digit
            row[field.name] = repr(value) if isinstance(value, float) else value
    return row
