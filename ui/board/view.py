# SPDX-License-Identifier: GPL-3.0-or-later
"""The planning board as a widget: paints what is visible, and says what the user chooses, drags and drops."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from qgis.PyQt.QtCore import QEvent, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from qgis.PyQt.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from ...qgis_bridge.messages import tr
from .axis import Axis
from .block_painter import BlockPainter
from .board_painter import BoardPainter, Scene
from .drag import Preview, Target, beside, neighbour, target_at
from .layout import NAME_PX, Layout
from .rows import Block, Board
from .tips import block_tip

ORDER_MIME = "application/x-regard-order"

_ZOOM_STEP = 0.8
_ARROWS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class BoardView(QAbstractScrollArea):
    """Shows a board; holds the scroll and zoom, the move under way and nothing of the plan.

    ``held`` is sent while an order is moved, ``dropped`` when it is let go on a row, ``let_go`` when the move
    is given up; the answer to ``held`` comes back through ``show_preview``.
    """

    order_chosen = pyqtSignal(str)
    held = pyqtSignal(object)
    dropped = pyqtSignal(object)
    let_go = pyqtSignal()
    menu_asked = pyqtSignal(str, QPoint)
    row_menu_asked = pyqtSignal(str, QPoint)
    undo_asked = pyqtSignal()
    redo_asked = pyqtSignal()
    swap_asked = pyqtSignal(str, str)
    days_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block_painter: BlockPainter | None = None
        self.setObjectName("RegardBoardView")
        self.setAccessibleName(tr("Planning board"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAcceptDrops(True)
        self.now = datetime.now()
        self.board = Board(self.now.date(), 1)
        self.axis = Axis(self.board.start, 12.0, 600.0)
        self.order_id = ""
        self.target: Target | None = None
        self.preview: Preview | None = None
        self.swapping = ""
        self._pressed: tuple[Block, QPoint] | None = None

    def show_board(self, board: Board, *, now: datetime) -> None:
        """Show another board; the hours shown stay where the days do."""
        same_days = (board.first_day, board.days) == (self.board.first_day, self.board.days)
        self.board, self.now, self._block_painter = board, now, None
        self.give_up()
        if same_days:
            self._place_bars()
        else:
            self.fit()

    def fit(self) -> None:
        """Show the working hours of the first day at full width."""
        first, last = self.board.hours_shown()
        self._show_axis(
            replace(self.axis, start=first, hours=max(4.0, (last - first).total_seconds() / 3600))
        )

    def show_day(self, day: date) -> None:
        """Show the working hours of another day of the plan."""
        by = day - self.day_shown
        self._show_axis(replace(self.axis, start=self.axis.start + by))

    @property
    def day_shown(self) -> date:
        """Return the day in the middle, or the first where several are shown."""
        middle = self.axis.start + timedelta(hours=min(self.axis.hours, 24.0) / 2)
        return min(middle, self.board.end - timedelta(seconds=1)).date()

    def zoom(self, factor: float, *, at_x: float | None = None) -> None:
        """Show ``factor`` times the hours around a place, by default the middle."""
        self._show_axis(self.axis.zoomed(factor, at_x=self.axis.width_px / 2 if at_x is None else at_x))

    def select(self, order_id: str) -> None:
        """Mark an order wherever it stands, and bring it into view, without telling anyone."""
        self.order_id = order_id
        places = self.board.places.get(order_id, ())
        if places and self.target is None:
            number, block = places[0]
            self.verticalScrollBar().setValue(round(self.layout_now().scroll_to(number)))
            self._show_axis(self.layout_now().axis_to(block))
            self.setAccessibleDescription(f"{block.label}, {block.address}, {self.board.rows[number].name}")
        self.viewport().update()

    def show_preview(self, preview: Preview | None) -> None:
        """Show what the move under way would do."""
        self.preview = preview
        self.viewport().update()

    def give_up(self) -> None:
        """End a move without making it."""
        was_moving = self.target is not None
        self._pressed = self.target = self.preview = None
        self.swapping = ""
        self.viewport().unsetCursor()
        self.viewport().update()
        if was_moving:
            self.let_go.emit()

    def begin_swap(self, order_id: str) -> None:
        """Let the next order that is clicked, or selected and confirmed, change places with one."""
        self.give_up()
        self.swapping = order_id
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocus()

    def show_now(self, now: datetime) -> None:
        """Show another present moment."""
        self.now = now
        self.viewport().update()

    def layout_now(self) -> Layout:
        """Return where everything is at the present scroll and zoom."""
        line_px = QFontMetricsF(self.font()).height()
        return Layout(
            self.board,
            self.axis,
            row_px=2 * line_px + 14,
            head_px=2 * line_px + 8,
            scroll_px=float(self.verticalScrollBar().value()),
            height_px=float(self.viewport().height()),
        )

    # gestures of the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the order under the pointer; letting go chooses it, or drops it elsewhere."""
        block = self._block_under(event.pos())
        if event.button() == Qt.MouseButton.LeftButton and block is not None:
            if self.swapping:
                self._swap(block.order_id)
                return
            self._pressed = (block, event.pos())
            self.order_id = block.order_id
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hold the pressed order over another place."""
        if self._pressed is None:
            return
        block, start = self._pressed
        far = (event.pos() - start).manhattanLength() >= QApplication.startDragDistance()
        if (self.target is not None or far) and block.task == "work" and not block.is_fixed:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._hold(block.order_id, block.role, event.pos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged; an order that was only clicked is chosen."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        (block, _), self._pressed = self._pressed, None
        if self.target is not None:
            self._drop()
        else:
            self.order_chosen.emit(block.order_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the order under the pointer, of the selected one by key; or of the row."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            places = self.board.places.get(self.order_id, ())
            place = QPoint(round(NAME_PX), 0)
            if places:
                left, top, _, height = self.layout_now().box_of(*places[0])
                place = QPoint(round(left), round(top + height))
            self.menu_asked.emit(self.order_id, self.viewport().mapToGlobal(place))
            return
        block = self._block_under(self.viewport().mapFromGlobal(event.globalPos()))
        if block is not None:
            self.menu_asked.emit(block.order_id, event.globalPos())
            return
        row = self.layout_now().row_at(self.viewport().mapFromGlobal(event.globalPos()).y())
        if row is not None:
            self.row_menu_asked.emit(self.board.rows[row].agent_id, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; zoom with Ctrl, move along the hours with Shift."""
        steps = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM_STEP**steps, at_x=max(0.0, event.position().x() - NAME_PX))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            along = self.horizontalScrollBar()
            along.setValue(round(along.value() - steps * self.axis.hours * 6))
        else:
            super().wheelEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take orders that come from the tray."""
        if event.mimeData().hasFormat(ORDER_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Hold an order of the tray over a place."""
        order_id = bytes(event.mimeData().data(ORDER_MIME)).decode()
        # Qt 6 has only the one, Qt 5 only the other
        place = event.position().toPoint() if hasattr(event, "position") else event.pos()
        self._hold(order_id, 0, place)
        event.setAccepted(self.target is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002
        """Give the move up: the order went back to the tray."""
        self.give_up()

    def dropEvent(self, event: QDropEvent) -> None:
        """Drop an order of the tray."""
        event.acceptProposedAction()
        self._drop()

    # gestures of the keyboard

    def event(self, event: QEvent) -> bool:
        """Keep undo and redo for the board while it has the focus: QGIS has commands of those keys too."""
        if event.type() == QEvent.Type.ShortcutOverride and (
            event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from order to order; move the selected one with Alt, then Enter to drop or Escape to give up."""
        step = _ARROWS.get(event.key())
        with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if step and with_alt:
            self.target = beside(self.board, self.order_id, self.target, step)
            if self.target is not None:
                self.held.emit(self.target)
        elif step and self.target is None:
            self.order_chosen.emit(neighbour(self.board, self.order_id, step))
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.zoom(_ZOOM_STEP if event.key() == Qt.Key.Key_Plus else 1 / _ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Home:
            self.fit()
        else:
            super().keyPressEvent(event)

    # painting and scrolling

    def block_painter(self) -> BlockPainter:
        """Return what paints the blocks, the same one until fonts or colours change."""
        if self._block_painter is None:
            self._block_painter = BlockPainter(self.font(), self.palette())
        return self._block_painter

    def changeEvent(self, event: QEvent) -> None:
        """Paint with the new fonts and colours."""
        self._block_painter = None
        super().changeEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a block is when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            block = self._block_under(event.pos())
            QToolTip.showText(event.globalPos(), block_tip(block) if block else "", self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint what is visible."""
        scene = Scene(self.layout_now(), self.now, self.order_id, self.target, self.preview)
        BoardPainter(scene, self.viewport(), self.block_painter()).paint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002
        """Keep the hours shown, over another width."""
        self._show_axis(self.axis)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        """Follow the scroll bars."""
        if dx:
            start = self.board.start + timedelta(minutes=self.horizontalScrollBar().value())
            self.axis = replace(self.axis, start=start)
            self.days_changed.emit()
        self.viewport().update()

    def _show_axis(self, axis: Axis) -> None:
        width_px = max(1.0, self.viewport().width() - NAME_PX)
        self.axis = replace(axis, width_px=width_px).within(self.board.start, self.board.end)
        self._place_bars()
        self.days_changed.emit()
        self.viewport().update()

    def _place_bars(self) -> None:
        layout = self.layout_now()
        down, along = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(layout.rows_px - layout.body_px)))
        down.setPageStep(round(layout.body_px))
        down.setSingleStep(round(layout.row_px))
        along.blockSignals(True)
        along.setRange(0, max(0, round(24 * 60 * self.board.days - self.axis.hours * 60)))
        along.setPageStep(round(self.axis.hours * 60))
        along.setSingleStep(15)
        along.setValue(round((self.axis.start - self.board.start).total_seconds() / 60))
        along.blockSignals(False)
        self.viewport().update()

    def _block_under(self, place: QPoint) -> Block | None:
        return self.layout_now().block_at(place.x(), place.y())

    def _hold(self, order_id: str, role: int, place: QPoint) -> None:
        layout = self.layout_now()
        row = layout.row_at(place.y())
        if row is None:
            self.target = None
            self.show_preview(None)
            return
        target = target_at(self.board, order_id, role, row=row, moment=layout.moment_at(place.x()))
        is_new = self.target is None or target.spot != self.target.spot
        self.target = target
        if is_new:
            self.held.emit(target)
        self.viewport().update()

    def _confirm(self) -> None:
        """Make what is under way: the swap with the selected order, or the move."""
        if self.swapping:
            self._swap(self.order_id)
        elif self.target is not None:
            self._drop()

    def _swap(self, other: str) -> None:
        order_id = self.swapping
        self.give_up()
        if order_id != other:
            self.swap_asked.emit(order_id, other)

    def _drop(self) -> None:
        target, self.target = self.target, None
        self.viewport().unsetCursor()
        if target is not None:
            self.dropped.emit(target)
