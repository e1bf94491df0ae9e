# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the dig of the selected order on the map, or takes it from a file, and keeps what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from qgis.core import (
    QgsCoordinateTransform,
    QgsExpression,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgisInterface, QgsProjectionSelectionDialog
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog

from ...core.errors import InputError
from ...qgis_bridge.figures import number_text
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.project import layers_by_key
from ...qgis_bridge.tasks import JobRunner
from ..board.commands import asked
from ..board.writer import BoardWriter
from ..reporter import Reporter
from ..view_state import ViewState
from .commands import Drawn, drawn, outline_of_file
from .dig_tool import DigTool

_DEEPEST_M = 20.0
# how much of the ground around an outline of a file is shown
_ROUND = 4.0


class DigController:
    """Owns the tool; ``tool`` exists between ``load`` and ``unload``."""

    def __init__(
        self,
        iface: QgisInterface,
        project: QgsProject,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        writer: BoardWriter,
        *,
        clock: Callable[[], datetime] = datetime.now,
        ask_depth: Callable[[str], float | None] | None = None,
    ) -> None:
        self._iface = iface
        self._project = project
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._writer = writer
        self._clock = clock
        self._ask_depth = ask_depth or self._depth_asked
        self._order = ""
        self.ask_file: Callable[[], str] = self._file_asked
        self.ask_crs: Callable[[], str] = self._crs_asked
        self.tool: DigTool | None = None

    def load(self) -> None:
        """Make the tool."""
        self.tool = DigTool(self._iface.mapCanvas())
        self.tool.drawn.connect(self._on_drawn)
        self.tool.given_up.connect(self.tool.give_back)

    def unload(self) -> None:
        """Take the tool out of hand and away."""
        self.tool.remove()
        self.tool = None

    def begin(self) -> None:
        """Take the tool in hand for the selected order."""
        if not (order := self._chosen()):
            return
        self._take_tool(order)
        self.tool.offer(self._kept_corners())
        hint = tr(
            "Dig of {order}: click its corners, or drag one of the dig as it is; right click or Enter ends, "
            "Backspace takes one back, Escape gives up."
        )
        self._reporter.info(hint.format(order=self._order))

    def begin_with_file(self) -> None:
        """Show the outline of a file that is asked for as the dig of the selected order."""
        if (order := self._chosen()) and (path := self.ask_file()):
            self._read(path, "", order)

    def _chosen(self) -> str:
        """Return the selected order; say what to do where there is none."""
        if not self._state.order_id:
            self._reporter.info(tr("Select an order that digs first: its dig is drawn."))
        return self._state.order_id

    def _take_tool(self, order: str) -> None:
        """Take the tool in hand for an order: what is drawn from now on is its dig."""
        self._order = order
        self.tool.take()
        self._iface.mapCanvas().setFocus()

    def _read(self, path: str, crs: str, order: str) -> None:
        """Read a file in a worker; one that says no CRS is read again with one that is asked for.

        An outline that comes when another order or workspace is looked at is given up.
        """
        url = self._state.url

        def succeeded(outline: bytes) -> None:
            if (self._state.url, self._state.order_id) == (url, order):
                self._show_outline(outline, order)

        def failed(error: Exception) -> None:
            says_no_crs = isinstance(error, InputError) and error.message.code == "notices.needs_crs"
            if says_no_crs and not crs and (given := self.ask_crs()):
                self._read(path, given, order)
            else:
                self._reporter.error(error)

        self._jobs.start(
            tr("Reading a dig"),
            lambda _: asked(url, partial(outline_of_file, path=path, crs=crs)),
            succeeded=succeeded,
            failed=failed,
        )

    def _show_outline(self, wkb: bytes, order: str) -> None:
        """Offer an outline of the workspace's CRS for keeping; its corners can be dragged before."""
        outline = QgsGeometry()
        outline.fromWkb(wkb)
        footprints = layers_by_key(self._project).get("footprints")
        target = self._iface.mapCanvas().mapSettings().destinationCrs()
        if footprints is not None:
            outline.transform(QgsCoordinateTransform(footprints.crs(), target, self._project))
        self._take_tool(order)
        self.tool.propose(outline.asPolygon()[0][:-1])
        extent = outline.boundingBox()
        extent.scale(_ROUND)
        self._iface.mapCanvas().setExtent(extent)
        self._iface.mapCanvas().refresh()
        hint = tr(
            "Dig of {order} as in the file: drag corners where it differs; right click or Enter keeps it, "
            "Escape gives up."
        )
        self._reporter.info(hint.format(order=self._order))

    def _kept_corners(self) -> list[QgsPointXY]:
        """Return the corners of the dig on the map; none for one of several parts or with a hole."""
        footprints = layers_by_key(self._project).get("footprints")
        if footprints is None:
            return []
        wanted = QgsExpression.createFieldEqualityExpression("order_id", self._order)
        target = self._iface.mapCanvas().mapSettings().destinationCrs()
        for feature in footprints.getFeatures(QgsFeatureRequest().setFilterExpression(wanted)):
            outline = feature.geometry()
            outline.transform(QgsCoordinateTransform(footprints.crs(), target, self._project))
            parts = outline.asMultiPolygon() if outline.isMultipart() else [outline.asPolygon()]
            if len(parts) == 1 and len(parts[0]) == 1:
                return parts[0][0][:-1]
        return []

    def _on_drawn(self, outline: QgsGeometry) -> None:
        self.tool.give_back()
        depth_m = self._ask_depth(self._order)
        footprints = layers_by_key(self._project).get("footprints")
        if footprints is not None:
            source = self._iface.mapCanvas().mapSettings().destinationCrs()
            outline.transform(QgsCoordinateTransform(source, footprints.crs(), self._project))
        said = Drawn(self._order, bytes(outline.asWkb()), depth_m)
        write = partial(drawn, said=said, clock=self._clock, who=self._writer.who)
        self._writer.write(tr("Keeping a dig"), write, done=partial(self._tell, said))

    def _tell(self, said: Drawn) -> None:
        """Say the surface, what the law makes of it, and what changed around it."""
        area = tr("{order}: dig of {area} m² kept.").format(
            order=said.order_id, area=number_text(said.area_m2, 1)
        )
        text = " ".join((area, *(f"{say(one)}." for one in said.told)))
        if said.changes:
            self._reporter.warning(text)
        else:
            self._reporter.info(text)

    def _file_asked(self) -> str:
        kinds = tr("Digs (*.gpkg *.geojson *.json *.gml *.shp *.dxf);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(
            self._iface.mainWindow(), tr("The dig of {order}").format(order=self._order), "", kinds
        )
        return path

    def _crs_asked(self) -> str:
        """Ask for the CRS of a file that says none: that of the map is offered."""
        dialog = QgsProjectionSelectionDialog(self._iface.mainWindow())
        dialog.setMessage(tr("The file does not say its coordinate reference system. In which was it drawn?"))
        dialog.setCrs(self._iface.mapCanvas().mapSettings().destinationCrs())
        return dialog.crs().authid() if dialog.exec() else ""

    def _depth_asked(self, order_id: str) -> float | None:
        """Ask how deep it is dug; nothing: as its type of work says."""
        depth_m, is_given = QInputDialog.getDouble(
            self._iface.mainWindow(),
            tr("Dig of {order}").format(order=order_id),
            tr("Depth in metres (0: as the type of work says)"),
            0.0,
            0.0,
            _DEEPEST_M,
            2,
        )
        return depth_m if is_given and depth_m > 0 else None
