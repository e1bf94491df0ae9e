# SPDX-License-Identifier: GPL-3.0-or-later
"""A line that says what was done last, with the button that takes it back; Ctrl+Z does the same."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QShortcut, QWidget

from ...qgis_bridge.messages import tr


class UndoBar(QWidget):
    """Hidden until something was done; ``undo_asked``, ``redo_asked`` also come from the keys of ``home``."""

    undo_asked = pyqtSignal()
    redo_asked = pyqtSignal()

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.undo = QPushButton(tr("Undo (Ctrl+Z)"), self)
        self.undo.clicked.connect(lambda *_: self.undo_asked.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.said, 1)
        row.addWidget(self.undo)
        for keys, signal in (("Ctrl+Z", self.undo_asked), ("Ctrl+Y", self.redo_asked)):
            shortcut = QShortcut(QKeySequence(keys), home)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(signal)
        self.hide()

    def say_done(self, text: str) -> None:
        """Say what was done."""
        self.said.setText(tr("Done: {what}").format(what=f"<b>{escape(text)}</b>"))
        self.show()

    def clear(self) -> None:
        """Say nothing, as once it was taken back."""
        self.hide()
