# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what the window is asked for in a worker, and undoes and redoes it."""

from __future__ import annotations

import getpass
from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...qgis_bridge.messages import tr
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from .commands import Write, asked, undo
from .history import History, Step


class BoardWriter(QObject):
    """Starts the jobs; after each the window reads the workspace again.

    Docks that write by themselves say so by ``note``, so that one undo serves them all. ``changed`` is sent
    whenever something else can be undone or done again.
    """

    changed = pyqtSignal()

    def __init__(
        self, state: ViewState, jobs: JobRunner, reporter: Reporter, workspaces: WorkspaceController
    ) -> None:
        super().__init__()
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._workspaces = workspaces
        self.history = History()

    @property
    def who(self) -> str:
        """Return the name that the journal gets."""
        return getpass.getuser()

    @property
    def to_undo(self) -> str:
        """Return what undoing would undo; empty where there is nothing."""
        return self.history.undoable[-1].name if self.history.undoable else ""

    @property
    def to_redo(self) -> str:
        """Return what would be done again; empty where there is nothing."""
        return self.history.redoable[-1].name if self.history.redoable else ""

    def note(self, name: str, step: Step) -> None:
        """Note a change that was made elsewhere in the window."""
        self.history.note(name, step)
        self.changed.emit()

    def made(self, name: str, step: Step) -> None:
        """Note a change that other work made; the window reads the workspace again."""
        if step:
            self.note(name, step)
        self._workspaces.refresh()

    def forget(self, step: Step) -> None:
        """Forget a change that was undone elsewhere in the window."""
        self.history.forget(step)
        self.changed.emit()

    def clear(self) -> None:
        """Forget everything, as with another workspace."""
        self.history.clear()
        self.changed.emit()

    def write(
        self,
        title: str,
        write: Write,
        *,
        done: Callable[[], None] | None = None,
        refused: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Make a change that can be undone; ``done`` is called once it is made.

        ``refused`` gets the error of one that was not; it returns whether it has told of it.
        """

        def note(name: str, step: Step) -> None:
            self.history.note(name, step)
            if done is not None:
                done()

        self._start(title, title, write, note, refused)

    def undo(self) -> None:
        """Undo the last change that was made in this window and still stands."""
        if not self.history.undoable:
            self._reporter.info(tr("There is nothing of yours to undo here."))
            return
        done, who = self.history.undoable.pop(), self.who
        title = tr("Undoing: {name}").format(name=done.name)
        self._start(title, done.name, lambda w: undo(w, done.step, who=who), self.history.note_undone)

    def redo(self) -> None:
        """Do again what was undone last."""
        if not self.history.redoable:
            self._reporter.info(tr("There is nothing of yours to do again here."))
            return
        done, who = self.history.redoable.pop(), self.who
        title = tr("Doing again: {name}").format(name=done.name)
        self._start(title, done.name, lambda w: undo(w, done.step, who=who), self.history.note_redone)

    def _start(
        self,
        title: str,
        name: str,
        write: Write,
        note: Callable[[str, Step], None],
        refused: Callable[[Exception], bool] | None = None,
    ) -> None:
        url = self._state.url

        def succeeded(step: Step) -> None:
            note(name, step)
            self.changed.emit()
            self._workspaces.refresh()

        def failed(error: Exception) -> None:
            self.changed.emit()
            if refused is None or not refused(error):
                self._reporter.error(error)
            self._workspaces.refresh()

        self._jobs.start(title, lambda _: asked(url, write), succeeded=succeeded, failed=failed)
