# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the planning board, the plan in force and the window's selection in step; makes moves by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QWidget

from ...qgis_bridge.messages import tr
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from . import commands
from .board_state import BoardState, read_state
from .dock import BoardDock
from .drag import Target
from .order_actions import OrderActions
from .writer import BoardWriter

if TYPE_CHECKING:
    from ...planner.running.running_day import Change, Proposal
    from ...workorders.orders import WorkOrder
    from .moves import TriedMove

_HEIGHT = 320
_TICK_MS = 20_000
# agents have left for stops that could still be moved when the plan was read
_STALE = timedelta(minutes=3)


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
        split_order: Callable[[str, QWidget], None],
        writer: BoardWriter | None = None,
        print_sheets: Callable[[date, str], None] | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._iface = iface
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._workspaces = workspaces
        self._clock = clock
        self._print_sheets = print_sheets
        self._split_order = split_order
        self._read: BoardState | None = None
        self._tried: TriedMove | None = None
        self._follows = False
        self.writer = writer or BoardWriter(state, jobs, reporter, workspaces)
        self._timer: QTimer | None = None
        self.actions: OrderActions | None = None
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
        self.actions = OrderActions(
            self.dock,
            self._state,
            self._jobs,
            self._reporter,
            self.writer,
            state_read=lambda: self._read,
            clock=lambda: self._clock(),
            split=lambda order_id, parent: self._split_order(order_id, parent),
        )
        self.dock.view.menu_asked.connect(self.actions.ask)
        self.dock.tray.menu_asked.connect(self.actions.ask)
        self.dock.view.swap_asked.connect(self.actions.swap)
        self.dock.row_menu_asked.connect(self.actions.ask_agent)
        self.dock.sheets_asked.connect(self._on_sheets)
        self.dock.undo_asked.connect(self.writer.undo)
        self.dock.redo_asked.connect(self.writer.redo)
        self.dock.day_asked.connect(self._on_day_asked)
        self.dock.view.days_changed.connect(self._on_days_changed)
        self.writer.changed.connect(self._on_history)
        self._on_history()
        self._timer = QTimer(self.dock)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(_TICK_MS)
        self._state.workspace_changed.connect(self._on_workspace_changed)
        self._state.day_changed.connect(self._on_day_changed)
        self._state.selection_changed.connect(self._on_selection_changed)

    def unload(self) -> None:
        """Remove the dock."""
        self._state.selection_changed.disconnect(self._on_selection_changed)
        self._state.day_changed.disconnect(self._on_day_changed)
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self._timer.stop()
        self._timer.timeout.disconnect(self._on_tick)
        self.writer.changed.disconnect(self._on_history)
        self.dock.view.days_changed.disconnect(self._on_days_changed)
        self.dock.day_asked.disconnect(self._on_day_asked)
        self.dock.redo_asked.disconnect(self.writer.redo)
        self.dock.undo_asked.disconnect(self.writer.undo)
        self.dock.sheets_asked.disconnect(self._on_sheets)
        self.dock.row_menu_asked.disconnect(self.actions.ask_agent)
        self.dock.view.swap_asked.disconnect(self.actions.swap)
        self.dock.tray.menu_asked.disconnect(self.actions.ask)
        self.dock.view.menu_asked.disconnect(self.actions.ask)
        self.dock.view.let_go.disconnect(self._on_let_go)
        self.dock.view.dropped.disconnect(self._on_dropped)
        self.dock.view.held.disconnect(self._on_held)
        self.dock.tray.order_chosen.disconnect(self._state.select_order)
        self.dock.view.order_chosen.disconnect(self._state.select_order)
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        for corner, area in self._corners.items():
            self._iface.mainWindow().setCorner(corner, area)
        self.dock = self._read = self._tried = self._timer = self.actions = None

    def now(self) -> datetime:
        """Return the present moment as the board takes it."""
        return self._clock()

    def show_changes(self, order: WorkOrder | None, changes: Sequence[Change]) -> None:
        """Show where a proposal for an order would put every order, without making it; None ends that."""
        preview = None
        if self._read is not None and order is not None:
            from .offered import offered_preview

            preview = offered_preview(self._read.board, order, changes)
        self.dock.view.show_preview(preview)

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
            self.writer.clear()
            self.dock.show_page("start")
            self.dock.hide()
            return
        if self._read is None:
            self.dock.show_page("reading")
        now, day = self._clock(), self._state.day_asked
        self._jobs.start(
            tr("Reading the plan"),
            lambda _: (url, day, read_state(url, now, day)),
            succeeded=self._on_read,
            failed=self._reporter.error,
        )

    def _on_read(self, result: tuple[str, date | None, BoardState]) -> None:
        url, day, state = result
        if (url, day) != (self._state.url, self._state.day_asked):
            return
        self._read = state
        self._follows = False
        self.dock.show_board(state.board)
        self.dock.view.show_board(state.board, now=state.now)
        self._show_day()
        self._on_selection_changed(self._state.order_id)
        self._follows = True

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
        accept = partial(commands.accept, proposal=proposal, name="move", now=now, who=self.writer.who)
        self.writer.write(tr("Moving an order"), accept)

    def _on_sheets(self, agent_id: str) -> None:
        """Print the tour of an agent on the day that is shown; of everybody without one."""
        if self._print_sheets is not None:
            self._print_sheets(self.dock.view.day_shown, agent_id)

    def _on_history(self) -> None:
        self.dock.show_history(self.writer.to_undo, self.writer.to_redo)

    def _on_day_asked(self, step: int) -> None:
        if step:
            self._state.step_day(step)
        else:
            self._state.show_day(None)

    def _on_days_changed(self) -> None:
        """Have the window follow who scrolls along the hours, or to an order of another day."""
        view, day = self.dock.view, self._state.day
        if not self._follows or day is None:
            return
        axis = view.axis
        if axis.hours <= 24 or not axis.start.date() <= day <= axis.end.date():
            self._state.show_day(view.day_shown)

    def _on_day_changed(self) -> None:
        """Show another day of the same plan, else the plan of that day."""
        if self._read is not None and self._state.url and not self._show_day():
            self._on_workspace_changed()

    def _show_day(self) -> bool:
        """Show the hours of the window's day; False where the plan that was read has none of it."""
        view, day = self.dock.view, self._state.day
        if day is None or not view.board.start.date() <= day < view.board.end.date():
            return day is None
        if day != view.day_shown:
            view.show_day(day)
        return True

    def _on_tick(self) -> None:
        """Move the present moment along; what may have passed since the plan was read is read again."""
        read, now = self._read, self._clock()
        if read is None or not read.board.start <= now < read.board.end:
            return
        self.dock.view.show_now(now)
        if now - read.read_at >= _STALE and self.dock.isVisible() and self.dock.view.target is None:
            self._on_workspace_changed()
