# SPDX-License-Identifier: GPL-3.0-or-later
"""Offers windows for the selected order to a caller, and books the one that is chosen."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QDockWidget

from ...core.errors import RegardError
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from .slots_dock import SlotsDock
from .taking_back import TakingBackController

if TYPE_CHECKING:
    from ..board.writer import BoardWriter
    from .slots_reader import BookedSlot, FoundSlots


class SlotsController(TakingBackController[SlotsDock]):
    """Owns the dock; ``dock`` exists between ``load`` and ``unload``."""

    width = 380

    def __init__(
        self,
        iface: QgisInterface,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        workspaces: WorkspaceController,
        *,
        home: Callable[[], QDockWidget],
        clock: Callable[[], datetime] = datetime.now,
        writer: BoardWriter,
    ) -> None:
        super().__init__(iface, state, jobs, reporter, home=home, clock=clock)
        self._writer = writer
        self._workspaces = workspaces
        self._found: FoundSlots | None = None

    def load(self) -> None:
        """Add the dock on the right, hidden until it is asked for."""
        self._put_in(SlotsDock(self._iface.mainWindow()))
        self.dock.chosen.connect(self._book)
        self.dock.undo_asked.connect(self._undo)

    def unload(self) -> None:
        """Remove the dock."""
        self._take_out()
        self._forget()

    def begin(self) -> None:
        """Look for windows for the selected order."""
        url, order_id, now = self._state.url, self._state.order_id, self._clock()
        if not order_id:
            self._reporter.info(tr("Select an order first, or take a call: an appointment is for it."))
            return
        self.dock.show_waiting(tr("Weighing the windows of the next days…"))
        self._show()
        self._forget()
        self._jobs.start(
            tr("Looking for appointments"),
            lambda _: _read(url, order_id, now),
            succeeded=self._on_found,
            failed=self._on_failed,
        )

    def _on_found(self, found: FoundSlots) -> None:
        if found.order.order_id == self._state.order_id:
            self._found = found
            self.dock.show_found(found)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, RegardError):
            self.dock.show_refusal(say(error.message))
            return
        self.dock.hide()
        self._reporter.error(error)

    def _book(self, number: int) -> None:
        found, url, who = self._found, self._state.url, getpass.getuser()
        if found is None:
            return
        from .slots_reader import book_slot

        slot = found.slots[number]
        self._found = None
        self.dock.book.setEnabled(False)
        self._jobs.start(
            tr("Booking"),
            lambda _: book_slot(url, found, slot, who=who),
            succeeded=self._on_booked,
            failed=self._on_refused,
        )

    def _on_booked(self, done: BookedSlot) -> None:
        self._note_stored(tr("Booking an appointment"), (done.command_id,))
        self.dock.show_booked(done)
        self._workspaces.refresh()

    def _forget(self) -> None:
        super()._forget()
        self._found = None


def _read(url: str, order_id: str, now: datetime) -> FoundSlots:
    """Read in the worker; the libraries that it takes are loaded there the first time."""
    load_wheels_apart()
    from .slots_reader import read_slots

    return read_slots(url, order_id, now)
