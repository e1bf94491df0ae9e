# SPDX-License-Identifier: GPL-3.0-or-later
"""The workspace of the use cases on any of our databases."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar, get_type_hints

import geopandas as gpd
import pandas as pd
import sqlalchemy as sa

from ..core.errors import InputError, RegardError
from ..network.changes.feature_edits import Value
from ..planner.conditions import Where
from ..planner.hits import Hit
from ..planner.work_asked import WorkAsked
from . import journal, network_cache, search
from .asking import conditions
from .backend import Backend
from .journal import META, JournalEntry, JournalWriter
from .layer_names import require_layer_name
from .layer_rows import layer_table, rows_of
from .meta import SETTING, Meta, write_settings
from .order_versions import order_versions, require_seen
from .own_commands import note_own
from .record_columns import Column, raw, record_columns
from .replay import Discrepancy, discrepancies
from .stored_records import stored_records
from .sums.kept_rows import work_parts
from .sums.work_sums import work_sums
from .tables import RecordTable, Tables, record_tables
from .transaction import SqlTransaction
from .undo import undo_command

R = TypeVar("R")

# keys compared to suggest the one that was meant
_CANDIDATES = 5000
# fewer than SQLite takes as parameters of one statement in its oldest builds
_KEYS_AT_ONCE = 800


@dataclass(frozen=True, slots=True)
class SqlWorkspace:
    """Implements ``planner.ports.Workspace``; ``clock`` gives the wall-clock time that the journal notes.

    ``made`` are the commands that were written through this opening of the workspace, oldest first; ``seen``
    has the versions of the orders that the first of them is made for.
    """

    backend: Backend
    meta: Meta
    clock: Callable[[], datetime]
    made: list[int] = field(default_factory=list, compare=False)
    seen: dict[str, int] = field(default_factory=dict, compare=False)

    @property
    def url(self) -> str:
        """Return what opens this workspace again."""
        return self.backend.url

    @property
    def identity(self) -> str:
        """Return what tells this workspace from all others, one made anew at the same place too."""
        return f"{self.url} {self.meta.created_at}"

    @property
    def crs(self) -> str:
        """Return the metric CRS of every geometry, as ``EPSG:…``."""
        return f"EPSG:{self.meta.srid}"

    @property
    def tables(self) -> Tables:
        """Return the record tables."""
        return record_tables(self.meta.srid)

    def all(self, kind: type[R], *, where: Sequence[Where] = (), **equal: object) -> list[R]:
        """Return the records of a kind whose fields equal what is asked (None included), in key order.

        ``where`` asks for values among several and for ranges.
        """
        table = self.tables.of(kind)
        found = []
        with self.backend.reading() as connection:
            for part in conditions(table, where, equal):
                query = sa.select(*table.columns).where(*part)
                # an order that an index gives tempts a database to walk through all of it
                query = query if where else query.order_by(table.key)
                found += stored_records(connection, table, query)
        return sorted(found, key=table.key_of) if where else found

    def keys(self, kind: type[object]) -> list[str]:
        """Return the keys of all records of a kind, in order."""
        key = self.tables.of(kind).key
        with self.backend.reading() as connection:
            return list(connection.scalars(sa.select(key).order_by(key)))

    def columns(
        self, kind: type[object], names: Sequence[str], *, where: Sequence[Where] = ()
    ) -> dict[str, Column]:
        """Return some fields of the records that meet conditions as columns, in no order.

        ``InputError`` names the record and the field when a cell holds something else.
        """
        table = self.tables.of(kind)
        hints = get_type_hints(kind)
        with self.backend.reading() as connection:
            wanted = [raw(table.table.c[name], hints[name], connection.dialect) for name in names]
            parts = conditions(table, where, {})
            try:
                return record_columns(
                    connection, table, names, [sa.select(*wanted).where(*part) for part in parts]
                )
            except (ValueError, TypeError):
                for part in parts:
                    stored_records(connection, table, sa.select(*table.columns).where(*part))
                raise

    def work_sums(self, asked: WorkAsked, *, announcing: Sequence[str]) -> Mapping[str, pd.DataFrame]:
        """Return each part of the work of a period, summed, as a table."""
        with self.backend.reading() as connection:
            parts = work_parts(connection, self.tables, asked, identity=self.identity)
            return work_sums(connection, self.tables, asked, parts, announcing=announcing)

    def get(self, kind: type[R], key: str) -> R:
        """Return one record by its key; an ``InputError`` that names near keys when there is none."""
        table = self.tables.of(kind)
        with self.backend.reading() as connection:
            found = stored_records(connection, table, sa.select(*table.columns).where(table.key == key))
            if found:
                return found[0]
            raise _no_such_record(connection, table, key)

    def search(self, text: str, *, limit: int = 20) -> list[Hit]:
        """Return the records that hold each word of a text: called so first, then the latest first.

        Orders and requests are looked at; accents and capitals do not count.
        """
        with self.backend.reading() as connection:
            return search.search(connection, self.tables, text, limit)

    def count(self, kind: type[object]) -> int:
        """Return how many records of a kind there are."""
        with self.backend.reading() as connection:
            query = sa.select(sa.func.count()).select_from(self.tables.of(kind).table)
            return connection.execute(query).scalar_one()

    def order_versions(self, orders: Sequence[str]) -> dict[str, int]:
        """Return the last command that changed each order or what is written down about it."""
        with self.backend.reading() as connection:
            return order_versions(connection, self.tables, orders)

    def expect(self, order_id: str, version: int) -> None:
        """Refuse an order, now and in the first transaction, that is not the version that was seen.

        ``InputError`` tells both values of what has changed.
        """
        self.seen[order_id] = version
        with self.backend.reading() as connection:
            require_seen(connection, self.tables, self.seen)

    @contextmanager
    def command(self, name: str, *, who: str) -> Iterator[SqlTransaction]:
        """Open a transaction: on leaving, all of its writes and their journal are kept, or none."""
        with self._transaction(name, who=who) as transaction:
            yield transaction

    def undo(self, *, who: str, command_id: int | None = None) -> JournalEntry:
        """Take back a command (the latest one that still stands) by a new journaled command.

        Return the first line of the journal of what was undone. ``StaleWrite`` if a record has changed since;
        ``InputError`` if there is nothing to undo or the command is unknown.
        """
        with self.backend.reading() as connection:
            undone = journal.to_undo(connection, command_id)
        with self._transaction(
            f"undo {undone[0].command}", who=who, undoes=undone[0].command_id
        ) as transaction:
            undo_command(transaction, undone)
        return undone[0]

    @contextmanager
    def _transaction(self, name: str, *, who: str, undoes: int | None = None) -> Iterator[SqlTransaction]:
        with self.backend.writing() as connection:
            if not self.made:
                require_seen(connection, self.tables, self.seen)
            writer = JournalWriter(connection, name=name, who=who, at=self.clock(), undoes=undoes)
            transaction = SqlTransaction(connection, self.tables, writer)
            yield transaction
            if self.backend.take_turn(connection) and self.seen and not self.made:
                # this transaction's own writes are no part of what was seen
                with self.backend.reading() as kept:
                    require_seen(kept, self.tables, self.seen)
            command_id = transaction.finish()
            self.backend.widen(connection, transaction.bounds, writer.at)
            search.refresh(connection, self.tables)
            if command_id is not None:
                note_own(self.url, command_id, writer.at)
                self.backend.announce(connection, command_id)
        if command_id is not None:
            self.made.append(command_id)

    def journal(
        self, *, command_id: int | None = None, key: str | None = None, last: int | None = None
    ) -> list[JournalEntry]:
        """Return the journal, oldest line first, of one command or about one record key if asked.

        ``last`` is how many lines to return, the latest ones.
        """
        with self.backend.reading() as connection:
            return journal.entries(
                connection,
                command_id=command_id,
                keys=None if key is None else (key,),
                tables=tuple(self.tables.by_name),
                last=last,
            )

    def journal_of(self, keys: Sequence[str]) -> list[JournalEntry]:
        """Return the journal about several record keys, oldest line first."""
        tables = tuple(self.tables.by_name)
        with self.backend.reading() as connection:
            found = [
                entry
                for first in range(0, len(keys), _KEYS_AT_ONCE)
                for entry in journal.entries(
                    connection, keys=keys[first : first + _KEYS_AT_ONCE], tables=tables
                )
            ]
        return sorted(found, key=lambda entry: entry.seq)

    def discrepancies(self) -> list[Discrepancy]:
        """Return every record of which the tables hold something else than the journal, replayed, says."""
        with self.backend.reading() as connection:
            return discrepancies(connection, self.tables)

    def close(self) -> None:
        """Let go of the database; the workspace is not used any more."""
        self.backend.close()

    def setting(self, name: str, default: str = "") -> str:
        """Return a named setting of the workspace."""
        with self.backend.reading() as connection:
            query = sa.select(META.c.value).where(META.c.name == SETTING + name)
            value = connection.execute(query).scalar()
        return default if value is None else value

    def set_setting(self, name: str, value: str) -> None:
        """Store a named setting of the workspace."""
        with self.backend.writing() as connection:
            write_settings(connection, {name: value})

    def layer_names(self) -> list[str]:
        """Return the names of the imported layers."""
        return self.backend.layer_names()

    def read_layer(self, name: str) -> gpd.GeoDataFrame:
        """Return an imported layer with its own columns, in the workspace's CRS."""
        known = self.layer_names()
        if name not in known:
            raise InputError("layer.missing", layer=name, known=", ".join(known) or "-")
        return self.backend.read_layer(name)

    def network_state(self) -> dict[str, str]:
        """Return the state of the layers with the settings that say how they are read.

        It is empty when the layers cannot be watched, as in a workspace that cannot be written.
        """
        try:
            layers = self.backend.layer_state()
            return self._settled(layers) if layers else {}
        except RegardError:
            return {}

    def built(self, name: str, build: Callable[[], R], *, state: Mapping[str, str] | None = None) -> R:
        """Return a network built from the layers in a state, from the user's cache when it is kept there.

        ``state`` is what ``network_state`` told before the layers were read; without it they are to be read
        by ``build``.
        """
        folder = network_cache.networks_folder()
        known = self.network_state() if state is None else state
        if folder is None or not known:
            return build()
        kept = network_cache.NetworkCache(folder, self.identity, worth_s=network_cache.WORTH_S)
        return kept.fetch(name, known, build, is_current=lambda: self.network_state() == known)

    def _settled(self, state: Mapping[str, str]) -> dict[str, str]:
        """Return the state of the layers with the settings that say how they are read."""
        with self.backend.reading() as connection:
            query = sa.select(META.c.name, META.c.value).where(META.c.name.startswith(f"{SETTING}network."))
            return {**state, **{row.name: row.value for row in connection.execute(query)}}

    def layer_rows(
        self, name: str, key_column: str, keys: Iterable[str]
    ) -> dict[str, list[dict[str, Value]]]:
        """Return the rows of a layer that have some ids, as edits hold them, without reading all of it."""
        with self.backend.reading() as connection:
            found = rows_of(connection, layer_table(connection, name), key_column, keys)
        return {key: [row for _, row in rows] for key, rows in found.items()}

    def layer_columns(self, name: str) -> tuple[str, ...]:
        """Return the columns of a layer, its geometry apart."""
        with self.backend.reading() as connection:
            return layer_table(connection, name).columns

    def write_layer(self, name: str, frame: gpd.GeoDataFrame) -> None:
        """Create or replace one imported layer."""
        self.write_layers({name: frame})

    def write_layers(
        self, layers: Mapping[str, gpd.GeoDataFrame], *, settings: Mapping[str, str] | None = None
    ) -> None:
        """Create or replace imported layers and store the settings that go with them, all or none.

        Layers are reprojected to the workspace's CRS if need be.
        """
        for name, frame in layers.items():
            if frame.crs is None:
                raise InputError("layer.no_crs", layer=name)
            require_layer_name(name)
        projected = {name: frame.to_crs(self.crs) for name, frame in layers.items()}
        self.backend.write_layers(projected, settings or {})


def _no_such_record(connection: sa.Connection, table: RecordTable[R], key: str) -> InputError:
    keys = list(connection.scalars(sa.select(table.key).order_by(table.key).limit(_CANDIDATES)))
    near = difflib.get_close_matches(key, keys, n=3) or keys[:3]
    return InputError("record.missing", table=table.name, key=key, near=", ".join(near) or "-")
