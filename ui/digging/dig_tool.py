# SPDX-License-Identifier: GPL-3.0-or-later
"""The map tool that draws the outline of a dig corner by corner."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ...qgis_bridge.styles import palette
from ..map_tools import BorrowedTool

_CORNERS = 3


class DigTool(BorrowedTool):
    """``drawn`` gives the outline in the map's CRS; ``given_up`` says that none was drawn.

    A left click adds a corner, Backspace takes the last one away; a right click or Enter ends the outline,
    Escape gives up.
    """

    drawn = pyqtSignal(QgsGeometry)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.corners: list[QgsPointXY] = []
        self.band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        fill = QColor(palette.DIG)
        fill.setAlpha(70)
        self.band.setFillColor(fill)
        self.band.setStrokeColor(QColor(palette.DIG))
        self.band.setWidth(2)

    def deactivate(self) -> None:
        """Take the outline off the map."""
        self.clear()
        super().deactivate()

    def clear(self) -> None:
        """Forget the corners."""
        self.corners.clear()
        self.band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show the outline with a corner under the pointer."""
        self._show(self.toMapCoordinates(event.pos()))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Add a corner, or end the outline."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.corners.append(self.toMapCoordinates(event.pos()))
            self._show()
        elif event.button() == Qt.MouseButton.RightButton:
            self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a corner away, end the outline, or give up."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self._end()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            event.accept()
            del self.corners[-1:]
            self._show()

    def _end(self) -> None:
        if len(self.corners) < _CORNERS:
            return
        outline = QgsGeometry.fromPolygonXY([[*self.corners, self.corners[0]]])
        self.clear()
        self.drawn.emit(outline)

    def _show(self, pointer: QgsPointXY | None = None) -> None:
        self.band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        for corner in (*self.corners, *([pointer] if pointer is not None and self.corners else [])):
            self.band.addPoint(corner)
