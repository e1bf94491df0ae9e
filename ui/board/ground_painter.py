# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints what lies under the blocks: the hours along the top, the agents' names and loads, working times."""

from __future__ import annotations

from datetime import datetime

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen

from ...qgis_bridge.figures import day_text, number_text, time_text
from ...qgis_bridge.messages import tr
from ...qgis_bridge.styles import palette
from .axis import Axis
from .rows import Row

# from this share of the working time on a day counts as full, from the next one as too full
_FULL, _OVER = 0.85, 1.0


class GroundPainter:
    """Paints with the fonts and the colours of one widget."""

    def __init__(self, font: QFont, colours: QPalette) -> None:
        self._font = font
        self._bold = QFont(font)
        self._bold.setBold(True)
        self._metrics = QFontMetricsF(font)
        self._bold_metrics = QFontMetricsF(self._bold)
        self._ink = colours.color(QPalette.ColorRole.Text)
        self._base = colours.color(QPalette.ColorRole.Base)
        self._side = colours.color(QPalette.ColorRole.Window)
        self._muted = QColor(self._ink)
        self._muted.setAlphaF(0.65)
        self._line = QColor(self._ink)
        self._line.setAlphaF(0.12)
        self._off = QColor(self._ink)
        self._off.setAlphaF(0.07)

    def paint_hours(self, painter: QPainter, box: QRectF, axis: Axis) -> None:
        """Paint the head of the board: the days above, their hours below."""
        painter.fillRect(box, self._side)
        line_px = self._metrics.height()
        days = QRectF(box.left(), box.top() + 2, box.width(), line_px)
        hours = QRectF(box.left(), days.bottom(), box.width(), line_px)
        painter.setFont(self._font)
        for mark in axis.marks():
            x = box.left() + mark.x
            painter.setPen(QPen(self._line if not mark.is_day else self._muted, 1))
            painter.drawLine(QPointF(x, hours.bottom()), QPointF(x, box.bottom()))
            if mark.has_text and not (mark.is_day and mark.x > 0 and axis.hours > 48):
                painter.setPen(self._muted)
                spot = QRectF(x - 30, hours.top(), 60, line_px)
                painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, time_text(mark.moment))
        self._paint_days(painter, days, axis)

    def _paint_days(self, painter: QPainter, box: QRectF, axis: Axis) -> None:
        starts = [0.0, *(mark.x for mark in axis.marks() if mark.is_day and mark.x > 0)]
        painter.setFont(self._bold)
        painter.setPen(self._ink)
        for start, end in zip(starts, [*starts[1:], axis.width_px], strict=True):
            spot = QRectF(box.left() + start + 6, box.top(), end - start - 10, box.height())
            text = day_text(axis.moment_at(start + 1).date())
            shown = self._bold_metrics.elidedText(text, Qt.TextElideMode.ElideRight, spot.width())
            painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def paint_name(self, painter: QPainter, box: QRectF, row: Row) -> None:
        """Paint an agent's name, zone and load at the left of the row."""
        painter.fillRect(box, self._side)
        colour = QColor(row.colour) if row.colour else self._off
        painter.fillRect(QRectF(box.left(), box.top() + 1, 5, box.height() - 2), colour)
        inner = box.adjusted(11, 2, -6, -4)
        line = QRectF(inner.left(), inner.top(), inner.width(), self._metrics.height())
        load = number_text(100 * row.load) + " %" if row.hours else tr("away")
        used = self._metrics.horizontalAdvance(load) + 8
        self._write(painter, line.adjusted(0, 0, -used, 0), row.name, self._bold, self._ink)
        self._write(painter, line, load, self._font, self._muted, right=True)
        if row.hours:
            self._paint_load(painter, QRectF(inner.left(), inner.bottom() - 6, inner.width(), 6), row.load)

    def _paint_load(self, painter: QPainter, box: QRectF, load: float) -> None:
        """Paint the load as a bar; one that is too full is hatched as well as red."""
        painter.fillRect(box, self._line)
        filled = QRectF(box.left(), box.top(), box.width() * min(load, 1.0), box.height())
        if load > _OVER:
            painter.fillRect(filled, QColor(palette.PRIORITY["P1"]))
            hatch = QBrush(QColor(palette.HALO), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(filled, hatch)
        else:
            painter.fillRect(filled, QColor(palette.DIG if load > _FULL else palette.WATER))

    def paint_row(self, painter: QPainter, box: QRectF, row: Row, axis: Axis, *, marked: bool) -> None:
        """Paint the ground of a row: dark where the agent does not work, hatched where the break may be."""
        painter.fillRect(box, self._base)
        free = [box.left()]
        for hours in row.hours:
            free += [box.left() + axis.x_of(hours.start), box.left() + axis.x_of(hours.end)]
        free.append(box.right())
        for start, end in zip(free[::2], free[1::2], strict=True):
            left, right = max(start, box.left()), min(end, box.right())
            if right > left:
                painter.fillRect(QRectF(left, box.top(), right - left, box.height()), self._off)
        for hours in row.hours:
            left = max(box.left() + axis.x_of(hours.lunch_start), box.left())
            right = min(box.left() + axis.x_of(hours.lunch_end), box.right())
            if right > left:
                lunch = QRectF(left, box.top(), right - left, box.height())
                painter.fillRect(lunch, QBrush(self._line, Qt.BrushStyle.BDiagPattern))
        if marked:
            tint = QColor(palette.WATER)
            tint.setAlphaF(0.10)
            painter.fillRect(box, tint)
        painter.setPen(QPen(self._line, 1))
        for mark in axis.marks():
            if mark.has_text:
                x = box.left() + mark.x
                painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def paint_now(self, painter: QPainter, box: QRectF, axis: Axis, now: datetime) -> None:
        """Paint the line of the present moment over the rows, its time at the top."""
        if not axis.start <= now <= axis.end:
            return
        x = box.left() + axis.x_of(now)
        red = QColor(palette.PRIORITY["P1"])
        painter.setPen(QPen(red, 1.5))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        text = time_text(now)
        width = self._bold_metrics.horizontalAdvance(text) + 8
        tag = QRectF(x - width / 2, box.top(), width, self._metrics.height())
        painter.fillRect(tag, red)
        painter.setFont(self._bold)
        painter.setPen(QColor(palette.HALO))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)

    def _write(
        self, painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor, *, right: bool = False
    ) -> None:
        metrics = self._bold_metrics if font is self._bold else self._metrics
        painter.setFont(font)
        painter.setPen(ink)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
