# SPDX-License-Identifier: GPL-3.0-or-later
"""The CHANGE OF DAY dock: what has happened above, what follows from it below; accepted or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QShortcut,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import tr
from .day_form import DayForm
from .day_page import day_page, taken_text

if TYPE_CHECKING:
    from .day_reader import FoundDay


class DayDock(QDockWidget):
    """``look_asked`` searches, ``accepted`` stores; Ctrl+Enter is the one of both that comes next."""

    look_asked = pyqtSignal()
    accepted = pyqtSignal()
    undo_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Change of day"), parent)
        self.setObjectName("RegardDayDock")
        self.form = DayForm(self)
        self.look = QPushButton(tr("What follows? (Ctrl+Enter)"), self)
        self.state = QLabel(self)
        self.page = QTextBrowser(self)
        self.accept = QPushButton(tr("Accept (Ctrl+Enter)"), self)
        self.undo = QPushButton(tr("Undo"), self)
        self._build()

    def show_hint(self, text: str = "") -> None:
        """Begin anew, saying what to do or why nothing was found."""
        self.state.setText(text or tr("Nothing changes before you accept it."))
        self.page.clear()
        if self.accept.hasFocus() or self.undo.hasFocus():
            # a button that goes out would hand the keyboard to another dock
            self.look.setFocus(Qt.FocusReason.OtherFocusReason)
        self.accept.setEnabled(False)
        self.undo.hide()
        self.look.setEnabled(True)

    def show_searching(self) -> None:
        """Say that the day is being planned again."""
        self.show_hint(tr("Planning the rest of the day again…"))
        self.look.setEnabled(False)

    def show_found(self, found: FoundDay) -> None:
        """Show what would follow."""
        self.state.setText(tr("<b>A proposal</b>: nothing is stored before you accept it."))
        self.page.setHtml(day_page(found))
        self.look.setEnabled(True)
        self.accept.setEnabled(True)
        self.accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_taken(self, found: FoundDay) -> None:
        """Say what was stored; whom to tell stays on the page."""
        self.state.setText(taken_text(found))
        self.accept.setEnabled(False)
        self.undo.show()
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self) -> None:
        if self.accept.isEnabled():
            self.accepted.emit()
        elif self.look.isEnabled():
            self.look_asked.emit()

    def _build(self) -> None:
        self.state.setWordWrap(True)
        self.page.setAccessibleName(tr("What follows"))
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.undo)
        foot.addWidget(self.accept)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8, 8, 8, 6)
        for part in (self.form, self.look, self.state):
            layout.addWidget(part)
        layout.addWidget(self.page, 1)
        layout.addLayout(foot)
        self.setWidget(page)
        self.setMinimumWidth(340)
        self.look.clicked.connect(lambda *_: self.look_asked.emit())
        self.accept.clicked.connect(lambda *_: self.accepted.emit())
        self.undo.clicked.connect(lambda *_: self.undo_asked.emit())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._next)
        self.show_hint()
