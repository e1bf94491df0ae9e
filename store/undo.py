# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo: the changes of a command taken back, newest first, as ordinary writes of a new command."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from .errors import Difference, StaleWrite
from .journal import META, Change, JournalEntry, last_author
from .layer_edits import edit_of
from .meta import read_settings
from .transaction import SqlTransaction, differing, stored_record


def undo_command(transaction: SqlTransaction, entries: Sequence[JournalEntry]) -> None:
    """Write the opposite of every change; ``StaleWrite`` if one of the records has changed since."""
    own = {*transaction.tables.by_name, META.name}
    of_layers = [one.change for one in reversed(entries) if one.change.table not in own]
    transaction.edit_layers([edit_of(change).undone for change in of_layers])
    _undo_settings(transaction, [one.change for one in entries if one.change.table == META.name])
    for entry in reversed(entries):
        if entry.change.table in transaction.tables.by_name:
            _undo(transaction, entry.change)


def _undo_settings(transaction: SqlTransaction, changes: Sequence[Change]) -> None:
    stored = read_settings(transaction.connection, [change.key for change in changes])
    for change in changes:
        before, after = (None if text is None else json.loads(text) for text in (change.before, change.after))
        if stored.get(change.key) != after:
            who, at = last_author(transaction.connection, META.name, change.key)
            found = Difference("value", stored.get(change.key), before)
            raise StaleWrite(table=META.name, key=change.key, who=who, at=at, differences=(found,))
        transaction.set_settings({change.key: before})


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
