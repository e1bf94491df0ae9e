# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps from one schema version of a workspace to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import sqlalchemy as sa

from ..core.errors import InputError
from ..planner.records import OrderLink
from . import geopackage_schema
from .meta import read_meta
from .tables import record_tables

Step = Callable[[sa.Connection], None]


def _link_orders(connection: sa.Connection) -> None:
    """Make room for ties between orders, and for the valves that a stop of a plan operates."""
    meta = read_meta(connection)
    if meta is None:
        raise InputError("workspace.not_one", target=str(connection.engine.url))
    added = record_tables(meta.srid).of(OrderLink)
    added.table.create(connection)
    if connection.dialect.name == "sqlite":
        geopackage_schema.register_table(connection, added, meta.srid)
    connection.exec_driver_sql("ALTER TABLE plan_stop ADD COLUMN task TEXT DEFAULT 'work' NOT NULL")
    connection.exec_driver_sql("ALTER TABLE plan_stop ADD COLUMN valves TEXT DEFAULT '[]' NOT NULL")


# the step that leads to a version, by that version; version 1 is the first
STEPS: Mapping[int, Step] = MappingProxyType({2: _link_orders})
