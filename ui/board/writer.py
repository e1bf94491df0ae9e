# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what the board is asked for in a worker, and undoes and redoes it."""

from __future__ import annotations

import getpass
from collections.abc import Callable

from ...qgis_bridge.messages import tr
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from .commands import Write, asked, undo
from .history import History, Step


class BoardWriter:
    """Starts the jobs; after each the window reads the workspace again."""

    def __init__(
        self, state: ViewState, jobs: JobRunner, reporter: Reporter, workspaces: WorkspaceController
    ) -> None:
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._workspaces = workspaces
        self.history = History()

    @property
    def who(self) -> str:
        """Return the name that the journal gets."""
        return getpass.getuser()

    def write(self, title: str, write: Write, *, done: Callable[[], None] | None = None) -> None:
        """Make a change that can be undone; ``done`` is called once it is made."""

        def note(step: Step) -> None:
            self.history.note(step)
            if done is not None:
                done()

        self._start(title, write, note)

    def undo(self) -> None:
        """Undo the last change that was made here and still stands."""
        if not self.history.undoable:
            self._reporter.info(tr("There is nothing of yours to undo here."))
            return
        step, who = self.history.undoable.pop(), self.who
        self._start(tr("Undoing"), lambda workspace: undo(workspace, step, who=who), self.history.note_undone)

    def redo(self) -> None:
        """Do again what was undone last."""
        if not self.history.redoable:
            self._reporter.info(tr("There is nothing of yours to do again here."))
            return
        step, who = self.history.redoable.pop(), self.who
        self._start(
            tr("Doing again"), lambda workspace: undo(workspace, step, who=who), self.history.note_redone
        )

    def _start(self, title: str, write: Write, note: Callable[[Step], None]) -> None:
        url = self._state.url

        def succeeded(step: Step) -> None:
            note(step)
            self._workspaces.refresh()

        def failed(error: Exception) -> None:
            self._reporter.error(error)
            self._workspaces.refresh()

        self._jobs.start(title, lambda _: asked(url, write), succeeded=succeeded, failed=failed)
