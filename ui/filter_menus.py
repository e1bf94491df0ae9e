# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of menus to filter by what has too many values for chips; nothing ticked lets everything through."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolButton, QWidget

from ..qgis_bridge.messages import tr
from .filter_chips import CHIP_STYLE
from .flow_layout import FlowLayout

_ROOM_FOR_ARROW = "QToolButton, QToolButton:focus { padding-right: 11px; }"


class FilterMenus(QWidget):
    """One button a menu, by key; emits ``changed`` when the user ticks a value."""

    changed = pyqtSignal()

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = dict(titles)
        self.buttons: dict[str, QToolButton] = {}
        self._ticked: dict[str, dict[str, QAction]] = {key: {} for key in titles}
        layout = FlowLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for key in titles:
            self._add(key)

    def ticked(self, key: str) -> frozenset[str]:
        """Return the values that are ticked in a menu."""
        return frozenset(value for value, action in self._ticked[key].items() if action.isChecked())

    def action(self, key: str, value: str) -> QAction:
        """Return the entry of a value."""
        return self._ticked[key][value]

    def show_values(self, key: str, texts: Mapping[str, str]) -> None:
        """Offer values in a menu with their texts; those that were ticked before stay so."""
        before = self.ticked(key)
        menu = self.buttons[key].menu()
        menu.clear()
        self._ticked[key] = {}
        for value, text in texts.items():
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value in before)
            action.toggled.connect(lambda _, key=key: self._on_toggled(key))
            self._ticked[key][value] = action
        menu.addSeparator()
        menu.addAction(tr("Show all")).triggered.connect(lambda _=False, key=key: self._clear(key))
        self.buttons[key].setVisible(len(texts) > 1 or bool(before))
        self._tell(key)

    def _add(self, key: str) -> None:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        button.setStyleSheet(CHIP_STYLE + _ROOM_FOR_ARROW)
        button.hide()
        self.layout().addWidget(button)
        self.buttons[key] = button
        self._tell(key)

    def _on_toggled(self, key: str) -> None:
        self._tell(key)
        self.changed.emit()

    def _clear(self, key: str) -> None:
        for action in self._ticked[key].values():
            blocked = action.blockSignals(True)
            action.setChecked(False)
            action.blockSignals(blocked)
        self._on_toggled(key)

    def _tell(self, key: str) -> None:
        """Say on the button how many values are ticked."""
        button, count = self.buttons[key], len(self.ticked(key))
        button.setText(f"{self._titles[key]} · {count}" if count else self._titles[key])
        button.setChecked(bool(count))
