# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the parts of the planning board together on its viewport, those that can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ...qgis_bridge.styles import palette
from .block_painter import BlockPainter
from .drag import Preview, Target
from .ground_painter import GroundPainter
from .layout import NAME_PX, Layout
from .rows import Block

_SIGNS = {"fits": "✓", "costs": "△", "breaks": "✗"}


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be painted: where everything is, what is selected, and the move under way."""

    layout: Layout
    now: datetime
    order_id: str
    target: Target | None
    preview: Preview | None


class BoardPainter:
    """Paints a scene on a widget once, with its font and colours."""

    def __init__(self, scene: Scene, port: QWidget, blocks: BlockPainter) -> None:
        self._scene, self._port, self._blocks = scene, port, blocks
        self._layout = scene.layout
        ghosts = scene.preview.ghosts if scene.preview is not None else ()
        self._moving = {(ghost.block.order_id, ghost.block.task) for ghost in ghosts}
        self._ground = GroundPainter(port.font(), port.palette())
        self._painter = QPainter(port)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self) -> None:
        """Paint rows, blocks, ghosts, the present moment, names and hours, in this order."""
        layout, painter = self._layout, self._painter
        body = QRectF(NAME_PX, layout.head_px, layout.axis.width_px, layout.body_px)
        painter.fillRect(self._port.rect(), self._port.palette().base())
        painter.save()
        painter.setClipRect(body)
        self._paint_rows(body)
        self._paint_ghosts()
        self._ground.paint_now(painter, body, layout.axis, self._scene.now)
        painter.restore()
        self._paint_names()
        head = QRectF(NAME_PX, 0, layout.axis.width_px, layout.head_px)
        painter.save()
        painter.setClipRect(head)
        self._ground.paint_hours(painter, head, layout.axis)
        painter.restore()
        painter.fillRect(QRectF(0, 0, NAME_PX, layout.head_px), self._port.palette().window())
        self._paint_verdict(body)
        painter.end()

    def _paint_rows(self, body: QRectF) -> None:
        layout, target = self._layout, self._scene.target
        for number in layout.visible_rows():
            row = layout.board.rows[number]
            box = QRectF(body.left(), layout.top_of(number), body.width(), layout.row_px)
            marked = target is not None and target.agent_id == row.agent_id
            self._ground.paint_row(self._painter, box, row, layout.axis, marked=marked)
            for block in row.blocks:
                if block.end >= layout.axis.start and block.arrive <= layout.axis.end:
                    self._paint_block(number, block)

    def _paint_block(self, number: int, block: Block) -> None:
        scene = self._scene
        box = QRectF(*self._layout.box_of(number, block))
        if block.travel_s:
            start = (
                NAME_PX + self._layout.axis.x_of(block.arrive) - block.travel_s * self._layout.axis.px_per_s
            )
            self._blocks.paint_way(self._painter, start, box)
        if (block.order_id, block.task) in self._moving:
            self._blocks.paint_left(self._painter, block, box)
        else:
            self._blocks.paint(
                self._painter, block, box, selected=block.order_id == scene.order_id, faint=False
            )
            if block.order_id in scene.layout.board.pinned and block.task == "work":
                self._blocks.paint_pin(self._painter, box)

    def _paint_ghosts(self) -> None:
        preview = self._scene.preview
        if preview is None:
            return
        shown = set(self._layout.visible_rows())
        for ghost in preview.ghosts:
            number = self._layout.board.row_of.get(ghost.agent_id)
            if number in shown:
                box = QRectF(*self._layout.box_of(number, ghost.block))
                is_moved = ghost.block.order_id == preview.target.order_id
                self._blocks.paint(self._painter, ghost.block, box, selected=is_moved, faint=True)

    def _paint_names(self) -> None:
        layout = self._layout
        self._painter.save()
        self._painter.setClipRect(QRectF(0, layout.head_px, NAME_PX, layout.body_px))
        self._painter.fillRect(
            QRectF(0, layout.head_px, NAME_PX, layout.body_px), self._port.palette().window()
        )
        for number in layout.visible_rows():
            box = QRectF(0, layout.top_of(number), NAME_PX, layout.row_px)
            self._ground.paint_name(self._painter, box, layout.board.rows[number])
        self._painter.restore()

    def _paint_verdict(self, body: QRectF) -> None:
        """Write what the move under way would do beside the place that it is aimed at."""
        preview, layout = self._scene.preview, self._layout
        if preview is None:
            return
        font = QFont(self._port.font())
        font.setBold(True)
        metrics = QFontMetricsF(font)
        text = f"{_SIGNS[preview.verdict]} {preview.text}"
        width = min(metrics.horizontalAdvance(text) + 20, body.width() - 8)
        left = NAME_PX + layout.axis.x_of(preview.target.moment) + 12
        top = layout.top_of(layout.board.row_of[preview.target.agent_id]) + layout.row_px
        box = QRectF(
            min(max(left, body.left() + 4), body.right() - width - 4),
            min(top, body.bottom() - metrics.height() - 8),
            width,
            metrics.height() + 6,
        )
        painter = self._painter
        painter.setPen(QPen(QColor(palette.HALO), 1))
        painter.setBrush(QColor(palette.MOVE[preview.verdict]))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(palette.HALO))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 16)
        painter.drawText(QPointF(box.left() + 8, box.top() + 3 + metrics.ascent()), shown)
