# SPDX-License-Identifier: GPL-3.0-or-later
"""Map tools that are taken in hand for a while and then give the one before back."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent


class BorrowedTool(QgsMapTool):
    """``given_up`` says that Escape was pressed."""

    given_up = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._before: QgsMapTool | None = None

    def take(self) -> None:
        """Take the tool in hand, and remember the one before."""
        if self.canvas().mapTool() is not self:
            self._before = self.canvas().mapTool()
            self.canvas().setMapTool(self)

    def give_back(self) -> None:
        """Put the tool before back, if this one is still in hand."""
        if self.canvas().mapTool() is self:
            if self._before is not None:
                self.canvas().setMapTool(self._before)
            else:
                self.canvas().unsetMapTool(self)
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.given_up.emit()


class ClickTool(BorrowedTool):
    """``clicked`` gives the pixel of the canvas under the pointer."""

    clicked = pyqtSignal(QPoint)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Take what is under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.pos())
