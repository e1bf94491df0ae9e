# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the planning dialog: searches in a task, shows the plan so far, stores what is accepted."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QTimer

from ...core.errors import RegardError
from ...core.messages import Message
from ...core.progress import Progress
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner, JobTask, running
from ..board.commands import asked, undo
from ..board.controller import BoardController
from ..reporter import Reporter
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from .choices import Choices, Service
from .dialog import PlanDialog
from .search_watch import SearchWatch

if TYPE_CHECKING:
    from ...planner.plans.accept_draft import PartTaken
    from .plan_reader import FoundPlan, TakenPlan

_LOOK_MS = 200


class PlanningController:
    """Owns the dialog; ``dialog`` exists between ``load`` and ``unload``. Nothing is stored unasked."""

    def __init__(
        self,
        iface: QgisInterface,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        workspaces: WorkspaceController,
        board: BoardController,
        *,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._iface = iface
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._workspaces = workspaces
        self._board = board
        self._clock = clock
        self._service: Service | None = None
        self._found: FoundPlan | None = None
        self._task: JobTask | None = None
        self._watch = SearchWatch()
        self._step: tuple[int, ...] = ()
        self.dialog: PlanDialog | None = None

    def load(self) -> None:
        """Make the dialog, hidden until it is asked for."""
        self.dialog = PlanDialog(self._iface.mainWindow())
        self._timer = QTimer(self.dialog)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        result = self.dialog.result
        self.dialog.started.connect(self._search)
        self.dialog.stopped.connect(self._stop)
        self.dialog.cancelled.connect(self._cancel)
        result.all_taken.connect(lambda: self._take(None))
        result.part_taken.connect(lambda: self._take(result.changes.ticked()))
        result.part_asked.connect(self._try_part)
        result.rejected.connect(self._reject)
        result.undo_asked.connect(self._undo)
        result.changes.order_chosen.connect(lambda name: self._state.select_order(name) if name else None)
        self._state.workspace_changed.connect(self._on_workspace_changed)
        self._url = self._state.url

    def unload(self) -> None:
        """Close the dialog and end the search."""
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self._timer.stop()
        self._cancel()
        self.dialog.close()
        self.dialog.deleteLater()
        self.dialog = self._found = self._service = None

    def begin(self) -> None:
        """Show the dialog; what was found and not accepted yet is still there."""
        url, now, day = self._state.url, self._clock(), self._state.day_asked
        if not url:
            self._reporter.info(tr("Open a workspace first: its orders are planned."))
            return
        if self._found is None and self._task is None:
            self.dialog.show_hint(tr("Reading who can be planned…"))
            self.dialog.start.setEnabled(False)
            self._jobs.start(
                tr("Reading who can be planned"),
                lambda _: _read(url, now, day),
                succeeded=self._on_service,
                failed=self._on_failed,
            )
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _on_service(self, service: Service) -> None:
        self._service = service
        if not service.people:
            self.dialog.show_hint(tr("<b>No agents yet.</b> Import them first."))
            return
        self.dialog.show_service(service)

    def _search(self) -> None:
        from .plan_reader import make_draft

        choices, url, now, watch = self.dialog.choices(), self._state.url, self._clock(), SearchWatch()
        self._found, self._watch = None, watch

        def work(progress: Progress) -> tuple[Choices, FoundPlan]:
            return choices, make_draft(url, choices, now=now, progress=progress, watch=watch)

        self.dialog.show_searching()
        self._task = self._jobs.start(
            tr("Planning the tours"),
            work,
            succeeded=self._on_found,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )
        self._timer.start()

    def _look(self) -> None:
        """Show how far the search is."""
        task = running(self._task)
        if task is not None:
            step = say(Message(task.step)) if task.step else ""
            self.dialog.show_progress(task.progress(), step, self._watch.latest)

    def _stop(self) -> None:
        self._watch.stop()
        self.dialog.stop.setEnabled(False)

    def _cancel(self) -> None:
        task = running(self._task)
        if task is not None:
            task.cancel()

    def _end_search(self) -> None:
        self._timer.stop()
        self._task = None

    def _on_found(self, result: tuple[Choices, FoundPlan]) -> None:
        self._end_search()
        self._found = result[1]
        self.dialog.result.show_found(self._found, self._service.zones if self._service else {})
        self.dialog.show_result()

    def _on_cancelled(self) -> None:
        self._end_search()
        if self.dialog is not None:
            self.dialog.show_hint(tr("Cancelled: nothing was changed."))

    def _on_failed(self, error: Exception) -> None:
        self._end_search()
        if isinstance(error, RegardError):
            self.dialog.show_hint(say(error.message))
            return
        self.dialog.show_hint(tr("Nothing was planned."))
        self._reporter.error(error)

    def _try_part(self) -> None:
        """See whether the ticked orders can be taken alone."""
        from .plan_reader import try_part

        found, ticked = self._found, self.dialog.result.changes.ticked()
        if found is None or not ticked:
            self.dialog.result.show_part(None, every=False)
            return
        self._jobs.start(
            tr("Checking the ticked orders"),
            lambda _: (found, ticked, try_part(found, ticked)),
            succeeded=self._on_part,
            failed=self._reporter.error,
        )

    def _on_part(self, result: tuple[FoundPlan, tuple[str, ...], PartTaken]) -> None:
        found, ticked, taken = result
        changes = self.dialog.result.changes
        if found is self._found and ticked == changes.ticked() and changes.isEnabled():
            self.dialog.result.show_part(taken, every=len(ticked) == len(found.changes))

    def _take(self, orders: tuple[str, ...] | None) -> None:
        from .plan_reader import take_plan

        found, url, who = self._found, self._state.url, getpass.getuser()
        if found is None:
            return
        self.dialog.result.show_taking()
        self._jobs.start(
            tr("Storing the plan"),
            lambda _: take_plan(url, found, orders, who=who),
            succeeded=self._on_taken,
            failed=self._on_not_taken,
        )

    def _on_taken(self, taken: TakenPlan) -> None:
        self._found, self._step = None, taken.step
        self._board.writer.note(tr("Planning the tours"), taken.step)
        self.dialog.result.show_taken(taken)
        self._workspaces.refresh()

    def _on_not_taken(self, error: Exception) -> None:
        self._found = None
        if isinstance(error, RegardError):
            self.dialog.result.show_over(say(error.message))
        else:
            self.dialog.result.show_over(tr("Nothing was stored."))
            self._reporter.error(error)
        self._workspaces.refresh()

    def _reject(self) -> None:
        self._found = None
        self.dialog.show_hint(tr("Rejected: the plan in force stays as it is."))

    def _undo(self) -> None:
        step, url, who = self._step, self._state.url, getpass.getuser()
        writer = self._board.writer
        if all(done.step != step for done in writer.history.undoable):
            self.dialog.result.show_over(tr("It was undone already."))
            return
        writer.forget(step)
        self.dialog.result.show_over(tr("Undoing…"))
        self._jobs.start(
            tr("Undoing"),
            lambda _: asked(url, lambda workspace: undo(workspace, step, who=who)),
            succeeded=self._on_undone,
            failed=self._on_not_taken,
        )

    def _on_undone(self, step: tuple[int, ...]) -> None:
        writer = self._board.writer
        writer.history.note_undone(tr("Planning the tours"), step)
        writer.changed.emit()
        self.dialog.result.show_over(tr("Undone: the former plan is in force again."))
        self._workspaces.refresh()

    def _on_workspace_changed(self) -> None:
        if self._state.url != self._url:
            self._url = self._state.url
            self._cancel()
            self._found = self._service = None
            self.dialog.close()


def _read(url: str, now: datetime, day: date | None) -> Service:
    """Read in the worker; the libraries that it takes are loaded there the first time."""
    load_wheels_apart()
    from .plan_reader import read_service

    return read_service(url, now, day=day)
