# SPDX-License-Identifier: GPL-3.0-or-later
"""The valves of a cut in the order of closing; Space or a click on the box calls one unusable, or usable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...qgis_bridge.messages import tr
from ..rich_text import tip
from .cut_page import ring_text, state_text, why_text

if TYPE_CHECKING:
    from .cut_reader import CutValve

_VALVE = Qt.ItemDataRole.UserRole


class ValvesList(QTreeWidget):
    """``toggled`` gives the valve that was called unusable or usable, ``chosen`` the one looked at."""

    toggled = pyqtSignal(str)
    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("RegardCutValves")
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName(tr("Valves in the order of closing"))
        self.setToolTip(tr("Untick a valve that cannot be used (Space), or click on it on the map."))
        self.setHeaderLabels([tr("Valve"), tr("State"), tr("If it does not hold")])
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        self.itemChanged.connect(self._on_changed)
        self.currentItemChanged.connect(lambda item, _: self.chosen.emit(_valve(item)))

    def show_valves(self, valves: Sequence[CutValve]) -> None:
        """Show the valves; the one that was looked at stays so."""
        before = _valve(self.currentItem())
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([_item(valve) for valve in valves])
        for row in range(self.topLevelItemCount()):
            if before and _valve(self.topLevelItem(row)) == before:
                self.setCurrentItem(self.topLevelItem(row))
        self.blockSignals(False)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            self.toggled.emit(_valve(item))


def _item(valve: CutValve) -> QTreeWidgetItem:
    name = f"{valve.number}  {valve.valve}" if valve.number else valve.valve
    item = QTreeWidgetItem([name, state_text(valve), ring_text(valve)])
    is_usable = valve.state != "unusable"
    item.setCheckState(0, Qt.CheckState.Checked if is_usable else Qt.CheckState.Unchecked)
    item.setData(0, _VALVE, valve.valve)
    item.setToolTip(0, tip(why_text(valve)))
    style = item.font(0)
    style.setStrikeOut(not is_usable)
    style.setBold(valve.state == "to_close")
    item.setFont(0, style)
    return item


def _valve(item: QTreeWidgetItem | None) -> str:
    return item.data(0, _VALVE) if item else ""
