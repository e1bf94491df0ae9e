# SPDX-License-Identifier: GPL-3.0-or-later
"""The version of an order: the number of the last command that changed it or what is noted about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
            owner = _owners(connection, table, some)
            for key, last in _last_commands(connection, table.name, list(owner)):
                found[owner[key]] = max(found[owner[key]], last)
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
        if "order_id" in table.names and name not in _BESIDE:
            yield table


def _owners(connection: sa.Connection, table: RecordTable[Any], orders: Sequence[str]) -> dict[str, str]:
    """Return the keys of the records about orders, each with its order; a removed one may have that key."""
    owner = dict(zip(orders, orders, strict=True)) if table.key.name == "order_id" else {}
    of_order = table.table.c.order_id
    query = sa.select(table.key, of_order).where(of_order.in_(orders))
    return owner | {row[0]: row[1] for row in connection.execute(query)}


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
    lines = [
        line
        for table in _about(tables)
        for line in journal.entries(
            connection, keys=list(_owners(connection, table, [order])), tables=[table.name]
        )
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
