# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the ORDERS dock and the view state in step: reads orders off the main thread, arranges, selects."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget

from ..qgis_bridge.messages import tr
from ..qgis_bridge.native import load_wheels_apart
from ..qgis_bridge.tasks import JobRunner
from .order_rows import arrange
from .orders_dock import OrdersDock
from .reporter import Reporter
from .starting.controller import StartController
from .view_state import ViewState

if TYPE_CHECKING:
    from .order_reader import FoundRows

_WIDTH = 360


class OrdersController:
    """Owns the dock; ``dock`` exists between ``load`` and ``unload``."""

    def __init__(
        self,
        iface: QgisInterface,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        start: StartController,
    ) -> None:
        self._iface = iface
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._start = start
        self._was_shown = False
        self.dock: OrdersDock | None = None

    def load(self) -> None:
        """Add the dock on the left, hidden until a workspace is opened."""
        self.dock = OrdersDock(self._iface.mainWindow())
        self._iface.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.dock)
        self.dock.hide()
        self.dock.arrangement_asked.connect(self._state.set_arrangement)
        self.dock.order_chosen.connect(self._state.select_order)
        self.dock.open_asked.connect(self._start.begin)
        self.dock.demo_asked.connect(self._start.open_demo)
        self._state.workspace_changed.connect(self._on_workspace_changed)
        self._state.orders_changed.connect(self._on_orders_changed)
        self._state.day_changed.connect(self._on_day_changed)
        self._state.arrangement_changed.connect(self._on_arrangement_changed)
        self._state.selection_changed.connect(self.dock.select)

    def unload(self) -> None:
        """Remove the dock."""
        self._state.selection_changed.disconnect(self.dock.select)
        self._state.arrangement_changed.disconnect(self._on_arrangement_changed)
        self._state.day_changed.disconnect(self._on_day_changed)
        self._state.orders_changed.disconnect(self._on_orders_changed)
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self.dock.demo_asked.disconnect(self._start.open_demo)
        self.dock.open_asked.disconnect(self._start.begin)
        self.dock.order_chosen.disconnect(self._state.select_order)
        self.dock.arrangement_asked.disconnect(self._state.set_arrangement)
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.dock = None

    def toggle(self) -> None:
        """Show the dock, or hide it."""
        if self.dock.isVisible():
            self.dock.hide()
        else:
            self._show()

    def _show(self) -> None:
        """Bring the dock to the front; the first time it shares the place of the layers, at full height."""
        if not self._was_shown and not self.dock.isFloating():
            window = self._iface.mainWindow()
            layers = window.findChild(QDockWidget, "Layers")
            if layers is not None and window.dockWidgetArea(layers) == window.dockWidgetArea(self.dock):
                window.tabifyDockWidget(layers, self.dock)
            window.resizeDocks([self.dock], [_WIDTH], Qt.Orientation.Horizontal)
            window.resizeDocks([self.dock], [window.height()], Qt.Orientation.Vertical)
        self._was_shown = True
        self.dock.show()
        self.dock.raise_()

    def _on_workspace_changed(self) -> None:
        url = self._state.url
        if not url:
            self.dock.show_page("start")
            return
        self._show()
        if not self._state.orders:
            self.dock.show_page("reading")
        self._read_orders()

    def _read_orders(self) -> None:
        url, day = self._state.url, self._state.day_asked
        self._jobs.start(
            tr("Reading the orders"),
            lambda _: (url, day, _read(url, day)),
            succeeded=self._on_read,
            failed=self._on_failed,
        )

    def _on_read(self, result: tuple[str, date | None, FoundRows]) -> None:
        url, day, found = result
        if (url, day) == (self._state.url, self._state.day_asked):
            self._state.plan = found.plan
            self._state.set_desk_day(found.desk_day)
            self._state.set_orders(found.rows)

    def _on_failed(self, error: Exception) -> None:
        self.dock.show_page("start")
        self._reporter.error(error)

    def _on_day_changed(self) -> None:
        """Show the day; its orders have their places in another plan where one was made for it."""
        asked, plan = self._state.day_asked, self._state.plan
        self.dock.show_day(self._state.day, self._state.orders)
        is_of_another = plan is not None and not plan.is_latest
        if is_of_another or (asked is not None and (plan is None or not plan.holds(asked))):
            self._read_orders()

    def _on_orders_changed(self) -> None:
        self.dock.show_orders(self._state.orders)
        self.dock.show_day(self._state.day, self._state.orders)
        if self._state.url:
            self.dock.show_page("list" if self._state.orders else "empty")
        self._on_arrangement_changed()

    def _on_arrangement_changed(self) -> None:
        groups = arrange(self._state.orders, self._state.arrangement)
        self.dock.show_groups(groups, self._state.arrangement, len(self._state.orders))
        self.dock.select(self._state.order_id)


def _read(url: str, day: date | None) -> FoundRows:
    """Read in the worker; the libraries that it takes are loaded there the first time."""
    load_wheels_apart()
    from .order_reader import read_rows

    return read_rows(url, day)
