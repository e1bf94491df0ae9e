# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal folded into a state: what the tables must hold, and where they do not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from .journal import META, Change, changes
from .meta import read_settings
from .tables import RecordTable, Tables

State = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One record about which journal and tables, or two lines of the journal, do not agree.

    ``kind`` is ``broken`` (a line does not begin where the one before ended: an update was lost),
    ``missing`` (journaled, but not there), ``unknown`` (there, but not journaled) or ``other`` (there as
    something else than what was journaled last, maybe changed by another program).
    """

    kind: str
    table: str
    key: str


def replay(lines: Iterable[Change]) -> tuple[State, list[tuple[Change, str | None]]]:
    """Fold journal lines, oldest first, into the last JSON of each record by table and key.

    Also return the lines that do not begin with what the line before about the same record ended with, and
    that end.
    """
    state: State = {}
    broken = []
    for line in lines:
        record = (line.table, line.key)
        if line.before != (known := state.get(record)):
            broken.append((line, known))
        if line.after is None:
            state.pop(record, None)
        else:
            state[record] = line.after
    return state, broken


def discrepancies(connection: sa.Connection, tables: Tables) -> list[Discrepancy]:
    """Return every record of which the tables hold something else than the journal says."""
    # layers may be edited by any program, and are replaced by imports: their lines are no state of records
    own = {*tables.by_name, META.name}
    state, suspect = replay(line for line in changes(connection) if line.table in own)
    journaled = {key: state.pop((table, key)) for table, key in list(state) if table == META.name}
    found = [
        Discrepancy("broken", line.table, line.key)
        for line, known in suspect
        if line.table != META.name and not _same(tables.by_name.get(line.table), line.before, known)
    ]
    for table in tables.by_name.values():
        found += _compared(connection, table, state)
    found += _settings(connection, journaled)
    return found + [Discrepancy("missing", table, key) for table, key in sorted(state)]


def _same(table: RecordTable[Any] | None, one: str | None, other: str | None) -> bool:
    """Tell whether two journaled records are the same, fields that their class gained since apart."""
    if one == other:
        return True
    if table is None or one is None or other is None:
        return False
    try:
        return table.to_json(table.from_json(one)) == table.to_json(table.from_json(other))
    except ValueError:
        return False


def _settings(connection: sa.Connection, journaled: Mapping[str, str]) -> Iterator[Discrepancy]:
    """Compare settings with what was journaled last; those of imports and of machines are not journaled."""
    stored = read_settings(connection, journaled)
    for name, text in journaled.items():
        if name not in stored:
            yield Discrepancy("missing", META.name, name)
        elif stored[name] != json.loads(text):
            yield Discrepancy("other", META.name, name)


def _compared(connection: sa.Connection, table: RecordTable[Any], state: State) -> Iterator[Discrepancy]:
    """Compare the records of a table with their journaled state, which is used up."""
    for row in connection.execution_options(yield_per=1000).execute(sa.select(*table.columns)):
        record = table.kind(*row)
        key = table.key_of(record)
        journaled = state.pop((table.name, key), None)
        if journaled is None:
            yield Discrepancy("unknown", table.name, key)
        elif not _same(table, journaled, table.to_json(record)):
            yield Discrepancy("other", table.name, key)
