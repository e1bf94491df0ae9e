# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace in one GeoPackage file.

The file keeps SQLite's rollback journal: one file is then the whole workspace, safe to copy and to keep on a
share, and nothing stays beside it. QGIS turns write-ahead logging on while it edits and off when it closes;
both modes work here, because every write transaction takes the write lock at its start and waits for it.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast
from urllib.parse import quote

import geopandas as gpd
import shapely
import sqlalchemy as sa

from ..core.errors import Failure, InputError, RegardError
from . import geopackage_layers, geopackage_schema, geopackage_versions
from .geometry import SPATIAL_FUNCTIONS
from .geopackage_frames import read_frame
from .journal import META
from .journal import metadata as journal_metadata
from .meta import Meta, create_tables, write_settings
from .tables import record_tables
from .transaction import Bounds


@dataclass(frozen=True, slots=True)
class GeoPackage:
    """Implements ``store.backend.Backend`` on a file."""

    path: Path
    engine: sa.Engine

    @property
    def url(self) -> str:
        """Return the path of the file."""
        return str(self.path)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Open a connection for reading."""
        with self._translated(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Open one write transaction, holding the file's write lock from its start."""
        with (
            self._translated(),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    def is_workspace(self) -> bool:
        """Tell whether the file holds a workspace."""
        with self.reading() as connection:
            return sa.inspect(connection).has_table(META.name)

    def back_up(self, label: str) -> Path:
        """Copy the file beside itself, consistently even while others write; an older copy is kept."""
        copy = self.path.with_name(f"{self.path.stem}.{label}{self.path.suffix}")
        if copy.exists():
            raise InputError("workspace.exists", target=copy)
        part = copy.with_name(f".{copy.name}.part")
        try:
            with self.reading() as connection, closing(sqlite3.connect(part)) as target:
                _driver(connection).backup(target)
            part.rename(copy)
        except sqlite3.Error as error:
            raise Failure("workspace.write_failed", target=copy, reason=error) from error
        finally:
            part.unlink(missing_ok=True)
        return copy

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    def widen(self, connection: sa.Connection, written: Mapping[str, Bounds], at: datetime) -> None:
        """Widen the registered extents."""
        geopackage_schema.widen(connection, written, at)

    def take_turn(self, connection: sa.Connection) -> bool:  # noqa: ARG002
        """Do nothing: a file has one writer at a time, from the beginning of its transaction."""
        return False

    def announce(self, connection: sa.Connection, command_id: int) -> None:
        """Do nothing: who watches a file looks at it."""

    def layer_names(self) -> list[str]:
        """Return the names of the layers that are not record tables."""
        with self.reading() as connection:
            return geopackage_layers.names(connection)

    def read_layer(self, name: str) -> gpd.GeoDataFrame:
        """Return a layer."""
        try:
            with self.reading() as connection:
                return read_frame(connection, name)
        except (LookupError, sqlite3.Error, shapely.GEOSException) as error:
            raise InputError("workspace.damaged", target=self.path, reason=error) from error

    def write_layers(self, layers: Mapping[str, gpd.GeoDataFrame], settings: Mapping[str, str]) -> None:
        """Create or replace layers and store settings, in one transaction."""
        with tempfile.TemporaryDirectory(prefix="regard-") as folder:
            aside = Path(folder) / "layers.gpkg"
            for name, frame in layers.items():
                geopackage_layers.write_aside(aside, name, frame)
            with self.writing() as connection:
                geopackage_layers.bring_in(connection, aside, layers)
                geopackage_versions.watch(connection, layers)
                write_settings(connection, settings)

    def layer_state(self) -> dict[str, str] | None:
        """Return the state of each layer; layers that are not watched yet are from now on."""
        with self.reading() as connection:
            names = geopackage_layers.names(connection)
            state = geopackage_versions.tokens(connection, names)
        if state is None:
            with self.writing() as connection:
                if geopackage_versions.watch(connection, names):
                    state = geopackage_versions.tokens(connection, names)
        return state

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sa.exc.DBAPIError as error:
            raise translated(error, self.path) or error from error


def open_geopackage(path: Path, *, wait_s: float) -> GeoPackage:
    """Open a GeoPackage file for reading and writing; ``InputError`` when it is missing or something else."""
    if not path.exists():
        raise InputError("workspace.missing", file=path)
    engine = _engine(path, wait_s=wait_s)
    with ExitStack() as on_refusal:
        on_refusal.callback(engine.dispose)
        try:
            with engine.connect() as connection:
                marker = connection.exec_driver_sql("PRAGMA application_id").scalar()
        except sa.exc.DBAPIError as error:
            raise _not_opened(error, path) from error
        if marker not in (geopackage_schema.APPLICATION_ID, *geopackage_schema.OLDER_APPLICATION_IDS):
            raise InputError("workspace.not_geopackage", file=path)
        on_refusal.pop_all()
    return GeoPackage(path, engine)


def _not_opened(error: sa.exc.DBAPIError, path: Path) -> RegardError:
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return InputError("workspace.not_geopackage", file=path)
    if code == sqlite3.SQLITE_CANTOPEN:
        return InputError("file.unreadable", file=path, reason=error.orig)
    return translated(error, path) or InputError("workspace.damaged", target=path, reason=error.orig)


def create_geopackage(path: Path, meta: Meta) -> None:
    """Make a GeoPackage with the workspace's empty tables; it appears only when all went well."""
    if path.suffix.lower() != ".gpkg":
        raise InputError("workspace.suffix", target=path)
    if path.exists():
        raise InputError("workspace.exists", target=path)
    if not path.parent.is_dir():
        raise InputError("file.missing", file=path.parent)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.touch()
        with closing(GeoPackage(part, _engine(part, wait_s=0.0))) as made, made.writing() as connection:
            geopackage_schema.create(connection, meta.srid)
            create_tables(connection, meta)
            geopackage_schema.register(connection, record_tables(meta.srid), journal_metadata, meta.srid)
        part.replace(path)
    except OSError as error:
        raise Failure("workspace.write_failed", target=path, reason=error.strerror) from error
    finally:
        part.unlink(missing_ok=True)
        part.with_name(part.name + "-journal").unlink(missing_ok=True)


class _UntilClosed(sa.QueuePool):
    """Keeps a connection while the workspace is open; who reads a closed one gets it for that once.

    A new connection reads the whole schema first, which takes longer than most questions do.
    """

    _is_over = False

    def dispose(self) -> None:
        """Close what is kept; what is still in use is closed when it comes back."""
        self._is_over = True
        super().dispose()

    def _do_return_conn(self, record: sa.pool.ConnectionPoolEntry) -> None:
        super()._do_return_conn(record)
        if self._is_over:
            super().dispose()

    def recreate(self) -> sa.Pool:
        """Return what follows when the engine is disposed of."""
        return sa.NullPool(
            self._creator,
            reset_on_return=self._reset_on_return,
            _dispatch=self.dispatch,
            dialect=self._dialect,
        )


def _engine(path: Path, *, wait_s: float) -> sa.Engine:
    location = f"file:{quote(str(path.resolve()))}?mode=rw"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            location, uri=True, timeout=wait_s, isolation_level=None, check_same_thread=False
        )

    engine = sa.create_engine(
        "sqlite+pysqlite://", creator=connect, poolclass=_UntilClosed, pool_size=1, max_overflow=-1
    )
    sa.event.listen(engine, "connect", _teach)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _teach(connection: sqlite3.Connection, _: object) -> None:
    """Give a connection the functions that the spatial indexes of layers call when a row is written."""
    for name, function in SPATIAL_FUNCTIONS.items():
        connection.create_function(name, 1, function, deterministic=True)


def _driver(connection: sa.Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.driver_connection)


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def translated(error: sa.exc.DBAPIError, path: Path) -> RegardError | None:
    """Return what an SQLite error means to the user, None when it is a defect of ours."""
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return InputError("workspace.locked", target=path)
    if code == sqlite3.SQLITE_READONLY:
        return InputError("workspace.read_only", target=path)
    lacks_a_table = str(error.orig).startswith("no such table")
    if lacks_a_table or code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return InputError("workspace.damaged", target=path, reason=error.orig)
    if code == sqlite3.SQLITE_FULL:
        return Failure("disk.full", file=path)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return Failure("workspace.write_failed", target=path, reason=error.orig)
    return None
