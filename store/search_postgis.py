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
from .spellings import Word, is_indexed
from .tables import RecordTable, Tables

_FUNCTION, _COLUMN = "search_folded", "search_text"
# how many records are walked back before the index is asked
_LATEST = 4_000


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
    connection: sa.Connection, tables: Tables, words: Sequence[Word], limit: int
) -> list[tuple[RecordTable[Any], list[int]]]:
    """Return the ``fid`` of the records that hold every word, table by table, the latest first.

    What many records hold is found by walking back a little; an index would offer them all. A word that only
    old records hold makes a server believe in that walk as well and go through nearly all of them, so that
    the second question is put in a way in which no walk answers it, where an index can.
    """
    found = []
    for table in searched_tables(tables):
        fids = list(connection.scalars(_among_latest(table, words, limit)))
        if len(fids) < limit:
            fids = list(connection.scalars(_among_all(table, words, limit)))
        found.append((table, fids))
    return found


def _among_latest(table: RecordTable[Any], words: Sequence[Word], limit: int) -> sa.Select[Any]:
    own = sa.select(table.table.c.fid, _text(table)).order_by(table.table.c.fid.desc())
    latest = own.limit(_LATEST).subquery("latest")
    held = _holds(latest.c[_COLUMN], words)
    return sa.select(latest.c.fid).where(*held).order_by(latest.c.fid.desc()).limit(limit)


def _among_all(table: RecordTable[Any], words: Sequence[Word], limit: int) -> sa.Select[Any]:
    fid = table.table.c.fid
    # the order of a sum is in no index
    order = fid + 0 if any(is_indexed(word) for word in words) else fid
    return sa.select(fid).where(*_holds(_text(table), words)).order_by(order.desc()).limit(limit)


def _text(table: RecordTable[Any]) -> sa.ColumnElement[str]:
    return sa.literal_column(f"{table.name}.{_COLUMN}", sa.Text).label(_COLUMN)


def _holds(text: sa.ColumnElement[str], words: Sequence[Word]) -> list[sa.ColumnElement[bool]]:
    return [sa.or_(*(text.contains(one, autoescape=True) for one in word)) for word in words]
