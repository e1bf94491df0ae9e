# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints the year: months along the top, names on the left, the load of zones and the bars of activities."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QPen

from ...qgis_bridge.figures import number_text
from ...qgis_bridge.styles.programme import STATE_COLOURS
from ..contrast import contrast
from .year_shown import GanttRow, YearShown

NAME_PX, HEAD_PX, ROW_PX = 204.0, 24.0, 22.0
_BAR = "#0072b2"
# the faintest bar of a row is still seen
_FAINT = 0.35


class GanttPainter:
    """Paints one frame: ``across`` and ``down`` are how far the rows are scrolled, in pixels."""

    def __init__(
        self, painter: QPainter, port: QRectF, colours: QPalette, week_px: float, across: int, down: int
    ) -> None:
        self._painter, self._port, self._colours = painter, port, colours
        self._week_px, self._across, self._down = week_px, across, down
        self._metrics = QFontMetricsF(painter.font())

    def paint(self, shown: YearShown, place: tuple[int, int] | None) -> None:
        """Paint a year; ``place`` is the row and week that the keyboard is on."""
        painter, port = self._painter, self._port
        painter.fillRect(port, self._colours.base())
        painter.save()
        painter.setClipRect(QRectF(NAME_PX, HEAD_PX, port.width() - NAME_PX, port.height() - HEAD_PX))
        for number, row in enumerate(shown.rows):
            if -ROW_PX < self._top(number) - HEAD_PX < port.height():
                self._paint_row(number, row, len(shown.weeks))
        self._paint_months(shown, port.height())
        if place is not None:
            painter.setPen(QPen(self._colours.color(QPalette.ColorRole.Highlight), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._box(*place).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()
        self._paint_names(shown)
        self._paint_head(shown)

    def _top(self, row: int) -> float:
        return HEAD_PX + row * ROW_PX - self._down

    def _box(self, row: int, week: int) -> QRectF:
        return QRectF(NAME_PX + week * self._week_px - self._across, self._top(row), self._week_px, ROW_PX)

    def _paint_row(self, number: int, row: GanttRow, weeks: int) -> None:
        most = row.most or 1.0
        for week in range(weeks):
            cell = row.cells.get(week)
            if cell is None or (cell.hours <= 0 and not row.is_zone):
                continue
            box = self._box(number, week)
            if row.is_zone:
                colour = QColor(STATE_COLOURS.get(cell.state, STATE_COLOURS["unknown"]))
                text = "" if cell.percent is None else number_text(cell.percent, decimals=0)
                self._fill(box.adjusted(0, 1, 0, -1), colour, text)
            else:
                colour = self._shaded(_FAINT + (1 - _FAINT) * cell.hours / most)
                text = number_text(cell.hours, decimals=0) if cell.hours >= 1 else ""
                self._fill(box.adjusted(0, 4, 0, -4), colour, text)

    def _shaded(self, share: float) -> QColor:
        """Return the colour of a bar over the ground: the fuller the week, the stronger."""
        bar, ground = QColor(_BAR), self._colours.color(QPalette.ColorRole.Base)
        pairs = ((bar.redF(), ground.redF()), (bar.greenF(), ground.greenF()), (bar.blueF(), ground.blueF()))
        return QColor.fromRgbF(*(share * one + (1 - share) * other for one, other in pairs))

    def _fill(self, box: QRectF, colour: QColor, text: str) -> None:
        self._painter.fillRect(box, colour)
        if text and self._metrics.horizontalAdvance(text) + 2 <= box.width():
            self._painter.setPen(ink_on(colour))
            self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_months(self, shown: YearShown, height: float) -> None:
        self._painter.setPen(QPen(self._colours.color(QPalette.ColorRole.Mid), 1))
        for week, _ in _month_starts(shown):
            x = NAME_PX + week * self._week_px - self._across
            self._painter.drawLine(round(x), round(HEAD_PX), round(x), round(height))

    def _paint_names(self, shown: YearShown) -> None:
        painter, side = self._painter, QRectF(0, HEAD_PX, NAME_PX, self._port.height() - HEAD_PX)
        painter.save()
        painter.setClipRect(side)
        painter.fillRect(side, self._colours.window())
        painter.setPen(self._colours.color(QPalette.ColorRole.WindowText))
        for number, row in enumerate(shown.rows):
            font = painter.font()
            font.setBold(row.is_zone)
            painter.setFont(font)
            left = 6.0 if row.is_zone else 18.0
            box = QRectF(left, self._top(number), NAME_PX - left - 4, ROW_PX)
            text = QFontMetricsF(font).elidedText(row.name, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _paint_head(self, shown: YearShown) -> None:
        painter, head = self._painter, QRectF(0, 0, self._port.width(), HEAD_PX)
        painter.fillRect(head, self._colours.window())
        painter.setPen(self._colours.color(QPalette.ColorRole.WindowText))
        painter.save()
        painter.setClipRect(QRectF(NAME_PX, 0, self._port.width() - NAME_PX, HEAD_PX))
        for week, month in _month_starts(shown):
            box = QRectF(NAME_PX + week * self._week_px - self._across + 3, 0, 5 * self._week_px, HEAD_PX)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown.months[month - 1]
            )
        painter.restore()


def ink_on(ground: QColor) -> QColor:
    """Return black or white, whichever is read better on a colour."""
    rgb = (ground.red(), ground.green(), ground.blue())
    return QColor("#ffffff" if contrast((255, 255, 255), rgb) > contrast((0, 0, 0), rgb) else "#000000")


def _month_starts(shown: YearShown) -> list[tuple[int, int]]:
    """Return the first week that begins in each month, with the month; the first week stands for January."""
    starts = [(0, 1)] if shown.weeks else []
    for number, week in enumerate(shown.weeks):
        if week.year == shown.year and week.month > starts[-1][1]:
            starts.append((number, week.month))
    return starts
