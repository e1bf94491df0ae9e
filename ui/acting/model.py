# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a panel as a model; roles have names."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush
from qgis.PyQt.QtWidgets import QApplication

from ...qgis_bridge.styles import palette
from ...qgis_bridge.wording import word
from ..inks import ink
from ..rich_text import tip
from .rows import SHAPE, Cell, Row


class RowRole(IntEnum):
    """What the model gives beside the texts."""

    KEY = Qt.ItemDataRole.UserRole + 1
    ORDER_ID = Qt.ItemDataRole.UserRole + 2
    MARK = Qt.ItemDataRole.UserRole + 3


class RowsModel(QAbstractTableModel):
    """Holds the rows of one table under its headings."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Return where a row is, -1 where it is not."""
        return next((number for number, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a heading."""
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation == Qt.Orientation.Horizontal and role in shown:
            return self._headings[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a text, a colour, a tip, or what a named role asks for."""
        row = self.rows[index.row()]
        cell = row.cells[index.column()] if index.column() < len(row.cells) else Cell("")
        if role == Qt.ItemDataRole.DisplayRole:
            text = cell.text if index.column() else cell.text[:1].upper() + cell.text[1:]
            return " ".join(part for part in (SHAPE[cell.mark], text) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(cell.tip or cell.text)
        if role == Qt.ItemDataRole.ForegroundRole and cell.mark:
            return QBrush(ink(palette.READINESS[cell.mark], QApplication.palette()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            colour = word(f"colour.{cell.mark}") if cell.mark else ""
            return " ".join(part for part in (self._headings[index.column()], cell.text, colour) if part)
        if role == RowRole.KEY:
            return row.key
        if role == RowRole.ORDER_ID:
            return row.order_id
        return row.mark if role == RowRole.MARK else None
