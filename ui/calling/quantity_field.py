# SPDX-License-Identifier: GPL-3.0-or-later
"""How much there is to do, in the unit of the type of work, and how long that takes while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from ...qgis_bridge.figures import duration_text
from ...qgis_bridge.labels import spoken_language
from ...qgis_bridge.messages import tr

if TYPE_CHECKING:
    from ...planner.intake.call_outlook import CallOutlook

_MOST = 100_000


class QuantityField(QWidget):
    """Hidden for work that is not counted; 0 is not said, and then the usual time of the type counts."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount = QSpinBox(self)
        self.amount.setRange(0, _MOST)
        self.amount.setSpecialValueText(tr("not said"))
        self.amount.setAccessibleName(tr("Quantity"))
        self.duration = QLabel(self)
        self.duration.setWordWrap(True)
        self._unit = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.amount)
        row.addWidget(self.duration, 1)
        self.amount.valueChanged.connect(lambda *_: self.changed.emit())

    @property
    def quantity(self) -> float | None:
        """Return how much was said; None without it, and where the type of work is not counted."""
        return float(self.amount.value()) or None if self._unit else None

    def clear(self) -> None:
        """Forget the quantity and what is counted."""
        self._count("")

    def show_outlook(self, outlook: CallOutlook) -> bool:
        """Show the unit of the type of work and the time for so much; return whether anything is counted."""
        pace = outlook.pace
        self._count("" if pace is None else pace.spoken(spoken_language()))
        if pace is not None and outlook.duration is not None:
            half, most = (duration_text(60 * one) for one in (outlook.duration.p50, outlook.duration.p80))
            text = (
                tr("usually {half}; eight in ten within {most}")
                if self.quantity is None
                else tr("{half} on site; eight in ten within {most}")
            )
            self.duration.setText(text.format(half=half, most=most))
        return pace is not None

    def _count(self, unit: str) -> None:
        """Count in a unit from now on; what was said in another one does not hold."""
        if unit == self._unit:
            return
        self._unit = unit
        blocked = self.amount.blockSignals(True)
        self.amount.setSuffix(f" {unit}" if unit else "")
        self.amount.setValue(0)
        self.amount.blockSignals(blocked)
        self.duration.clear()
