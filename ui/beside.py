# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a dock comes up: as a tab on its neighbour, unless the user has put it somewhere else."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow


def show_beside(window: QMainWindow, dock: QDockWidget, home: QDockWidget, *, width: int) -> None:
    """Bring a dock to the front as a tab on ``home``; one that is shown already only comes to the front.

    Not when the plugin is loaded: QGIS restores its own docks after that.
    """
    if dock.isHidden():
        beside = not dock.isFloating() and not home.isFloating()
        if beside and window.dockWidgetArea(dock) == window.dockWidgetArea(home):
            window.tabifyDockWidget(home, dock)
        dock.show()
        window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
    dock.raise_()
