# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the selected order over the map: what is cut, the valves by number, conflicts, the dig, the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPolygonF

from ..qgis_bridge.styles import palette
from ..qgis_bridge.styles.symbols import font
from .canvas_overlay import CanvasOverlay

_DISC = 11.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A geometry to trace in map coordinates; widths in pixels; polygons are filled faintly."""

    geometry: QgsGeometry
    colour: str
    width: float
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Tag:
    """A number on a disc at a place."""

    place: QgsPointXY
    text: str


class MapHighlight(CanvasOverlay):
    """Leaves layers, legend and project as they are."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._place: QgsPointXY | None = None
        self._strokes: tuple[Stroke, ...] = ()
        self._tags: tuple[Tag, ...] = ()

    def show_order(
        self, place: QgsPointXY | None, strokes: Sequence[Stroke] = (), tags: Sequence[Tag] = ()
    ) -> None:
        """Draw an order's highlights in place of those before; None draws nothing."""
        self._place = place
        self._strokes = tuple(strokes)
        self._tags = tuple(tags)
        self.updatePosition()

    @property
    def place(self) -> QgsPointXY | None:
        """Return where the ring of the selection is."""
        return self._place

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Return the numbered discs that are drawn."""
        return self._tags

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """Return the geometries that are traced."""
        return self._strokes

    def paint(self, painter: QPainter, *_: object) -> None:
        """Paint from the widest to the finest."""
        if self._place is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in self._strokes:
            self._paint_stroke(painter, stroke)
        self._paint_place(painter, self.toCanvasCoordinates(self._place))
        for tag in self._tags:
            paint_tag(painter, self.toCanvasCoordinates(tag.place), tag.text, radius_px=_DISC)
        painter.restore()

    def _paint_stroke(self, painter: QPainter, stroke: Stroke) -> None:
        colour = QColor(stroke.colour)
        colour.setAlphaF(stroke.opacity)
        pen = QPen(colour, stroke.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for part in stroke.geometry.asGeometryCollection() or [stroke.geometry]:
            path = QPolygonF(
                [self.toCanvasCoordinates(QgsPointXY(vertex.x(), vertex.y())) for vertex in part.vertices()]
            )
            painter.drawPolyline(path)

    def _paint_place(self, painter: QPainter, centre: QPointF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("#ffffff", 6.0), (palette.INK, 2.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(centre, 17.0, 17.0)


def paint_tag(painter: QPainter, centre: QPointF, text: str, *, radius_px: float) -> None:
    """Draw a disc of the colour of cuts with a number in it."""
    painter.setPen(QPen(QColor("#ffffff"), 2.0))
    painter.setBrush(QColor(palette.CUT))
    painter.drawEllipse(centre, radius_px, radius_px)
    style = font(bold=True)
    style.setPixelSize(13)
    painter.setFont(style)
    box = QRectF(centre.x() - radius_px, centre.y() - radius_px, 2 * radius_px, 2 * radius_px)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
