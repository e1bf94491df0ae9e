# SPDX-License-Identifier: GPL-3.0-or-later
"""A word beside a field about what is missing or wrong there: by sign and text, not by colour alone."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtWidgets import QLabel, QWidget

from ...qgis_bridge.styles import palette

_LOUD = f"background: {palette.PRIORITY['P1']}; color: white; border-radius: 3px; padding: 0 4px;"
_QUIET = "border: 1px solid palette(mid); border-radius: 3px; padding: 0 4px;"


class Note(QLabel):
    """Shows nothing while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said, self.is_loud = "", False
        self.hide()

    def put(self, text: str, *, loud: bool = True) -> None:
        """Say something, loudly where it keeps the user from going on; an empty text takes it away."""
        self.said, self.is_loud = text, loud and bool(text)
        self.setText(f"▲ {escape(text)}" if loud else escape(text))
        self.setStyleSheet(_LOUD if loud else _QUIET)
        self.setVisible(bool(text))
