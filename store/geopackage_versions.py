# SPDX-License-Identifier: GPL-3.0-or-later
"""What tells that a layer of a GeoPackage has changed, whatever program changed it.

Triggers on the layer put a new random token into the meta table at every row written. A layer that was
replaced has lost its triggers and gets new ones with a new token. Tokens never repeat, not even between
copies of a file.
"""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from .journal import META

_PREFIX = "layer."
_VERBS = ("INSERT", "UPDATE", "DELETE")
_TOKEN = "lower(hex(randomblob(16)))"  # noqa: S105


def tokens(connection: sa.Connection, names: Iterable[str]) -> dict[str, str] | None:
    """Return the state of each layer, its columns included; None when one is not watched."""
    known = {row.name: row.value for row in connection.execute(sa.select(META.c.name, META.c.value))}
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type IN ('table', 'trigger')"
    objects = {(row.type, row.name): row for row in connection.exec_driver_sql(query)}
    found = {}
    for name in names:
        table, token = objects.get(("table", name)), known.get(_PREFIX + name)
        armed = all(
            (trigger := objects.get(("trigger", _trigger_name(name, verb)))) is not None
            and trigger.tbl_name == name
            and trigger.sql == _trigger(name, verb)
            for verb in _VERBS
        )
        if table is None or token is None or not armed:
            return None
        found[name] = f"{token} {table.sql}"
    return found


def watch(connection: sa.Connection, names: Iterable[str]) -> bool:
    """Put triggers on layers, in the open write transaction; False when one is no table."""
    for name in names:
        if not connection.exec_driver_sql(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)
        ).scalar():
            return False
        for verb in _VERBS:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {_identifier(_trigger_name(name, verb))}")
            connection.exec_driver_sql(_trigger(name, verb))
        connection.execute(sa.delete(META).where(META.c.name == _PREFIX + name))
        values = sa.insert(META).values(name=_PREFIX + name, value=sa.text(_TOKEN))
        connection.execute(values)
    return True


def _trigger_name(name: str, verb: str) -> str:
    return f"layer_token_{name}_{verb.lower()}"


def _trigger(name: str, verb: str) -> str:
    row = (_PREFIX + name).replace("'", "''")
    name_it, on = _identifier(_trigger_name(name, verb)), _identifier(name)
    change = f"UPDATE {META.name} SET value = {_TOKEN} WHERE name = '{row}'"  # noqa: S608
    return f"CREATE TRIGGER {name_it} AFTER {verb} ON {on} BEGIN {change}; END"


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
