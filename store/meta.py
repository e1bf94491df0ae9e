# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workspace says of itself: schema version, CRS, when it was made."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields

import sqlalchemy as sa

from . import search
from .journal import META
from .journal import metadata as journal_metadata
from .tables import record_tables

SCHEMA_VERSION = 7
SETTING = "setting."


@dataclass(frozen=True, slots=True)
class Meta:
    """The facts of a workspace; ``columns`` is the digest of its tables' columns."""

    schema_version: int
    columns: str
    srid: int
    created_at: str


def create_tables(connection: sa.Connection, meta: Meta) -> None:
    """Create a new workspace's tables and store its facts."""
    for metadata in (journal_metadata, record_tables(meta.srid).metadata):
        metadata.create_all(connection, checkfirst=False)
    search.create(connection, record_tables(meta.srid))
    rows = [{"name": name, "value": str(value)} for name, value in asdict(meta).items()]
    connection.execute(sa.insert(META), rows)


def write_settings(connection: sa.Connection, settings: Mapping[str, str | None]) -> None:
    """Store named settings of a workspace in the open transaction; None takes one away."""
    for name, value in settings.items():
        connection.execute(sa.delete(META).where(META.c.name == SETTING + name))
        if value is not None:
            connection.execute(sa.insert(META).values(name=SETTING + name, value=value))


def read_settings(connection: sa.Connection, names: Collection[str]) -> dict[str, str]:
    """Return those of some settings of a workspace that are set."""
    query = sa.select(META.c.name, META.c.value).where(META.c.name.in_([SETTING + name for name in names]))
    return {row.name.removeprefix(SETTING): row.value for row in connection.execute(query)}


def read_meta(connection: sa.Connection) -> Meta | None:
    """Return the facts of a workspace, None when they are incomplete or make no sense."""
    names = [field.name for field in fields(Meta)]
    rows = connection.execute(sa.select(META.c.name, META.c.value).where(META.c.name.in_(names)))
    found = {row.name: row.value for row in rows}
    if found.keys() != set(names) or not (found["schema_version"] + found["srid"]).isdecimal():
        return None
    return Meta(int(found["schema_version"]), found["columns"], int(found["srid"]), found["created_at"])
