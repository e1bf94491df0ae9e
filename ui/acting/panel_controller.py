# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps a dock of tables in step with the workspace and the selection while it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget, QWidget

from ...qgis_bridge.messages import tr
from ...qgis_bridge.tasks import JobRunner
from ..beside import show_beside
from ..board.writer import BoardWriter
from ..reporter import Reporter
from ..view_state import ViewState
from .desk import ActingDesk
from .panel_dock import PanelDock, PanelPage

Read = Callable[[str, datetime, date | None], Mapping[str, PanelPage]]


class PanelController:
    """Owns the dock that ``make`` returns; ``dock`` exists between ``load`` and ``unload``.

    ``read`` runs in a worker. Nothing is read while the dock is hidden. A dock that ``follows_day`` is read
    again for another day.
    """

    def __init__(
        self,
        iface: QgisInterface,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        writer: BoardWriter,
        *,
        make: Callable[[QWidget], PanelDock],
        read: Read,
        title: str,
        home: Callable[[], QDockWidget],
        width: int = 520,
        follows_day: bool = False,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._iface = iface
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._writer = writer
        self._make = make
        self._read = read
        self._title = title
        self._home = home
        self._width = width
        self._follows_day = follows_day
        self._clock = clock
        self._desk: ActingDesk | None = None
        self._is_stale = True
        self.dock: PanelDock | None = None

    def load(self) -> None:
        """Add the dock on the right, hidden until it is asked for."""
        self.dock = self._make(self._iface.mainWindow())
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        tables = tuple(self.dock.tables.values())
        self._desk = ActingDesk(tables, self.dock.undo_bar, self._writer, clock=lambda: self._clock())
        self.dock.order_chosen.connect(self._state.select_order)
        self.dock.visibilityChanged.connect(self._on_visible)
        self._state.selection_changed.connect(self.dock.select)
        self._state.workspace_changed.connect(self._on_workspace_changed)
        self._state.day_changed.connect(self._on_day_changed)

    def unload(self) -> None:
        """Remove the dock."""
        self._state.day_changed.disconnect(self._on_day_changed)
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self._state.selection_changed.disconnect(self.dock.select)
        self.dock.visibilityChanged.disconnect(self._on_visible)
        self.dock.order_chosen.disconnect(self._state.select_order)
        self._desk.leave()
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.dock = self._desk = None

    def toggle(self) -> None:
        """Show the dock, or hide it."""
        if self.dock.isVisible():
            self.dock.hide()
        else:
            show_beside(self._iface.mainWindow(), self.dock, self._home(), width=self._width)

    def _on_visible(self, visible: bool) -> None:
        if visible and self._is_stale:
            self._start()

    def _on_workspace_changed(self) -> None:
        self._is_stale = True
        if self.dock.isVisible() or not self._state.url:
            self._start()

    def _on_day_changed(self) -> None:
        if self._follows_day and self._state.day is not None:
            self._on_workspace_changed()

    def _start(self) -> None:
        self._is_stale = False
        url, now, day = self._state.url, self._clock(), self._state.day
        if not url:
            self.dock.show_hint(tr("Open a workspace first."))
            return
        if self.dock.pages.currentIndex() == 0:
            self.dock.show_hint(tr("Reading…"))
        if self._follows_day and day is None:
            self._is_stale = True
            return
        self._jobs.start(
            self._title,
            lambda _: (url, day, self._read(url, now, day)),
            succeeded=self._on_read,
            failed=self._on_failed,
        )

    def _on_read(self, result: tuple[str, date | None, Mapping[str, PanelPage]]) -> None:
        url, day, pages = result
        if url == self._state.url and (day == self._state.day or not self._follows_day):
            self.dock.show_pages(pages)
            self.dock.select(self._state.order_id)

    def _on_failed(self, error: Exception) -> None:
        self._is_stale = True
        self._reporter.error(error)
        if self.dock.pages.currentIndex() == 0:
            self.dock.show_hint(tr("This could not be read: see the message above the map."))
