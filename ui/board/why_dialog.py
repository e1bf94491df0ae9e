# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows why an order is where it is, with what would make it fit as buttons."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import tr
from .why import Remedy, Why


class WhyDialog(QDialog):
    """Stays beside the board while one goes on working; ``asked`` is sent with order and remedy."""

    asked = pyqtSignal(str, object)

    def __init__(self, why: Why, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("RegardWhyDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(620, 380)
        self._order_id = why.order_id
        layout = QVBoxLayout(self)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(title)
        self.text.setHtml(why.text)
        layout.addWidget(self.text, 1)
        if why.remedies:
            layout.addWidget(QLabel(tr("<b>What would make it fit</b>, the cheapest first:"), self))
        self.buttons = [self._button(remedy) for remedy in why.remedies]
        for button in self.buttons:
            layout.addWidget(button)
        ends = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        ends.rejected.connect(self.reject)
        layout.addWidget(ends)

    def _button(self, remedy: Remedy) -> QWidget:
        """Return a button, or the plain text where the change is to be made elsewhere."""
        if not remedy.bends:
            text = QLabel(f"• {remedy.text}", self)
            text.setWordWrap(True)
            return text
        button = QPushButton(remedy.text, self)
        button.setAccessibleName(remedy.text)
        button.clicked.connect(lambda *_: self._ask(remedy))
        return button

    def _ask(self, remedy: Remedy) -> None:
        self.asked.emit(self._order_id, remedy)
        self.accept()
