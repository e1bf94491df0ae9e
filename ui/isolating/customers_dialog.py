# SPDX-License-Identifier: GPL-3.0-or-later
"""The customers of a cut as a list: how to reach each, to copy, to save, to have messages prepared."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QShortcut,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import counted, tr
from ...qgis_bridge.wording import word

if TYPE_CHECKING:
    from .cut_reader import FoundCut


class CustomersDialog(QDialog):
    """``messages_asked`` asks for the messages of the order; ``saved`` names a file, ``refused`` an error."""

    messages_asked = pyqtSignal()
    saved = pyqtSignal(str)
    refused = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("RegardCutCustomers")
        self.setWindowTitle(tr("Customers without water"))
        self.resize(860, 480)
        self.head = QLabel(self)
        self.table = QTableWidget(self)
        self.messages = QPushButton(tr("Prepare the messages"), self)
        self.copy = QPushButton(tr("Copy"), self)
        self.save = QPushButton(tr("Save as CSV…"), self)
        self.close_button = QPushButton(tr("Close"), self)
        self._build()

    def show_found(self, found: FoundCut, *, order_id: str) -> None:
        """Show the customers; messages can be prepared where an order has this cut."""
        rows = [_row(found, number) for number in range(len(found.customers))]
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                if found.customers[number].is_sensitive:
                    style = item.font()
                    style.setBold(True)
                    item.setFont(style)
                self.table.setItem(number, column, item)
        sensitive = sum(who.is_sensitive for who in found.customers)
        text = tr("<b>{count}</b> customers, <b>{sensitive}</b> of them sensitive: they come first.")
        self.head.setText(counted(text, count=len(rows), sensitive=sensitive))
        self.messages.setEnabled(bool(order_id))
        tip = tr("Plans the messages of {order} to these customers; they wait until somebody sends them.")
        self.messages.setToolTip(
            tip.format(order=order_id)
            if order_id
            else tr("Store the cut on an order first: its messages go to these customers.")
        )

    def as_text(self, *, separator: str) -> str:
        """Return the list with its headings as lines of text."""
        written = io.StringIO()
        writer = csv.writer(written, delimiter=separator, lineterminator="\n")
        writer.writerow(_headings())
        for row in range(self.table.rowCount()):
            writer.writerow(
                [self.table.item(row, column).text() for column in range(self.table.columnCount())]
            )
        return written.getvalue()

    def write_csv(self, path: str) -> None:
        """Write the list into a file that spreadsheets open as it is."""
        try:
            Path(path).write_text(self.as_text(separator=";"), encoding="utf-8-sig")
        except OSError as error:
            self.refused.emit(tr("{file} could not be written: {error}").format(file=path, error=error))
            return
        self.saved.emit(path)

    def _build(self) -> None:
        headings = _headings()
        self.table.setColumnCount(len(headings))
        self.table.setHorizontalHeaderLabels(headings)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        foot = QHBoxLayout()
        for button in (self.messages, self.copy, self.save):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.messages.clicked.connect(lambda *_: self.messages_asked.emit())
        self.copy.clicked.connect(lambda *_: self._copy())
        self.save.clicked.connect(lambda *_: self._ask_for_file())
        self.close_button.clicked.connect(lambda *_: self.close())
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text(separator="\t"))

    def _ask_for_file(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.save.text(), "", tr("Tables (*.csv)"))
        if path:
            self.write_csv(path if path.lower().endswith(".csv") else f"{path}.csv")


def _headings() -> list[str]:
    return [
        tr("Sensitive"),
        tr("New"),
        tr("Name"),
        tr("Place"),
        tr("Telephone"),
        tr("Mobile"),
        tr("E-mail"),
        tr("Told by"),
    ]


def _row(found: FoundCut, number: int) -> list[str]:
    who = found.customers[number]
    return [
        f"✚ {tr('yes')}" if who.is_sensitive else "",
        f"▲ {tr('yes')}" if who.ref in found.extra else "",
        who.name or who.ref,
        who.place or who.address,
        who.phone,
        who.mobile,
        who.email,
        word(f"channel.{found.channels[who.ref]}"),
    ]
