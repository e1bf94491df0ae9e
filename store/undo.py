# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo: the changes of a command taken back, newest first, as ordinary writes of a new command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from .journal import Change, JournalEntry
from .layer_edits import edit_of
from .transaction import SqlTransaction, differing, stored_record


def undo_command(transaction: SqlTransaction, entries: Sequence[JournalEntry]) -> None:
    """Write the opposite of every change; ``StaleWrite`` if one of the records has changed since."""
    of_layers = [
        one.change for one in reversed(entries) if one.change.table not in transaction.tables.by_name
    ]
    transaction.edit_layers([edit_of(change).undone for change in of_layers])
    for entry in reversed(entries):
        if entry.change.table in transaction.tables.by_name:
            _undo(transaction, entry.change)


def _undo(transaction: SqlTransaction, change: Change) -> None:
    table = transaction.tables.by_name[change.table]
    before: Any = table.from_json(change.before) if change.before is not None else None
    after: Any = table.from_json(change.after) if change.after is not None else None
    if after is None:
        transaction.add([replace(before, version=before.version + 1)])
        return
    stored = stored_record(transaction.connection, table, change.key)
    if stored is None or differing(table, stored, after):
        raise transaction.stale(table, after)
    if before is None:
        transaction.remove(stored)
    else:
        transaction.save(replace(before, version=stored.version))
