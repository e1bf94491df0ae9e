# SPDX-License-Identifier: GPL-3.0-or-later
"""What the database answers when it is asked to sum the work of a period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from ...planner.work_asked import WorkAsked
from ..tables import Tables
from . import orders
from .planned_and_done import COLUMNS, planned_and_done

Rows = Sequence[tuple[Any, ...]]


def work_sums(
    connection: sa.Connection, tables: Tables, asked: WorkAsked, *, announcing: Sequence[str]
) -> Mapping[str, tuple[Sequence[str], Sequence[Sequence[object]]]]:
    """Return each part of the work of a period as the names of its columns and its rows.

    ``announcing`` are the purposes of messages that announce a water cut.
    """
    dialect = connection.dialect
    queries: dict[str, sa.Executable] = {
        "deadlines": orders.deadlines(tables, asked),
        "durations": orders.durations(tables, asked, dialect),
        "durations_not_closed": orders.durations_not_closed(tables, asked, dialect),
        "put_off": orders.put_off(tables, asked),
        "any_move": orders.any_move(tables, asked),
        "open": orders.open_orders(tables, asked, dialect),
        "any_order": orders.any_order(tables, asked),
        "closing": orders.closing_data(tables, asked),
        "cuts": orders.water_cuts(tables, asked, dialect, announcing),
    }
    found = {name: _answer(connection, query) for name, query in queries.items()}
    _, rows = _answer(connection, planned_and_done(tables, asked, dialect))
    return {**found, "work": (COLUMNS, rows)}


def _answer(connection: sa.Connection, query: sa.Executable) -> tuple[tuple[str, ...], Rows]:
    result = connection.execute(query)
    # the driver's own rows: half the time of those that know their columns by name
    return tuple(result.keys()), result.cursor.fetchall()
