# SPDX-License-Identifier: GPL-3.0-or-later
"""The first window: the demonstration town, a workspace in a file or on a server, a new one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QKeyEvent
from qgis.PyQt.QtWidgets import (
    QCommandLinkButton,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import tr
from ...qgis_bridge.tasks import JobRunner
from ..actions_controller import ICONS
from .names import workspace_name
from .progress_row import ProgressRow

_ADDRESS = Qt.ItemDataRole.UserRole


class StartDialog(QDialog):
    """Shows what can be begun, and beneath it what went wrong with what to do; it opens nothing itself."""

    demo_asked = pyqtSignal()
    file_asked = pyqtSignal()
    server_asked = pyqtSignal()
    new_asked = pyqtSignal()
    chosen = pyqtSignal(str)
    offer_taken = pyqtSignal()

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("RegardStartDialog")
        self.setWindowTitle(tr("Regard: begin"))
        self.demo = QCommandLinkButton(
            tr("Open the demo town"), tr("A day with calls, tours and cuts."), self
        )
        self.file = QCommandLinkButton(
            tr("Open a workspace file…"), tr("A GeoPackage made by Regard, for one person."), self
        )
        self.server = QCommandLinkButton(
            tr("Open a workspace on a server…"), tr("PostgreSQL, for a team: a connection of QGIS."), self
        )
        self.new = QCommandLinkButton(
            tr("Make a new workspace…"), tr("From the layers of your own network, step by step."), self
        )
        self.recent = QListWidget(self)
        self.notice = QLabel(self)
        self.offer = QPushButton(self)
        self.progress = ProgressRow(jobs, self)
        self.buttons = QDialogButtonBox(self)
        self._box = QFrame(self)
        self._build()
        self._connect()

    def show_recent(self, urls: Sequence[str]) -> None:
        """List the workspaces that were opened, the latest first."""
        self.recent.clear()
        for url in urls:
            item = QListWidgetItem(f"{workspace_name(url)}\n{_place(url)}")
            item.setData(_ADDRESS, url)
            item.setToolTip(url)
            self.recent.addItem(item)
        if not urls:
            none = QListWidgetItem(tr("None yet."))
            none.setFlags(Qt.ItemFlag.NoItemFlags)
            self.recent.addItem(none)

    def tell(self, text: str, *, offer: str = "") -> None:
        """Show what went wrong, or what was done; ``offer`` names the button that mends it."""
        self.notice.setText(text)
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self._box.setVisible(bool(text))
        if offer:
            self.offer.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_choosable(self, *, is_choosable: bool) -> None:
        """Grey the choices while one is being carried out."""
        for widget in (self.demo, self.file, self.server, self.new, self.recent, self.offer):
            widget.setEnabled(is_choosable)

    def reject(self) -> None:
        """Close on Escape; what runs is cancelled first."""
        if self.progress.is_busy:
            self.progress.stop()
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the focus on Enter, and no other: in the list Enter opens."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(self.focusWidget(), QPushButton):
            self.focusWidget().click()

    def _build(self) -> None:
        self.recent.setAccessibleName(tr("Recent workspaces"))
        self.recent.setMinimumWidth(280)
        self.recent.setAlternatingRowColors(True)
        self.notice.setWordWrap(True)
        self.notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # a standard button takes Qt's own word back when the language is set
        self.buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._box.setFrameShape(QFrame.Shape.StyledPanel)
        row = QHBoxLayout(self._box)
        row.addWidget(self.notice, 1)
        row.addWidget(self.offer)
        left = QVBoxLayout()
        for button, icon in (
            (self.demo, "demo_town"),
            (self.file, "open_workspace"),
            (self.server, "server"),
            (self.new, "new_workspace"),
        ):
            button.setIcon(QIcon(str(ICONS / f"{icon}.svg")))
            left.addWidget(button)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(QLabel(tr("<b>Recent workspaces</b>")))
        right.addWidget(self.recent, 1)
        top = QHBoxLayout()
        top.addLayout(left, 1)
        top.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(top, 1)
        for widget in (self._box, self.progress, self.buttons):
            layout.addWidget(widget)
        self.resize(720, 420)
        self.tell("")

    def _connect(self) -> None:
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.demo.clicked.connect(lambda *_: self.demo_asked.emit())
        self.file.clicked.connect(lambda *_: self.file_asked.emit())
        self.server.clicked.connect(lambda *_: self.server_asked.emit())
        self.new.clicked.connect(lambda *_: self.new_asked.emit())
        self.offer.clicked.connect(lambda *_: self.offer_taken.emit())
        self.buttons.rejected.connect(self.reject)
        # later: Enter goes on to the window, where another button has the focus once the list is greyed
        self.recent.itemActivated.connect(self._choose, Qt.ConnectionType.QueuedConnection)

    def _choose(self, item: QListWidgetItem) -> None:
        url = item.data(_ADDRESS)
        if url:
            self.chosen.emit(url)


def _place(url: str) -> str:
    return str(Path(url).parent) if "://" not in url else url.partition("?")[0]
