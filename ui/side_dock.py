# SPDX-License-Identifier: GPL-3.0-or-later
"""What the docks at the right have in common: hidden until asked for, beside the order's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Generic, TypeVar

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget

from ..qgis_bridge.tasks import JobRunner
from .beside import show_beside
from .reporter import Reporter
from .view_state import ViewState

D = TypeVar("D", bound=QDockWidget)


class SideDockController(Generic[D]):
    """Owns a dock, which exists between ``load`` and ``unload``.

    ``home`` is the dock beside which it comes up as a tab, ``clock`` tells the present moment.
    """

    width = 420

    def __init__(
        self,
        iface: QgisInterface,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        *,
        home: Callable[[], QDockWidget],
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._iface = iface
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._home = home
        self._clock = clock
        self.dock: D | None = None

    def _put_in(self, dock: D) -> None:
        """Add the dock on the right, hidden until it is asked for."""
        self.dock = dock
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.hide()
        dock.visibilityChanged.connect(self._on_visible)
        self._state.workspace_changed.connect(self._on_workspace_changed)

    def _take_out(self) -> None:
        """Remove the dock."""
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self.dock.visibilityChanged.disconnect(self._on_visible)
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.dock = None

    def _show(self) -> None:
        """Bring the dock to the front."""
        show_beside(self._iface.mainWindow(), self.dock, self._home(), width=self.width)

    def _on_visible(self, visible: bool) -> None:
        """Follow whether the dock is seen."""

    def _on_workspace_changed(self) -> None:
        """Follow the workspace."""
