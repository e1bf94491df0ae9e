# SPDX-License-Identifier: GPL-3.0-or-later
"""What Regard remembers of this user: workspaces opened of late, what to open first. Never a secret."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsSettings

from ...core.secrets import without_secrets

AT_START = ("nothing", "last", "ask")
_RECENT = "regard/start/recent"
_AT_START = "regard/start/open"
_GREETED = "regard/start/greeted"
_MOST = 10


def recent_workspaces() -> tuple[str, ...]:
    """Return the workspaces that were opened, the latest first."""
    stored = QgsSettings().value(_RECENT, [])
    texts = [stored] if isinstance(stored, str) else stored or []
    return tuple(str(url) for url in texts if url)


def remember_workspace(url: str) -> None:
    """Put a workspace at the head of those that were opened; an address with a password is not kept."""
    if url and without_secrets(url) == url:
        _keep([url, *(one for one in recent_workspaces() if one != url)])


def forget_workspace(url: str) -> None:
    """Take a workspace out of those that were opened."""
    _keep([one for one in recent_workspaces() if one != url])


def _keep(urls: Sequence[str]) -> None:
    QgsSettings().setValue(_RECENT, list(urls[:_MOST]))


def opened_at_start() -> str:
    """Return what happens at the start: ``nothing``, the ``last`` workspace is opened, or ``ask``."""
    stored = str(QgsSettings().value(_AT_START, AT_START[0]) or "")
    return stored if stored in AT_START else AT_START[0]


def open_at_start(what: str) -> None:
    """Keep what happens at the start, one of ``AT_START``."""
    QgsSettings().setValue(_AT_START, what)


def was_greeted() -> bool:
    """Tell whether this user has seen the first window."""
    return bool(QgsSettings().value(_GREETED, False, type=bool))


def note_greeted() -> None:
    """Note that this user has seen the first window."""
    QgsSettings().setValue(_GREETED, True)
