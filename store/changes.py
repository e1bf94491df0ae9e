# SPDX-License-Identifier: GPL-3.0-or-later
"""Hears of the commands that others write into a workspace: a server notifies, a file is looked at."""

from __future__ import annotations

import time
from typing import Protocol

from .backend import Backend
from .geopackage import GeoPackage
from .journal import last_command, moments
from .own_commands import are_own
from .workspaces import open_backend

_LOOK_EVERY_S = 0.5


class ChangeFeed(Protocol):
    """What others write into one workspace; used by one thread, errors are ``RegardError``."""

    @property
    def known(self) -> int:
        """Return the last command that was heard of."""

    def wait(self, timeout_s: float) -> bool:
        """Tell whether somebody else has written, waiting at most so long for it."""

    def close(self) -> None:
        """Let go of the database."""


def watch_changes(url: str, *, after: int | None = None) -> ChangeFeed:
    """Return what hears of the commands of others from now on, or after one that is known.

    ``InputError`` when the workspace cannot be opened.
    """
    backend = open_backend(url, wait_s=0.0)
    if isinstance(backend, GeoPackage):
        return FileFeed(backend, after)
    from .postgis import PostGis
    from .postgis_changes import ServerFeed

    assert isinstance(backend, PostGis)
    return ServerFeed(backend, after)


class FileFeed:
    """Looks twice a second whether the file has changed, and only then for the journal's last number."""

    def __init__(self, backend: GeoPackage, after: int | None) -> None:
        self._backend = backend
        self._known = latest(backend) if after is None else after
        self._seen: tuple[tuple[int, int], ...] = ()

    @property
    def known(self) -> int:
        """Return the last command that was heard of."""
        return self._known

    def wait(self, timeout_s: float) -> bool:
        """Tell whether somebody else has written, waiting at most so long for it."""
        ends = time.monotonic() + timeout_s
        while True:
            if self._has_news():
                return True
            left = ends - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(_LOOK_EVERY_S, left))

    def close(self) -> None:
        """Let go of the file."""
        self._backend.close()

    def _has_news(self) -> bool:
        looks = self._looks()
        if looks == self._seen:
            return False
        with self._backend.reading() as connection:
            last = last_command(connection)
            news = moments(connection, self._known + 1, last)
        # between two looks QGIS may want the file to itself, to leave write-ahead logging
        self._backend.close()
        self._seen, self._known = looks, last
        return not are_own(self._backend.url, news)

    def _looks(self) -> tuple[tuple[int, int], ...]:
        """Return time and size of the file and of its write-ahead log, which QGIS turns on while it edits."""
        paths = (self._backend.path, self._backend.path.with_name(f"{self._backend.path.name}-wal"))
        states = (path.stat() for path in paths if path.exists())
        return tuple((state.st_mtime_ns, state.st_size) for state in states)


def latest(backend: Backend) -> int:
    """Return the number of the latest command of a workspace."""
    with backend.reading() as connection:
        return last_command(connection)
