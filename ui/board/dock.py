# SPDX-License-Identifier: GPL-3.0-or-later
"""The PLANNING dock: figures and zoom above, the board with the tray of waiting orders below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAction,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.figures import day_text, duration_text, number_text
from ...qgis_bridge.messages import tr
from .rows import Board
from .tray import Tray
from .view import BoardView


class BoardDock(QDockWidget):
    """Shows what it is given; ``undo_asked`` is sent by the button, and by Ctrl+Z on the board.

    ``day_asked`` is sent with -1 for the day before, 1 for the day after, 0 for the plan in force.
    ``happened`` says what has: its kind, the agent, the order (see ``ui.disrupting``).
    """

    undo_asked = pyqtSignal()
    redo_asked = pyqtSignal()
    day_asked = pyqtSignal(int)
    happened = pyqtSignal(str, str, str)
    row_menu_asked = pyqtSignal(str, QPoint)
    sheets_asked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Planning"), parent)
        self.setObjectName("RegardBoardDock")
        self.view = BoardView(self)
        self.tray = Tray(self)
        self.figures = QLabel(self)
        self.figures.setTextFormat(Qt.TextFormat.RichText)
        self.undo = self._action("mActionUndo.svg", tr("Undo (Ctrl+Z)"), self.undo_asked.emit)
        self.redo = self._action("mActionRedo.svg", tr("Do again (Ctrl+Shift+Z)"), self.redo_asked.emit)
        self.day_before = self._action(
            "mActionArrowLeft.svg", tr("The day before"), lambda: self.day_asked.emit(-1)
        )
        self.day_after = self._action(
            "mActionArrowRight.svg", tr("The day after"), lambda: self.day_asked.emit(1)
        )
        self.day = QToolButton(self)
        self.day.setAutoRaise(True)
        self.day.setToolTip(tr("Back to the plan in force"))
        self.day.clicked.connect(lambda *_: self.day_asked.emit(0))
        self.view.undo_asked.connect(self.undo_asked)
        self.view.row_menu_asked.connect(self.row_menu_asked)
        self.view.redo_asked.connect(self.redo_asked)
        self.view.days_changed.connect(self._show_days)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._board_page())
        for text in (
            tr("<b>No agents yet.</b><br>Import them with <code>regard resources import</code>."),
            tr("<b>No workspace is open.</b><br>Open one to see the agents' tours."),
            tr("Reading the plan…"),
        ):
            self.pages.addWidget(_message(text))
        self.show_page("start")
        self.setWidget(self.pages)

    def show_board(self, board: Board) -> None:
        """Show the figures and the waiting orders of a board; the view shows the rest."""
        self.tray.show_orders(board.waiting)
        self.figures.setText(_figures(board))
        self.show_page("board" if board.rows else "empty")

    def show_history(self, to_undo: str, to_redo: str) -> None:
        """Say what undoing would undo, and what would be done again."""
        undo, redo = tr("Undo (Ctrl+Z)"), tr("Do again (Ctrl+Shift+Z)")
        self.undo.setText(tr("Undo: {name} (Ctrl+Z)").format(name=to_undo) if to_undo else undo)
        self.redo.setText(tr("Do again: {name} (Ctrl+Shift+Z)").format(name=to_redo) if to_redo else redo)
        self.undo.setEnabled(bool(to_undo))
        self.redo.setEnabled(bool(to_redo))

    def show_page(self, name: str) -> None:
        """Show ``board``, ``empty`` (nobody works here yet), ``start`` (no workspace) or ``reading``."""
        self.pages.setCurrentIndex(("board", "empty", "start", "reading").index(name))

    def _action(self, icon: str, text: str, run: Callable[[], None]) -> QAction:
        action = QAction(QgsApplication.getThemeIcon(f"/{icon}"), text, self)
        action.triggered.connect(lambda *_: run())
        return action

    def _show_days(self) -> None:
        """Say which days the board shows."""
        first, axis = self.view.day_shown, self.view.axis
        last = max(first, (min(axis.end, self.view.board.end) - timedelta(seconds=1)).date())
        several = axis.hours > 24 and last != first
        self.day.setText(f"{day_text(first)} – {day_text(last)}" if several else day_text(first))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setAccessibleName(action.text())
        return button

    def _board_page(self) -> QWidget:
        zoom_in = self._action("mActionZoomIn.svg", tr("Fewer hours"), lambda: self.view.zoom(0.8))
        zoom_out = self._action("mActionZoomOut.svg", tr("More hours"), lambda: self.view.zoom(1.25))
        fit = self._action("mActionZoomFullExtent.svg", tr("The whole working day"), self.view.fit)
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 2)
        for part in (self._button(self.day_before), self.day, self._button(self.day_after)):
            head.addWidget(part)
        head.addWidget(self.figures, 1)
        for action in (self.undo, self.redo, zoom_in, zoom_out, fit):
            head.addWidget(self._button(action))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.view)
        split.addWidget(self.tray)
        split.setStretchFactor(0, 1)
        split.setSizes([1000, 240])
        split.setChildrenCollapsible(False)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(split, 1)
        return page


def _figures(board: Board) -> str:
    """Return the plan in one line of figures."""
    if not board.plan_id:
        return tr("<b>No plan yet.</b> Plan the tours, or drag orders onto the board.")
    stops = sum(1 for row in board.rows for block in row.blocks if block.task == "work" and block.role == 0)
    late = {block.order_id for row in board.rows for block in row.blocks if block.is_late}
    way = duration_text(sum(row.travel_s for row in board.rows))
    text = tr("<b>{stops}</b> orders planned · <b>{way}</b> on the road · <b>{late}</b> late")
    return text.format(stops=number_text(stops), way=way, late=number_text(len(late)))


def _message(text: str) -> QLabel:
    """Return a page that says what to do, or what is being done."""
    page = QLabel(text)
    page.setAlignment(Qt.AlignmentFlag.AlignCenter)
    page.setWordWrap(True)
    return page
