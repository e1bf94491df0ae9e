# SPDX-License-Identifier: GPL-3.0-or-later
"""The ORDER dock: what the chain found for the selected order, or how to select one."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ..qgis_bridge.figures import moment_text
from ..qgis_bridge.labels import job_text
from ..qgis_bridge.messages import counted, tr
from ..qgis_bridge.wording import word
from .acting.table import ActingTable
from .acting.undo_bar import UndoBar
from .badges import badge_pixmap
from .order_delegate import WAITING
from .order_pages import OrderPages, why_text
from .order_panel.tables import order_tables

if TYPE_CHECKING:
    from ..planner.intake.order_sheet import OrderSheet

_BADGE = 40


class OrderDock(QDockWidget):
    """Shows what it is given; ``valve_asked`` is a click on a valve's id."""

    valve_asked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Order"), parent)
        self.setObjectName("RegardOrderDock")
        self.badge = QLabel(self)
        self.title = QLabel(self)
        self.why = QLabel(self)
        self.tabs = QTabWidget(self)
        self.asset, self.cut, self.networks, self.resources = (self._browser() for _ in range(4))
        self.tables = order_tables(self)
        self.undo_bar = UndoBar(self)
        self.pages = QStackedWidget(self)
        self._build()

    def show_order(self, sheet: OrderSheet, pages: OrderPages) -> None:
        """Show an order; the tab that was open stays open."""
        order = sheet.order
        hollow = order.state.value in WAITING
        self.badge.setPixmap(
            badge_pixmap(order.priority.value, _BADGE, self.devicePixelRatioF(), hollow=hollow)
        )
        due = tr("due {moment}").format(moment=moment_text(order.due_at))
        state, priority = word(f"state.{order.state.value}"), word(f"priority.{order.priority.value}")
        self.title.setText(
            f"<b style='font-size: large'>{escape(job_text(order))}</b><br>"
            f"{escape(order.order_id)} · {state}<br>"
            f"<b>{priority}</b> · {due}"
        )
        self.badge.setAccessibleName(priority)
        self.why.setText(why_text(sheet))
        for browser, html in (
            (self.asset, pages.asset),
            (self.cut, pages.cut),
            (self.networks, pages.networks),
            (self.resources, pages.tour),
        ):
            browser.setHtml(html)
        self._show_counts(pages)
        self.pages.setCurrentIndex(1)

    def show_open_messages(self, count: int) -> None:
        """Say how many messages are still to be told."""
        text = counted(tr("Messages ({count})"), count=count) if count else tr("Messages")
        self.tabs.setTabText(4, text)

    def show_nothing(self) -> None:
        """Say how to select an order."""
        self.pages.setCurrentIndex(0)

    def _show_counts(self, pages: OrderPages) -> None:
        cut = counted(tr("Cut ({count})"), count=pages.cut_count) if pages.cut_count else tr("Cut")
        networks = (
            counted(tr("Networks ({count})"), count=pages.networks_count)
            if pages.networks_count
            else tr("Networks")
        )
        self.tabs.setTabText(1, cut)
        self.tabs.setTabText(2, networks)

    def _build(self) -> None:
        hint = QLabel(tr("Select an order in the list or on the map to see what was found for it."))
        hint.setWordWrap(True)
        start = QWidget()
        layout = QVBoxLayout(start)
        layout.addWidget(hint)
        layout.addStretch(1)
        self.pages.addWidget(start)
        self.pages.addWidget(self._order_page())
        self.setWidget(self.pages)
        self.setMinimumWidth(320)

    def _order_page(self) -> QWidget:
        self.title.setWordWrap(True)
        self.why.setWordWrap(True)
        for title, browser, name in (
            (tr("Asset"), self.asset, ""),
            (tr("Cut"), self.cut, "cut"),
            (tr("Networks"), self.networks, "notices"),
            (tr("Resources"), self.resources, "means"),
            (tr("Messages"), None, "messages"),
            (tr("History"), None, "history"),
        ):
            if browser is not None:
                browser.setAccessibleName(title)
            self.tabs.addTab(_tab(browser, self.tables.get(name)), title)
        self.tabs.setTabToolTip(2, tr("Networks and notices"))
        self.cut.anchorClicked.connect(self._on_link)
        self.asset.anchorClicked.connect(QDesktopServices.openUrl)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.tabBar().setExpanding(False)
        head = QHBoxLayout()
        head.addWidget(self.badge)
        head.addWidget(self.title, 1)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8, 8, 8, 6)
        layout.addLayout(head)
        layout.addWidget(self.why)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.undo_bar)
        return page

    def _browser(self) -> QTextBrowser:
        browser = QTextBrowser(self)
        browser.setOpenLinks(False)
        browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        return browser

    def _on_link(self, url: QUrl) -> None:
        self.valve_asked.emit(url.toString().removeprefix("valve:"))


def _tab(browser: QTextBrowser | None, table: ActingTable | None) -> QWidget:
    """Return what was found above what can be done about it."""
    if browser is None or table is None:
        return browser or table
    parts = QSplitter(Qt.Orientation.Vertical)
    parts.setChildrenCollapsible(False)
    parts.addWidget(browser)
    parts.addWidget(table)
    parts.setStretchFactor(0, 3)
    parts.setStretchFactor(1, 2)
    return parts
