# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds whom to send to the selected order, shows the offers on map and board, stores one."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QDockWidget

from ...core.progress import Progress
from ...qgis_bridge.messages import tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.styles import palette
from ...qgis_bridge.tasks import JobRunner
from ..board.controller import BoardController
from ..map_controller import MapController
from ..map_highlight import MapHighlight, Stroke
from ..reporter import Reporter
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from .crew_dock import CrewDock
from .taking_back import TakingBackController

if TYPE_CHECKING:
    from .crew_reader import FoundCrew, SentCrew, TakenWay


class CrewController(TakingBackController[CrewDock]):
    """Owns the dock; ``dock`` exists between ``load`` and ``unload``. Nothing is stored unasked."""

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
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(iface, state, jobs, reporter, home=home, clock=clock)
        self._project = project
        self._workspaces = workspaces
        self._map_view = map_view
        self._board = board
        self._writer = board.writer
        self._found: FoundCrew | None = None

    def load(self) -> None:
        """Add the dock on the right, hidden until it is asked for."""
        self._put_in(CrewDock(self._iface.mainWindow()))
        self._canvas = self._iface.mapCanvas()
        self._preview = MapHighlight(self._canvas)
        self.dock.offer_chosen.connect(self._on_offer)
        self.dock.accepted.connect(self._accept)
        self.dock.way_taken.connect(self._take)
        self.dock.undo_asked.connect(self._undo)

    def unload(self) -> None:
        """Remove the dock and what is drawn on the map."""
        self._take_out()
        self._canvas.scene().removeItem(self._preview)
        self._found, self._stored = None, ()

    def begin(self) -> None:
        """Look for whom to send to the selected order."""
        url, order_id, now = self._state.url, self._state.order_id, self._clock()
        if not order_id:
            self._reporter.info(tr("Select an order first, or take a call: a crew is sent to it."))
            return
        self.dock.show_waiting(tr("Looking for the nearest crews…"))
        self._show()
        self._found, self._stored = None, ()
        self._jobs.start(
            tr("Looking for a crew"),
            lambda progress: _read(url, order_id, now, progress),
            succeeded=self._on_found,
            failed=self._on_failed,
        )

    def _on_found(self, found: FoundCrew) -> None:
        if found.sheet.order.order_id == self._state.order_id:
            self._found = found
            self.dock.show_found(found)

    def _on_failed(self, error: Exception) -> None:
        self.dock.hide()
        self._reporter.error(error)

    def _on_offer(self, number: int) -> None:
        """Show an offer on the map, and on the board where it would put each order."""
        found = self._found
        offers = found.emergency.offers if found and found.emergency else ()
        offer = next((one for one in offers if one.number == number), None)
        if offer is None:
            self._preview.show_order(None)
            self._board.show_changes(None, ())
            return
        strokes = []
        for tour in found.tours[offer.number]:
            line = self._map_view.to_map(tour)
            strokes += [Stroke(line, palette.HALO, 7.0, 0.8), Stroke(line, palette.INK, 2.5)]
        place = self._map_view.to_map(found.sheet.order.place).asPoint()
        self._preview.show_order(place, strokes)
        self._board.show_changes(found.sheet.order, offer.proposal.changes)

    def _accept(self, number: int) -> None:
        found, url, who = self._found, self._state.url, getpass.getuser()
        if found is None:
            return
        from .crew_reader import send_crew

        self._store(tr("Sending a crew"), lambda: send_crew(url, found, number, who=who), self._on_sent)

    def _take(self, number: int) -> None:
        """Take a way that is left where nobody has time."""
        found, url, who = self._found, self._state.url, getpass.getuser()
        if found is None:
            return
        from .crew_reader import take_way_out

        self._store(tr("Taking a way on"), lambda: take_way_out(url, found, number, who=who), self._on_taken)

    def _store(self, title: str, work: Callable[[], Any], stored: Callable[[Any], None]) -> None:
        """Store a choice in a worker; no other can be made until that is over."""
        self.dock.accept.setEnabled(False)
        self._jobs.start(title, lambda _: work(), succeeded=stored, failed=self._on_refused)

    def _on_taken(self, taken: TakenWay) -> None:
        names = self._found.names if self._found else {}
        self._found = None
        self._note_stored(tr("Taking a way on"), taken.command_ids)
        self.dock.show_taken(taken, names)
        self._workspaces.refresh()

    def _on_sent(self, sent: SentCrew) -> None:
        self._found = None
        self._note_stored(tr("Sending a crew"), sent.command_ids)
        self.dock.show_sent(sent)
        self._workspaces.refresh()

    def _on_hidden(self) -> None:
        self._on_offer(0)

    def _forget(self) -> None:
        super()._forget()
        self._found = None
        self._preview.show_order(None)


def _read(url: str, order_id: str, now: datetime, progress: Progress) -> FoundCrew:
    """Read in the worker; the libraries that it takes are loaded there the first time."""
    load_wheels_apart()
    from .crew_reader import read_crew

    return read_crew(url, order_id, now, progress=progress)
