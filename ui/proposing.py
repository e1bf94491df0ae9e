# SPDX-License-Identifier: GPL-3.0-or-later
"""What docks have in common that propose something: hidden until asked for, and of one workspace."""

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


class ProposingController(Generic[D]):
    """Owns a dock, which exists between ``load`` and ``unload``; nothing is stored unasked.

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
        self._url = ""
        self.dock: D | None = None

    def _put_in(self, dock: D) -> None:
        """Add the dock on the right, hidden until it is asked for."""
        self.dock = dock
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.hide()
        dock.visibilityChanged.connect(self._on_visible)
        self._state.workspace_changed.connect(self._on_workspace_changed)
        self._url = self._state.url

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

    def _forget(self) -> None:
        """Give up what was proposed."""

    def _on_hidden(self) -> None:
        """Take away what is drawn outside of the dock."""

    def _on_visible(self, visible: bool) -> None:
        # a dock behind another tab is invisible too, but not hidden
        if not visible and self.dock.isHidden():
            self._on_hidden()

    def _on_workspace_changed(self) -> None:
        if self._state.url != self._url:
            self._url = self._state.url
            self._forget()
            self.dock.hide()
        else:
            self._on_refreshed()

    def _on_refreshed(self) -> None:
        """Look again at the same workspace, where that matters."""
