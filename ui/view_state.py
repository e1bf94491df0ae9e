# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window shows: workspace, orders, arrangement of the list, selected order. Kept only here."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .order_rows import Arrangement, OrderRow


class ViewState(QObject):
    """Holds the view and says when a part of it changed; controllers write to it and listen to it."""

    workspace_changed = pyqtSignal()
    orders_changed = pyqtSignal()
    arrangement_changed = pyqtSignal()
    selection_changed = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.url = ""
        self.orders: tuple[OrderRow, ...] = ()
        self.arrangement = Arrangement()
        self.order_id = ""

    def open_workspace(self, url: str) -> None:
        """Show another workspace, or none when the address is empty; nothing is selected then."""
        self.url = url
        self.orders = ()
        self.order_id = ""
        self.selection_changed.emit("")
        self.orders_changed.emit()
        self.workspace_changed.emit()

    def reload(self) -> None:
        """Ask for everything to be read again from the same workspace; the selection stays."""
        self.workspace_changed.emit()
        self.selection_changed.emit(self.order_id)

    def set_orders(self, orders: Sequence[OrderRow]) -> None:
        """Show the orders that were read."""
        self.orders = tuple(orders)
        self.orders_changed.emit()

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Filter, group and sort the list another way."""
        if arrangement != self.arrangement:
            self.arrangement = arrangement
            self.arrangement_changed.emit()

    def select_order(self, order_id: str) -> None:
        """Select an order in the list, on the map and in the order panel alike."""
        if order_id != self.order_id:
            self.order_id = order_id
            self.selection_changed.emit(order_id)
