# SPDX-License-Identifier: GPL-3.0-or-later
"""Hears of what others write into the open workspace, and has the window read it again within two seconds."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal

from ..core.errors import RegardError
from ..qgis_bridge.native import keep_projections, load_wheels_apart
from .view_state import ViewState
from .workspace_controller import WorkspaceController

_WAIT_S = 0.4
_RETRY_MS = 2000


class ChangeWatch(QThread):
    """Waits in a thread of its own; ``changed`` tells of commands of others.

    A connection that is lost is taken up again, and what was written meanwhile is told of.
    """

    changed = pyqtSignal()

    def __init__(self, url: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._url = url

    def run(self) -> None:
        """Wait until the thread is asked to end."""
        load_wheels_apart()
        known: int | None = None
        try:
            while not self.isInterruptionRequested():
                known = self._watch(known)
        finally:
            keep_projections()

    def stop(self) -> None:
        """End the thread, which takes less than a second."""
        self.requestInterruption()
        self.wait()

    def _watch(self, known: int | None) -> int | None:
        """Watch until the connection is lost or the end is asked for; return the last command heard of."""
        from ..store.changes import watch_changes

        feed = None
        try:
            feed = watch_changes(self._url, after=known)
            while not self.isInterruptionRequested():
                if feed.wait(_WAIT_S):
                    self.changed.emit()
        except RegardError:
            # whoever writes or reads is told of a lost connection; here it is only taken up again
            self._rest()
        finally:
            if feed is not None:
                known = feed.known
                feed.close()
        return known

    def _rest(self) -> None:
        for _ in range(_RETRY_MS // 100):
            if not self.isInterruptionRequested():
                self.msleep(100)


class LiveController:
    """Watches the workspace that the window shows."""

    def __init__(self, state: ViewState, workspaces: WorkspaceController) -> None:
        self._state = state
        self._workspaces = workspaces
        self._url = ""
        self.watch: ChangeWatch | None = None

    def load(self) -> None:
        """Follow the workspace that is shown."""
        self._state.workspace_changed.connect(self._on_workspace_changed)
        self._on_workspace_changed()

    def unload(self) -> None:
        """Watch no more."""
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self._leave()

    def _on_workspace_changed(self) -> None:
        if self._state.url == self._url:
            return
        self._leave()
        self._url = self._state.url
        if self._url:
            self.watch = ChangeWatch(self._url)
            self.watch.changed.connect(self._workspaces.refresh)
            self.watch.start()

    def _leave(self) -> None:
        if self.watch is not None:
            self.watch.changed.disconnect(self._workspaces.refresh)
            self.watch.stop()
            self.watch.deleteLater()
        self.watch = None
        self._url = ""
