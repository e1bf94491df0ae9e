# SPDX-License-Identifier: GPL-3.0-or-later
"""The orders that a draft changes, each to tick: when and by whom before and after."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...qgis_bridge.labels import job_text
from ...qgis_bridge.messages import tr
from ..rich_text import tip
from .plan_page import placed_text

if TYPE_CHECKING:
    from ...planner.plans.draft_plan import PlanChange
    from .plan_reader import FoundPlan

_ORDER = Qt.ItemDataRole.UserRole


class ChangesList(QTreeWidget):
    """``ticks_changed`` says that other orders are ticked; ``order_chosen`` which one is looked at."""

    ticks_changed = pyqtSignal()
    order_chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("RegardPlanChanges")
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName(tr("Orders that the plan changes"))
        self.setHeaderLabels([tr("Order"), tr("Work"), tr("Before"), tr("After")])
        # before and after are both in sight, whatever the crews are called
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.itemChanged.connect(lambda _, column: self.ticks_changed.emit() if column == 0 else None)
        self.currentItemChanged.connect(lambda item, _: self.order_chosen.emit(_order(item)))

    def show_found(self, found: FoundPlan) -> None:
        """Show the changes, all ticked."""
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([_item(found, change) for change in found.changes])
        self.blockSignals(False)

    def ticked(self) -> tuple[str, ...]:
        """Return the orders that are ticked."""
        return tuple(_order(item) for item in self._items() if item.checkState(0) == Qt.CheckState.Checked)

    def tick(self, orders: Collection[str]) -> None:
        """Tick some orders, and no others."""
        self.blockSignals(True)
        for item in self._items():
            is_meant = _order(item) in orders
            item.setCheckState(0, Qt.CheckState.Checked if is_meant else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.ticks_changed.emit()

    def _items(self) -> list[QTreeWidgetItem]:
        return [self.topLevelItem(row) for row in range(self.topLevelItemCount())]


def _item(found: FoundPlan, change: PlanChange) -> QTreeWidgetItem:
    order = found.draft.orders.get(change.order_id)
    several = found.draft.options.days > 1
    texts = [placed_text(one, found.names, with_day=several) for one in (change.before, change.after)]
    item = QTreeWidgetItem([change.order_id, job_text(order) if order else "", *texts])
    for column in (1, 2, 3):
        item.setToolTip(column, tip(item.text(column)))
    item.setCheckState(0, Qt.CheckState.Checked)
    item.setData(0, _ORDER, str(change.order_id))
    if change.after is None:
        style = item.font(3)
        style.setBold(True)
        item.setFont(3, style)
    return item


def _order(item: QTreeWidgetItem | None) -> str:
    return item.data(0, _ORDER) if item else ""
