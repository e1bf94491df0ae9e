# SPDX-License-Identifier: GPL-3.0-or-later
"""Has the chosen change drawn elsewhere on the map, and hands the drawing to the button that asked for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas

from ...qgis_bridge.messages import tr
from ..reporter import Reporter
from .shape_tool import ShapeTool

if TYPE_CHECKING:
    from .reader import LookedAt


class Redrawing:
    """``tool`` is in hand from ``begin`` until it is drawn, given up or ended."""

    def __init__(self, canvas: QgsMapCanvas, reporter: Reporter) -> None:
        self._canvas = canvas
        self._reporter = reporter
        self._crs = ""
        self._then: Callable[[str], None] = _nobody
        self.tool = ShapeTool(canvas)
        self.tool.drawn.connect(self._on_drawn)
        self.tool.given_up.connect(self.end)

    def begin(self, looked: LookedAt, then: Callable[[str], None]) -> None:
        """Ask for the drawing of a change; ``then`` is given it as hexadecimal WKB in the workspace's CRS."""
        self._crs, self._then = looked.crs, then
        shape = QgsGeometry()
        if looked.is_placed and looked.place is not None:
            shape = QgsGeometry.fromPointXY(QgsPointXY(*looked.place))
        else:
            shape.fromWkb(bytes.fromhex(looked.after))
        shape.transform(self._to_map())
        box = shape.boundingBox()
        if not self._canvas.extent().intersects(box):
            self._canvas.setCenter(box.center())
            self._canvas.refresh()
        self.tool.begin(shape)
        self._canvas.setFocus()
        self._reporter.info(
            tr("Click where it is; Escape leaves it.")
            if self.tool.is_point
            else tr(
                "Drag its vertices; a press on the line adds one, Backspace takes it away, Enter ends, "
                "Escape leaves it as it was."
            )
        )

    def end(self) -> None:
        """Leave the change as it is drawn."""
        self._then = _nobody
        self.tool.give_back()

    def remove(self) -> None:
        """Take the tool away for good."""
        self.end()
        self.tool.remove()

    def _on_drawn(self, shape: QgsGeometry) -> None:
        then = self._then
        self.end()
        shape.transform(self._to_map(), Qgis.TransformDirection.Reverse)
        then(bytes(shape.asWkb()).hex())

    def _to_map(self) -> QgsCoordinateTransform:
        crs = QgsCoordinateReferenceSystem(self._crs)
        return QgsCoordinateTransform(crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance())


def _nobody(shape: str) -> None:
    """Take a drawing that nobody asked for."""
