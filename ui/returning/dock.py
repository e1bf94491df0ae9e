# SPDX-License-Identifier: GPL-3.0-or-later
"""The dock FROM THE FIELD: results to take in, how far each got, what was not taken in."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ...qgis_bridge.messages import tr
from ..acting.panel_dock import PanelDock
from ..acting.table import ActingTable

RETURNED, LEFT = "returned", "left"


class ReturningDock(PanelDock):
    """``files_asked`` asks for files to take in, ``stop_asked`` to take in no more of them."""

    files_asked = pyqtSignal()
    stop_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None) -> None:
        returned = ActingTable(
            (tr("Order"), tr("Work"), tr("By"), tr("State"), tr("Found")),
            name=tr("Results from the field"),
            empty=tr(
                "Nothing came back today. Take in the packages, tables or GeoJSON files of the field; or "
                "lift the filter."
            ),
        )
        left = ActingTable(
            (tr("Order"), tr("File"), tr("Why")),
            name=tr("Results not taken in"),
            empty=tr("Everything was taken in."),
        )
        for table in (returned, left):
            table.details.setMaximumHeight(260)
        tables = {RETURNED: (tr("Came back"), returned), LEFT: (tr("Not taken in"), left)}
        super().__init__(tr("From the field"), "RegardReturningDock", tables, parent)
        self.take = QPushButton(tr("Take in results…"), self)
        self.stop = QPushButton(tr("Stop"), self)
        self.progress = QProgressBar(self)
        self.said = QLabel(self)
        self._add_head()

    def show_taking(self) -> None:
        """Show that files are being taken in."""
        self._show_parts(is_busy=True)
        self.said.clear()
        self.progress.setValue(0)

    def show_progress(self, percent: float) -> None:
        """Show how far that is."""
        self.progress.setValue(round(percent))

    def show_taken(self, text: str) -> None:
        """Say what became of the files."""
        self._show_parts(is_busy=False)
        self.said.setText(text)

    def filter_wrong(self) -> None:
        """Show only what is to be sent back, where there is any: each that was gives way to the next."""
        chips = self.chips[RETURNED]
        if "wrong" in self._shown[RETURNED].chips:
            chips.chip("wrong").setChecked(True)

    def _add_head(self) -> None:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        self.said.setWordWrap(True)
        self.progress.setAccessibleName(tr("How much was taken in"))
        for widget, stretch in ((self.take, 0), (self.progress, 1), (self.stop, 0), (self.said, 1)):
            row.addWidget(widget, stretch)
        self.take.clicked.connect(lambda *_: self.files_asked.emit())
        self.stop.clicked.connect(lambda *_: self.stop_asked.emit())
        self.pages.widget(1).layout().insertWidget(0, head)
        self._show_parts(is_busy=False)

    def _show_parts(self, *, is_busy: bool) -> None:
        self.take.setEnabled(not is_busy)
        self.progress.setVisible(is_busy)
        self.stop.setVisible(is_busy)
        self.said.setVisible(not is_busy)
