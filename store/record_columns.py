# SPDX-License-Identifier: GPL-3.0-or-later
"""Some fields of many records as columns, without making a record of each row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, get_type_hints

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from .columns import alternatives
from .tables import RecordTable

Column = NDArray[Any]
# what a time of day to the millisecond takes of the text that GeoPackage keeps
_LETTERS_OF_TIME = 23


def record_columns(
    connection: sa.Connection,
    table: RecordTable[Any],
    names: Sequence[str],
    queries: Sequence[sa.Select[Any]],
) -> dict[str, Column]:
    """Return the columns ``names`` of what some queries find: times as ``datetime64``, numbers as floats.

    Everything else is as the database keeps it: an enum is its value, a list is JSON. ``ValueError`` when a
    cell holds something else.
    """
    rows: list[Any] = []
    for query in queries:
        # the driver's own rows: half the time of those that know their columns by name
        rows += connection.execute(query).cursor.fetchall()
    hints = get_type_hints(table.kind)
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    return {name: _column(own, hints[name]) for name, own in zip(names, cells, strict=True)}


def raw(column: sa.Column[Any], hint: object, dialect: sa.Dialect) -> sa.ColumnElement[Any]:
    """Return a column as the database keeps it; a time of SQLite without what numpy does not read."""
    bare: sa.ColumnElement[Any] = sa.type_coerce(column, sa.types.NullType())
    if dialect.name == "sqlite" and alternatives(hint)[0] == (datetime,):
        bare = sa.func.substr(bare, 1, _LETTERS_OF_TIME)
    return bare.label(column.name)


def _column(cells: Sequence[Any], hint: object) -> Column:
    kinds, _ = alternatives(hint)
    if kinds == (datetime,):
        return np.array(cells, dtype="datetime64[ms]")
    if kinds == (date,):
        return np.array(cells, dtype="datetime64[D]")
    if kinds in ((int,), (float,), (bool,)):
        return np.array([np.nan if cell is None else cell for cell in cells], dtype=float)
    return np.array(cells, dtype=object)
