# SPDX-License-Identifier: GPL-3.0-or-later
"""Stored records read back; a cell that another program left something else in is named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from enum import Enum
from typing import Any, TypeVar, get_type_hints

import sqlalchemy as sa
from shapely.errors import ShapelyError

from ..core.errors import InputError
from ..core.messages import Message
from .columns import alternatives, geometry_kind
from .csv_values import cell_reader
from .tables import RecordTable

R = TypeVar("R")

# what decoding a cell raises when something else is in it
_UNREADABLE = (ValueError, TypeError, LookupError, ShapelyError)
# kept as written in a spreadsheet, unlike lists and pairs
_AS_IN_CSV = (str, int, float, bool, date, datetime, time)
_SHOWN_LETTERS = 60


def stored_records(connection: sa.Connection, table: RecordTable[R], query: sa.Select[Any]) -> list[R]:
    """Return the records of a query of all columns of a table.

    ``InputError`` names the record and the column when another program has left something else in a cell.
    """
    try:
        return [table.kind(*row) for row in connection.execute(query)]
    except _UNREADABLE as error:
        raise _unreadable(connection, table, query) or error from error


def _unreadable(
    connection: sa.Connection, table: RecordTable[Any], query: sa.Select[Any]
) -> InputError | None:
    """Return what is wrong with the first cell that cannot be read, None if all can."""
    raw = query.with_only_columns(
        *(sa.type_coerce(column, sa.types.NullType()).label(column.name) for column in table.columns)
    )
    decoders = [
        column.type.dialect_impl(connection.dialect).result_processor(connection.dialect, None)
        for column in table.columns
    ]
    for row in connection.execute(raw):
        for name, value, decode in zip(table.names, row, decoders, strict=True):
            try:
                _ = decode(value) if decode else value
            except _UNREADABLE:
                return _named(table, row, name, value)
    return None


def _named(table: RecordTable[Any], row: Sequence[Any], field: str, value: object) -> InputError:
    text = str(value)
    return InputError(
        "record.unreadable",
        table=table.name,
        key=row[0],
        column=field,
        found=text if len(text) <= _SHOWN_LETTERS else f"{text[:_SHOWN_LETTERS]}…",
        expected=_expected(get_type_hints(table.kind)[field]),
    )


def _expected(hint: object) -> Message:
    """Return what a cell of a field's type should hold."""
    if geometry_kind(hint):
        return Message("cell.geometry")
    (kind,), _ = alternatives(hint)
    is_plain = isinstance(kind, type) and (kind in _AS_IN_CSV or issubclass(kind, Enum))
    return cell_reader(hint).expected if is_plain else Message("cell.json")
