# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo: the changes of a command taken back, newest first, as ordinary writes of a new command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .journal import Change, JournalEntry
from .transaction import SqlTransaction


def undo_command(transaction: SqlTransaction, entries: Sequence[JournalEntry]) -> None:
    """Write the opposite of every change; ``StaleWrite`` if one of the records has changed since."""
    for entry in reversed(entries):
        _undo(transaction, entry.change)


def _undo(transaction: SqlTransaction, change: Change) -> None:
    table = transaction.tables.by_name[change.table]
    before = table.from_json(change.before) if change.before is not None else None
    after = table.from_json(change.after) if change.after is not None else None
    if before is None:
        transaction.remove(after)
    elif after is None:
        transaction.add([replace(before, version=before.version + 1)])
    else:
        transaction.save(replace(before, version=after.version))
