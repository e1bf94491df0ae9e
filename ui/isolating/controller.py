# SPDX-License-Identifier: GPL-3.0-or-later
"""Isolates what is clicked on the map: keeps drawing, dock and the question asked in step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.core import QgsPointXY, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QDockWidget

from ...core.errors import RegardError
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.tasks import JobRunner
from ..board.controller import BoardController
from ..map_tools import ClickTool
from ..proposing import ProposingController
from ..reporter import Reporter
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from .asked import NEAR_M, Asked
from .customers_dialog import CustomersDialog
from .cut_acts import CutActs
from .cut_drawing import CutDrawing
from .dock import CutDock
from .drawn_cut import drawn_cut, transform_of
from .network_desk import NetworkDesk

if TYPE_CHECKING:
    from .cut_reader import CutDesk, FoundCut

_REACH_PX = 14


class IsolateController(ProposingController[CutDock]):
    """Owns the dock; ``dock`` exists between ``load`` and ``unload``. Nothing is stored unasked."""

    width = 460

    def __init__(
        self,
        iface: QgisInterface,
        project: QgsProject,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        workspaces: WorkspaceController,
        board: BoardController,
        *,
        home: Callable[[], QDockWidget],
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(iface, state, jobs, reporter, home=home, clock=clock)
        self._project = project
        self.networks = NetworkDesk(state, jobs)
        self._asked: Asked | None = None
        self._question = 0
        self._found: FoundCut | None = None
        self._acts = CutActs(
            *(project, state, jobs, reporter, workspaces, board.writer),
            shown=lambda: self._found,
            desk=lambda: self.networks.known,
            stored=self._on_stored,
            clock=clock,
        )
        self.dialog: CustomersDialog | None = None

    def load(self) -> None:
        """Add the dock on the right, hidden until it is asked for."""
        window = self._iface.mainWindow()
        self._canvas = self._iface.mapCanvas()
        self.networks.load()
        self._put_in(CutDock(window))
        self.dialog = CustomersDialog(window)
        self.drawing = CutDrawing(self._canvas)
        self.tool = ClickTool(self._canvas)
        self.tool.clicked.connect(self._on_clicked)
        self.tool.given_up.connect(self.clear)
        self.dock.valves.toggled.connect(self._toggle)
        self.dock.valves.chosen.connect(lambda _: self._draw())
        self.dock.customers_asked.connect(self._show_customers)
        self.dock.clear_asked.connect(self.clear)
        self._acts.load(self.dock, self.dialog)
        self._state.selection_changed.connect(self.dock.show_order)

    def unload(self) -> None:
        """Remove the dock, the tool and what is drawn on the map."""
        self._state.selection_changed.disconnect(self.dock.show_order)
        self.tool.give_back()
        self._acts.unload()
        self._canvas.scene().removeItem(self.drawing)
        self.tool.deleteLater()
        self.dialog.close()
        self.dialog.deleteLater()
        self._take_out()
        self.networks.unload()
        self.dialog = self._found = self._asked = None

    def begin(self) -> None:
        """Take the map tool in hand; the cut of the selected order is shown at once, if it has an asset."""
        if not self._state.url:
            self._reporter.info(tr("Open a workspace first: its networks are looked at."))
            return
        self._show()
        self.tool.take()
        self._canvas.setFocus()
        self.dock.forget_result()
        asked = self._asked_for_order()
        if asked is not None:
            self._ask(asked)
        elif self._found is None:
            self.dock.show_hint()
            self._warm_up()

    def clear(self) -> None:
        """Take the cut off the map; a second time, give the map tool back and hide the dock."""
        if self._found is None and self._asked is None:
            self.tool.give_back()
            self.dock.hide()
            return
        self._forget()
        self.dock.show_hint()

    def _asked_for_order(self) -> Asked | None:
        """Return the question of the selected order's own cut."""
        orders = [row.order for row in self._state.orders if row.order.order_id == self._state.order_id]
        if not orders or not orders[0].asset_id:
            return None
        order = orders[0]
        is_pipe = order.asset_role == "water_pipe"
        return Asked(
            place=(order.place.x, order.place.y) if is_pipe else None,
            asset=order.asset_id,
            order_id=order.order_id,
            search_m=NEAR_M + order.asset_distance_m,
            as_stored=True,
        )

    def _on_clicked(self, pixel: QPoint) -> None:
        valve = self.drawing.valve_at(pixel)
        if valve:
            self._toggle(valve)
            return
        place = self._own_place(self.tool.toMapCoordinates(pixel))
        beside = self._own_place(self.tool.toMapCoordinates(pixel + QPoint(_REACH_PX, 0)))
        reach_m = max(NEAR_M, place.distance(beside))
        self.dock.forget_result()
        self._ask(Asked((place.x(), place.y()), order_id=self._state.order_id, search_m=reach_m))

    def _own_place(self, place: QgsPointXY) -> QgsPointXY:
        """Return a place of the map in the workspace's CRS."""
        return transform_of(self._project, self._canvas, to_map=False).transform(place)

    def _toggle(self, valve: str) -> None:
        if self._asked is not None:
            self._ask(self._asked.toggled(valve))

    def _warm_up(self) -> None:
        """Read the networks before the first click, if that has not been done."""
        ticket = self.networks.ticket()
        if self.networks.known is None:
            self._jobs.start(
                tr("Reading the networks"),
                lambda progress: self.networks.read(ticket, progress),
                succeeded=lambda _: None,
                failed=self._reporter.error,
            )

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        self._question += 1
        number, ticket = self._question, self.networks.ticket()
        self._jobs.start(
            tr("Looking for the valves"),
            lambda progress: (number, _find(self.networks.read(ticket, progress), asked)),
            succeeded=self._on_found,
            failed=lambda error: self._on_refused(number, error),
        )

    def _on_found(self, result: tuple[int, FoundCut]) -> None:
        number, found = result
        if number == self._question:
            self._found, self._asked = found, found.asked
            self.dock.show_found(found)
            self.dock.offer_messages(self._order_with(found))
            self._draw()
            if self.dialog.isVisible():
                self._show_customers()

    def _on_refused(self, number: int, error: Exception) -> None:
        if number != self._question:
            return
        self._forget()
        if isinstance(error, RegardError):
            self.dock.show_refusal(say(error.message))
        else:
            self.dock.show_hint()
            self._reporter.error(error)

    def _draw(self) -> None:
        if self._found is None:
            self.drawing.show_cut(None, (), ())
            return
        to_map = transform_of(self._project, self._canvas, to_map=True)
        item = self.dock.valves.currentItem()
        looked_at = item.data(0, Qt.ItemDataRole.UserRole) if item else ""
        self.drawing.show_cut(*drawn_cut(self._found, to_map, looked_at=looked_at))

    def _show_customers(self) -> None:
        found = self._found
        if found is not None:
            self.dialog.show_found(found, order_id=self._order_with(found))
            self.dialog.show()
            self.dialog.raise_()

    def _order_with(self, found: FoundCut) -> str:
        """Return the selected order if it has a stored cut, the one that is shown."""
        is_its_own = found.against_order and not found.extra and found.asked.order_id == self._state.order_id
        return found.asked.order_id if is_its_own else ""

    def _on_stored(self, order_id: str) -> None:
        """Go on looking at the cut as the order's own."""
        if self._asked is not None:
            self._asked = replace(self._asked, order_id=order_id)

    def _on_refreshed(self) -> None:
        if self._asked is not None and not self.dock.isHidden():
            self._ask(self._asked)

    def _forget(self) -> None:
        self._question += 1
        self._asked = self._found = None
        self._draw()
        self.dialog.close()

    def _on_hidden(self) -> None:
        self._forget()
        self.tool.give_back()
        self.dock.forget_result()


def _find(desk: CutDesk, asked: Asked) -> FoundCut:
    from .cut_reader import find_cut

    return find_cut(desk, asked)
