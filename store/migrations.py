# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring a workspace of an older schema to the present one, with a copy of the file kept first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from ..core.errors import InputError
from .journal import META
from .meta import SCHEMA_VERSION
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
    transaction and on the server's own backups. ``InputError`` when the workspace is newer than ``target``.
    """
    backend = open_backend(str(url))
    try:
        meta = workspace_meta(backend)
        if meta.schema_version > target:
            raise InputError("workspace.newer", target=backend.url, found=meta.schema_version, known=target)
        if meta.schema_version == target:
            return Migration(target, target, None)
        backup = backend.back_up(f"v{meta.schema_version}")
        with backend.writing() as connection:
            for version in range(meta.schema_version + 1, target + 1):
                steps[version](connection)
            _note(connection, "schema_version", str(target))
            _note(connection, "columns", record_tables(meta.srid).fingerprint)
        return Migration(meta.schema_version, target, backup)
    finally:
        backend.close()


def _note(connection: sa.Connection, name: str, value: str) -> None:
    connection.execute(sa.update(META).where(META.c.name == name).values(value=value))
