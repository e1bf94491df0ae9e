# SPDX-License-Identifier: GPL-3.0-or-later
"""Give a workspace of an older schema the tables and columns that the record classes have gained since."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any

import sqlalchemy as sa

from ..core.errors import InputError
from . import geopackage_schema, search
from .journal import COMMAND, JOURNAL, NOTE_LOGIN
from .meta import read_meta
from .tables import RecordTable, record_tables


def grow(connection: sa.Connection) -> None:
    """Create every record table that is not there, and add every column and index that a table lacks.

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
        # the types of PostGIS are none that could be reflected
        known = connection.execute(sa.select(sa.text("*")).select_from(table.table).limit(0)).keys()
        for column in table.columns:
            if column.name not in known:
                _add(connection, table, column)
        indexed = {index["name"] for index in inspector.get_indexes(name)}
        for index in sorted(table.table.indexes, key=lambda index: str(index.name)):
            if index.name not in indexed and not _is_elsewhere(connection, index):
                index.create(connection)
    search.create(connection, record_tables(meta.srid))
    _add_login(connection)
    _index_journal(connection)
    if connection.dialect.name == "postgresql":
        from .server_rights import renew_rights

        renew_rights(connection, connection.exec_driver_sql("SELECT current_schema()").scalar_one())


def strange_columns(connection: sa.Connection, srid: int) -> list[str]:
    """Return the columns of record tables that no record class has, as ``table.column``."""
    found = set(sa.inspect(connection).get_table_names())
    strange = []
    for name, table in record_tables(srid).by_name.items():
        if name in found:
            query = sa.select(sa.text("*")).select_from(table.table).limit(0)
            known = {column.name for column in table.table.columns}
            columns = connection.execute(query).keys()
            strange += [f"{name}.{column}" for column in columns if column not in known]
    return strange


def _add_login(connection: sa.Connection) -> None:
    """Have the journal keep the login of who writes from now on."""
    known = {column["name"] for column in sa.inspect(connection).get_columns(COMMAND.name)}
    if COMMAND.c.login.name in known:
        return
    connection.execute(sa.text(f"ALTER TABLE {COMMAND.name} ADD COLUMN login TEXT"))
    if connection.dialect.name == "postgresql":
        connection.execute(NOTE_LOGIN)


def _index_journal(connection: sa.Connection) -> None:
    """Add the indexes that the journal has gained."""
    indexed = {index["name"] for index in sa.inspect(connection).get_indexes(JOURNAL.name)}
    for index in JOURNAL.indexes:
        if index.name not in indexed:
            index.create(connection)


def _is_elsewhere(connection: sa.Connection, index: sa.Index) -> bool:
    """Tell whether this database keeps no such index: those of geometries are the server's."""
    return connection.dialect.name == "sqlite" and bool(index.dialect_options["postgresql"]["using"])


def _create(connection: sa.Connection, table: RecordTable[Any], srid: int) -> None:
    table.table.create(connection)
    if connection.dialect.name == "sqlite":
        geopackage_schema.register_table(connection, table, srid)


def _truth(value: bool) -> sa.ColumnElement[bool]:
    return sa.true() if value else sa.false()


def _add(connection: sa.Connection, table: RecordTable[Any], column: sa.Column[Any]) -> None:
    dialect = connection.dialect
    default = next(field.default for field in fields(table.kind) if field.name == column.name)
    assert default is not MISSING, f"{table.kind.__name__}.{column.name} needs a default"
    definition = f"{column.name} {column.type.compile(dialect)}"
    if default is not None:
        # SQLite has no literals of truth values
        value = sa.literal(default, column.type) if not isinstance(default, bool) else _truth(default)
        literal = value.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
        definition += f" DEFAULT {literal}"
    if not column.nullable:
        definition += " NOT NULL"
    connection.execute(sa.DDL(f"ALTER TABLE {table.name} ADD COLUMN {definition}".replace("%", "%%")))
