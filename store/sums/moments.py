# SPDX-License-Identifier: GPL-3.0-or-later
"""How each database reckons with times, crews and lists within a sum."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from ...workorders.orders import OrderState

Value = sa.ColumnElement[Any]

DONE = tuple(state.value for state in (OrderState.DONE, OrderState.TO_CORRECT, OrderState.CLOSED))
PUT_OFF = tuple(state.value for state in (OrderState.NOT_DONE, OrderState.RESCHEDULED))


def hours(begin: Value, end: Value, dialect: sa.Dialect) -> Value:
    """Return the hours between two times."""
    if dialect.name == "sqlite":
        return (sa.func.julianday(end) - sa.func.julianday(begin)) * 24.0
    elapsed = sa.type_coerce(end, sa.DateTime()) - sa.type_coerce(begin, sa.DateTime())
    return sa.cast(sa.extract("epoch", elapsed), sa.Double) / 3600.0


def joined_texts(column: Value, dialect: sa.Dialect) -> Value:
    """Return the different texts of a group in one, separated by commas, in no order."""
    if dialect.name == "sqlite":
        return sa.func.group_concat(column.distinct())
    return sa.func.string_agg(column.distinct(), ",")


def list_length(column: Value, dialect: sa.Dialect) -> Value:
    """Return how many things a list has, that is kept as JSON."""
    bare = sa.type_coerce(column, sa.Text())
    if dialect.name == "sqlite":
        return sa.func.json_array_length(bare)
    return sa.func.json_array_length(sa.cast(bare, sa.JSON))


def bare(column: Value) -> Value:
    """Return a column as the database keeps it: the text of an enum, the JSON of a list."""
    return sa.type_coerce(column, sa.Text())


def as_number(condition: Value) -> Value:
    """Return 1 where a condition holds, else 0."""
    return sa.case((condition, 1), else_=0)


def within(column: Value, begin: datetime, end: datetime) -> Value:
    """Return the condition that a time is not before ``begin``, and before ``end``."""
    return (column >= sa.literal(begin, column.type)) & (column < sa.literal(end, column.type))


def open_within(orders: sa.FromClause, begin: datetime, end: datetime) -> Value:
    """Return the condition that an order was open at a moment of some days."""
    order = orders.c
    not_over = order.ended_at.is_(None) | (order.ended_at >= sa.literal(begin, order.ended_at.type))
    return before(order.received_at, end) & not_over


def before(column: Value, end: datetime) -> Value:
    """Return the condition that a time is before another, which nearly all orders of the past meet."""
    return kept_from_index(column) < sa.literal(end, column.type)


def kept_from_index(column: Value) -> Value:
    """Return a column that no index is used for: SQLite would prefer one that finds nearly all rows."""
    return sa.func.coalesce(column, sa.null())
