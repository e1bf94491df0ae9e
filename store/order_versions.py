# SPDX-License-Identifier: GPL-3.0-or-later
"""The version of an order: the number of the last command that changed it or what is noted about it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from ..core.errors import InputError
from ..core.messages import Message
from . import journal
from .errors import field_name, said_value
from .journal import JOURNAL, JournalEntry
from .tables import RecordTable, Tables
from .transaction import differing

# what is written beside an order and replaces nothing of it: moves are told by its state, plans have versions
# of their own, the maps are asked again, messages and reports add to it
_BESIDE = frozenset(
    {
        "order_move",
        "plan_stop",
        "plan_unplanned",
        "sewer_trace",
        "conflict",
        "order_message",
        "message_attempt",
        "alert",
        "field_remark",
        "problem_note",
        "problem_option",
        "restricted_note",
        "asset_reading",
        "asset_change",
    }
)
_KEYS_AT_ONCE = 400


def order_versions(connection: sa.Connection, tables: Tables, orders: Sequence[str]) -> dict[str, int]:
    """Return the version of each order; 0 for one that no command of the journal ever wrote."""
    found: dict[str, int] = dict.fromkeys(orders, 0)
    for start in range(0, len(orders), _KEYS_AT_ONCE):
        some = orders[start : start + _KEYS_AT_ONCE]
        for table in _about(tables):
            owners = _owners(connection, table, some)
            for key, last in _last_commands(connection, table.name, list(owners)):
                for order in owners[key]:
                    found[order] = max(found[order], last)
    for gone in _removed(connection, tables, orders):
        found[gone.order] = max(found[gone.order], gone.command_id)
    return found


def require_seen(connection: sa.Connection, tables: Tables, seen: Mapping[str, int]) -> None:
    """Refuse orders that are not as they were seen: ``InputError`` tells both values of what has changed."""
    for order, version in seen.items():
        known = order_versions(connection, tables, [order])[order]
        if known == version:
            continue
        lines = _lines_since(connection, tables, order, version)
        if not lines:
            raise InputError("order.other_version", order=order, seen=version, version=known)
        raise InputError(
            "order.changed_since",
            order=order,
            seen=version,
            version=known,
            who=lines[-1].author,
            at=lines[-1].at,
            changes=tuple(_changes(tables, lines)),
        )


def _about(tables: Tables) -> Iterator[RecordTable[Any]]:
    for name, table in tables.by_name.items():
        if name not in _BESIDE and _naming(table):
            yield table


def _naming(table: RecordTable[Any]) -> tuple[str, ...]:
    """Return the fields in which a record names an order: both ends of a link."""
    return tuple(name for name in ("order_id", "first_id", "second_id") if name in table.names)


def _owners(
    connection: sa.Connection, table: RecordTable[Any], orders: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Return the keys of the records about orders, each with its orders.

    The key of an order's own record is among them though that may be removed.
    """
    owners: dict[str, tuple[str, ...]] = {}
    if table.key.name == "order_id":
        owners = {order: (order,) for order in orders}
    for name in _naming(table):
        naming = table.table.c[name]
        for key, order in connection.execute(sa.select(table.key, naming).where(naming.in_(orders))):
            owners[key] = (*owners.get(key, ()), order)
    return owners


@dataclass(frozen=True, slots=True)
class _Removed:
    """That a command removed a record about an order."""

    order: str
    table: str
    key: str
    command_id: int


def _removed(connection: sa.Connection, tables: Tables, orders: Sequence[str]) -> Iterator[_Removed]:
    """Yield what was removed of orders: no row tells any more whose it was, the journal does."""
    wanted = set(orders)
    # a record with the number of its order as its key is found by that
    about = {table.name: table for table in _about(tables) if table.key.name != "order_id"}
    c = JOURNAL.c
    query = sa.select(c.table, c.key, c.command_id, c.before).where(
        c.table.in_(about), c.after.is_(None), c.before.is_not(None)
    )
    for table, key, command_id, before in connection.execute(query):
        was = json.loads(before)
        for order in {was.get(name) for name in _naming(about[table])} & wanted:
            yield _Removed(order, table, key, command_id)


def _last_commands(connection: sa.Connection, table: str, keys: Sequence[str]) -> Iterator[tuple[str, int]]:
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        some = keys[start : start + _KEYS_AT_ONCE]
        query = (
            sa.select(JOURNAL.c.key, sa.func.max(JOURNAL.c.command_id))
            .where(JOURNAL.c.table == table, JOURNAL.c.key.in_(some))
            .group_by(JOURNAL.c.key)
        )
        yield from ((key, int(last)) for key, last in connection.execute(query))


def _lines_since(connection: sa.Connection, tables: Tables, order: str, version: int) -> list[JournalEntry]:
    keys = {table.name: set(_owners(connection, table, [order])) for table in _about(tables)}
    for gone in _removed(connection, tables, [order]):
        if gone.command_id > version:
            keys[gone.table].add(gone.key)
    lines = [
        line
        for table, some in keys.items()
        for line in journal.entries(connection, keys=some, tables=[table])
        if line.command_id > version
    ]
    return sorted(lines, key=lambda line: line.seq)


def _changes(tables: Tables, lines: Sequence[JournalEntry]) -> Iterator[Message]:
    """Yield each field that differs, with both values, and the records that came or went."""
    records: dict[tuple[str, str], list[JournalEntry]] = defaultdict(list)
    for line in lines:
        records[line.change.table, line.change.key].append(line)
    for (name, _), written in records.items():
        table = tables.by_name[name]
        before, after = (
            None if text is None else table.from_json(text)
            for text in (written[0].change.before, written[-1].change.after)
        )
        if before is not None and after is not None:
            for one in differing(table, before, after):
                values = {"seen": said_value(one.stored), "now": said_value(one.wanted)}
                yield Message("order.field_changed", {"field": field_name(one.field), **values})
        elif before is not after:
            yield Message("order.came" if before is None else "order.went", {"table": name})
