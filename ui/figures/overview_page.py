# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab of the field manager: counters of each zone, and what will lack in the days ahead; only to read."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ...qgis_bridge.messages import tr
from .overview import GapRow, OverviewShown, ZoneRow

_KEY = Qt.ItemDataRole.UserRole
_COUNTS = range(1, 7)


class OverviewPage(QWidget):
    """``order_chosen`` gives the order of an alert that was clicked."""

    order_chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.ahead = QLabel(self), QLabel(self)
        self.zones, self.gaps = QTreeWidget(self), QTreeWidget(self)
        self._build()

    def show_hint(self, text: str) -> None:
        """Say what comes first, instead of counters."""
        self.title.setText(text)

    def show_overview(self, shown: OverviewShown) -> None:
        """Show the counters of a day and what will lack."""
        self.title.setText(shown.title)
        for table in (self.zones, self.gaps):
            table.clear()
        self.zones.addTopLevelItems([_zone_item(one) for one in shown.zones])
        self.gaps.addTopLevelItems([_gap_item(one) for one in shown.gaps])
        self.gaps.expandAll()
        self.gaps.setVisible(bool(shown.gaps))
        none = tr("Every skill that is needed is held by somebody at work.")
        self.ahead.setText(tr("Skills that nobody at work will hold:") if shown.gaps else none)

    def _build(self) -> None:
        headings = (tr("Zone"), tr("Orders"), "P1", "P2", tr("Agents"), tr("Hours"))
        self.zones.setHeaderLabels((*headings, tr("Notices"), tr("Field manager")))
        self.zones.headerItem().setToolTip(6, tr("Notices waiting"))
        self.zones.setRootIsDecorated(False)
        self.zones.setAccessibleName(tr("Counters of each zone"))
        header = self.zones.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.gaps.setHeaderHidden(True)
        self.gaps.setWordWrap(True)
        self.gaps.setAccessibleName(tr("What will lack"))
        self.gaps.itemSelectionChanged.connect(self._choose)
        self.ahead.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self.title)
        layout.addWidget(self.zones, 1)
        layout.addWidget(self.ahead)
        layout.addWidget(self.gaps, 1)
        layout.addStretch(0)

    def _choose(self) -> None:
        for item in self.gaps.selectedItems():
            if item.data(0, _KEY):
                self.order_chosen.emit(item.data(0, _KEY))


def _zone_item(row: ZoneRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem(list(row.cells))
    for column in _COUNTS:
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
    return item


def _gap_item(row: GapRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem(["⚠ " + row.text])
    item.setToolTip(0, row.text)
    for order_id, job in row.orders:
        child = QTreeWidgetItem([f"{order_id} · {job}"])
        child.setData(0, _KEY, order_id)
        item.addChild(child)
    return item
