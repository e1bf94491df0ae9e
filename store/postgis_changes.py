# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells everybody who listens at a server that a command was committed (LISTEN and NOTIFY of PostgreSQL)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import sqlalchemy as sa

from ..core.errors import Failure
from .journal import last_command, moments
from .own_commands import are_own

if TYPE_CHECKING:
    from .postgis import PostGis


def channel_of(schema: str) -> str:
    """Return the channel on which the commands of a schema are told."""
    return f"regard.{schema}"


def announce(connection: sa.Connection, schema: str, command_id: int) -> None:
    """Tell of a command; the server passes it on at the commit, and forgets it at a rollback."""
    told = {"channel": channel_of(schema), "number": str(command_id)}
    connection.execute(sa.text("SELECT pg_notify(:channel, :number)"), told)


class ServerFeed:
    """Listens on a connection of its own."""

    def __init__(self, backend: PostGis, after: int | None) -> None:
        self._backend = backend
        with backend.reading() as connection:
            # listens first: what is committed in between is heard of twice rather than never
            self._connection = self._listening()
            last = last_command(connection)
        self._known = last if after is None else after
        self._has_missed = last > self._known
        self._known = last

    @property
    def known(self) -> int:
        """Return the last command that was heard of."""
        return self._known

    def wait(self, timeout_s: float) -> bool:
        """Tell whether somebody else has written, waiting at most so long for it."""
        if self._has_missed:
            self._has_missed = False
            return True
        try:
            told = list(self._connection.notifies(timeout=timeout_s, stop_after=1))
        except psycopg.Error as error:
            raise Failure("workspace.disconnected", target=self._backend.url) from error
        return bool(told) and not self._are_own({int(one.payload) for one in told})

    def close(self) -> None:
        """Give the connections back to the server."""
        self._connection.close()
        self._backend.close()

    def _are_own(self, numbers: set[int]) -> bool:
        # commands may be committed in another order than that of their numbers: only those told of count
        with self._backend.reading() as connection:
            found = moments(connection, min(numbers), max(numbers))
        self._known = max([self._known, *numbers])
        return are_own(self._backend.url, {number: found[number] for number in numbers if number in found})

    def _listening(self) -> psycopg.Connection[tuple[object, ...]]:
        """Return a connection that listens, outside the pool: it stays open."""
        raw = self._backend.engine.raw_connection()
        connection = raw.driver_connection
        raw.detach()
        assert isinstance(connection, psycopg.Connection)
        connection.rollback()
        connection.autocommit = True
        channel = psycopg.sql.Identifier(channel_of(self._backend.schema))
        connection.execute(psycopg.sql.SQL("LISTEN {}").format(channel))
        return connection
