# SPDX-License-Identifier: GPL-3.0-or-later
"""The networks that cuts are looked for with: read once for a workspace as it stands, whoever asks first."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer

from ...core.progress import Progress
from ...qgis_bridge.messages import tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner
from ..view_state import ViewState

if TYPE_CHECKING:
    from .cut_reader import CutDesk

_LOOK_MS = 1500


class NetworkDesk:
    """Reads the networks after a workspace was opened, once nothing else is being done.

    Who asks meanwhile waits for that reading instead of beginning another. A reading that nobody asked for
    says nothing when it fails: the first click will. It can be cancelled like any task of QGIS.
    """

    def __init__(self, state: ViewState, jobs: JobRunner) -> None:
        self._state = state
        self._jobs = jobs
        # of its own: nobody waits for it
        self._own_jobs = JobRunner(QgsApplication.taskManager())
        self._lock = threading.Lock()
        self._turn = 0
        self._url = ""
        self._read: tuple[str, int, CutDesk] | None = None
        self._timer: QTimer | None = None

    def load(self) -> None:
        """Follow the workspace that is shown."""
        self._timer = QTimer()
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._begin_when_quiet)
        self._state.workspace_changed.connect(self._on_workspace_changed)

    def unload(self) -> None:
        """Read no more."""
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self._timer.stop()
        self._timer = None
        self._leave()

    @property
    def known(self) -> CutDesk | None:
        """Return the networks as they stand, if they have been read."""
        read = self._read
        return read[2] if read is not None and read[:2] == (self._state.url, self._turn) else None

    def ticket(self) -> tuple[str, int]:
        """Return what a worker asks with: the workspace, and as which it stands now."""
        return self._state.url, self._turn

    def read(self, ticket: tuple[str, int], progress: Progress) -> CutDesk:
        """Return the networks, read if nobody has; in a worker. ``InputError`` without water mains."""
        with self._lock:
            if self._read is None or self._read[:2] != ticket:
                progress.check()
                self._read = (*ticket, _open(ticket[0], progress))
            return self._read[2]

    def _on_workspace_changed(self) -> None:
        self._turn += 1
        if self._state.url == self._url:
            return
        self._url = self._state.url
        self._leave()
        if self._url:
            self._timer.start()
        else:
            self._timer.stop()

    def _begin_when_quiet(self) -> None:
        if self._jobs.busy or not self._state.orders:
            return
        self._timer.stop()
        if self.known is None:
            ticket = self.ticket()
            self._own_jobs.start(
                tr("Reading the networks"),
                lambda progress: self.read(ticket, progress),
                succeeded=lambda _: None,
                failed=lambda _: None,
            )

    def _leave(self) -> None:
        self._own_jobs.cancel_all()
        self._read = None


def _open(url: str, progress: Progress) -> CutDesk:
    """Read the networks in the worker; the libraries that it takes are loaded there the first time."""
    load_wheels_apart()
    from .cut_reader import open_desk

    return open_desk(url, progress=progress)
