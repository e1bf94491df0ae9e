# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workspace answers when it is asked to sum the work of a period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import sqlalchemy as sa

from ...planner.work_asked import WorkAsked
from ..tables import Tables
from . import orders
from .added_up import added_up
from .order_rows import Parts, answer


def work_sums(
    connection: sa.Connection, tables: Tables, asked: WorkAsked, parts: Parts, *, announcing: Sequence[str]
) -> Mapping[str, pd.DataFrame]:
    """Return each part of the work of a period as a table.

    ``parts`` are the rows of its orders, of this moment; what is open or cuts water off is asked for here.
    ``announcing`` are the purposes of messages that announce a water cut.
    """
    dialect = connection.dialect
    queries: dict[str, sa.Executable] = {
        "any_move": orders.any_move(tables, asked),
        "open": orders.open_orders(tables, asked, dialect),
        "any_order": orders.any_order(tables, asked),
        "cuts": orders.water_cuts(tables, asked, dialect, announcing),
    }
    found = {name: _table(connection, query) for name, query in queries.items()}
    return {**found, **added_up(parts, min(asked.until, asked.end))}


def _table(connection: sa.Connection, query: sa.Executable) -> pd.DataFrame:
    names, rows = answer(connection, query)
    return pd.DataFrame(rows, columns=list(names))
