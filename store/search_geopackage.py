# SPDX-License-Identifier: GPL-3.0-or-later
"""The index of words of a GeoPackage: SQLite's FTS5 by runs of three letters.

Whatever program edits a record, plain triggers note its row; the next command or search of ours folds the
text of the noted rows into the index. No trigger needs FTS5, so that a program whose SQLite has none can
edit the workspace.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache
from typing import Any

import sqlalchemy as sa

from ..core.folding import folded
from .searched import SEARCHED, TABLES_AT_MOST, fields_of, searched_tables
from .spellings import RUN, Word, holds, is_indexed
from .tables import RecordTable, Tables

# a row stands for one record: the ``fid`` of its table and the table's number in one
_INDEX = "search_index"
_STALE = "search_stale"
_ROWS_AT_ONCE = 500


@cache
def is_able() -> bool:
    """Tell whether this SQLite can keep an index of runs of letters (3.34 or later, with FTS5)."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='trigram')")
        except sqlite3.OperationalError:
            return False
        return True


def create(connection: sa.Connection, tables: Tables) -> None:
    """Make the index and the triggers that are not there yet; rows that are there already are noted."""
    if not is_able() or _is_there(connection):
        return
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE {_INDEX} USING fts5(folded, tokenize='trigram', detail=none, columnsize=0)"
    )
    connection.exec_driver_sql(f"CREATE TABLE {_STALE} (row INTEGER PRIMARY KEY)")
    for table in searched_tables(tables):
        for verb, rows in (("INSERT", ("new",)), ("UPDATE", ("old", "new")), ("DELETE", ("old",))):
            connection.exec_driver_sql(_trigger(table, verb, rows))
        connection.exec_driver_sql(
            f"INSERT INTO {_STALE} SELECT {_row(table, table.name)} FROM {table.name}"  # noqa: S608
        )
    refresh(connection, tables)


def _is_there(connection: sa.Connection) -> bool:
    return sa.inspect(connection).has_table(_STALE)


def _row(table: RecordTable[Any], where: str) -> str:
    return f"{where}.fid * {TABLES_AT_MOST} + {SEARCHED[table.name].number}"


def _trigger(table: RecordTable[Any], verb: str, rows: Sequence[str]) -> str:
    # not INSERT OR IGNORE: the way in which the outer statement treats conflicts would overrule it
    noted = "".join(
        f"INSERT INTO {_STALE} SELECT {number} WHERE {number} NOT IN (SELECT row FROM {_STALE}); "  # noqa: S608
        for number in (_row(table, row) for row in rows)
    )
    return f"CREATE TRIGGER search_{table.name}_{verb.lower()} AFTER {verb} ON {table.name} BEGIN {noted}END"


def refresh(connection: sa.Connection, tables: Tables) -> None:
    """Bring the noted rows into the index, in the open write transaction."""
    if not is_able() or not _is_there(connection):
        return
    while noted := stale(connection, _ROWS_AT_ONCE):
        _drop(connection, _INDEX, "rowid", noted)
        lines = [{"rowid": row, "folded": text} for row, text in _lines(connection, tables, noted)]
        if lines:
            connection.execute(
                sa.text(f"INSERT INTO {_INDEX} (rowid, folded) VALUES (:rowid, :folded)"),  # noqa: S608
                lines,
            )
        _drop(connection, _STALE, "row", noted)


def stale(connection: sa.Connection, limit: int = -1) -> list[int]:
    """Return the noted rows that the index does not know as they are."""
    query = f"SELECT row FROM {_STALE} ORDER BY row LIMIT {limit:d}"  # noqa: S608
    return [row.row for row in connection.exec_driver_sql(query)]


def _drop(connection: sa.Connection, table: str, column: str, rows: Sequence[int]) -> None:
    marks = ", ".join("?" * len(rows))
    connection.exec_driver_sql(f"DELETE FROM {table} WHERE {column} IN ({marks})", tuple(rows))  # noqa: S608


def _lines(connection: sa.Connection, tables: Tables, rows: Sequence[int]) -> Iterator[tuple[int, str]]:
    for table in searched_tables(tables):
        number = SEARCHED[table.name].number
        fids = [row // TABLES_AT_MOST for row in rows if row % TABLES_AT_MOST == number]
        query = sa.select(table.table.c.fid, *fields_of(table)).where(table.table.c.fid.in_(fids))
        for fid, *texts in connection.execute(query) if fids else ():
            yield fid * TABLES_AT_MOST + number, folded("\n".join(map(str, texts)))


def matching(
    connection: sa.Connection, tables: Tables, words: Sequence[Word], limit: int
) -> list[tuple[RecordTable[Any], list[int]]] | None:
    """Return the ``fid`` of the records that hold every word, table by table, the latest first.

    None when there is no index to ask.
    """
    if not is_able() or not _is_there(connection):
        return None
    rows = _indexed(connection, words, limit)
    noted = stale(connection)
    if noted:
        here = {row for row, text in _lines(connection, tables, noted) if holds(text, words)}
        rows = sorted({*rows} - {*noted} | here, reverse=True)
    return [
        (table, [r // TABLES_AT_MOST for r in rows if r % TABLES_AT_MOST == SEARCHED[table.name].number])
        for table in searched_tables(tables)
    ]


def _indexed(connection: sa.Connection, words: Sequence[Word], limit: int) -> list[int]:
    conditions, values = [], dict[str, object]()
    for word in words:
        names = [f"word{len(values) + number}" for number in range(len(word))]
        values.update(zip(names, word, strict=True))
        conditions.append(f"({' OR '.join(f'instr(folded, :{name})' for name in names)})")
    runs = [" OR ".join(map(_runs, word)) for word in words if is_indexed(word)]
    if runs:
        conditions.insert(0, f"{_INDEX} MATCH :runs")
        values["runs"] = " AND ".join(f"({some})" for some in runs)
    query = (
        f"SELECT rowid FROM {_INDEX} WHERE {' AND '.join(conditions)} "  # noqa: S608
        f"ORDER BY rowid DESC LIMIT {limit:d}"
    )
    return [row.rowid for row in connection.execute(sa.text(query), values)]


def _runs(word: str) -> str:
    """Return the question to the index for what holds every run of letters of a word."""
    runs = {word[at : at + RUN] for at in range(len(word) - RUN + 1)}
    quoted = ('"' + run.replace('"', '""') + '"' for run in sorted(runs))
    return f"({' AND '.join(quoted)})"
