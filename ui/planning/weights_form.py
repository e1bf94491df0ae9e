# SPDX-License-Identifier: GPL-3.0-or-later
"""What a plan weighs: a preset, and sliders that make a term of it cheaper or dearer."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QSlider, QVBoxLayout, QWidget

from ...qgis_bridge.messages import tr
from ...qgis_bridge.wording import word
from .choices import TERMS

_STEPS = 2
_PREFERRED = "balanced"


class WeightsForm(QWidget):
    """``preset`` and ``factors`` tell what is chosen; the presets are data of the planning rules."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QRadioButton] = {}
        self.sliders: dict[str, QSlider] = {}
        self._values: dict[str, QLabel] = {}
        self._presets: Mapping[str, Mapping[str, float]] = {}
        self._group = QButtonGroup(self)
        self._choices = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._choices)
        layout.addLayout(self._slider_grid())

    @property
    def preset(self) -> str:
        """Return the name of the preset."""
        return next((name for name, button in self.buttons.items() if button.isChecked()), _PREFERRED)

    @property
    def factors(self) -> dict[str, float]:
        """Return by how much each term is dearer than in the preset; those that it has not are left out."""
        return {term: 2.0 ** slider.value() for term, slider in self.sliders.items() if slider.isEnabled()}

    def show_presets(self, presets: Mapping[str, Mapping[str, float]]) -> None:
        """Offer the presets, as they come in the rules."""
        self._presets = presets
        for button in self.buttons.values():
            self._group.removeButton(button)
            button.deleteLater()
        self.buttons = {}
        for name in presets:
            button = QRadioButton(word(f"objective.{name}"), self)
            button.setChecked(name == _PREFERRED)
            button.toggled.connect(lambda on: self._on_preset() if on else None)
            self._group.addButton(button)
            self._choices.addWidget(button)
            self.buttons[name] = button
        self._on_preset()

    def _slider_grid(self) -> QGridLayout:
        names = {
            "travel": tr("Driving"),
            "lateness": tr("Being late"),
            "overtime": tr("Overtime"),
            "imbalance": tr("Uneven load"),
        }
        grid = QGridLayout()
        for row, term in enumerate(TERMS):
            slider, value = QSlider(Qt.Orientation.Horizontal, self), QLabel(self)
            slider.setRange(-_STEPS, _STEPS)
            slider.setPageStep(1)
            slider.setTickPosition(QSlider.TickPosition.TicksBelow)
            slider.setAccessibleName(names[term])
            slider.valueChanged.connect(lambda _: self._show_values())
            label = QLabel(names[term], self)
            label.setBuddy(slider)
            for column, widget in enumerate((label, slider, value)):
                grid.addWidget(widget, row, column)
            self.sliders[term], self._values[term] = slider, value
        grid.setColumnStretch(1, 1)
        return grid

    def _on_preset(self) -> None:
        """Put the sliders in the middle; a term that the preset does not weigh has none."""
        weights = self._presets.get(self.preset, {})
        for term, slider in self.sliders.items():
            slider.setEnabled(weights.get(term, 0) > 0)
            slider.setValue(0)
        self._show_values()

    def _show_values(self) -> None:
        for term, slider in self.sliders.items():
            text = {-2: "× ¼", -1: "× ½", 0: "× 1", 1: "× 2", 2: "× 4"}[slider.value()]
            self._values[term].setText(text if slider.isEnabled() else tr("not weighed"))
