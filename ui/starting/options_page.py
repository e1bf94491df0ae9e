# SPDX-License-Identifier: GPL-3.0-or-later
"""Regard's page in the options of QGIS: what opens at the start, the language, the mail server."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsSettings
from qgis.gui import QgsAuthConfigSelect, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import RegardError
from ...qgis_bridge.messages import say, tr, user_locale
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner
from ..actions_controller import ICONS
from ..order_panel.mail import AUTH_SETTING
from ..reporter import Reporter
from ..view_state import ViewState
from . import settings

if TYPE_CHECKING:
    from ...store.smtp_mail import SmtpSettings


@dataclass(frozen=True, slots=True)
class MailServer:
    """The mail server of a workspace as the page shows it; the password is in QGIS's encrypted store."""

    host: str
    port: int
    security: str
    user: str
    sender: str


class OptionsPage(QgsOptionsPageWidget):
    """Nothing is kept before ``apply``, which QGIS calls when its dialog is accepted."""

    def __init__(self, state: ViewState, jobs: JobRunner, reporter: Reporter, parent: QWidget) -> None:
        super().__init__(parent)
        self._url = state.url
        self._jobs = jobs
        self._reporter = reporter
        self._read: MailServer | None = None
        self.at_start = QComboBox(self)
        self.host = QLineEdit(self)
        self.port = QSpinBox(self)
        self.security = QComboBox(self)
        self.user = QLineEdit(self)
        self.sender = QLineEdit(self)
        self.authentication = QgsAuthConfigSelect(self)
        self.notice = QLabel(self)
        self.mail = QGroupBox(tr("Mail server of the open workspace"), self)
        self._build()
        self._ask()

    def apply(self) -> None:
        """Keep what is chosen; the mail server is written into the workspace, off the main thread."""
        settings.open_at_start(self.at_start.currentData())
        QgsSettings().setValue(AUTH_SETTING, self.authentication.configId())
        url, server = self._url, self.mail_server()
        if self._read is None or server == self._read:
            return
        self._jobs.start(
            tr("Keeping the mail server"),
            lambda _: _write(url, server),
            succeeded=lambda _: self._reporter.info(tr("The mail server is kept in the workspace.")),
            failed=self._reporter.error,
        )

    def mail_server(self) -> MailServer:
        """Return what is typed."""
        return MailServer(
            self.host.text().strip(),
            self.port.value(),
            self.security.currentData(),
            self.user.text().strip(),
            self.sender.text().strip(),
        )

    def _ask(self) -> None:
        """Read the mail server of the open workspace."""
        self.mail.setEnabled(False)
        if not self._url:
            self.notice.setText(tr("Open a workspace to see its mail server."))
            return
        url = self._url
        self.notice.setText(tr("Reading…"))
        self._jobs.start(
            tr("Reading the mail server"), lambda _: _read(url), succeeded=self._show, failed=self._on_failed
        )

    def _show(self, server: MailServer) -> None:
        if sip.isdeleted(self):
            return
        self._read = server
        self.host.setText(server.host)
        self.port.setValue(server.port)
        self.security.setCurrentIndex(max(0, self.security.findData(server.security)))
        self.user.setText(server.user)
        self.sender.setText(server.sender)
        self.notice.setText(tr("The password is kept encrypted by QGIS, never in the workspace."))
        self.mail.setEnabled(True)

    def _on_failed(self, error: Exception) -> None:
        if sip.isdeleted(self):
            return
        self.notice.setText(say(error.message) if isinstance(error, RegardError) else str(error))

    def _build(self) -> None:
        for key, text in (
            ("nothing", tr("nothing")),
            ("last", tr("open the workspace of last time")),
            ("ask", tr("ask what to open")),
        ):
            self.at_start.addItem(text, key)
        self.at_start.setCurrentIndex(self.at_start.findData(settings.opened_at_start()))
        for key, text in (
            ("starttls", tr("encrypted after the greeting (STARTTLS)")),
            ("tls", tr("encrypted from the start (TLS)")),
            ("none", tr("not encrypted")),
        ):
            self.security.addItem(text, key)
        self.port.setRange(1, 65535)
        self.authentication.setConfigId(str(QgsSettings().value(AUTH_SETTING, "") or ""))
        self.notice.setWordWrap(True)
        general = QGroupBox(tr("General"), self)
        form = QFormLayout(general)
        form.addRow(tr("When QGIS starts"), self.at_start)
        form.addRow(
            tr("Language"), QLabel(tr("as QGIS: {locale} (General options)").format(locale=user_locale()))
        )
        mail = QFormLayout(self.mail)
        for title, widget in (
            (tr("Server"), self.host),
            (tr("Port"), self.port),
            (tr("Connection"), self.security),
            (tr("User"), self.user),
            (tr("Password"), self.authentication),
            (tr("Sender"), self.sender),
        ):
            mail.addRow(title, widget)
            widget.setAccessibleName(title)
        layout = QVBoxLayout(self)
        for part in (general, self.mail, self.notice):
            layout.addWidget(part)
        layout.addStretch(1)


class OptionsFactory(QgsOptionsWidgetFactory):
    """Gives QGIS the page, each time that its options are opened."""

    def __init__(self, make: Callable[[QWidget], OptionsPage]) -> None:
        super().__init__("Regard", QIcon(str(ICONS / "regard.svg")))
        self._make = make

    def createWidget(self, parent: QWidget | None = None) -> OptionsPage:
        """Return the page."""
        return self._make(parent)


def _read(url: str) -> MailServer:
    load_wheels_apart()
    from ...store.smtp_mail import read_mail_settings
    from ...store.workspaces import open_workspace

    with closing(open_workspace(url)) as workspace:
        found: SmtpSettings = read_mail_settings(workspace)
    return MailServer(found.host, found.port, found.security.value, found.user, found.sender)


def _write(url: str, server: MailServer) -> None:
    from ...store.smtp_mail import Security, SmtpSettings, write_mail_settings
    from ...store.workspaces import open_workspace

    kept = SmtpSettings(
        host=server.host,
        port=server.port,
        security=Security(server.security),
        user=server.user,
        sender=server.sender,
    )
    with closing(open_workspace(url)) as workspace:
        write_mail_settings(workspace, kept, who=getpass.getuser())
