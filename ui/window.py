# SPDX-License-Identifier: GPL-3.0-or-later
"""The dispatcher's window: builds its controllers, and puts them in and takes them out in order."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QWidget

from ..qgis_bridge.messages import tr
from ..qgis_bridge.tasks import JobRunner
from .actions_controller import ActionsController, Command
from .algorithms_controller import AlgorithmsController
from .controller import Controller
from .reporter import Reporter
from .starting.controller import StartController
from .starting.options_controller import OptionsController
from .view_state import ViewState
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
        self.actions = ActionsController(iface, self._commands(), disabled=disabled)
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
        docks = () if "orders" in disabled else self._docks(iface, project)
        desks = () if "plan" in disabled or not docks else self._desks(iface, project)
        self._controllers: tuple[Controller, ...] = (
            self.actions,
            *docks,
            *desks,
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

        shared = (self.state, self.jobs, self.reporter, self.workspaces)
        writer = BoardWriter(*shared)
        self.board = BoardController(iface, *shared, writer=writer, print_sheets=self.algorithms.tour_sheets)
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
        self.digging = DigController(iface, project, self.state, self.reporter, writer)
        self.planning = PlanningController(iface, *shared, self.board)
        self.changing = DayController(
            iface, project, self.state, self.jobs, self.reporter, self.board, home=lambda: self.order.dock
        )
        self.search = SearchController(iface, self.state, self.reporter, self.map_view)
        desks = (self.calling, self.isolating, self.digging, self.planning, self.changing, self.search)
        return self.board, *self._panels(iface, writer), *desks

    def _panels(self, iface: QgisInterface, writer: BoardWriter) -> tuple[Controller, ...]:
        """Return what notes what was sent, answered and told."""
        from .panels import Panels

        shared = (self.state, self.jobs, self.reporter, writer)
        self.panels = Panels(iface, *shared, order_dock=lambda: self.order.dock)
        return self.panels.controllers

    def _open_docks(self) -> tuple[QWidget, ...]:
        return self.orders.dock, self.order.dock, self.board.dock

    def _take_call(self) -> None:
        if self.calling is not None:
            self.calling.calls.begin()

    def _send_crew(self) -> None:
        if self.calling is not None:
            self.calling.crew.begin()

    def _offer_slot(self) -> None:
        if self.calling is not None:
            self.calling.slots.begin()

    def _change_day(self) -> None:
        if self.changing is not None:
            self.changing.begin()

    def _draw_dig(self) -> None:
        if self.digging is not None:
            self.digging.begin()

    def _isolate(self) -> None:
        if self.isolating is not None:
            self.isolating.begin()

    def _search(self) -> None:
        if self.search is not None:
            self.search.begin()

    def _toggle_readiness(self) -> None:
        if self.panels is not None:
            self.panels.readiness.toggle()

    def _toggle_review(self) -> None:
        if self.panels is not None:
            self.panels.review.toggle()

    def _toggle_messages(self) -> None:
        if self.panels is not None:
            self.panels.messages.toggle()

    def _plan(self) -> None:
        if self.planning is not None:
            self.planning.begin()

    def _toggle_orders(self) -> None:
        if self.orders is not None:
            self.orders.toggle()

    def _toggle_board(self) -> None:
        if self.board is not None:
            self.board.toggle()

    def _commands(self) -> tuple[Command, ...]:
        return (
            *self._map_commands(),
            *self._calling_commands(),
            *self._work_commands(),
            *self._panel_commands(),
        )

    def _calling_commands(self) -> tuple[Command, ...]:
        return (
            Command(
                "new_request",
                tr("New request"),
                tr("Take a call: questions, place, deadlines (Ctrl+N in the docks of Regard)."),
                self._take_call,
                feature="plan",
            ),
            Command(
                "emergency",
                tr("Emergency"),
                tr("The cut, the calls and the three best crews for the selected order."),
                self._send_crew,
                feature="plan",
            ),
            Command(
                "change_day",
                tr("Change of day"),
                tr("An agent leaves, an order takes longer, a road is closed: what follows (Ctrl+Alt+D)."),
                self._change_day,
                feature="plan",
                keys="Ctrl+Alt+D",
            ),
            Command(
                "slots",
                tr("Appointment"),
                tr("The best windows for the selected order, for the customer on the phone."),
                self._offer_slot,
                feature="plan",
            ),
        )

    def _panel_commands(self) -> tuple[Command, ...]:
        return (
            Command(
                "readiness",
                tr("Notices and readiness"),
                tr("What the orders of the next ten days lack, and where each notice stands."),
                self._toggle_readiness,
                feature="plan",
            ),
            Command(
                "messages",
                tr("Messages"),
                tr("Who is to be told, how and by when; note who was, send what goes by mail."),
                self._toggle_messages,
                feature="plan",
            ),
            Command(
                "review",
                tr("Asset changes"),
                tr("What closed orders say of the assets: look, accept, correct, reject, take back."),
                self._toggle_review,
                feature="plan",
            ),
            Command(
                "search",
                tr("Search"),
                tr("Orders, addresses, customers, assets, agents, in QGIS's own box (Ctrl+K)."),
                self._search,
                feature="plan",
            ),
        )

    def _map_commands(self) -> tuple[Command, ...]:
        return (
            Command(
                "open_workspace",
                tr("Open a workspace…"),
                tr("Begin: the demo town, a workspace in a file or on a server, a new one, those of late."),
                self.start.begin,
                feature="map",
            ),
            Command(
                "connect",
                tr("Connect to PostGIS…"),
                tr("Open a workspace that a team shares on a PostgreSQL server."),
                self.start.ask_for_server,
                feature="map",
                on_toolbar=False,
            ),
            Command(
                "demo_town",
                tr("Open the demo town"),
                tr("Open the demonstration town: a day with calls, tours and cuts."),
                self.start.open_demo,
                feature="map",
            ),
            Command(
                "refresh",
                tr("Refresh"),
                tr("Read the workspace again."),
                self.workspaces.refresh,
                feature="map",
            ),
        )

    def _work_commands(self) -> tuple[Command, ...]:
        return (
            Command(
                "orders",
                tr("Orders"),
                tr("Show or hide the list of orders."),
                self._toggle_orders,
                feature="orders",
            ),
            Command(
                "board",
                tr("Planning board"),
                tr("Show or hide the agents' tours along the hours."),
                self._toggle_board,
                feature="plan",
            ),
            Command(
                "isolate",
                tr("Isolate"),
                tr("Click a pipe: which valves to close, and who loses water (Ctrl+Alt+I)."),
                self._isolate,
                feature="isolate",
                keys="Ctrl+Alt+I",
            ),
            Command(
                "dig",
                tr("Draw the dig…"),
                tr("Draw the dig of the selected order: conflicts, notice and shoring follow."),
                self._draw_dig,
                feature="plan",
                on_toolbar=False,
            ),
            Command(
                "dossiers",
                tr("Dossiers…"),
                tr("Print the dossiers of the selected order, or of all orders of the day."),
                self.algorithms.dossiers,
                feature="isolate",
                on_toolbar=False,
            ),
            Command(
                "plan",
                tr("Plan the tours…"),
                tr("Plan the agents' tours, see before and after, accept all or by order (Ctrl+Alt+J)."),
                self._plan,
                feature="plan",
                keys="Ctrl+Alt+J",
            ),
        )
