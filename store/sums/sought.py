# SPDX-License-Identifier: GPL-3.0-or-later
"""The work of which days is looked at, and of which orders: of all, or of some of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from ...planner.work_asked import WorkAsked
from ..tables import Tables


@dataclass(frozen=True, slots=True)
class Sought:
    """The days asked for, in the tables of a workspace; ``orders`` are ids, None for all orders."""

    tables: Tables
    asked: WorkAsked
    dialect: sa.Dialect
    orders: tuple[str, ...] | None = None

    def table(self, kind: type[Any]) -> sa.FromClause:
        """Return all rows of a record class."""
        return self.tables.of(kind).table

    def rows(self, kind: type[Any]) -> sa.FromClause:
        """Return the rows of a record class that are of the orders looked at."""
        table = self.table(kind)
        if self.orders is None:
            return table
        return sa.select(table).where(self.holds(table.c.order_id)).subquery()

    def holds(self, order_id: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
        """Return the condition that an order is one of those looked at."""
        return sa.true() if self.orders is None else among(order_id, self.orders, self.dialect)


def among(
    column: sa.ColumnElement[Any], keys: tuple[str, ...], dialect: sa.Dialect
) -> sa.ColumnElement[bool]:
    """Return the condition that a column holds one of any number of texts, which are one parameter."""
    if dialect.name == "sqlite":
        found = sa.func.json_each(sa.literal(json.dumps(keys))).table_valued("value")
    else:
        found = sa.func.json_array_elements_text(sa.literal(list(keys), sa.JSON())).table_valued("value")
    return column.in_(sa.select(sa.type_coerce(found.c.value, sa.Text())))
