# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the tables of the ORDER dock for the selected order, and does what their buttons say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from ...qgis_bridge.messages import tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner
from ..acting.desk import ActingDesk
from ..board.writer import BoardWriter
from ..order_dock import OrderDock
from ..reporter import Reporter
from ..view_state import ViewState
from .mail import send_mails

if TYPE_CHECKING:
    from .reader import OrderPanel


class OrderPanelController:
    """Works in the dock of another controller, between ``load`` and ``unload``."""

    def __init__(
        self,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        writer: BoardWriter,
        *,
        dock: Callable[[], OrderDock],
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._writer = writer
        self._home = dock
        self._clock = clock
        self._desk: ActingDesk | None = None
        self._asked = ""

    def load(self) -> None:
        """Listen to the selection and to the buttons."""
        dock = self._home()
        self._tables = dock.tables
        self._dock = dock
        self._desk = ActingDesk(tuple(self._tables.values()), dock.undo_bar, self._writer, clock=self._clock)
        self._tables["messages"].row_chosen.connect(self._on_message)
        self._state.selection_changed.connect(self._on_selection_changed)

    def unload(self) -> None:
        """Listen no more."""
        self._state.selection_changed.disconnect(self._on_selection_changed)
        self._tables["messages"].row_chosen.disconnect(self._on_message)
        self._desk.leave()
        self._desk = None

    def _on_selection_changed(self, order_id: str) -> None:
        if order_id != self._asked:
            self._asked = order_id
            for table in self._tables.values():
                table.show_rows(())
        if not order_id:
            return
        url, now = self._state.url, self._clock()
        self._jobs.start(
            tr("Reading what can be done"),
            lambda _: _read(url, order_id, now),
            succeeded=self._on_read,
            failed=self._reporter.error,
        )

    def _on_read(self, panel: OrderPanel) -> None:
        if panel.order_id != self._state.order_id:
            return
        for name, rows in panel.rows.items():
            self._tables[name].show_rows(rows)
        self._dock.show_open_messages(panel.open_messages)

    def _on_message(self, key: str) -> None:
        if key == "summary":
            return
        url, now = self._state.url, self._clock()
        table = self._tables["messages"]
        self._jobs.start(
            tr("Writing a message"),
            lambda _: _preview(url, key, now),
            succeeded=partial(table.show_details, key),
            failed=self._reporter.error,
        )


def _read(url: str, order_id: str, now: datetime) -> OrderPanel:
    """Read in the worker; the libraries that it takes are loaded there the first time."""
    load_wheels_apart()
    from .reader import read_panel

    return read_panel(url, order_id, now, send_mails)


def _preview(url: str, message_id: str, now: datetime) -> str:
    load_wheels_apart()
    from .reader import read_message

    return read_message(url, message_id, now)
