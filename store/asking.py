# SPDX-License-Identifier: GPL-3.0-or-later
"""What a use case asks of records, as conditions on their table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from ..planner.conditions import Where
from .tables import RecordTable

# bound parameters in one statement; SQLite's oldest limit is 999
VALUES_AT_ONCE = 500

Conditions = list[sa.ColumnElement[bool]]


def conditions(
    table: RecordTable[Any], where: Sequence[Where], equal: Mapping[str, object]
) -> list[Conditions]:
    """Return the conditions of one query, or of several whose answers share no record.

    Several are needed where a field may have more values than a statement takes.
    """
    common = [table.table.c[name] == value for name, value in equal.items()]
    parts: list[Conditions] = [common]
    names_values = any(condition.among is not None for condition in where)
    for condition in where:
        ways = list(_ways(table.table.c[condition.field], condition, names_values=names_values))
        parts = [[*part, *way] for part in parts for way in ways]
    return parts


def _ways(column: sa.Column[Any], condition: Where, *, names_values: bool) -> Iterator[Conditions]:
    # "due by tonight" holds for all orders of the past: SQLite is kept from preferring the index of a range
    # to that of named values, which are few ("is open")
    ranged = sa.func.coalesce(column, sa.null()) if names_values else column
    bounds: Conditions = []
    if condition.at_least is not None:
        bounds.append(ranged >= sa.literal(condition.at_least, column.type))
    if condition.below is not None:
        bounds.append(ranged < sa.literal(condition.below, column.type))
    if condition.among is None:
        yield bounds
        return
    for some in _chunks(condition.among):
        known = [value for value in some if value is not None]
        chosen = column.in_(known)
        yield [*bounds, sa.or_(chosen, column.is_(None)) if len(known) < len(some) else chosen]


def _chunks(values: Collection[object]) -> Iterator[Sequence[object]]:
    """Yield the different values, some at a time; nothing at all once when there are none."""
    different = list(dict.fromkeys(values))
    for start in range(0, max(1, len(different)), VALUES_AT_ONCE):
        yield different[start : start + VALUES_AT_ONCE]
