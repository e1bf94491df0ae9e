# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends the mails of an order from a worker; the password stays in QGIS's authentication manager."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from qgis.core import QgsSettings

from ..acting.rows import Pressed

# the id of the configuration that holds user and password of the mail server
AUTH_SETTING = "regard/mail/authcfg"


def send_mails(workspace: Any, order_id: str, pressed: Pressed) -> None:
    """Send what is open of an order and goes by mail.

    ``InputError`` when the workspace names no mail server, ``Failure`` for the first mail that did not leave.
    """
    from ...core.errors import Failure
    from ...planner.informing.open_messages import author_of
    from ...planner.informing.send_mail import send_by_mail
    from ...qgis_bridge.mail_password import password_of_qgis
    from ...store.smtp_mail import SmtpMailer, password_of_environment, read_mail_settings

    settings = read_mail_settings(workspace).checked()
    config = str(QgsSettings().value(AUTH_SETTING, "") or "")
    ask = password_of_qgis(config) if config else password_of_environment
    found = send_by_mail(
        workspace,
        author_of(workspace, order_id, now=pressed.now),
        SmtpMailer(settings, ask, datetime.now),
        clock=lambda: pressed.now,
        who=pressed.who,
    )
    for one in found.made:
        if one.reason is not None:
            raise Failure(one.reason.code, **one.reason.params)
