# SPDX-License-Identifier: GPL-3.0-or-later
"""What the values of a column of materials mean, one by one: a guess that can be corrected."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...qgis_bridge.messages import tr


class MaterialsTable(QTableWidget):
    """``chosen`` has by layer the code of RAEPA of each value; hidden while there is no value to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self.chosen: dict[str, dict[str, str]] = {}
        self.setHorizontalHeaderLabels([tr("Value"), tr("Material")])
        self.setAccessibleName(tr("What the materials mean"))
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.hide()

    def forget(self) -> None:
        """Begin anew, with another source."""
        self.chosen = {}
        self.show_values("", ())

    def show_values(self, layer: str, values: Sequence[str]) -> None:
        """Show the values of a layer; what was chosen for one before stays."""
        known = [value for value in values if value]
        self.setRowCount(len(known))
        self.setVisible(bool(known))
        for row, value in enumerate(known):
            item = QTableWidgetItem(value)
            item.setToolTip(value)
            self.setItem(row, 0, item)
            self.setCellWidget(row, 1, self._choice(layer, value))

    def _choice(self, layer: str, value: str) -> QComboBox:
        from ...network.layouts.proposal import guessed_material, materials

        language, choice = QLocale().name()[:2], QComboBox()
        for code, material in materials().items():
            choice.addItem(f"{code} · {material.spoken(language)}", code)
        code = self.chosen.get(layer, {}).get(value) or guessed_material(value)
        choice.setCurrentIndex(choice.findData(code))
        choice.setAccessibleName(value)
        choice.currentIndexChanged.connect(
            lambda _: self.chosen.setdefault(layer, {}).__setitem__(value, choice.currentData())
        )
        return choice
