# SPDX-License-Identifier: GPL-3.0-or-later
"""Priority badges: the shapes and colours of the map with the figure inside, readable without colour."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from ..qgis_bridge.styles import palette


def paint_badge(painter: QPainter, box: QRectF, priority: str, *, hollow: bool) -> None:
    """Paint a priority's badge; hollow when nobody is planned yet, as on the map."""
    colour = QColor(palette.PRIORITY[priority])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.5, box.width() / 14)))
    painter.setBrush(QColor(palette.HALO) if hollow else colour)
    inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
    _paint_shape(painter, inner, palette.PRIORITY_SHAPE[priority])
    font = painter.font()
    font.setBold(True)
    font.setPixelSize(max(7, round(box.height() * 0.42)))
    painter.setFont(font)
    painter.setPen(colour if hollow else QColor(palette.HALO))
    # the figure sits lower in a triangle, where there is room
    text = inner.adjusted(0, inner.height() * 0.28, 0, 0) if priority == "P1" else inner
    painter.drawText(text, Qt.AlignmentFlag.AlignCenter, priority[1:])
    painter.restore()


def badge_pixmap(priority: str, size: int, ratio: float, *, hollow: bool) -> QPixmap:
    """Return a badge as a pixmap of ``size`` logical pixels for a screen of the given pixel ratio."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_badge(painter, QRectF(0, 0, size, size), priority, hollow=hollow)
    painter.end()
    return pixmap


def _paint_shape(painter: QPainter, box: QRectF, shape: str) -> None:
    middle = box.center()
    if shape == "triangle":
        painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    elif shape == "diamond":
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), box.top()),
                    QPointF(box.right(), middle.y()),
                    QPointF(middle.x(), box.bottom()),
                    QPointF(box.left(), middle.y()),
                ]
            )
        )
    elif shape == "square":
        inset = box.width() * 0.08
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset))
    else:
        painter.drawEllipse(box)
