# SPDX-License-Identifier: GPL-3.0-or-later
"""The map tool that draws a waiting change elsewhere: a place is clicked, vertices of a line are dragged."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ...qgis_bridge.styles import palette
from ..map_tools import BorrowedTool

_GRAB_PX = 10
_POINT_PX = 12
_ENDS = 2


class ShapeTool(BorrowedTool):
    """``drawn`` gives the new drawing in the map's CRS; ``given_up`` says that it stays as it was.

    Places snap as the project says. Of a line a vertex is dragged, a press elsewhere on it adds one,
    Backspace takes the last one touched away, a right click or Enter ends; Escape gives up.
    """

    drawn = pyqtSignal(QgsGeometry)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.shape = QgsGeometry()
        self._vertex = -1
        self._is_dragging = False
        self.line = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.LineGeometry)
        self.vertices = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PointGeometry)
        for band in (self.line, self.vertices):
            band.setStrokeColor(QColor(palette.CUT))
            band.setWidth(3)
        self.vertices.setIcon(QgsRubberBand.IconType.ICON_FULL_BOX)
        self.vertices.setIconSize(_POINT_PX)

    def begin(self, shape: QgsGeometry) -> None:
        """Take the tool in hand for a point or a line in the map's CRS."""
        self.take()
        self.shape = QgsGeometry(shape)
        self._vertex = -1
        self._show()

    def deactivate(self) -> None:
        """Take the drawing off the map."""
        self.shape = QgsGeometry()
        self._is_dragging = False
        self._show()
        super().deactivate()

    def remove(self) -> None:
        """Take the tool out of hand and its marks out of the map, for good."""
        self.give_back()
        for band in (self.line, self.vertices):
            self.canvas().scene().removeItem(band)
        self.deleteLater()

    @property
    def is_point(self) -> bool:
        """Tell whether a place is asked for."""
        return bool(self.shape.type() == QgsWkbTypes.GeometryType.PointGeometry)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Grab the vertex under the pointer, or add one to the line there."""
        if event.button() != Qt.MouseButton.LeftButton or self.shape.isNull() or self.is_point:
            return
        place = self.toMapCoordinates(event.pos())
        within = (_GRAB_PX * self.canvas().mapUnitsPerPixel()) ** 2
        _, vertex, _, _, off = self.shape.closestVertex(place)
        if off > within:
            off, on_line, vertex, _ = self.shape.closestSegmentWithContext(place)
            if off > within:
                return
            self.shape.insertVertex(on_line.x(), on_line.y(), vertex)
        self._vertex, self._is_dragging = vertex, True
        self._show()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Move what is dragged along."""
        if self._is_dragging:
            self._move_to(event)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Leave the vertex there, take the place clicked, or end."""
        if event.button() == Qt.MouseButton.RightButton:
            self._end()
        elif self._is_dragging:
            self._move_to(event)
            self._is_dragging = False
        elif self.is_point and not self.shape.isNull():
            self.shape = QgsGeometry.fromPointXY(self._snapped(event))
            self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a vertex away, end, or give up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self._end()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            event.accept()
            self._drop_vertex()
        else:
            super().keyPressEvent(event)

    def _move_to(self, event: QgsMapMouseEvent) -> None:
        place = self._snapped(event)
        self.shape.moveVertex(place.x(), place.y(), self._vertex)
        self._show()

    def _snapped(self, event: QgsMapMouseEvent) -> QgsPointXY:
        event.snapPoint()
        return event.mapPoint()

    def _drop_vertex(self) -> None:
        if not self.is_point and self._vertex >= 0 and len(list(self.shape.vertices())) > _ENDS:
            self.shape.deleteVertex(self._vertex)
            self._vertex = -1
            self._show()

    def _end(self) -> None:
        if not self.shape.isNull():
            self.drawn.emit(QgsGeometry(self.shape))

    def _show(self) -> None:
        self.line.reset(QgsWkbTypes.GeometryType.LineGeometry)
        self.vertices.reset(QgsWkbTypes.GeometryType.PointGeometry)
        if self.shape.isNull():
            return
        if not self.is_point:
            self.line.setToGeometry(self.shape, None)
        for vertex in self.shape.vertices():
            self.vertices.addPoint(QgsPointXY(vertex))
