# SPDX-License-Identifier: GPL-3.0-or-later
"""Search in a workspace: records that hold every word, whatever their accents and capitals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from ..core.folding import folded
from ..planner.hits import Hit
from . import search_geopackage, search_postgis
from .searched import fields_of, hit, searched_tables
from .spellings import Word, asked_words, holds
from .tables import RecordTable, Tables

_Matches = list[tuple[RecordTable[Any], list[int]]]


def create(connection: sa.Connection, tables: Tables) -> None:
    """Make what a search needs, in the open write transaction; what is there already stays."""
    if connection.dialect.name == "sqlite":
        search_geopackage.create(connection, tables)
    else:
        search_postgis.create(connection, tables)


def refresh(connection: sa.Connection, tables: Tables) -> None:
    """Bring an index that does not keep itself up to date, in the open write transaction."""
    if connection.dialect.name == "sqlite":
        search_geopackage.refresh(connection, tables)


def search(connection: sa.Connection, tables: Tables, text: str, limit: int) -> list[Hit]:
    """Return the records of which the text is the id, then the latest that hold each of its words.

    A word may stand anywhere, also within a longer one. A telephone number is found however it is written.
    """
    words = asked_words(folded(text))
    if not words:
        return []
    found = _called(connection, tables, text.strip())
    for table, fids in _matching(connection, tables, words, limit):
        query = sa.select(*fields_of(table)).where(table.table.c.fid.in_(fids))
        rows = connection.execute(query.order_by(table.table.c.fid.desc())) if fids else ()
        found += [hit(table, row) for row in rows]
    return list(dict.fromkeys(found))[:limit]


def _called(connection: sa.Connection, tables: Tables, key: str) -> list[Hit]:
    keys = list(dict.fromkeys((key, key.upper())))
    return [
        hit(table, row)
        for table in searched_tables(tables)
        for row in connection.execute(sa.select(*fields_of(table)).where(table.key.in_(keys)))
    ]


def _matching(connection: sa.Connection, tables: Tables, words: Sequence[Word], limit: int) -> _Matches:
    if connection.dialect.name != "sqlite":
        return search_postgis.matching(connection, tables, words, limit)
    found = search_geopackage.matching(connection, tables, words, limit)
    return _read_through(connection, tables, words, limit) if found is None else found


def _read_through(connection: sa.Connection, tables: Tables, words: Sequence[Word], limit: int) -> _Matches:
    """Look at every record, where there is no index to ask."""
    found: _Matches = []
    for table in searched_tables(tables):
        query = sa.select(table.table.c.fid, *fields_of(table)).order_by(table.table.c.fid.desc())
        fids = []
        for fid, *texts in connection.execute(query):
            if holds(folded("\n".join(map(str, texts))), words):
                fids.append(fid)
            if len(fids) == limit:
                break
        found.append((table, fids))
    return found
