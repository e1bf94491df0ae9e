# SPDX-License-Identifier: GPL-3.0-or-later
"""The year as a Gantt chart: zones with their load, activities as bars, a column a week."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QPoint, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from ...qgis_bridge.figures import day_text, number_text
from ...qgis_bridge.messages import tr
from ..rich_text import tip
from .gantt_painter import HEAD_PX, NAME_PX, ROW_PX, GanttPainter
from .year_shown import WeekCell, YearShown

_NARROWEST_PX = 11.0
_MOST_ASSETS = 12
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class GanttView(QAbstractScrollArea):
    """Shows a year; ``chosen`` gives the text of the week that is chosen by mouse or arrow keys."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: YearShown | None = None
        self.place = (0, 0)
        self.setAccessibleName(tr("Programme by week"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def show_year(self, shown: YearShown | None) -> None:
        """Show another year, or none."""
        self.shown, self.place = shown, (0, 0)
        self._place_bars()
        self.viewport().update()

    @property
    def week_px(self) -> float:
        """Return how wide a week is: all of them where there is room."""
        weeks = len(self.shown.weeks) if self.shown else 52
        return max(_NARROWEST_PX, (self.viewport().width() - NAME_PX) / weeks)

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return row and week under a point, None beside them."""
        if self.shown is None or point.x() < NAME_PX or point.y() < HEAD_PX:
            return None
        row = int((point.y() - HEAD_PX + self.verticalScrollBar().value()) // ROW_PX)
        week = int((point.x() - NAME_PX + self.horizontalScrollBar().value()) // self.week_px)
        if 0 <= row < len(self.shown.rows) and 0 <= week < len(self.shown.weeks):
            return row, week
        return None

    def text_of(self, row: int, week: int) -> str:
        """Return what a week of a row holds, in words."""
        assert self.shown is not None, "a cell is of a year"
        own = self.shown.rows[row]
        cell = own.cells.get(week, WeekCell(0.0))
        parts = [own.name, tr("week of {day}").format(day=day_text(self.shown.weeks[week]))]
        parts.append(tr("{hours} h").format(hours=number_text(cell.hours, decimals=1)))
        if cell.percent is not None:
            parts.append(f"{number_text(cell.percent, decimals=0)} %")
        if cell.assets:
            more = ", …" if len(cell.assets) > _MOST_ASSETS else ""
            parts.append(f"{len(cell.assets)}: {', '.join(cell.assets[:_MOST_ASSETS])}{more}")
        return " · ".join(parts)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's own
        """Paint what is visible; called by Qt."""
        painter = QPainter(self.viewport())
        if self.shown is not None:
            across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
            port = QRectF(self.viewport().rect())
            own = GanttPainter(painter, port, self.palette(), self.week_px, across, down)
            own.paint(self.shown, self.place if self.hasFocus() else None)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the week under the pointer; called by Qt."""
        found = self.cell_at(event.pos())
        if found is not None:
            self._choose(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice by the arrow keys; called by Qt."""
        step = _STEPS.get(event.key())
        if step is None or self.shown is None or not self.shown.rows:
            super().keyPressEvent(event)
            return
        row = min(max(self.place[0] + step[0], 0), len(self.shown.rows) - 1)
        week = min(max(self.place[1] + step[1], 0), len(self.shown.weeks) - 1)
        self._choose(row, week)
        self._bring_into_view()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the pointer; called by Qt."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.cell_at(event.pos())
            QToolTip.showText(event.globalPos(), tip(self.text_of(*found)) if found else "", self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bars in step; called by Qt."""
        super().resizeEvent(event)
        self._place_bars()

    def _choose(self, row: int, week: int) -> None:
        self.place = (row, week)
        text = self.text_of(row, week)
        self.setAccessibleDescription(text)
        self.chosen.emit(text)
        self.viewport().update()

    def _bring_into_view(self) -> None:
        row, week = self.place
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        room = self.viewport().height() - HEAD_PX
        down.setValue(round(min(max(down.value(), (row + 1) * ROW_PX - room), row * ROW_PX)))
        width, left = self.viewport().width() - NAME_PX, week * self.week_px
        across.setValue(round(min(max(across.value(), left + self.week_px - width), left)))

    def _place_bars(self) -> None:
        rows, weeks = (len(self.shown.rows), len(self.shown.weeks)) if self.shown else (0, 0)
        room = self.viewport().height() - HEAD_PX
        self.verticalScrollBar().setRange(0, max(0, round(rows * ROW_PX - room)))
        self.verticalScrollBar().setPageStep(max(1, round(room)))
        width = self.viewport().width() - NAME_PX
        self.horizontalScrollBar().setRange(0, max(0, round(weeks * self.week_px - width)))
        self.horizontalScrollBar().setPageStep(max(1, round(width)))
