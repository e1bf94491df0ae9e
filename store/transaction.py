# SPDX-License-Identifier: GPL-3.0-or-later
"""The writes of one command: inserts, optimistic updates and removals, each with its line in the journal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from shapely.geometry.base import BaseGeometry

from ..core.errors import InputError
from ..network.changes.feature_edits import FeatureEdit
from .errors import Difference, StaleWrite
from .journal import META, Change, JournalWriter, last_author
from .layer_edits import write_edits
from .meta import read_settings, write_settings
from .stored_records import stored_records
from .tables import RecordTable, Tables

# bound parameters in one statement; SQLite's oldest limit is 999
_KEYS_AT_ONCE = 500

Bounds = tuple[float, float, float, float]


@dataclass(slots=True)
class SqlTransaction:
    """Implements ``planner.ports.Transaction`` on an open connection; ``finish`` writes the journal.

    ``bounds`` gathers the extent of the geometries written, by table.
    """

    connection: sa.Connection
    tables: Tables
    journal: JournalWriter
    bounds: dict[str, Bounds] = field(default_factory=dict)
    _changes: list[Change] = field(default_factory=list)

    def add(self, records: Iterable[object]) -> None:
        """Insert records that are new; an ``InputError`` names the first key that is taken."""
        for kind, group in groupby(records, key=type):
            self._insert(self.tables.of(kind), list(group))

    def save(self, record: Any) -> None:
        """Update a record read earlier, raising its version; ``StaleWrite`` if someone else did so first."""
        table = self.tables.of(type(record))
        before = self._fresh(table, record)
        after = replace(record, version=record.version + 1)
        statement = sa.update(table.table).where(*_same(table, record)).values(table.row(after))
        if self.connection.execute(statement).rowcount != 1:
            raise self.stale(table, record)
        self._note(table, before, after)

    def remove(self, record: Any) -> None:
        """Delete a record read earlier; ``StaleWrite`` if someone else changed it since."""
        table = self.tables.of(type(record))
        before = self._fresh(table, record)
        if self.connection.execute(sa.delete(table.table).where(*_same(table, record))).rowcount != 1:
            raise self.stale(table, record)
        self._note(table, before, None)

    def save_all(self, records: Sequence[Any]) -> None:
        """Update many records of one kind as ``save`` does, in a few statements."""
        if not records:
            return
        table = self.tables.of(type(records[0]))
        stored: dict[str, Any] = {}
        for some in _chunks([table.key_of(record) for record in records]):
            query = sa.select(*table.columns).where(table.key.in_(some)).with_for_update()
            stored |= {table.key_of(one): one for one in stored_records(self.connection, table, query)}
        rows = []
        for record in records:
            before = stored.get(table.key_of(record))
            if before is None or before.version != record.version:
                raise self.stale(table, record)
            after = replace(record, version=record.version + 1)
            rows.append({f"to_{name}": value for name, value in table.row(after).items()})
            self._note(table, before, after)
        values = {name: sa.bindparam(f"to_{name}", type_=table.table.c[name].type) for name in table.names}
        of_key = table.key == sa.bindparam(f"to_{table.names[0]}", type_=table.key.type)
        values.pop(table.names[0])
        self.connection.execute(sa.update(table.table).where(of_key).values(values), rows)

    def edit_layers(self, edits: Sequence[FeatureEdit]) -> None:
        """Write edits of features into layers; ``StaleWrite`` if one is not what its edit was made for."""
        edited = write_edits(self.connection, edits)
        self._changes += edited.changes
        for layer, bounds in edited.bounds.items():
            self._widen(layer, bounds)

    def set_settings(self, settings: Mapping[str, str | None]) -> None:
        """Store named settings; None takes one away, and one that stays as it is leaves no line."""
        before = read_settings(self.connection, settings)
        changed = {name: value for name, value in settings.items() if before.get(name) != value}
        write_settings(self.connection, changed)
        self._changes += [
            Change(META.name, name, _text(before.get(name)), _text(value)) for name, value in changed.items()
        ]

    def finish(self) -> int | None:
        """Write the journal of everything that was done; return the command, None where nothing was."""
        return self.journal.write(self._changes)

    def _insert(self, table: RecordTable[Any], records: list[Any]) -> None:
        self._refuse_taken(table, [table.key_of(record) for record in records])
        self.connection.execute(sa.insert(table.table), [table.row(record) for record in records])
        for record in records:
            self._note(table, None, record)

    def _refuse_taken(self, table: RecordTable[Any], keys: list[str]) -> None:
        seen: set[str] = set()
        for key in keys:
            if key in seen:
                raise InputError("record.exists", table=table.name, key=key)
            seen.add(key)
        for some in _chunks(keys):
            taken = self.connection.scalar(sa.select(table.key).where(table.key.in_(some)).limit(1))
            if taken is not None:
                raise InputError("record.exists", table=table.name, key=taken)

    def _fresh(self, table: RecordTable[Any], record: Any) -> Any:
        """Return the stored record; refuse when its version is not the one that was read."""
        stored = stored_record(self.connection, table, table.key_of(record))
        if stored is None or stored.version != record.version:
            raise self.stale(table, record)
        return stored

    def stale(self, table: RecordTable[Any], record: Any) -> StaleWrite:
        """Return the error that a record has changed since it was read, with both values."""
        key = table.key_of(record)
        stored = stored_record(self.connection, table, key)
        who, at = last_author(self.connection, table.name, key)
        differences: tuple[Difference, ...] = ()
        if stored is not None:
            versions = Difference("version", stored.version, record.version)
            differences = differing(table, stored, record) or (versions,)
        return StaleWrite(table=table.name, key=key, who=who, at=at, differences=differences)

    def _note(self, table: RecordTable[Any], before: Any, after: Any) -> None:
        key = table.key_of(after if after is not None else before)
        texts = [None if record is None else table.to_json(record) for record in (before, after)]
        self._changes.append(Change(table.name, key, *texts))
        shape = getattr(after, table.geometry) if after is not None and table.geometry else None
        if shape is not None and not shape.is_empty:
            self._widen(table.name, shape.bounds)

    def _widen(self, name: str, written: Bounds) -> None:
        known = self.bounds.get(name)
        self.bounds[name] = _union(known, written) if known else written


def _text(value: str | None) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def stored_record(connection: sa.Connection, table: RecordTable[Any], key: str) -> Any:
    """Return the stored record of a key, or None."""
    found = stored_records(connection, table, sa.select(*table.columns).where(table.key == key))
    return found[0] if found else None


def differing(table: RecordTable[Any], stored: Any, wanted: Any) -> tuple[Difference, ...]:
    """Return the fields, the version apart, in which two versions of a record differ."""
    ours, theirs = table.row(wanted), table.row(stored)
    return tuple(
        Difference(name, theirs[name], ours[name])
        for name in table.names
        if name != "version" and not _equal(ours[name], theirs[name])
    )


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, BaseGeometry) and isinstance(other, BaseGeometry):
        return bool(one.equals_exact(other, 0.0))
    return bool(one == other) or (one != one and other != other)


def _same(table: RecordTable[Any], record: Any) -> list[sa.ColumnElement[bool]]:
    return [table.key == table.key_of(record), table.table.c.version == record.version]


def _union(one: Bounds, other: Bounds) -> Bounds:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _chunks(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        yield keys[start : start + _KEYS_AT_ONCE]
