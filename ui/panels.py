# SPDX-License-Identifier: GPL-3.0-or-later
"""The panels that note what was sent, answered and told: in the ORDER dock and in docks of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from qgis.gui import QgisInterface

from ..qgis_bridge.messages import tr
from ..qgis_bridge.native import load_wheels_apart
from ..qgis_bridge.tasks import JobRunner
from .acting.panel_controller import PanelController
from .acting.panel_dock import PanelPage
from .board.writer import BoardWriter
from .controller import Controller
from .figures.controller import FiguresController
from .messages.controller import MessagesController
from .messages.dock import messages_dock
from .order_dock import OrderDock
from .order_panel.controller import OrderPanelController
from .readiness.dock import readiness_dock
from .reporter import Reporter
from .returning.controller import ReturningController
from .returning.dock import ReturningDock
from .reviewing.controller import ReviewController
from .reviewing.dock import review_dock
from .view_state import ViewState


class Panels:
    """``order`` works in the ORDER dock; the others have docks beside it."""

    def __init__(
        self,
        iface: QgisInterface,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        writer: BoardWriter,
        *,
        order_dock: Callable[[], OrderDock],
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self.order = OrderPanelController(state, jobs, reporter, writer, dock=order_dock, clock=clock)
        shared = (iface, state, jobs, reporter, writer)
        wide = {"home": order_dock, "width": 640, "clock": clock}
        self.readiness = PanelController(
            *shared,
            make=readiness_dock,
            read=_read_readiness,
            title=tr("Reading what the coming days lack"),
            follows_day=True,
            **wide,
        )
        self.messages = MessagesController(
            *shared, make=messages_dock, read=_read_messages, title=tr("Reading the messages"), **wide
        )
        self.review = ReviewController(
            *shared, make=review_dock, read=_read_changes, title=tr("Reading the changes of assets"), **wide
        )
        self.returning = ReturningController(
            *shared,
            make=ReturningDock,
            read=_read_returned,
            title=tr("Reading what came back from the field"),
            **wide,
        )
        self.figures = FiguresController(*shared, home=order_dock, clock=clock)

    @property
    def controllers(self) -> tuple[Controller, ...]:
        """Return what is loaded, in order."""
        return self.order, self.readiness, self.messages, self.returning, self.review, self.figures


def _read_readiness(url: str, now: datetime, day: date | None) -> Mapping[str, PanelPage]:
    """Read in the worker; the libraries that it takes are loaded there the first time."""
    load_wheels_apart()
    from .readiness.reader import read_readiness

    return read_readiness(url, now, day=day)


def _read_messages(url: str, now: datetime, _: date | None) -> Mapping[str, PanelPage]:
    load_wheels_apart()
    from .messages.reader import read_messages

    return read_messages(url, now)


def _read_changes(url: str, now: datetime, _: date | None) -> Mapping[str, PanelPage]:
    load_wheels_apart()
    from .reviewing.reader import read_changes

    return read_changes(url, now)


def _read_returned(url: str, now: datetime, _: date | None) -> Mapping[str, PanelPage]:
    load_wheels_apart()
    from .returning.reader import read_returned

    return read_returned(url, now)
