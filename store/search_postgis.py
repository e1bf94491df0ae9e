# SPDX-License-Identifier: GPL-3.0-or-later
"""Search on a server: indexes of runs of letters (pg_trgm) on what the searched fields say, folded.

The folded text is a generated column, which the server keeps whatever program writes; to fold it anew for
each row that an index offers would take seconds. Where the extension may not be made, the same question is
answered without an index.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from ..core.errors import InputError
from ..core.folding import DOUBLE, SINGLE
from .searched import fields_of, searched_tables
from .tables import RecordTable, Tables

_FUNCTION, _COLUMN = "search_folded", "search_text"


def create(connection: sa.Connection, tables: Tables) -> None:
    """Make the folded texts, and their indexes where the server allows them."""
    if connection.exec_driver_sql("SHOW server_encoding").scalar() != "UTF8":
        raise InputError("workspace.encoding")
    connection.exec_driver_sql(_folding().replace("%", "%%"))
    indexed = _has_extension(connection)
    for table in searched_tables(tables):
        connection.exec_driver_sql(
            f"ALTER TABLE {table.name} ADD COLUMN IF NOT EXISTS {_COLUMN} text "
            f"GENERATED ALWAYS AS ({_expression(table)}) STORED"
        )
        if indexed:
            connection.exec_driver_sql(
                f"CREATE INDEX IF NOT EXISTS ix_{table.name}_search ON {table.name} "
                f"USING gin ({_COLUMN} gin_trgm_ops)"
            )


def _folding() -> str:
    text = "normalize($1, NFKD)"
    text = f"regexp_replace({text}, '[\\u0300-\\u036f]', '', 'g')"
    for letter, letters in DOUBLE:
        text = f"replace({text}, '{letter}', '{letters}')"
    single, plain = (part.replace("'", "''") for part in SINGLE)
    return (
        f"CREATE OR REPLACE FUNCTION {_FUNCTION}(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT "
        f"PARALLEL SAFE AS $$ SELECT lower(translate({text}, '{single}', '{plain}') COLLATE \"C\") $$"
    )


def _has_extension(connection: sa.Connection) -> bool:
    """Tell whether runs of letters can be indexed, after making the extension if that is allowed."""
    try:
        with connection.begin_nested():
            connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public")
    except sa.exc.DBAPIError:
        return False
    return True


def _expression(table: RecordTable[Any]) -> str:
    joined = " || chr(10) || ".join(f'"{column.name}"' for column in fields_of(table))
    return f'{_FUNCTION}(({joined}) COLLATE "C")'


def matching(
    connection: sa.Connection, tables: Tables, words: Sequence[str], limit: int
) -> list[tuple[RecordTable[Any], list[int]]]:
    """Return the ``fid`` of the records that hold every word, table by table, the latest first."""
    found = []
    for table in searched_tables(tables):
        text = sa.literal_column(f"{table.name}.{_COLUMN}", sa.Text)
        holds = [text.contains(word, autoescape=True) for word in words]
        query = sa.select(table.table.c.fid).where(*holds).order_by(table.table.c.fid.desc()).limit(limit)
        found.append((table, list(connection.scalars(query))))
    return found
