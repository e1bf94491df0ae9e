# SPDX-License-Identifier: GPL-3.0-or-later
"""A dock of tables on tabs, with chips that filter them and the line that takes back what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QDockWidget, QLabel, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ...qgis_bridge.messages import tr
from ..filter_chips import FilterChips
from .rows import Row
from .table import ActingTable
from .undo_bar import UndoBar


@dataclass(frozen=True, slots=True)
class PanelPage:
    """The rows of one tab; ``groups`` are the chips that a row answers to, by its key.

    ``chips`` are the chips of the tab with their texts.
    """

    rows: tuple[Row, ...]
    chips: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def filtered(self, pressed: frozenset[str]) -> tuple[Row, ...]:
        """Return the rows that answer to each of the pressed chips of this tab."""
        wanted = pressed & self.chips.keys()
        return tuple(row for row in self.rows if wanted <= self.groups.get(row.key, frozenset()))


class PanelDock(QDockWidget):
    """``tables`` by name, in the order of their tabs."""

    order_chosen = pyqtSignal(str)

    def __init__(
        self, title: str, name: str, tables: Mapping[str, tuple[str, ActingTable]], parent: QWidget | None
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.tables = {key: table for key, (_, table) in tables.items()}
        self.titles = {key: text for key, (text, _) in tables.items()}
        self.chips = {key: FilterChips(self) for key in tables}
        self.tabs = QTabWidget(self)
        self.pages = QStackedWidget(self)
        self.undo_bar = UndoBar(self)
        self._shown: dict[str, PanelPage] = {}
        self._build()

    def show_pages(self, pages: Mapping[str, PanelPage]) -> None:
        """Show what was read; chips that were pressed stay so."""
        self._shown = dict(pages)
        for number, (key, page) in enumerate(pages.items()):
            self.chips[key].show_chips(page.chips)
            self.chips[key].setVisible(bool(page.chips))
            self.tabs.setTabText(number, f"{self.titles[key]} ({len(page.rows)})")
            self._filter(key)
        self.pages.setCurrentIndex(1)

    def show_hint(self, text: str) -> None:
        """Say what comes first."""
        self.hint.setText(text)
        self.pages.setCurrentIndex(0)

    def select(self, order_id: str) -> None:
        """Mark the rows of an order without telling anyone."""
        for table in self.tables.values():
            table.choose_order(order_id)

    def _build(self) -> None:
        self.hint = QLabel(tr("Open a workspace first."), self)
        self.hint.setWordWrap(True)
        start = QWidget()
        QVBoxLayout(start).addWidget(self.hint)
        start.layout().addStretch(1)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.undo_bar)
        self.tabs.setDocumentMode(True)
        for key, table in self.tables.items():
            tab = QWidget()
            inside = QVBoxLayout(tab)
            inside.setContentsMargins(0, 6, 0, 0)
            inside.addWidget(self.chips[key])
            inside.addWidget(table, 1)
            self.tabs.addTab(tab, self.titles[key])
            self.chips[key].changed.connect(lambda _, key=key: self._filter(key))
            table.order_chosen.connect(self.order_chosen)
        self.pages.addWidget(start)
        self.pages.addWidget(page)
        self.setWidget(self.pages)
        self.setMinimumWidth(320)

    def _filter(self, key: str) -> None:
        if key in self._shown:
            self.tables[key].show_rows(self._shown[key].filtered(self.chips[key].pressed))
