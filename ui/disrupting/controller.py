# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans the rest of the day again when something happens: proposed, shown, stored if accepted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget

from ...core.errors import RegardError
from ...core.progress import Progress
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.project import layers_by_key
from ...qgis_bridge.tasks import JobRunner
from ..board.controller import BoardController
from ..proposing import ProposingController
from ..reporter import Reporter
from ..view_state import ViewState
from .day_dock import DayDock
from .happened import Happened
from .street_tool import StreetTool

if TYPE_CHECKING:
    from .day_reader import FoundDay


class DayController(ProposingController[DayDock]):
    """Owns dock and tool, which exist between ``load`` and ``unload``. Nothing is stored unasked."""

    def __init__(
        self,
        iface: QgisInterface,
        project: QgsProject,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        board: BoardController,
        *,
        home: Callable[[], QDockWidget],
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(iface, state, jobs, reporter, home=home, clock=clock)
        self._project = project
        self._board = board
        self._asked: Happened | None = None
        self._found: FoundDay | None = None
        self.tool: StreetTool | None = None

    def load(self) -> None:
        """Add the dock on the right, hidden until it is asked for."""
        self._put_in(DayDock(self._iface.mainWindow()))
        self.tool = StreetTool(self._iface.mapCanvas())
        self.tool.drawn.connect(self._on_drawn)
        self.tool.ended.connect(self._put_down)
        self.tool.given_up.connect(self._give_up)
        self.dock.form.draw_asked.connect(self._draw)
        self.dock.form.changed.connect(self._forget)
        self.dock.look_asked.connect(self._look)
        self.dock.accepted.connect(self._accept)
        self.dock.undo_asked.connect(self._undo)
        self._board.dock.happened.connect(self.begin)

    def unload(self) -> None:
        """Remove the dock and the tool."""
        self._board.dock.happened.disconnect(self.begin)
        self.tool.give_back()
        self._iface.mapCanvas().scene().removeItem(self.tool.band)
        self.tool.deleteLater()
        self._take_out()
        self.tool = self._found = self._asked = None

    def begin(self, kind: str = "", agent_id: str = "", order_id: str = "") -> None:
        """Show the dock with what is known filled in; an agent who leaves is enough to look what follows."""
        view = self._board.dock.view
        if not view.board.plan_id:
            self._reporter.info(tr("There is no plan yet: plan the tours first."))
            return
        self.dock.form.show_board(view.board, view.day_shown)
        self.dock.form.choose(kind, agent_id, order_id or self._state.order_id)
        self.dock.show_hint()
        self._show()
        if agent_id:
            self._look()
        else:
            field = self.dock.form.minutes if kind == "overrun" else self.dock.form.kind
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self) -> None:
        self.tool.clear()
        self.tool.take()
        self._iface.mapCanvas().setFocus()
        self._reporter.info(
            tr("Click the street, or several points along the closed streets; right click or Enter ends.")
        )

    def _on_drawn(self, shape: QgsGeometry) -> None:
        orders = layers_by_key(self._project).get("orders")
        road = QgsGeometry(shape)
        if orders is not None:
            source = self._iface.mapCanvas().mapSettings().destinationCrs()
            road.transform(QgsCoordinateTransform(source, orders.crs(), self._project))
        self.dock.form.show_road(road)

    def _put_down(self) -> None:
        self.tool.give_back()
        self.dock.look.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        self.tool.give_back()
        self.dock.form.show_road(QgsGeometry())

    def _look(self) -> None:
        happened = self.dock.form.happened(self._board.dock.view.day_shown)
        if happened is None:
            self.dock.show_hint(tr("Say first who, what or where it is."))
            return
        url, now = self._state.url, self._clock()
        self._asked, self._found = happened, None
        self.dock.show_searching()
        self._jobs.start(
            tr("Planning the rest of the day again"),
            lambda progress: _find(url, happened, now, progress),
            succeeded=self._on_found,
            failed=self._on_failed,
            cancelled=lambda: self._on_failed(None),
        )

    def _on_found(self, found: FoundDay) -> None:
        if found.happened != self._asked:
            return
        self._found = found
        self.dock.show_found(found)
        changes = found.replanned.changes
        first = next((c for c in changes if c.after and c.task == "work"), None)
        orders = found.replanned.proposal.in_force.orders
        self._board.show_changes(orders[first.order_id] if first else None, changes)

    def _on_failed(self, error: Exception | None) -> None:
        self._asked = None
        if self.dock is None:
            return
        if error is None or isinstance(error, RegardError):
            self.dock.show_hint(say(error.message) if error else tr("Cancelled: nothing was changed."))
        else:
            self.dock.show_hint(tr("Nothing was planned."))
            self._reporter.error(error)

    def _accept(self) -> None:
        found, self._found = self._found, None
        if found is None:
            return
        from .day_reader import take_day

        if found.happened.kind == "leaves":
            found = replace(found, happened=replace(found.happened, last_day=self.dock.form.last_day_away))
        self.dock.accept.setEnabled(False)
        writer = self._board.writer
        self._board.show_changes(None, ())
        writer.write(
            tr("Changing the day"),
            partial(take_day, found=found, who=writer.who),
            done=lambda: self.dock.show_taken(found),
            refused=self._refused,
        )

    def _refused(self, error: Exception) -> bool:
        self._on_failed(error)
        return True

    def _undo(self) -> None:
        self.dock.show_hint(tr("Undone: the former plan is in force again."))
        self._board.writer.undo()

    def _forget(self) -> None:
        """Give up a proposal whose question has changed."""
        if self._asked is not None:
            self._asked = self._found = None
            self._board.show_changes(None, ())
            self.dock.show_hint()

    def _on_hidden(self) -> None:
        self._forget()
        self.tool.clear()
        self.tool.give_back()


def _find(url: str, happened: Happened, now: datetime, progress: Progress) -> FoundDay:
    """Search in the worker; the libraries that it takes are loaded there the first time."""
    load_wheels_apart()
    from .day_reader import find_day

    return find_day(url, happened, now=now, progress=progress)
