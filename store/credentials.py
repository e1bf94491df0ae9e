# SPDX-License-Identifier: GPL-3.0-or-later
"""Logins for addresses that name a stored authentication (``authcfg=…``) in place of a password.

Whoever keeps logins, such as QGIS with its encrypted store, says so once; they are asked for at each
connection and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..core.errors import InputError


@dataclass(frozen=True, slots=True, repr=False)
class Login:
    """Who logs in at a server, and with which password."""

    user: str
    password: str


AskLogin = Callable[[str], Login]
_keepers: list[AskLogin] = []


def add_keeper(ask: AskLogin) -> None:
    """Ask somebody for logins from now on; ``ask`` gets the name of an authentication."""
    _keepers.append(ask)


def remove_keeper(ask: AskLogin) -> None:
    """Ask them no more."""
    _keepers.remove(ask)


def login_of(config: str, *, target: str) -> Login:
    """Return the login of a stored authentication; ``InputError`` where nobody keeps any."""
    if not _keepers:
        raise InputError("workspace.authcfg", target=target)
    return _keepers[-1](config)
