# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom to plan: zones with their agents, each to tick; a zone's box ticks all of its people."""

from __future__ import annotations

from itertools import groupby

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from ...qgis_bridge.messages import tr
from .choices import Service

_AGENT = Qt.ItemDataRole.UserRole
_TICK = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class AgentsTree(QTreeWidget):
    """``changed`` says that other people are ticked."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("RegardPlanAgents")
        self.setHeaderHidden(True)
        self.setAccessibleName(tr("Agents to plan"))
        self.itemChanged.connect(lambda *_: self.changed.emit())

    def show_service(self, service: Service) -> None:
        """Show everybody, ticked."""
        self.blockSignals(True)
        self.clear()
        for zone, people in groupby(service.people, key=lambda one: one.zone):
            name = service.zones.get(zone) or zone or tr("no zone")
            top = QTreeWidgetItem(self, [name])
            top.setFlags(_TICK | Qt.ItemFlag.ItemIsAutoTristate)
            for person in people:
                item = QTreeWidgetItem(top, [person.name])
                item.setFlags(_TICK)
                item.setCheckState(0, Qt.CheckState.Checked)
                item.setData(0, _AGENT, person.agent_id)
            top.setCheckState(0, Qt.CheckState.Checked)
        self.blockSignals(False)
        self.expandAll()

    def tick_all(self, *, ticked: bool) -> None:
        """Tick everybody, or nobody."""
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        for row in range(self.topLevelItemCount()):
            self.topLevelItem(row).setCheckState(0, state)

    def ticked(self) -> tuple[str, ...]:
        """Return who is ticked."""
        return tuple(
            item.data(0, _AGENT) for item in self._people() if item.checkState(0) == Qt.CheckState.Checked
        )

    def is_everybody(self) -> bool:
        """Tell whether everybody is ticked."""
        return len(self.ticked()) == len(self._people())

    def _people(self) -> list[QTreeWidgetItem]:
        tops = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        return [top.child(row) for top in tops for row in range(top.childCount())]
