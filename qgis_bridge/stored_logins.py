# SPDX-License-Identifier: GPL-3.0-or-later
"""Connections and logins that QGIS keeps; those of PostgreSQL as addresses that hold no password."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsDataSourceUri, QgsProviderRegistry

from ..core.errors import InputError

if TYPE_CHECKING:
    from ..store.credentials import Login


@dataclass(frozen=True, slots=True)
class StoredConnection:
    """A connection of QGIS to a database; ``has_plain_password`` if QGIS keeps one unencrypted."""

    name: str
    uri: str
    has_plain_password: bool

    def address(self, schema: str, *, authcfg: str = "") -> str:
        """Return the address of a workspace in a schema; the password stays with QGIS.

        ``authcfg`` is the authentication to use where the connection itself names none.
        """
        uri = QgsDataSourceUri(self.uri)
        asked = {"schema": schema}
        if uri.service():
            asked["service"] = uri.service()
        config = uri.authConfigId() or authcfg
        if config:
            asked["authcfg"] = config
        host = "" if uri.service() else uri.host()
        port = f":{uri.port()}" if uri.port() and host else ""
        user = f"{quote(uri.username(), safe='')}@" if uri.username() and not config else ""
        return f"postgresql://{user}{host}{port}/{quote(uri.database(), safe='')}?{urlencode(asked)}"


def stored_connections() -> tuple[StoredConnection, ...]:
    """Return the PostgreSQL connections of QGIS, by name."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    if metadata is None:
        return ()
    found = metadata.connections(False)
    return tuple(
        StoredConnection(
            name,
            found[name].uri(),
            bool(QgsDataSourceUri(found[name].uri()).password())
            and not QgsDataSourceUri(found[name].uri()).authConfigId(),
        )
        for name in sorted(found)
    )


def kept_login(connection: StoredConnection) -> str:
    """Return the id of the authentication that was made for a connection before; empty without one."""
    known = QgsApplication.authManager().availableAuthMethodConfigs().items()
    return next((str(key) for key, one in known if one.name() == _login_name(connection)), "")


def keep_encrypted(connection: StoredConnection) -> str:
    """Return the id of an authentication that holds the login of a connection, made if there is none."""
    if known := kept_login(connection):
        return known
    manager, name = QgsApplication.authManager(), _login_name(connection)
    uri = QgsDataSourceUri(connection.uri)
    config = QgsAuthMethodConfig("Basic")
    config.setName(name)
    config.setConfig("username", uri.username())
    config.setConfig("password", uri.password())
    # in some builds the configuration comes back beside the answer
    manager.storeAuthenticationConfig(config)
    return str(config.id())


def _login_name(connection: StoredConnection) -> str:
    return f"Regard: {connection.name}"


def unlock() -> bool:
    """Ask for the master password of QGIS if it is needed; in the main thread. False if it is not given."""
    return bool(QgsApplication.authManager().setMasterPassword(True))


def login_of_qgis(config_id: str) -> Login:
    """Return the user and password of a "Basic" authentication of QGIS; ``InputError`` if there is none."""
    from ..store.credentials import Login

    config, manager = QgsAuthMethodConfig(), QgsApplication.authManager()
    is_known = config_id in manager.configIds()
    if not is_known or not manager.loadAuthenticationConfig(config_id, config, True):
        raise InputError("workspace.no_authentication", config=config_id)
    if config.method() != "Basic":
        raise InputError("workspace.authentication_kind", config=config.name(), kind=config.method())
    return Login(config.config("username"), config.config("password"))
