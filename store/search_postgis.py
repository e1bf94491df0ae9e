# SPDX-License-Identifier: GPL-3.0-or-later
"""Search on a server: indexes of runs of letters (pg_trgm) on what the searched fields say, folded.

They are indexes on an expression, which the server keeps whatever program writes. Where the extension may
not be made, the same question is answered without an index, more slowly.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from ..core.folding import DOUBLE, SINGLE
from .searched import fields_of, searched_tables
from .tables import RecordTable, Tables

_FUNCTION = "search_folded"


def create(connection: sa.Connection, tables: Tables) -> None:
    """Make the function that folds a text, and the indexes where the server allows them."""
    connection.exec_driver_sql(_folding().replace("%", "%%"))
    if not _has_extension(connection):
        return
    for table in searched_tables(tables):
        connection.exec_driver_sql(
            f"CREATE INDEX IF NOT EXISTS ix_{table.name}_search ON {table.name} "
            f"USING gin (({_expression(table)}) gin_trgm_ops)"
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
    if connection.exec_driver_sql("SHOW server_encoding").scalar() != "UTF8":
        return False
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
        text = sa.literal_column(_expression(table), sa.Text)
        holds = [text.contains(word, autoescape=True) for word in words]
        query = sa.select(table.table.c.fid).where(*holds).order_by(table.table.c.fid.desc()).limit(limit)
        found.append((table, list(connection.scalars(query))))
    return found
