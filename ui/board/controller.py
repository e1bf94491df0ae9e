# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the planning board, the plan in force and the window's selection in step; makes moves by hand."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt

from ...qgis_bridge.messages import tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from .dock import BoardDock
from .drag import Target

if TYPE_CHECKING:
    from ...core.errors import RegardError
    from ...planner.hand_move import HandMoves
    from ...planner.ports import Workspace
    from ...planner.running_day import Proposal
    from .moves import TriedMove
    from .rows import Board

_HEIGHT = 320


@dataclass(frozen=True, slots=True)
class BoardState:
    """What was read: the board, the moment it is looked at, and the plan to move orders in.

    ``unmovable`` says why the plan cannot be changed by hand, if so.
    """

    board: Board
    now: datetime
    moves: HandMoves | None
    unmovable: RegardError | None = None


class BoardController:
    """Owns the dock; ``dock`` exists between ``load`` and ``unload``. ``clock`` tells the present moment."""

    def __init__(
        self,
        iface: QgisInterface,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        workspaces: WorkspaceController,
        *,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._iface = iface
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._workspaces = workspaces
        self._clock = clock
        self._read: BoardState | None = None
        self._tried: TriedMove | None = None
        self._undoable: list[int] = []
        self._corners: dict[Qt.Corner, Qt.DockWidgetArea] = {}
        self.dock: BoardDock | None = None

    def load(self) -> None:
        """Add the dock at the bottom, hidden until it is asked for."""
        self.dock = BoardDock(self._iface.mainWindow())
        self._iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
        self.dock.hide()
        self.dock.view.order_chosen.connect(self._state.select_order)
        self.dock.tray.order_chosen.connect(self._state.select_order)
        self.dock.view.held.connect(self._on_held)
        self.dock.view.dropped.connect(self._on_dropped)
        self.dock.view.let_go.connect(self._on_let_go)
        self.dock.undo_asked.connect(self._undo)
        self._state.workspace_changed.connect(self._on_workspace_changed)
        self._state.selection_changed.connect(self._on_selection_changed)

    def unload(self) -> None:
        """Remove the dock."""
        self._state.selection_changed.disconnect(self._on_selection_changed)
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self.dock.undo_asked.disconnect(self._undo)
        self.dock.view.let_go.disconnect(self._on_let_go)
        self.dock.view.dropped.disconnect(self._on_dropped)
        self.dock.view.held.disconnect(self._on_held)
        self.dock.tray.order_chosen.disconnect(self._state.select_order)
        self.dock.view.order_chosen.disconnect(self._state.select_order)
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        for corner, area in self._corners.items():
            self._iface.mainWindow().setCorner(corner, area)
        self.dock = self._read = self._tried = None

    def _take_corners(self) -> None:
        """Let the docks at the bottom have the whole width of the window, which hours need.

        Not when the plugin is loaded: QGIS restores its own corners after that.
        """
        window = self._iface.mainWindow()
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
            self._corners.setdefault(corner, window.corner(corner))
            window.setCorner(corner, Qt.DockWidgetArea.BottomDockWidgetArea)

    def toggle(self) -> None:
        """Show the dock, or hide it."""
        if self.dock.isVisible():
            self.dock.hide()
            return
        self._take_corners()
        self.dock.show()
        self.dock.raise_()
        self._iface.mainWindow().resizeDocks([self.dock], [_HEIGHT], Qt.Orientation.Vertical)

    def _on_workspace_changed(self) -> None:
        url = self._state.url
        self._tried = None
        if not url:
            self._read = None
            self._undoable.clear()
            self.dock.hide()
            return
        clock = self._clock
        self._jobs.start(
            tr("Reading the plan"),
            lambda _: (url, _read_state(url, clock())),
            succeeded=self._on_read,
            failed=self._reporter.error,
        )

    def _on_read(self, result: tuple[str, BoardState]) -> None:
        url, state = result
        if url != self._state.url:
            return
        self._read = state
        self.dock.show_board(state.board)
        self.dock.view.show_board(state.board, now=state.now)
        self._on_selection_changed(self._state.order_id)

    def _on_selection_changed(self, order_id: str) -> None:
        self.dock.view.select(order_id)
        self.dock.tray.select(order_id)

    def _on_held(self, target: Target) -> None:
        from .moves import try_move

        if self._read is None or self._read.moves is None:
            return
        self._tried = try_move(self._read.moves, self._read.board, target)
        self.dock.view.show_preview(self._tried.preview)

    def _on_let_go(self) -> None:
        self._tried = None

    def _on_dropped(self, target: Target) -> None:
        tried, self._tried = self._tried, None
        read = self._read
        if read is not None and read.unmovable is not None:
            self._reporter.error(read.unmovable)
        if tried is None or read is None or tried.preview.target.spot != target.spot:
            self.dock.view.show_preview(None)
        elif tried.proposal is None:
            self.dock.view.show_preview(None)
            self._reporter.warning(tr("Not moved: {reason}").format(reason=tried.preview.text))
        else:
            self._accept(tried.proposal, read.now)

    def _accept(self, proposal: Proposal, now: datetime) -> None:
        url, who = self._state.url, getpass.getuser()
        self._write(tr("Moving an order"), lambda workspace: _accepted(workspace, proposal, now, who), url)

    def _undo(self) -> None:
        if not self._undoable:
            self._reporter.info(tr("There is nothing of yours to undo here."))
            return
        command_id, who = self._undoable.pop(), getpass.getuser()
        self._write(tr("Undoing"), lambda workspace: _undone(workspace, command_id, who), self._state.url)

    def _write(self, title: str, write: Callable[[Any], int | None], url: str) -> None:
        """Write in a worker, then show the plan anew; a command that can be undone is remembered."""
        self._jobs.start(
            title, lambda _: _written(url, write), succeeded=self._on_written, failed=self._on_refused
        )

    def _on_written(self, command_id: int | None) -> None:
        if command_id is not None:
            self._undoable.append(command_id)
        self._workspaces.refresh()

    def _on_refused(self, error: Exception) -> None:
        self._reporter.error(error)
        self._workspaces.refresh()


def _read_state(url: str, now: datetime) -> BoardState:
    """Read in the worker; the libraries that it takes are loaded there the first time."""
    load_wheels_apart()
    from ...core.errors import RegardError
    from ...planner.plan_versions import current_plan
    from ...store.workspaces import open_workspace
    from .moves import moment_of, read_moves
    from .reader import read_board

    workspace = open_workspace(url)
    try:
        board = read_board(workspace, today=now.date())
        moment = moment_of(current_plan(workspace), now)
        try:
            return BoardState(board, moment, read_moves(workspace, now=moment))
        except RegardError as error:
            return BoardState(board, moment, None, error)
    finally:
        workspace.close()


def _written(url: str, write: Callable[[Workspace], int | None]) -> int | None:
    from ...store.workspaces import open_workspace

    workspace = open_workspace(url)
    try:
        return write(workspace)
    finally:
        workspace.close()


def _accepted(workspace: Any, proposal: Proposal, now: datetime, who: str) -> int | None:
    from ...planner.running_day import accept_proposal

    plan = accept_proposal(workspace, proposal, name="move", now=now, who=who)
    return next((entry.command_id for entry in workspace.journal(key=plan.plan_id)), None)


def _undone(workspace: Any, command_id: int, who: str) -> None:
    workspace.undo(who=who, command_id=command_id)
