# SPDX-License-Identifier: GPL-3.0-or-later
"""Choose a schema of a server through a connection of QGIS: a workspace to open, or a place for one."""

from __future__ import annotations

import re

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import RegardError
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.stored_logins import (
    StoredConnection,
    keep_encrypted,
    kept_login,
    stored_connections,
    unlock,
)
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from .progress_row import ProgressRow

_SCHEMA = re.compile(r"[a-z_][a-z0-9_]*")


class ServerDialog(QDialog):
    """Lists the workspaces of a database; ``is_for_new`` asks for the name of a schema to make instead."""

    chosen = pyqtSignal(str)

    def __init__(
        self, iface: QgisInterface, jobs: JobRunner, reporter: Reporter, *, is_for_new: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("RegardServerDialog")
        self._iface = iface
        self._reporter = reporter
        self._is_for_new = is_for_new
        self._connections: dict[str, StoredConnection] = {}
        self._authcfg = ""
        self.setWindowTitle(
            tr("A new workspace on a server") if is_for_new else tr("Open a workspace on a server")
        )
        self.connection = QComboBox(self)
        self.more = QPushButton(tr("Connections of QGIS…"), self)
        self.look = QPushButton(tr("Look"), self)
        self.schemas = QListWidget(self)
        self.schema = QLineEdit(self)
        self.notice = QLabel(self)
        self.encrypt = QPushButton(tr("Keep the password encrypted"), self)
        self.progress = ProgressRow(jobs, self)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._build()
        self.read_connections()

    def read_connections(self) -> None:
        """List the connections that QGIS keeps now."""
        self._connections = {one.name: one for one in stored_connections()}
        self.connection.clear()
        self.connection.addItems(list(self._connections))
        if not self._connections:
            self.notice.setText(
                tr("QGIS knows no PostgreSQL connection yet. Make one: it keeps the password encrypted.")
            )
        self.look.setEnabled(bool(self._connections))
        self._on_typed()

    def look_there(self) -> None:
        """Connect off the main thread, and list the workspaces that are there.

        A password that QGIS keeps in plain text is taken into its authentication manager only when asked to.
        """
        connection = self._connections[self.connection.currentText()]
        self._authcfg = kept_login(connection) if connection.has_plain_password else ""
        if connection.has_plain_password and not self._authcfg:
            self.notice.setText(
                tr(
                    "QGIS keeps the password of this connection in plain text, which Regard does not use. "
                    "Keep it in the authentication manager, and take it out of the connection afterwards."
                )
            )
            self.encrypt.show()
            self.encrypt.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if (self._authcfg or "authcfg=" in connection.uri) and not unlock():
            self.notice.setText(_locked())
            return
        self._look_at(connection)

    def keep_password(self) -> None:
        """Put the password of the connection into the authentication manager, then look."""
        connection = self._connections[self.connection.currentText()]
        if not unlock():
            self.notice.setText(_locked())
            return
        self._authcfg = keep_encrypted(connection)
        self._look_at(connection)

    def _look_at(self, connection: StoredConnection) -> None:
        self.encrypt.hide()
        url = connection.address("public", authcfg=self._authcfg)
        self.schemas.clear()
        self.notice.clear()
        self.look.setEnabled(False)
        self._on_typed()
        self.progress.start(
            tr("Looking at {name}").format(name=connection.name),
            lambda _: _schemas(url),
            succeeded=self._on_schemas,
            failed=self._on_failed,
            cancelled=lambda: self.look.setEnabled(True),
        )

    def address(self) -> str:
        """Return the address that is chosen; empty while none is."""
        item = self.schemas.currentItem()
        schema = self.schema.text() if self._is_for_new else item.text() if item else ""
        connection = self._connections.get(self.connection.currentText())
        if connection is None or not _SCHEMA.fullmatch(schema):
            return ""
        return connection.address(schema, authcfg=self._authcfg)

    def accept(self) -> None:
        """Say what was chosen."""
        url = self.address()
        if url:
            self.chosen.emit(url)
            super().accept()

    def reject(self) -> None:
        """Close; a look that is under way is given up."""
        self.progress.stop()
        super().reject()

    def _on_schemas(self, names: list[str]) -> None:
        self.look.setEnabled(True)
        self.schemas.addItems(names)
        if self._is_for_new:
            self.schema.setEnabled(True)
            self.schema.setText("regard" if "regard" not in names else "")
            self.schema.setFocus(Qt.FocusReason.OtherFocusReason)
        elif names:
            self.schemas.setCurrentRow(0)
            self.schemas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.notice.setText(
                tr("No workspace is there that you may open. “Make a new workspace” can put one there.")
            )
        self._on_typed()

    def _on_failed(self, error: Exception) -> None:
        self.look.setEnabled(True)
        if isinstance(error, RegardError):
            self.notice.setText(say(error.message))
        else:
            self.notice.setText(tr("The server could not be looked at."))
            self._reporter.error(error)

    def _on_typed(self, *_: object) -> None:
        is_taken = self._is_for_new and bool(
            self.schemas.findItems(self.schema.text(), Qt.MatchFlag.MatchExactly)
        )
        if self._is_for_new and self.schema.isEnabled():
            self.notice.setText(self._fault(is_taken=is_taken))
        self.ok.setEnabled(bool(self.address()) and not is_taken)

    def _fault(self, *, is_taken: bool) -> str:
        if is_taken:
            return tr("There is a workspace in this schema already.")
        if self.schema.text() and not _SCHEMA.fullmatch(self.schema.text()):
            return tr("A schema is named by small letters, digits and underscores, beginning with a letter.")
        return ""

    def _build(self) -> None:
        self.notice.setWordWrap(True)
        self.schemas.setAccessibleName(tr("Workspaces"))
        self.schema.setEnabled(False)
        self.schema.setVisible(self._is_for_new)
        row = QHBoxLayout()
        row.addWidget(self.connection, 1)
        row.addWidget(self.look)
        row.addWidget(self.more)
        form = QFormLayout()
        form.addRow(tr("Connection"), row)
        form.addRow(tr("Workspaces"), self.schemas)
        if self._is_for_new:
            self.schemas.setSelectionMode(QListWidget.SelectionMode.NoSelection)
            form.addRow(tr("New schema"), self.schema)
        layout = QVBoxLayout(self)
        layout.addLayout(form, 1)
        self.encrypt.hide()
        for widget in (self.notice, self.encrypt, self.progress, self.buttons):
            layout.addWidget(widget)
        self.ok.setText(tr("Take this place") if self._is_for_new else tr("Open"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        for button in (self.look, self.more, self.encrypt):
            button.setAutoDefault(False)
        self.resize(560, 360)
        self._connect()

    def _connect(self) -> None:
        self.look.clicked.connect(lambda *_: self.look_there())
        self.encrypt.clicked.connect(lambda *_: self.keep_password())
        self.connection.currentIndexChanged.connect(lambda *_: self.encrypt.hide())
        self.more.clicked.connect(lambda *_: self._iface.openDataSourceManagerPage("postgres"))
        self.connection.currentIndexChanged.connect(lambda *_: self.schemas.clear())
        self.connection.currentIndexChanged.connect(self._on_typed)
        self.schemas.currentRowChanged.connect(self._on_typed)
        self.schemas.itemDoubleClicked.connect(lambda *_: self.accept())
        self.schema.textChanged.connect(self._on_typed)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)


def _locked() -> str:
    return tr("Without the master password of QGIS nobody can be logged in.")


def _schemas(url: str) -> list[str]:
    load_wheels_apart()
    from ...store.server_workspaces import schemas_with_workspace

    return schemas_with_workspace(url)
