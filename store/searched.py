# SPDX-License-Identifier: GPL-3.0-or-later
"""What a search looks at: which fields of which records, as one line each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from ..planner.hits import Hit
from .tables import RecordTable, Tables

_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Searched:
    """The fields of a table, the key first, that a search looks at; ``number`` names it in an index.

    ``order`` is the field that holds the id of the order that a record leads to.
    """

    number: int
    order: str
    fields: tuple[str, ...]


# the index keeps the numbers: a table that is searched no more leaves its number unused
SEARCHED: Mapping[str, Searched] = MappingProxyType(
    {
        "work_order": Searched(
            0, "order_id", ("order_id", "request_id", "code", "label", "address", "zone", "asset_id")
        ),
        "service_request": Searched(
            1,
            "order_id",
            ("request_id", "order_id", "caller", "phone", "customer_ref", "address", "code", "description"),
        ),
    }
)
# room for more tables in an index that tells rows by one number
TABLES_AT_MOST = 16


def fields_of(table: RecordTable[Any]) -> list[sa.Column[Any]]:
    """Return the columns of a table that a search looks at, the key first."""
    return [table.table.c[name] for name in SEARCHED[table.name].fields]


def searched_tables(tables: Tables) -> list[RecordTable[Any]]:
    """Return the tables that a search looks at."""
    return [tables.by_name[name] for name in SEARCHED]


def hit(table: RecordTable[Any], row: sa.Row[Any]) -> Hit:
    """Return what was found from a row of the table's searched fields."""
    values = row._mapping
    texts = (str(values[name]) for name in SEARCHED[table.name].fields)
    order_id = str(values[SEARCHED[table.name].order])
    return Hit(table.name, str(row[0]), order_id, _BETWEEN.join(dict.fromkeys(t for t in texts if t)))
