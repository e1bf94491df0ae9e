# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+N in the docks of Regard: a new request, although QGIS itself has the keys for a new project."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QWidget


class NewRequestKeys(QObject):
    """Takes the keys while a dock, or anything in it, has the keyboard.

    A shortcut would be ambiguous with that of QGIS, and neither of the two would run: the docks claim the
    keys before shortcuts are looked at.
    """

    def __init__(self, run: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
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
        """Claim Ctrl+N, then run on it."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if event.key() != Qt.Key.Key_N or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._run()
        return True
