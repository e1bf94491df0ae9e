# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys that the docks of Regard take although QGIS has commands of the same keys, such as Ctrl+N."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QWidget


class DockKeys(QObject):
    """Takes the keys while a dock, or anything in it, has the keyboard; a field being typed in keeps its own.

    A shortcut would be ambiguous with that of QGIS, and neither of the two would run: the docks claim the
    keys before shortcuts are looked at.
    """

    def __init__(self, *runs: tuple[QKeySequence.StandardKey, Callable[[], None]]) -> None:
        super().__init__()
        self._runs = runs
        self._docks: tuple[QWidget, ...] = ()

    def watch(self, *docks: QWidget) -> None:
        """Take the keys in these docks."""
        self._docks = docks
        for dock in docks:
            dock.installEventFilter(self)

    def leave(self) -> None:
        """Take them no longer."""
        for dock in self._docks:
            dock.removeEventFilter(self)
        self._docks = ()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Claim the keys, then run on them."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        run = next((run for keys, run in self._runs if event.matches(keys)), None)
        if run is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            run()
        return True
