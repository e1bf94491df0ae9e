# SPDX-License-Identifier: GPL-3.0-or-later
"""The password of the mail server from QGIS's authentication manager, which keeps it encrypted."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication, QgsAuthMethodConfig

from ..core.errors import InputError


def password_of_qgis(config_id: str) -> Callable[[str, str], str]:
    """Return what asks the authentication manager for a password, as ``store.smtp_mail`` wants it.

    ``config_id`` is a "Basic" configuration. When asked, ``InputError`` if there is none of this id, or it is
    of another user.
    """

    def ask(user: str, host: str) -> str:
        config = QgsAuthMethodConfig()
        manager = QgsApplication.authManager()
        is_known = config_id in manager.configIds()
        if not is_known or not manager.loadAuthenticationConfig(config_id, config, True):
            raise InputError("mail.no_configuration", config=config_id, host=host)
        if config.config("username") != user:
            raise InputError("mail.other_user", config=config_id, user=user)
        return config.config("password")

    return ask
