# SPDX-License-Identifier: GPL-3.0-or-later
"""The map tool that isolates what is clicked; Escape ends it."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent


class CutTool(QgsMapTool):
    """``clicked`` gives the pixel of the canvas under the pointer; ``given_up`` says to clear everything."""

    clicked = pyqtSignal(QPoint)
    given_up = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Take what is under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.given_up.emit()
