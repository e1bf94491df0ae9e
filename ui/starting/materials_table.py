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
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
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
            self.setItem(row, 0, QTableWidgetItem())
            self.setCellWidget(row, 1, self._choice(layer, value, row))

    def _choice(self, layer: str, value: str, row: int) -> QComboBox:
        from ...network.layouts.proposal import guessed_material, materials, means_material

        language, choice = QLocale().name()[:2], QComboBox()
        for code, material in materials().items():
            choice.addItem(f"{code} · {material.spoken(language)}", code)
        code = self.chosen.get(layer, {}).get(value) or guessed_material(value)
        choice.setCurrentIndex(choice.findData(code))
        choice.setAccessibleName(value)

        def tell(*, is_known: bool) -> None:
            self.item(row, 0).setText(value if is_known else f"▲ {value}")
            self.item(row, 0).setToolTip(value if is_known else tr("not recognised: choose its material"))

        def on_chosen(_: int) -> None:
            self.chosen.setdefault(layer, {})[value] = choice.currentData()
            tell(is_known=True)

        tell(is_known=value in self.chosen.get(layer, {}) or means_material(value) is not None)
        choice.currentIndexChanged.connect(on_chosen)
        return choice
