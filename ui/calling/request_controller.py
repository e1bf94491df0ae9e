# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a call: looks at it in workers while it is typed, saves it with its orders, marks it on the map."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QLocale, QPoint, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget

from ...qgis_bridge.geometry import to_qgis
from ...qgis_bridge.messages import tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.styles import palette
from ...qgis_bridge.tasks import JobRunner
from ..beside import show_beside
from ..map_highlight import MapHighlight, Stroke
from ..map_tools import ClickTool
from ..reporter import Reporter
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from .request_dock import RequestDock

if TYPE_CHECKING:
    from ..board.writer import BoardWriter
    from .call_desk import CallDesk, FoundAddresses, SavedCall, SeenCall

_PAUSE_MS = 150
_WIDTH = 420
# farther out, an asset is not told from its neighbours
_FAR_SCALE, _NEAR_SCALE = 4000.0, 1000.0


class RequestController:
    """Owns the dock; ``dock`` exists between ``load`` and ``unload``. ``clock`` tells the present moment.

    ``send_crew`` and ``offer_slot`` are the next steps for the order that was made.
    """

    def __init__(
        self,
        iface: QgisInterface,
        project: QgsProject,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        workspaces: WorkspaceController,
        *,
        send_crew: Callable[[], None],
        offer_slot: Callable[[], None],
        home: Callable[[], QDockWidget],
        clock: Callable[[], datetime] = datetime.now,
        writer: BoardWriter,
    ) -> None:
        self._writer = writer
        self._iface = iface
        self._project = project
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._workspaces = workspaces
        self._send_crew = send_crew
        self._offer_slot = offer_slot
        self._home = home
        self._clock = clock
        self._desk: CallDesk | None = None
        self._saved: SavedCall | None = None
        self._seen: SeenCall | None = None
        self._stands_at: datetime | None = None
        self._opening = ""
        self._looks = 0
        self._is_saving = False
        self.dock: RequestDock | None = None

    def load(self) -> None:
        """Add the dock on the right, hidden until a call is taken."""
        self.dock = RequestDock(self._iface.mainWindow())
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self._canvas = self._iface.mapCanvas()
        self._marker = MapHighlight(self._canvas)
        self._tool = ClickTool(self._canvas)
        self._pause = QTimer(self.dock)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self._tool.clicked.connect(self._on_clicked)
        self._tool.given_up.connect(self._put_tool_back)
        self.dock.changed.connect(self._pause.start)
        self.dock.save_asked.connect(self.save)
        self.dock.address.searched.connect(self._search)
        self.dock.address.on_map_asked.connect(self._on_map_asked)
        self.dock.duplicates.merge_asked.connect(self.save)
        self.dock.saved.emergency_asked.connect(self._send_crew)
        self.dock.saved.slots_asked.connect(self._offer_slot)
        self.dock.saved.undo_asked.connect(self._undo)
        self.dock.visibilityChanged.connect(self._on_visible)
        self._state.workspace_changed.connect(self._on_workspace_changed)
        self._state.orders_changed.connect(self._on_orders_changed)

    def unload(self) -> None:
        """Remove the dock, the tool and the mark on the map."""
        self._state.orders_changed.disconnect(self._on_orders_changed)
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self.dock.visibilityChanged.disconnect(self._on_visible)
        self._pause.stop()
        self._put_tool_back()
        self._canvas.scene().removeItem(self._marker)
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self._tool.deleteLater()
        self.dock = self._desk = self._saved = self._seen = None

    def begin(self) -> None:
        """Show the dock, empty, with the keyboard in its first field."""
        if not self._state.url:
            self._reporter.info(tr("Open a workspace first: a call is saved in it."))
            return
        show_beside(self._iface.mainWindow(), self.dock, self._home(), width=_WIDTH)
        self._seen = None
        self.dock.begin()
        self._open_desk()

    def save(self, into: str = "") -> None:
        """Save the call, as one more about the request ``into`` if given, unless something is missing."""
        missing = self._seen.outlook.to_ask if self._seen else ()
        if self._desk is None or self._is_saving or not self.dock.show_missing(missing):
            return
        from .call_desk import save

        self._is_saving = True
        desk, form, who, language = self._desk, self.dock.form(), getpass.getuser(), QLocale().name()[:2]
        self._jobs.start(
            tr("Saving a request"),
            lambda _: save(desk, form, who=who, language=language, into=into),
            succeeded=self._on_saved,
            failed=self._on_not_saved,
        )

    def _open_desk(self) -> None:
        url = self._state.url
        if self._desk is not None and self._desk.url == url:
            self.dock.set_moment(self._moment())
            self._look()
            return
        if self._opening == url:
            return
        self._opening, now = url, self._clock()
        self._jobs.start(
            tr("Opening the call desk"),
            lambda _: _opened(url, now),
            succeeded=self._on_desk,
            failed=self._on_no_desk,
        )

    def _on_no_desk(self, error: Exception) -> None:
        self._opening = ""
        self._reporter.error(error)

    def _on_desk(self, result: tuple[CallDesk, datetime | None]) -> None:
        desk, self._stands_at = result
        self._opening = ""
        if desk.url != self._state.url:
            return
        self._desk = desk
        self.dock.set_moment(self._moment())
        self.dock.offer_types(desk.labels)
        self._look()

    def _moment(self) -> datetime:
        """Return the present moment; in a demonstration, the one that it stands still at."""
        return self._stands_at or self._clock()

    def _look(self) -> None:
        if self._desk is None or not self.dock.isVisible():
            return
        from .call_desk import look

        self._looks += 1
        desk, form, number = self._desk, self.dock.form(), self._looks
        self._jobs.start(
            tr("Looking at a call"),
            lambda _: (number, look(desk, form)),
            succeeded=self._on_looked,
            failed=self._reporter.error,
        )

    def _on_looked(self, result: tuple[int, SeenCall]) -> None:
        number, seen = result
        if number == self._looks and self.dock.isVisible():
            self._show(seen)

    def _show(self, seen: SeenCall) -> None:
        self._seen = seen
        self.dock.show_call(seen)
        self._mark()

    def _search(self, text: str) -> None:
        if self._desk is None:
            return
        from .call_desk import find_addresses

        desk = self._desk
        self._jobs.start(
            tr("Looking for an address"),
            lambda _: find_addresses(desk, text),
            succeeded=self._on_addresses,
            failed=self._reporter.error,
        )

    def _on_addresses(self, result: FoundAddresses) -> None:
        self.dock.address.show_found(result)

    def _on_saved(self, result: SavedCall | SeenCall) -> None:
        self._is_saving = False
        if not hasattr(result, "request_id"):
            self._show(result)
            self.dock.show_missing(result.outlook.to_ask)
            return
        self._saved = result
        self._writer.note(tr("Saving a request"), result.command_ids)
        self._seen = None
        self.dock.begin()
        self.dock.saved.show_saved(result)
        self.dock.set_moment(self._moment())
        self._marker.show_order(None)
        self._workspaces.refresh()
        if result.orders:
            self._state.select_order(result.orders[0].order_id)
        (self.dock.saved.emergency if result.orders else self.dock.phone).setFocus()
        self.dock.raise_()
        self._look()
        if result.needs_slot:
            # the caller is still on the phone
            self._offer_slot()

    def _on_not_saved(self, error: Exception) -> None:
        self._is_saving = False
        self._reporter.error(error)

    def _undo(self) -> None:
        if self._saved is None or self._desk is None:
            return
        from .call_desk import take_back

        desk, key, who = self._desk, self._saved.request_id, getpass.getuser()
        self._writer.forget(self._saved.command_ids)
        self._jobs.start(
            tr("Undoing"),
            lambda _: take_back(desk, key, who=who),
            succeeded=self._on_taken_back,
            failed=self._reporter.error,
        )

    def _on_taken_back(self, _: object) -> None:
        self._saved = None
        self.dock.saved.hide()
        self._state.select_order("")
        self._workspaces.refresh()

    def _on_map_asked(self, wanted: bool) -> None:
        if not wanted:
            self._put_tool_back()
        else:
            self._tool.take()

    def _put_tool_back(self) -> None:
        self._tool.give_back()
        self.dock.address.on_map.setChecked(False)

    def _on_clicked(self, pixel: QPoint) -> None:
        self._put_tool_back()
        if self._desk is not None:
            own = self._transform(to_map=False).transform(self._tool.toMapCoordinates(pixel))
            self.dock.take_place((own.x(), own.y()))

    def _mark(self) -> None:
        """Show place and chosen asset of the call on the map."""
        seen = self._seen
        if seen is None or seen.place is None:
            self._marker.show_order(None)
            return
        to_map = self._transform(to_map=True)
        strokes = []
        shape = seen.shapes.get(self.dock.shown_asset)
        if shape is not None:
            geometry = to_qgis(shape if shape.geom_type != "Point" else shape.buffer(1.5))
            geometry.transform(to_map)
            strokes = [Stroke(geometry, palette.WATER_DEEP, 10.0, 0.4), Stroke(geometry, palette.DIG, 3.0)]
        place = to_map.transform(QgsPointXY(*seen.place))
        self._marker.show_order(place, strokes)
        if not self._canvas.extent().contains(place) or self._canvas.scale() > _FAR_SCALE:
            self._canvas.setCenter(place)
            self._canvas.zoomScale(_NEAR_SCALE)

    def _transform(self, *, to_map: bool) -> QgsCoordinateTransform:
        own = QgsCoordinateReferenceSystem(self._desk.base.crs)
        shown = self._canvas.mapSettings().destinationCrs()
        pair = (own, shown) if to_map else (shown, own)
        return QgsCoordinateTransform(*pair, self._project)

    def _on_visible(self, visible: bool) -> None:
        if not visible and self.dock.isHidden():
            self._marker.show_order(None)
            self._put_tool_back()

    def _on_orders_changed(self) -> None:
        """Open the desk ahead of the first call, once the list of orders is there."""
        if self._state.orders and self._desk is None:
            self._open_desk()

    def _on_workspace_changed(self) -> None:
        if self._desk is not None and self._desk.url != self._state.url:
            self._desk = self._saved = self._seen = None
            self._marker.show_order(None)
            self.dock.hide()


def _opened(url: str, now: datetime) -> tuple[CallDesk, datetime | None]:
    """Read in the worker; the libraries that it takes are loaded there the first time."""
    load_wheels_apart()
    from .call_desk import open_desk

    return open_desk(url, now)
