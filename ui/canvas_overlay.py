# SPDX-License-Identifier: GPL-3.0-or-later
"""Things drawn over the map canvas, in its pixels: the base, and the attribution of the map data."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter

from ..qgis_bridge.project import ATTRIBUTION
from ..qgis_bridge.styles import palette
from ..qgis_bridge.styles.symbols import font

_ABOVE_ALL = 100.0


class CanvasOverlay(QgsMapCanvasItem):
    """Covers the whole canvas and is drawn anew when its extent changes; subclasses paint."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setZValue(_ABOVE_ALL)

    def updatePosition(self) -> None:
        """Follow the canvas; called by QGIS when its extent changes."""
        self.prepareGeometryChange()
        self.setPos(0, 0)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the whole canvas."""
        return QRectF(0, 0, self._canvas.width(), self._canvas.height())


class MapAttribution(CanvasOverlay):
    """Names the source of the roads in the corner of the map.

    Projects that come from a file have a decoration for that, which QGIS sets up when it reads them.
    """

    def paint(self, painter: QPainter, *_: object) -> None:
        """Paint the line of text on a pale strip."""
        style = font()
        style.setPixelSize(11)
        painter.setFont(style)
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(ATTRIBUTION) + 10, metrics.height() + 4
        box = QRectF(self._canvas.width() - width, self._canvas.height() - height, width, height)
        painter.fillRect(box, QColor(255, 255, 255, 190))
        painter.setPen(QColor(palette.INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, ATTRIBUTION)
