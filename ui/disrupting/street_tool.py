# SPDX-License-Identifier: GPL-3.0-or-later
"""The map tool that picks a street with a click, or draws along several."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ...qgis_bridge.styles import palette
from ..map_tools import BorrowedTool

_LINE = QgsWkbTypes.GeometryType.LineGeometry


class StreetTool(BorrowedTool):
    """``drawn`` gives a point or a line in the map's CRS, after each click; the line stays until ``clear``.

    A left click adds a point, Backspace takes the last one away, a right click or Enter puts the tool down.
    """

    drawn = pyqtSignal(QgsGeometry)
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.points: list[QgsPointXY] = []
        self.band = QgsRubberBand(canvas, _LINE)
        self.band.setStrokeColor(QColor(palette.DIG))
        self.band.setIcon(QgsRubberBand.IconType.ICON_X)
        self.band.setWidth(4)

    def clear(self) -> None:
        """Forget what was drawn."""
        self.points.clear()
        self.band.reset(_LINE)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Add a point, or end."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.points.append(self.toMapCoordinates(event.pos()))
            self._show()
        elif event.button() == Qt.MouseButton.RightButton:
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a point away, end, or give up."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.ended.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            event.accept()
            del self.points[-1:]
            self._show()

    def _show(self) -> None:
        self.band.reset(_LINE)
        for point in self.points:
            self.band.addPoint(point)
        if len(self.points) > 1:
            self.drawn.emit(QgsGeometry.fromPolylineXY(self.points))
        elif self.points:
            self.drawn.emit(QgsGeometry.fromPointXY(self.points[0]))
