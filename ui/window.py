# SPDX-License-Identifier: GPL-3.0-or-later
"""The dispatcher's window: builds its controllers, and puts them in and takes them out in order."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QWidget

from ..qgis_bridge.tasks import JobRunner
from .actions_controller import ActionsController
from .algorithms_controller import AlgorithmsController
from .controller import Controller
from .guide_controller import GuideController
from .reporter import Reporter
from .starting.controller import StartController
from .starting.options_controller import OptionsController
from .toolbar_head import ToolbarHead
from .view_state import ViewState
from .window_commands import OPENING, window_commands
from .workspace_controller import WorkspaceController

if TYPE_CHECKING:
    from .board.controller import BoardController
    from .board.writer import BoardWriter
    from .calling.controller import CallingController
    from .digging.controller import DigController
    from .disrupting.controller import DayController
    from .isolating.controller import IsolateController
    from .live import LiveController
    from .map_controller import MapController
    from .order_controller import OrderController
    from .orders_controller import OrdersController
    from .panels import Panels
    from .planning.controller import PlanningController
    from .searching.controller import SearchController
    from .splitting.controller import SplitController


class Window:
    """Everything that Regard adds to QGIS's window.

    ``disabled`` names the features whose libraries are missing. Without ``orders`` there are no docks,
    without ``plan`` neither board nor desk for calls: their modules are not even imported.
    """

    def __init__(self, iface: QgisInterface, project: QgsProject, *, disabled: Collection[str]) -> None:
        self.state = ViewState()
        self.jobs = JobRunner(QgsApplication.taskManager())
        self.reporter = Reporter(iface.messageBar())
        self.workspaces = WorkspaceController(iface, project, self.state, self.reporter)
        self.start = StartController(
            iface,
            project,
            self.state,
            self.jobs,
            self.reporter,
            self.workspaces,
            is_checked="orders" not in disabled,
        )
        self.options = OptionsController(iface, self.state, self.jobs, self.reporter)
        self.algorithms = AlgorithmsController(self.state)
        self.actions = ActionsController(iface, window_commands(self), disabled=disabled)
        self.head = ToolbarHead(self.state, self.actions, opening=OPENING)
        self.map_view: MapController | None = None
        self.orders: OrdersController | None = None
        self.order: OrderController | None = None
        self.board: BoardController | None = None
        self.live: LiveController | None = None
        self.search: SearchController | None = None
        self.panels: Panels | None = None
        self.calling: CallingController | None = None
        self.isolating: IsolateController | None = None
        self.digging: DigController | None = None
        self.planning: PlanningController | None = None
        self.changing: DayController | None = None
        self.splitting: SplitController | None = None
        docks = () if "orders" in disabled else self._docks(iface, project)
        desks = () if "plan" in disabled or not docks else self._desks(iface, project)
        self._controllers: tuple[Controller, ...] = (
            self.actions,
            self.head,
            *docks,
            *desks,
            GuideController(iface, self.reporter),
            self.algorithms,
            self.options,
            self.start,
            self.workspaces,
        )

    def load(self) -> None:
        """Put everything in."""
        for controller in self._controllers:
            controller.load()

    def unload(self) -> None:
        """Take everything out, the last thing first; tasks that still run are stopped."""
        self.jobs.cancel_all()
        for controller in reversed(self._controllers):
            controller.unload()

    def _docks(self, iface: QgisInterface, project: QgsProject) -> tuple[Controller, ...]:
        from .live import LiveController
        from .map_controller import MapController
        from .order_controller import OrderController
        from .orders_controller import OrdersController

        self.map_view = MapController(iface, project, self.state)
        self.orders = OrdersController(iface, self.state, self.jobs, self.reporter, self.start)
        self.order = OrderController(iface, self.state, self.jobs, self.reporter, self.map_view)
        self.live = LiveController(self.state, self.workspaces)
        return self.map_view, self.orders, self.order, self.live

    def _desks(self, iface: QgisInterface, project: QgsProject) -> tuple[Controller, ...]:
        """Return what plans and looks at networks: the board, and the desk for calls."""
        from .board.controller import BoardController
        from .board.writer import BoardWriter
        from .calling.controller import CallingController
        from .digging.controller import DigController
        from .disrupting.controller import DayController
        from .isolating.controller import IsolateController
        from .planning.controller import PlanningController
        from .searching.controller import SearchController
        from .splitting.controller import SplitController

        shared = (self.state, self.jobs, self.reporter, self.workspaces)
        writer = BoardWriter(*shared)
        self.splitting = SplitController(
            *(self.state, self.jobs, self.reporter, writer),
            orders_dock=lambda: self.orders.dock,
            clock=lambda: self.board.now(),
        )
        self.board = BoardController(
            iface,
            *shared,
            split_order=self.splitting.begin,
            writer=writer,
            print_sheets=self.algorithms.tour_sheets,
        )
        self.calling = CallingController(
            iface,
            project,
            *shared,
            self.map_view,
            self.board,
            home=lambda: self.order.dock,
            docks=self._open_docks,
        )
        self.isolating = IsolateController(iface, project, *shared, self.board, home=lambda: self.order.dock)
        self.digging = DigController(iface, project, self.state, self.jobs, self.reporter, writer)
        self.planning = PlanningController(iface, *shared, self.board)
        self.changing = DayController(
            iface, project, self.state, self.jobs, self.reporter, self.board, home=lambda: self.order.dock
        )
        self.search = SearchController(iface, self.state, self.reporter, self.map_view)
        desks = (
            *(self.calling, self.isolating, self.digging, self.planning, self.changing, self.search),
            self.splitting,
        )
        return self.board, *self._panels(iface, writer), *desks

    def _panels(self, iface: QgisInterface, writer: BoardWriter) -> tuple[Controller, ...]:
        """Return what notes what was sent, answered and told."""
        from .panels import Panels

        shared = (self.state, self.jobs, self.reporter, writer)
        self.panels = Panels(iface, *shared, order_dock=lambda: self.order.dock)
        return self.panels.controllers

    def _open_docks(self) -> tuple[QWidget, ...]:
        return self.orders.dock, self.order.dock, self.board.dock
