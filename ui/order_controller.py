# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the selected order's sheet off the main thread and shows it in the ORDER dock and on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt

from ..qgis_bridge.messages import tr
from ..qgis_bridge.native import load_wheels_apart
from ..qgis_bridge.tasks import JobRunner
from .map_controller import MapController
from .order_dock import OrderDock
from .order_pages import order_pages
from .reporter import Reporter
from .view_state import ViewState

if TYPE_CHECKING:
    from .sheet_reader import FoundOrder

_WIDTH = 460


class OrderController:
    """Owns the dock; ``dock`` exists between ``load`` and ``unload``."""

    def __init__(
        self,
        iface: QgisInterface,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        map_view: MapController,
    ) -> None:
        self._iface = iface
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._map_view = map_view
        self._was_shown = False
        self._shown = ""
        self.dock: OrderDock | None = None

    def load(self) -> None:
        """Add the dock on the right, hidden until an order is selected."""
        self.dock = OrderDock(self._iface.mainWindow())
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self.dock.valve_asked.connect(self._map_view.zoom_to_valve)
        self._state.selection_changed.connect(self._on_selection_changed)

    def unload(self) -> None:
        """Remove the dock."""
        self._state.selection_changed.disconnect(self._on_selection_changed)
        self.dock.valve_asked.disconnect(self._map_view.zoom_to_valve)
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.dock = None

    def _on_selection_changed(self, order_id: str) -> None:
        if not order_id:
            self._shown = ""
            self.dock.show_nothing()
            self._map_view.show_order(None)
            return
        if order_id != self._shown:
            self._point_at(order_id)
        url = self._state.url
        self._jobs.start(
            tr("Reading an order"),
            lambda _: _read(url, order_id),
            succeeded=self._on_read,
            failed=self._reporter.error,
        )

    def _point_at(self, order_id: str) -> None:
        """Show at once where it is; what was found for it follows when it has been read."""
        row = next((row for row in self._state.orders if row.order.order_id == order_id), None)
        if row is not None:
            self._map_view.point_at(row.order)

    def _on_read(self, found: FoundOrder) -> None:
        if found.sheet.order.order_id != self._state.order_id:
            return
        photos = found.photos_part()
        self.dock.show_order(found.sheet, order_pages(found.sheet, found.names, photos))
        # read again, as after a change, it neither moves the map nor opens a dock that was closed
        is_other = self._shown != found.sheet.order.order_id
        self._shown = found.sheet.order.order_id
        if is_other:
            self._show()
        self._map_view.show_order(found.sheet, zoom=is_other)

    def _show(self) -> None:
        """Show the dock; the first time it gets the width that its tabs need."""
        first = not self._was_shown
        self._was_shown = True
        self.dock.show()
        if first:
            self._iface.mainWindow().resizeDocks([self.dock], [_WIDTH], Qt.Orientation.Horizontal)


def _read(url: str, order_id: str) -> FoundOrder:
    """Read in the worker; the libraries that it takes are loaded there the first time."""
    load_wheels_apart()
    from .sheet_reader import read_order

    return read_order(url, order_id)
