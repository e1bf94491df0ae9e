# SPDX-License-Identifier: GPL-3.0-or-later
"""The three things done with somebody on the phone, as one feature of the window with its keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QDockWidget, QWidget

from ...qgis_bridge.tasks import JobRunner
from ..board.controller import BoardController
from ..dock_keys import DockKeys
from ..map_controller import MapController
from ..reporter import Reporter
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from .crew_controller import CrewController
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
        self._keys = DockKeys(
            (QKeySequence.StandardKey.New, self.calls.begin),
            (QKeySequence.StandardKey.Undo, board.writer.undo),
            (QKeySequence.StandardKey.Redo, board.writer.redo),
        )

    def load(self) -> None:
        """Put the docks in, hidden."""
        for controller in (self.crew, self.slots, self.calls):
            controller.load()
        docks = (*self._docks(), self.crew.dock, self.slots.dock, self.calls.dock)
        self._keys.watch(*docks)

    def unload(self) -> None:
        """Take them out again."""
        self._keys.leave()
        for controller in (self.calls, self.slots, self.crew):
            controller.unload()
