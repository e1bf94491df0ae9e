# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring a workspace of an older schema to the present one, with a copy of the file kept first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from ..core.errors import InputError
from .backend import Backend
from .growth import grow, strange_columns
from .journal import META
from .meta import SCHEMA_VERSION, Meta
from .migration_steps import STEPS, Step
from .tables import record_tables
from .workspaces import open_backend, workspace_meta


@dataclass(frozen=True, slots=True)
class Migration:
    """What was done: from and to which version, and where the copy of the file is (None: nothing to do)."""

    from_version: int
    to_version: int
    backup: Path | None


def migrate_workspace(
    url: str | Path, *, steps: Mapping[int, Step] = STEPS, target: int = SCHEMA_VERSION
) -> Migration:
    """Bring a workspace to the version ``target``, in one transaction.

    A GeoPackage is copied beside itself first, as ``name.v1.gpkg``; a PostgreSQL schema relies on the
    transaction and on the server's own backups. A workspace of this version that another build made gets what
    its tables lack. ``InputError`` when the workspace is newer than ``target``, or when such a build gave its
    tables columns that this one does not know.
    """
    backend = open_backend(str(url))
    try:
        meta = workspace_meta(backend)
        if meta.schema_version > target:
            raise InputError("workspace.newer", target=backend.url, found=meta.schema_version, known=target)
        is_other_build = meta.columns != record_tables(meta.srid).fingerprint
        if meta.schema_version == target and not is_other_build:
            return Migration(target, target, None)
        if meta.schema_version == target:
            _refuse_strange_columns(backend, meta)
        label = f"-{meta.columns[:8]}" if meta.schema_version == target else ""
        backup = backend.back_up(f"v{meta.schema_version}{label}")
        with backend.writing() as connection:
            for version in range(meta.schema_version + 1, target + 1):
                steps[version](connection)
            if label:
                grow(connection)
            _note(connection, "schema_version", str(target))
            _note(connection, "columns", record_tables(meta.srid).fingerprint)
        return Migration(meta.schema_version, target, backup)
    finally:
        backend.close()


def _refuse_strange_columns(backend: Backend, meta: Meta) -> None:
    with backend.reading() as connection:
        strange = strange_columns(connection, meta.srid)
    if strange:
        raise InputError("workspace.strange_columns", target=backend.url, columns=", ".join(strange))


def _note(connection: sa.Connection, name: str, value: str) -> None:
    connection.execute(sa.update(META).where(META.c.name == name).values(value=value))
