# SPDX-License-Identifier: GPL-3.0-or-later
"""The three things done with somebody on the phone, as one feature of the window with its keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QDockWidget, QWidget

from ...qgis_bridge.tasks import JobRunner
from ..board.controller import BoardController
from ..map_controller import MapController
from ..reporter import Reporter
from ..undo_keys import UndoKeys
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from .crew_controller import CrewController
from .keys import NewRequestKeys
from .request_controller import RequestController
from .slots_controller import SlotsController


class CallingController:
    """Takes calls, sends crews and offers slots.

    Their docks are tabs beside ``home``; ``docks`` are the others in which Ctrl+N takes a call.
    """

    def __init__(
        self,
        iface: QgisInterface,
        project: QgsProject,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        workspaces: WorkspaceController,
        map_view: MapController,
        board: BoardController,
        *,
        home: Callable[[], QDockWidget],
        docks: Callable[[], tuple[QWidget, ...]],
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        shared = (state, jobs, reporter, workspaces)
        self.crew = CrewController(iface, project, *shared, map_view, board, home=home, clock=clock)
        self.slots = SlotsController(iface, *shared, home=home, clock=clock, writer=board.writer)
        self.calls = RequestController(
            iface,
            project,
            *shared,
            send_crew=self.crew.begin,
            offer_slot=self.slots.begin,
            home=home,
            clock=clock,
            writer=board.writer,
        )
        self._docks = docks
        self._undo_keys = UndoKeys(board.writer.undo, board.writer.redo)
        self._keys = NewRequestKeys(self.calls.begin)

    def load(self) -> None:
        """Put the docks in, hidden."""
        for controller in (self.crew, self.slots, self.calls):
            controller.load()
        docks = (*self._docks(), self.crew.dock, self.slots.dock, self.calls.dock)
        self._keys.watch(*docks)
        self._undo_keys.watch(*docks)

    def unload(self) -> None:
        """Take them out again."""
        self._undo_keys.leave()
        self._keys.leave()
        for controller in (self.calls, self.slots, self.crew):
            controller.unload()
