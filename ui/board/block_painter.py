# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints the blocks of the planning board: work by priority and state, valves, pick-ups, the ways between."""

from __future__ import annotations

from functools import lru_cache

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPalette, QPen, QPixmap

from ...qgis_bridge.figures import time_text
from ...qgis_bridge.styles import palette
from ..badges import badge_pixmap
from ..contrast import readable
from .rows import Block

_RADIUS = 4.0
_BADGE_PX = 15.0
# narrower than this a block has no text
_TEXT_PX = 30.0

_VALVES = ("close", "reopen")
_ENDED = ("done", "closed", "not_done", "to_correct")


class BlockPainter:
    """Paints with the fonts and the colours of one widget."""

    def __init__(self, font: QFont, colours: QPalette) -> None:
        self._font = font
        self._bold = QFont(font)
        self._bold.setBold(True)
        self._metrics = QFontMetricsF(font)
        self._bold_metrics = QFontMetricsF(self._bold)
        self._elided: dict[tuple[str, bool, int], str] = {}
        self._ink = colours.color(QPalette.ColorRole.Text)
        self._base = colours.color(QPalette.ColorRole.Base)
        self._highlight = colours.color(QPalette.ColorRole.Highlight)

    def paint_way(self, painter: QPainter, x: float, box: QRectF) -> None:
        """Paint the way from ``x`` to the left edge of a block, with an arrow head where there is room."""
        middle = box.center().y()
        muted = QColor(self._ink)
        muted.setAlphaF(0.45)
        painter.setPen(QPen(muted, 1.6))
        painter.drawLine(QPointF(x, middle), QPointF(box.left(), middle))
        if box.left() - x > 8:
            painter.drawLine(QPointF(box.left() - 4, middle - 3), QPointF(box.left(), middle))
            painter.drawLine(QPointF(box.left() - 4, middle + 3), QPointF(box.left(), middle))

    def paint(self, painter: QPainter, block: Block, box: QRectF, *, selected: bool, faint: bool) -> None:
        """Paint one block; a faint one is where a move would put it."""
        painter.save()
        painter.setOpacity(0.8 if faint else 1.0)
        colour = self._colour(block)
        ended = block.state in _ENDED
        fill = self._mixed(colour, 0.10 if ended else 0.24)
        frame = QPainterPath()
        frame.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.fillPath(frame, fill)
        painter.setClipPath(frame)
        stripe = QRectF(box.left(), box.top(), 4, box.height())
        painter.fillRect(stripe, self._mixed(colour, 0.45) if ended else colour)
        painter.setClipping(False)
        self._outline(painter, block, frame, colour, selected=selected, faint=faint)
        self._fill_in(painter, block, box.adjusted(6, 0, -3, 0), fill)
        painter.restore()

    def paint_pin(self, painter: QPainter, box: QRectF) -> None:
        """Paint a pin in the corner of a block that is kept for its agents."""
        x, y = box.right() - 6, box.top() + 5
        painter.setPen(QPen(self._ink, 1.6))
        painter.drawLine(QPointF(x, y), QPointF(x - 4, y + 9))
        painter.setBrush(self._ink)
        painter.drawEllipse(QPointF(x, y), 3.2, 3.2)

    def paint_left(self, painter: QPainter, block: Block, box: QRectF) -> None:
        """Paint the place that a block leaves in a move under way."""
        painter.setPen(QPen(self._mixed(self._colour(block), 0.35), 1.0, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _colour(self, block: Block) -> QColor:
        if block.task in _VALVES:
            return QColor(palette.CUT)
        return QColor(palette.MUTED if block.task == "pick_up" else palette.PRIORITY[block.priority])

    def _mixed(self, colour: QColor, share: float) -> QColor:
        """Return the colour on the ground of the widget, as a tint that works on light and dark."""
        parts = zip(colour.getRgb()[:3], self._base.getRgb()[:3], strict=True)
        return QColor(*(round(share * own + (1 - share) * ground) for own, ground in parts))

    def _outline(
        self,
        painter: QPainter,
        block: Block,
        frame: QPainterPath,
        colour: QColor,
        *,
        selected: bool,
        faint: bool,
    ) -> None:
        if selected:
            painter.setPen(QPen(self._highlight, 2.6))
        elif block.is_late:
            painter.setPen(QPen(QColor(palette.PRIORITY["P1"]), 1.8))
        elif block.state == "in_progress":
            painter.setPen(QPen(colour, 2.2))
        else:
            painter.setPen(QPen(self._mixed(colour, 0.6), 1.0))
        if faint:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(frame)

    def _fill_in(self, painter: QPainter, block: Block, box: QRectF, fill: QColor) -> None:
        """Write what there is room for: badge, hour and kind of work, then the address."""
        if block.task == "work" and box.width() > _BADGE_PX:
            top = box.top() + min(3.0, (box.height() - _BADGE_PX) / 2)
            hollow = block.state in ("planned", "qualified")
            badge = _badge(block.priority, painter.device().devicePixelRatioF(), hollow=hollow)
            painter.drawPixmap(QPointF(box.left(), top), badge)
            box = box.adjusted(_BADGE_PX + 3, 0, 0, 0)
        if box.width() < _TEXT_PX:
            return
        line = QRectF(box.left(), box.top() + 1, box.width(), self._metrics.height())
        red = QColor(palette.PRIORITY["P1"]).getRgb()[:3]
        late = block.is_late and QColor(*readable(red, fill.getRgb()[:3]))
        hour = f"{self._sign(block)}{time_text(block.start)}"
        self._write(painter, line, hour, self._bold, late or self._ink)
        used = self._bold_metrics.horizontalAdvance(hour) + 5
        if line.width() - used > _TEXT_PX:
            self._write(painter, line.adjusted(used, 0, 0, 0), block.label, self._font, self._ink)
        second = line.translated(0, line.height())
        if second.bottom() <= box.bottom() + 2:
            muted = QColor(self._ink)
            muted.setAlphaF(0.7)
            self._write(painter, second, block.address, self._font, muted)

    @staticmethod
    def _sign(block: Block) -> str:
        """Return a sign before the hour: state and task told without colour."""
        signs = {"done": "✓ ", "closed": "✓ ", "not_done": "✗ ", "to_correct": "? ", "in_progress": "▶ "}
        tasks = {"close": "⊗ ", "reopen": "⊙ ", "pick_up": "▣ "}
        return tasks.get(block.task, signs.get(block.state, ""))

    def _write(self, painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor) -> None:
        metrics = self._bold_metrics if font is self._bold else self._metrics
        painter.setFont(font)
        painter.setPen(ink)
        key = (text, font is self._bold, int(box.width()))
        shown = self._elided.get(key)
        if shown is None:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            self._elided[key] = shown
        # with a place instead of a box nothing is laid out
        top = box.top() + (box.height() - metrics.height()) / 2
        painter.drawText(QPointF(box.left(), top + metrics.ascent()), shown)


@lru_cache(maxsize=64)
def _badge(priority: str, ratio: float, *, hollow: bool) -> QPixmap:
    """Return a badge that was painted once."""
    return badge_pixmap(priority, int(_BADGE_PX), ratio, hollow=hollow)
