# SPDX-License-Identifier: GPL-3.0-or-later
"""The map tool that draws the outline of a dig corner by corner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ...qgis_bridge.styles import palette
from ..map_tools import BorrowedTool

_CORNERS = 3
# how near a corner the pointer takes hold of it
_REACH_PX = 8
_MARK_PX = 10


class DigTool(BorrowedTool):
    """``drawn`` gives the outline in the map's CRS; ``given_up`` says that none was drawn.

    A left click adds a corner, Backspace takes the last one away; a right click or Enter ends the outline,
    Escape gives up. A corner that is pressed on, drawn or of the dig as it is kept, moves with the pointer;
    Backspace then gives the kept dig its corners back.
    """

    drawn = pyqtSignal(QgsGeometry)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.corners: list[QgsPointXY] = []
        self.kept: tuple[QgsPointXY, ...] = ()
        self._held: int | None = None
        self._is_changed = False
        self.band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        fill = QColor(palette.DIG)
        fill.setAlpha(70)
        self.band.setFillColor(fill)
        self.band.setStrokeColor(QColor(palette.DIG))
        self.band.setWidth(2)
        self.marks = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PointGeometry)
        self.marks.setStrokeColor(QColor(palette.DIG))
        self.marks.setWidth(2)
        self.marks.setIcon(QgsRubberBand.IconType.ICON_FULL_BOX)
        self.marks.setIconSize(_MARK_PX)

    def remove(self) -> None:
        """Take the tool out of hand and its marks out of the map, for good."""
        self.give_back()
        for band in (self.band, self.marks):
            self.canvas().scene().removeItem(band)
        self.deleteLater()

    def deactivate(self) -> None:
        """Take the outline off the map."""
        self.clear()
        super().deactivate()

    def offer(self, corners: Iterable[QgsPointXY]) -> None:
        """Let the corners of the dig as it is kept be moved (in the map's CRS)."""
        self.kept = tuple(corners)
        self._show()

    def propose(self, corners: Iterable[QgsPointXY]) -> None:
        """Show an outline to be kept as it is, or once corners of it have been dragged (in the map's CRS)."""
        self.clear()
        self.corners, self._is_changed = list(corners), True
        self._show()

    def clear(self) -> None:
        """Forget the corners."""
        self.corners.clear()
        self.kept, self._held, self._is_changed = (), None, False
        self._show()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Move the corner in hand, or show the outline with a corner under the pointer."""
        pointer = self.toMapCoordinates(event.pos())
        if self._held is not None:
            self.corners[self._held] = pointer
        self._show(None if self._is_changed or self._held is not None else pointer)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Take hold of a corner."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        corners = self.corners or list(self.kept)
        self._held = self._corner_at(event.pos(), corners)
        if self._held is not None and not self.corners:
            self.corners, self._is_changed = corners, True

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Let a corner go where it is, add one, or end the outline."""
        if event.button() == Qt.MouseButton.LeftButton and self._held is not None:
            self.corners[self._held] = self.toMapCoordinates(event.pos())
            self._held = None
            self._show()
        elif event.button() == Qt.MouseButton.LeftButton and not self._is_changed:
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
            self._take_back()

    def _take_back(self) -> None:
        """Take the last corner away; a dig that was dragged is as it was, a corner in hand stays in hand."""
        if self._held is not None:
            return
        if self._is_changed:
            self.corners.clear()
            self._is_changed = False
        del self.corners[-1:]
        self._show()

    def _end(self) -> None:
        if len(self.corners) < _CORNERS:
            return
        outline = QgsGeometry.fromPolygonXY([[*self.corners, self.corners[0]]])
        self.clear()
        self.drawn.emit(outline)

    def _corner_at(self, place: QPoint, corners: Sequence[QgsPointXY]) -> int | None:
        """Return which corner lies under the pointer."""
        for number, corner in enumerate(corners):
            off = self.toCanvasCoordinates(corner) - place
            if max(abs(off.x()), abs(off.y())) <= _REACH_PX:
                return number
        return None

    def _show(self, pointer: QgsPointXY | None = None) -> None:
        self.band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        self.marks.reset(QgsWkbTypes.GeometryType.PointGeometry)
        for corner in (*self.corners, *([pointer] if pointer is not None and self.corners else [])):
            self.band.addPoint(corner)
        for corner in self.corners or self.kept:
            self.marks.addPoint(corner)
