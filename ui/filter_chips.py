# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of chips to filter by: press those that are wanted, none pressed lets everything through."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from .flow_layout import FlowLayout

CHIP_STYLE = """
QToolButton { border: 1px solid palette(mid); border-radius: 9px; padding: 1px 5px; }
QToolButton:hover { border-color: palette(highlight); }
QToolButton:focus { border: 2px solid palette(highlight); padding: 0 4px; }
QToolButton:checked { background: palette(highlight); color: palette(highlighted-text); }
"""


class FilterChips(QWidget):
    """Chips by key; emits ``changed`` with the pressed keys when the user presses one."""

    changed = pyqtSignal(frozenset)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, QToolButton] = {}
        layout = FlowLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    @property
    def pressed(self) -> frozenset[str]:
        """Return the keys of the pressed chips."""
        return frozenset(key for key, chip in self._chips.items() if chip.isChecked())

    def chip(self, key: str) -> QToolButton:
        """Return one chip."""
        return self._chips[key]

    def show_chips(self, texts: Mapping[str, str], icons: Mapping[str, QIcon] | None = None) -> None:
        """Show a chip for each key; those pressed before stay so."""
        for key in [key for key in self._chips if key not in texts]:
            chip = self._chips.pop(key)
            self.layout().removeWidget(chip)
            chip.deleteLater()
        for key, text in texts.items():
            chip = self._chips.get(key) or self._add(key)
            chip.setText(text)
            if icons and key in icons:
                chip.setIcon(icons[key])

    def _add(self, key: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setCheckable(True)
        chip.setIconSize(QSize(14, 14))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setStyleSheet(CHIP_STYLE)
        chip.toggled.connect(lambda _: self.changed.emit(self.pressed))
        self.layout().addWidget(chip)
        self._chips[key] = chip
        return chip
