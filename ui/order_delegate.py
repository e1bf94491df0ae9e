# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws an order of the list as a card: badge, kind of work, state, address, deadline, who and when."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from qgis.PyQt.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..qgis_bridge.figures import moment_text, time_text
from ..qgis_bridge.labels import job_text
from ..qgis_bridge.messages import tr
from ..qgis_bridge.styles import palette
from ..qgis_bridge.wording import word
from .badges import paint_badge
from .inks import ink
from .order_rows import OrderRow
from .orders_model import OrderRole

_PADDING = 6
WAITING = frozenset({"qualified", "rescheduled", "suspended"})


class OrderDelegate(QStyledItemDelegate):
    """Three lines an order; the colours of the text follow QGIS's theme, dark or light."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Return the height of a card, or of a heading."""
        line = option.fontMetrics.height()
        if index.data(OrderRole.IS_GROUP):
            return QSize(0, line + 2 * _PADDING)
        return QSize(0, 3 * line + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint a card; headings are left to the style, in bold."""
        if index.data(OrderRole.IS_GROUP):
            option.font.setBold(True)
            super().paint(painter, option, index)
            return
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        _Card(painter, option, option.palette.color(role)).paint(index.data(OrderRole.ROW))
        painter.restore()


class _Card:
    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, text: QColor) -> None:
        self.painter = painter
        self.font = option.font
        self.metrics = option.fontMetrics
        self.palette = option.palette
        self.ink = text
        self.muted = QColor(text)
        self.muted.setAlphaF(0.68)
        self.selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self.box = option.rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)

    def paint(self, row: OrderRow) -> None:
        line = self.metrics.height()
        badge = min(2 * line, 30)
        top = self.box.top() + (self.box.height() - badge) / 2
        hollow = row.order.state.value in WAITING
        paint_badge(
            self.painter, QRectF(self.box.left(), top, badge, badge), row.order.priority.value, hollow=hollow
        )
        text = self.box.adjusted(badge + 8, 0, 0, 0)
        first = QRect(text.left(), text.top(), text.width(), line)
        used = self._right(first, word(f"state.{row.order.state.value}"), self.muted)
        self._left(first.adjusted(0, 0, -used, 0), job_text(row.order), self.ink, bold=True)
        second = first.translated(0, line)
        used = self._right(second, row.order.order_id, self.muted)
        self._left(second.adjusted(0, 0, -used, 0), row.order.address, self.ink)
        third = second.translated(0, line)
        used = self._who(third, row)
        alarm = self.ink if self.selected else ink(palette.PRIORITY["P1"], self.palette)
        late = alarm if row.is_late else self.muted
        same_day = row.starts_at is not None and row.starts_at.date() == row.order.due_at.date()
        moment = time_text(row.order.due_at) if same_day else moment_text(row.order.due_at)
        due = tr("due {moment}").format(moment=moment)
        self._left(third.adjusted(0, 0, -used, 0), due, late, bold=row.is_late)

    def _who(self, line: QRect, row: OrderRow) -> int:
        if row.starts_at is None:
            loud = self.ink if self.selected else ink(palette.DIG, self.palette)
            return self._right(line, tr("not planned"), loud, bold=True)
        others = f" +{len(row.agents) - 1}" if len(row.agents) > 1 else ""
        used = self._right(line, f"{time_text(row.starts_at)} {row.agents[0]}{others}", self.ink)
        size = line.height() * 0.5
        dot = QRectF(line.right() - used - size - 2, line.top() + size / 2, size, size)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(row.colour or palette.MUTED))
        self.painter.drawEllipse(dot)
        return round(used + size + 6)

    def _left(self, box: QRect, text: str, colour: QColor, *, bold: bool = False) -> None:
        metrics = self._use(colour, bold=bold)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self.painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _right(self, box: QRect, text: str, colour: QColor, *, bold: bool = False) -> int:
        metrics = self._use(colour, bold=bold)
        self.painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return metrics.horizontalAdvance(text) + 8

    def _use(self, colour: QColor, *, bold: bool) -> QFontMetrics:
        font = QFont(self.font)
        font.setBold(bold)
        self.painter.setFont(font)
        self.painter.setPen(colour)
        return QFontMetrics(font)
