# SPDX-License-Identifier: GPL-3.0-or-later
"""Give a workspace of an older schema the tables and columns that the record classes have gained since."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any

import sqlalchemy as sa

from ..core.errors import InputError
from . import geopackage_schema
from .meta import read_meta
from .tables import RecordTable, record_tables


def grow(connection: sa.Connection) -> None:
    """Create every record table that is not there, and add every column that a table lacks.

    A field that was added has its default in the rows that are there already: a record class that grows gives
    its new fields one.
    """
    meta = read_meta(connection)
    if meta is None:
        raise InputError("workspace.not_one", target=str(connection.engine.url))
    inspector = sa.inspect(connection)
    found = set(inspector.get_table_names())
    for name, table in record_tables(meta.srid).by_name.items():
        if name not in found:
            _create(connection, table, meta.srid)
            continue
        known = {column["name"] for column in inspector.get_columns(name)}
        for column in table.columns:
            if column.name not in known:
                _add(connection, table, column)


def _create(connection: sa.Connection, table: RecordTable[Any], srid: int) -> None:
    table.table.create(connection)
    if connection.dialect.name == "sqlite":
        geopackage_schema.register_table(connection, table, srid)


def _add(connection: sa.Connection, table: RecordTable[Any], column: sa.Column[Any]) -> None:
    dialect = connection.dialect
    default = next(field.default for field in fields(table.kind) if field.name == column.name)
    assert default is not MISSING, f"{table.kind.__name__}.{column.name} needs a default"
    definition = f"{column.name} {column.type.compile(dialect)}"
    if default is not None:
        literal = sa.literal(default, column.type).compile(
            dialect=dialect, compile_kwargs={"literal_binds": True}
        )
        definition += f" DEFAULT {literal}"
    if not column.nullable:
        definition += " NOT NULL"
    connection.execute(sa.DDL(f"ALTER TABLE {table.name} ADD COLUMN {definition}".replace("%", "%%")))
    for index in table.table.indexes:
        if set(index.columns.keys()) == {column.name}:
            index.create(connection)
