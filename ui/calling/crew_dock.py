# SPDX-License-Identifier: GPL-3.0-or-later
"""The EMERGENCY dock: the cut, whom to call, the best ways to insert the order with what each displaces."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QShortcut,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.labels import job_text
from ...qgis_bridge.messages import tr
from ...qgis_bridge.wording import word
from .crew_page import (
    faults_page,
    nowhere_page,
    offer_page,
    offer_title,
    sent_text,
    site_page,
    taken_text,
    way_button,
    way_page,
    way_title,
)

if TYPE_CHECKING:
    from .crew_reader import FoundCrew, SentCrew, TakenWay


class CrewDock(QDockWidget):
    """``offer_chosen`` gives the number of an offer (0: none), ``accepted`` that of the one to store.

    Where there is none, ``way_taken`` gives the place of the way that is taken instead.
    """

    way_taken = pyqtSignal(int)
    offer_chosen = pyqtSignal(int)
    accepted = pyqtSignal(int)
    undo_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Emergency"), parent)
        self.setObjectName("RegardEmergencyDock")
        self.title = QLabel(self)
        self.site, self.details = QTextBrowser(self), QTextBrowser(self)
        self.offers = QListWidget(self)
        self.heading = QLabel(self)
        self.accept = QPushButton(tr("Send this crew (Ctrl+Enter)"), self)
        self.undo = QPushButton(tr("Undo"), self)
        self.result = QLabel(self)
        self._found: FoundCrew | None = None
        self._build()

    def show_waiting(self, text: str) -> None:
        """Say that something is being looked for."""
        self._found = None
        self.title.setText(escape(text))
        for part in (self.site, self.details, self.offers):
            part.clear()
        self.heading.clear()
        self.result.clear()
        self.undo.hide()
        self.accept.setEnabled(False)

    def show_found(self, found: FoundCrew) -> None:
        """Show what was found, the cheapest offer marked and the keyboard on it."""
        order = found.sheet.order
        self._found = found
        self.title.setText(
            f"<b>{escape(job_text(order))}</b><br>{escape(order.order_id)} · "
            f"{escape(word(f'priority.{order.priority.value}'))}<br>{escape(order.address)}"
        )
        self.site.setHtml(site_page(found))
        offers = found.emergency.offers if found.emergency else ()
        self.offers.clear()
        titles = [offer_title(offer, found.names) for offer in offers]
        self.offers.addItems(titles or [way_title(way, found.names) for way in found.ways])
        self.offers.setAccessibleName(tr("Who could go") if offers else tr("What is left to do"))
        first = f"<b>{tr('Who could go')}</b>" if offers else nowhere_page(found)
        self.heading.setText(first + faults_page(found))
        self.offers.setVisible(self.offers.count() > 0)
        self._fit_offers()
        self.accept.setText(tr("Send this crew (Ctrl+Enter)"))
        self.accept.setEnabled(bool(offers))
        if self.offers.count():
            self.offers.setCurrentRow(0)
            self.offers.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sent(self, sent: SentCrew) -> None:
        """Say what was stored; it can be undone."""
        self._show_stored(sent_text(sent))

    def show_taken(self, taken: TakenWay, names: Mapping[str, str]) -> None:
        """Say which way was taken; it can be undone."""
        self._show_stored(taken_text(taken, names))

    def _show_stored(self, text: str) -> None:
        self.offers.clear()
        self.offers.hide()
        self.details.clear()
        self.heading.clear()
        self.result.setText(text)
        self.accept.setEnabled(False)
        self.undo.show()
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.title.setWordWrap(True)
        self.heading.setWordWrap(True)
        self.result.setWordWrap(True)
        self.offers.setAccessibleName(tr("Who could go"))
        self.offers.setWordWrap(True)
        self.offers.setAlternatingRowColors(True)
        self.site.setAccessibleName(tr("Cut and calls"))
        self.details.setAccessibleName(tr("What is displaced"))
        for browser in (self.site, self.details):
            browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.heading, self.offers):
            column.addWidget(widget)
        column.addWidget(self.details, 1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.site)
        split.addWidget(below)
        split.setChildrenCollapsible(False)
        split.setSizes([320, 380])
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.undo)
        foot.addWidget(self.accept)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8, 8, 8, 6)
        layout.addWidget(self.title)
        layout.addWidget(self.result)
        layout.addWidget(split, 1)
        layout.addLayout(foot)
        self.setWidget(page)
        self.setMinimumWidth(340)
        self._connect()

    def _connect(self) -> None:
        self.offers.currentRowChanged.connect(self._on_row)
        self.accept.clicked.connect(lambda *_: self._accept())
        self.undo.clicked.connect(lambda *_: self.undo_asked.emit())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._accept)

    def _fit_offers(self) -> None:
        """Give the offers the height of their lines: what is displaced needs the rest."""
        lines = sum(self.offers.item(row).text().count("\n") + 1 for row in range(self.offers.count()))
        self.offers.setFixedHeight(self.fontMetrics().height() * (max(2, lines) + 1))

    def _on_row(self, row: int) -> None:
        emergency = self._found.emergency if self._found else None
        if emergency is None or row < 0:
            self.offer_chosen.emit(0)
            return
        if not emergency.offers:
            way = self._found.ways[row]
            self.details.setHtml(way_page(way, self._found.names))
            self.accept.setText(way_button(way))
            self.accept.setEnabled(self._found.takeable[row])
            return
        offer = emergency.offers[row]
        self.details.setHtml(offer_page(offer, self._found))
        self.offer_chosen.emit(offer.number)

    def _accept(self) -> None:
        if self.accept.isEnabled() and self.offers.currentRow() >= 0:
            if self._found and self._found.emergency and not self._found.emergency.offers:
                self.way_taken.emit(self.offers.currentRow())
            else:
                self.accepted.emit(self.offers.currentRow() + 1)
