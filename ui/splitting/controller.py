# SPDX-License-Identifier: GPL-3.0-or-later
"""Splits an order when the board or the list of orders asks for it; refusals are told in plain words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QApplication, QWidget

from ...qgis_bridge.messages import tr
from ...qgis_bridge.tasks import JobRunner
from ..board.commands import asked
from ..board.history import Step
from ..board.writer import BoardWriter
from ..orders_dock import OrdersDock
from ..reporter import Reporter
from ..view_state import ViewState
from .order_menu import OrderListMenu

if TYPE_CHECKING:
    from ...planner.intake.split import SplitAsked
    from ...planner.intake.split_basis import SplitBasis
    from .dialog import SplitDialog


class SplitController:
    """``orders_dock`` returns the list of orders, whose menu it opens; ``dialog`` is the one that is open."""

    def __init__(
        self,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        writer: BoardWriter,
        *,
        orders_dock: Callable[[], OrdersDock],
        clock: Callable[[], datetime],
    ) -> None:
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._writer = writer
        self._orders_dock = orders_dock
        self._clock = clock
        self.dialog: SplitDialog | None = None

    def load(self) -> None:
        """Listen to the menu of the list."""
        self._orders_dock().menu_asked.connect(self._ask)

    def unload(self) -> None:
        """Close what is open."""
        self._orders_dock().menu_asked.disconnect(self._ask)
        if self.dialog is not None:
            self.dialog.reject()

    def begin(self, order_id: str, parent: QWidget | None = None) -> None:
        """Read an order and open the dialog; one that cannot be split is refused with the reason."""
        url, now = self._state.url, self._clock()

        def read(_: object) -> SplitBasis:
            return asked(url, lambda workspace: _read(workspace, order_id, now))

        self._jobs.start(
            tr("Reading an order"),
            read,
            succeeded=lambda basis: self._open(basis, parent),
            failed=self._reporter.error,
        )

    def _open(self, basis: SplitBasis, parent: QWidget | None) -> None:
        from .dialog import SplitDialog

        if self.dialog is not None:
            self.dialog.reject()
        self.dialog = SplitDialog(basis, parent or self._orders_dock())
        self.dialog.chosen.connect(partial(self._split, basis.order.order_id, basis.order.version))
        self.dialog.finished.connect(self._close)
        self.dialog.open()

    def _close(self, *_: object) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _split(self, order_id: str, seen_version: int, wanted: SplitAsked) -> None:
        split = partial(
            _write,
            order_id=order_id,
            wanted=wanted,
            seen_version=seen_version,
            now=self._clock(),
            who=self._writer.who,
        )
        self._writer.write(tr("Splitting an order"), split)

    def _ask(self, order_id: str, place: QPoint) -> None:
        """Open the menu of an order in the list."""
        self._state.select_order(order_id)
        menu = OrderListMenu(self._orders_dock())
        menu.chosen.connect(lambda name: self._do(name, order_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _do(self, name: str, order_id: str) -> None:
        if name == "split":
            self.begin(order_id)
        elif name == "copy":
            QApplication.clipboard().setText(order_id)
        else:
            # selecting anew brings the map back to the order
            self._state.select_order("")
            self._state.select_order(order_id)


def _read(workspace: Any, order_id: str, now: datetime) -> SplitBasis:
    from ...planner.intake.split_basis import split_basis

    return split_basis(workspace, order_id, now=now)


def _write(
    workspace: Any, *, order_id: str, wanted: SplitAsked, seen_version: int, now: datetime, who: str
) -> Step:
    """Split an order; return the command of the journal, by which it is undone."""
    from ...planner.intake.split import split_order

    split_order(workspace, order_id, wanted, now=now, who=who, seen_version=seen_version)
    return tuple(entry.command_id for entry in workspace.journal(key=order_id)[-1:])
