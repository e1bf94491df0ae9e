# SPDX-License-Identifier: GPL-3.0-or-later
"""The CUT dock: valves in order, whom the cut takes, and what to do with it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDockWidget,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QShortcut,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import tr
from .cut_page import cost_page, messages_text, stored_text, title_text
from .valves_list import ValvesList

if TYPE_CHECKING:
    from .cut_reader import FoundCut, PreparedMessages, StoredCut


class CutDock(QDockWidget):
    """Shows what it is given; its signals say what is asked for."""

    customers_asked = pyqtSignal()
    messages_asked = pyqtSignal()
    keep_asked = pyqtSignal()
    store_asked = pyqtSignal()
    undo_asked = pyqtSignal()
    clear_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Cut"), parent)
        self.setObjectName("RegardCutDock")
        self.title = QLabel(self)
        self.result = QLabel(self)
        self.valves = ValvesList(self)
        self.cost = QTextBrowser(self)
        self.register = QCheckBox(tr("Note the unusable valves in the valve register"), self)
        # a valve that the field calls unusable is so for whoever comes next, too
        self.register.setChecked(True)
        self.messages = QPushButton(tr("Prepare the messages"), self)
        self.customers = QPushButton(tr("Customers…"), self)
        self.keep = QPushButton(tr("Keep as layers"), self)
        self.store = QPushButton(self)
        self.undo = QPushButton(tr("Undo"), self)
        self.clear = QPushButton(tr("Clear (Esc)"), self)
        self._build()
        self.show_hint()
        self.show_order("")

    def show_hint(self) -> None:
        """Say how to begin."""
        self._show_text(tr("<b>Click a pipe on the map</b>: the valves to close and whom that takes appear."))

    def show_refusal(self, text: str) -> None:
        """Say why there is no cut."""
        self._show_text(escape(text))

    def show_found(self, found: FoundCut) -> None:
        """Show a cut."""
        self.title.setText(title_text(found))
        self.valves.show_valves(found.valves)
        self.cost.setHtml(cost_page(found))
        self.register.setVisible(bool(found.asked.unusable))
        for button in (self.customers, self.keep):
            button.setEnabled(True)
        self._set_store(ready=True)

    def show_order(self, order_id: str) -> None:
        """Say whose cut it can become; empty without an order."""
        if order_id != self._order_id:
            self.messages.setEnabled(False)
        self._order_id = order_id
        text = tr("Make it the cut of {order}").format(order=order_id) if order_id else tr("Make it a cut")
        self.store.setText(text)
        hint = tr("Stores the cut on the selected order, with the valves that cannot be used.")
        self.store.setToolTip(hint if order_id else tr("Select an order: the cut can be stored on it."))
        self._set_store(ready=self.keep.isEnabled())

    def offer_messages(self, order_id: str) -> None:
        """Offer the messages of an order whose stored cut is shown; empty where it is not."""
        had_focus = self.store.hasFocus()
        self.messages.setEnabled(bool(order_id))
        if order_id and had_focus:
            self.messages.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_stored(self, stored: StoredCut) -> None:
        """Say what was stored; it can be undone."""
        self._show_result(stored_text(stored))

    def show_prepared(self, done: PreparedMessages) -> None:
        """Say which messages wait; planning them can be undone."""
        self._show_result(messages_text(done), undoable=bool(done.step))

    def forget_result(self) -> None:
        """Take away what was said of the last thing stored."""
        self.result.hide()
        self.undo.hide()

    def _show_result(self, text: str, *, undoable: bool = True) -> None:
        self.result.setText(text)
        self.result.show()
        self.undo.setVisible(undoable)

    def _show_text(self, text: str) -> None:
        self.title.setText(text)
        self.valves.show_valves(())
        self.cost.clear()
        self.register.hide()
        for button in (self.customers, self.keep, self.messages):
            button.setEnabled(False)
        self._set_store(ready=False)

    def _set_store(self, *, ready: bool) -> None:
        self.store.setEnabled(ready and bool(self._order_id))

    def _build(self) -> None:
        for label in (self.title, self.result):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
        self._order_id = ""
        self.forget_result()
        self.cost.setAccessibleName(tr("Whom the cut takes"))
        self.cost.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.customers.setToolTip(tr("The customers cut off, with how to reach each, ready to be told."))
        self.messages.setToolTip(
            tr("Plans the messages to the customers of the order's cut; they wait until somebody sends them.")
        )
        self.keep.setToolTip(tr("Turns mains, valves, customers and area into ordinary layers."))
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.valves)
        split.addWidget(self.cost)
        split.setChildrenCollapsible(False)
        split.setSizes([220, 320])
        said = QHBoxLayout()
        said.addWidget(self.result, 1)
        said.addWidget(self.undo)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8, 8, 8, 6)
        layout.addWidget(self.title)
        layout.addLayout(said)
        layout.addWidget(split, 1)
        layout.addWidget(self.register)
        layout.addLayout(self._foot())
        self.setWidget(page)
        self.setMinimumWidth(340)
        self._connect()

    def _foot(self) -> QGridLayout:
        foot = QGridLayout()
        foot.addWidget(self.store, 0, 0, 1, 2)
        foot.addWidget(self.messages, 0, 2)
        for column, button in enumerate((self.customers, self.keep, self.clear)):
            foot.addWidget(button, 1, column)
        return foot

    def _connect(self) -> None:
        self.messages.clicked.connect(lambda *_: self.messages_asked.emit())
        self.customers.clicked.connect(lambda *_: self.customers_asked.emit())
        self.keep.clicked.connect(lambda *_: self.keep_asked.emit())
        self.store.clicked.connect(lambda *_: self.store_asked.emit())
        self.undo.clicked.connect(lambda *_: self.undo_asked.emit())
        self.clear.clicked.connect(lambda *_: self.clear_asked.emit())
        shortcut = QShortcut(QKeySequence("Escape"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.clear_asked)
