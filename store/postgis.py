# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace in one schema of a PostgreSQL database with PostGIS, for teams.

The address is a libpq URL, ``postgresql://[user@]host/database?schema=name``; the schema is ``regard`` when
none is named. Passwords belong in ``~/.pgpass``, in a service file (``postgresql:///?service=name``) or in
the encrypted store of QGIS (``authcfg=id``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import geopandas as gpd
import psycopg
import sqlalchemy as sa

from ..core.errors import Failure, InputError, RegardError
from ..core.secrets import without_secrets
from . import postgis_changes, postgis_layers, postgis_versions
from .credentials import login_of
from .journal import META
from .layer_names import is_plain_identifier
from .meta import Meta, create_tables, write_settings
from .server_rights import renew_rights
from .transaction import Bounds

DEFAULT_SCHEMA = "regard"
_EXPECTED = "postgresql://[user@]host/database?schema=lower_case_name"


@dataclass(frozen=True, slots=True)
class PostGis:
    """Implements ``store.backend.Backend`` on a schema."""

    url: str
    schema: str
    engine: sa.Engine

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Open a connection for reading."""
        with self._translated(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Open one write transaction."""
        with self._translated(), self.engine.begin() as connection:
            yield connection

    def is_workspace(self) -> bool:
        """Tell whether the schema holds a workspace."""
        usable = sa.text(
            "SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = :schema"
        )
        with self.reading() as connection:
            # without that right a table is as if it were not there
            if connection.execute(usable, {"schema": self.schema}).scalar() is False:
                raise InputError("workspace.forbidden", target=self.url, reason=f"schema {self.schema}")
            return sa.inspect(connection).has_table(META.name, schema=self.schema)

    def widen(self, connection: sa.Connection, written: Mapping[str, Bounds], at: datetime) -> None:
        """Do nothing: PostGIS finds extents by itself."""

    def take_turn(self, connection: sa.Connection) -> bool:
        """Wait for the other sessions of the schema; the turn ends with the transaction."""
        lock = sa.text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
        connection.execute(lock, {"name": f"commands of {self.schema}"})
        return True

    def announce(self, connection: sa.Connection, command_id: int) -> None:
        """Tell everybody who listens of a command, at its commit."""
        postgis_changes.announce(connection, self.schema, command_id)

    def layer_names(self) -> list[str]:
        """Return the names of the layers that are not record tables."""
        with self.reading() as connection:
            return postgis_layers.names(connection, self.schema)

    def read_layer(self, name: str) -> gpd.GeoDataFrame:
        """Return a layer."""
        with self.reading() as connection:
            return postgis_layers.read(connection, self.schema, name)

    def write_layers(self, layers: Mapping[str, gpd.GeoDataFrame], settings: Mapping[str, str]) -> None:
        """Create or replace layers and store settings, in one transaction."""
        with self.writing() as connection:
            for name, frame in layers.items():
                postgis_layers.write(connection, name, frame)
            postgis_versions.watch(connection, self.schema, list(layers))
            renew_rights(connection, self.schema, layers=layers)
            write_settings(connection, settings)

    def layer_state(self) -> dict[str, str] | None:
        """Return the state of each layer; layers that are not watched yet are from now on."""
        with self.reading() as connection:
            names = postgis_layers.names(connection, self.schema)
            state = postgis_versions.tokens(connection, self.schema, names)
        if state is None:
            with self.writing() as connection:
                if postgis_versions.watch(connection, self.schema, names):
                    state = postgis_versions.tokens(connection, self.schema, names)
        return state

    def back_up(self, label: str) -> Path | None:  # noqa: ARG002
        """Do nothing: the server has backups of its own."""
        return None

    def close(self) -> None:
        """Give the connections back to the server."""
        self.engine.dispose()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sa.exc.DBAPIError as error:
            raise translated(error, self.url) or error from error


def open_postgis(url: str, *, wait_s: float) -> PostGis:
    """Return the schema behind a URL; ``InputError`` when the URL cannot be read or holds a password."""
    try:
        parsed = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise InputError("workspace.url", target=without_secrets(url), expected=_EXPECTED) from error
    secrets = [name for name in parsed.query if name.endswith("password")]
    shown = sa.URL.create(
        "postgresql",
        username=parsed.username,
        host=parsed.host,
        port=parsed.port,
        database=parsed.database,
        query=parsed.difference_update_query(secrets).query,
    ).render_as_string()
    if parsed.password is not None or secrets:
        raise InputError("workspace.password", target=shown)
    schema = parsed.query.get("schema", DEFAULT_SCHEMA)
    if not isinstance(schema, str) or not is_plain_identifier(schema) or schema != schema.lower():
        raise InputError("workspace.url", target=shown, expected=_EXPECTED)
    server = parsed.set(drivername="postgresql+psycopg").difference_update_query(
        ["schema", "options", "authcfg"]
    )
    own = parsed.query.get("options", "")
    options = f"{own} -c search_path={schema},public -c lock_timeout={wait_s * 1000:.0f}"
    # no column is an hstore: without the look for that type a workspace opens sooner
    engine = sa.create_engine(
        server, connect_args={"options": options}, pool_pre_ping=True, use_native_hstore=False
    )
    if config := parsed.query.get("authcfg"):
        _log_in_by(engine, str(config), shown)
    return PostGis(shown, schema, engine)


def _log_in_by(engine: sa.Engine, config: str, target: str) -> None:
    """Have every connection ask for the login of a stored authentication."""

    @sa.event.listens_for(engine, "do_connect")
    def log_in(_dialect: object, _record: object, _args: object, params: dict[str, object]) -> None:
        login = login_of(config, target=target)
        params.update(user=login.user, password=login.password)


def create_postgis(url: str, meta: Meta) -> None:
    """Make a schema with the workspace's empty tables; an empty schema that is there already is used."""
    database = open_postgis(url, wait_s=0.0)
    with closing(database), database.writing() as connection:
        if sa.inspect(connection).get_table_names(schema=database.schema):
            raise InputError("workspace.exists", target=database.url)
        connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public")
        connection.execute(sa.schema.CreateSchema(database.schema, if_not_exists=True))
        create_tables(connection, meta)


def _lacks_room(cause: BaseException | None) -> bool:
    """Tell whether a server has no room or memory left, or may not make a file as large as it must be."""
    if not isinstance(cause, psycopg.Error):
        return False
    # md.c is the part of the server that writes tables to files
    return (cause.sqlstate or "").startswith(("53", "58030")) or cause.diag.source_file == "md.c"


def translated(error: sa.exc.DBAPIError, url: str) -> RegardError | None:
    """Return what a PostgreSQL error means to the user, None when it is a defect of ours."""
    cause = error.orig
    state = (cause.sqlstate or "") if isinstance(cause, psycopg.Error) else ""
    reason = str(cause).strip().splitlines()[0] if str(cause).strip() else ""
    if state in ("55P03", "40P01", "40001"):  # lock timeout, deadlock, serialisation
        return InputError("workspace.locked", target=url)
    if state == "25006":
        return InputError("workspace.read_only", target=url)
    if state == "42501":
        return InputError("workspace.forbidden", target=url, reason=reason)
    if _lacks_room(cause):
        return Failure("workspace.write_failed", target=url, reason=reason)
    if isinstance(error, sa.exc.ProgrammingError) and not state:  # an option that libpq does not know
        return InputError("workspace.url", target=url, expected=_EXPECTED)
    if state == "23505" and isinstance(cause, psycopg.Error):
        return InputError("record.exists", table=cause.diag.table_name, key=cause.diag.message_detail)
    if error.connection_invalidated or state.startswith(("08", "57P")):
        return Failure("workspace.disconnected", target=url)
    if isinstance(error, sa.exc.OperationalError) and not state:
        return Failure("workspace.unreachable", target=url, reason=reason)
    return None
