# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog in which an order is split: the way, the parts, and what that would make, while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.figures import duration_text
from ...qgis_bridge.messages import tr
from .form import DAYS, DURATION, PHASE, QUANTITY, SplitForm, outcome, usual

if TYPE_CHECKING:
    from ...planner.intake.split_basis import SplitBasis

_MOST_MIN = 6000
_MOST_QUANTITY = 1_000_000.0


class SplitDialog(QDialog):
    """``chosen`` is sent with the ``SplitAsked`` that was agreed to."""

    chosen = pyqtSignal(object)

    def __init__(self, basis: SplitBasis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._basis = basis
        self.setObjectName("RegardSplitDialog")
        self.setWindowTitle(tr("Split {order}").format(order=basis.order.order_id))
        self.resize(600, 600)
        self.way, self.count = QComboBox(self), QSpinBox(self)
        self.in_turn = QCheckBox(tr("Each part &after the one before it"), self)
        self.one_cut = QCheckBox(tr("One &water cut for all, on one day"), self)
        self.material = QComboBox(self)
        self.cells = QWidget(self)
        self.fields: list[QWidget] = []
        self.preview = QTextBrowser(self)
        self.buttons = QDialogButtonBox(self)
        self._build()
        self._refill()

    @property
    def form(self) -> SplitForm:
        """Return what the dialog holds."""
        plain = usual(self._basis, self.way.currentData(), self.count.value())
        values = [_value(field) for field in self.fields]
        minutes, quantities, names = plain.minutes, plain.quantities, plain.names
        if plain.way == QUANTITY:
            quantities = tuple(values)
        elif plain.way == PHASE:
            names, minutes = tuple(values[0::2]), tuple(values[1::2])
        else:
            minutes = tuple(values)
        return SplitForm(
            plain.way,
            minutes,
            quantities,
            names,
            in_turn=self.in_turn.isChecked(),
            one_cut=self.one_cut.isChecked(),
            material_in=self.material.currentIndex() + 1,
        )

    def _build(self) -> None:
        order = self._basis.order
        title = QLabel(f"{order.label} · {duration_text(60 * order.duration_min)}", self)
        for key, text in (
            (DURATION, tr("by duration")),
            (DAYS, tr("by day: a night between two parts")),
            (QUANTITY, tr("by quantity: the minutes follow")),
            (PHASE, tr("by phase of the work")),
        ):
            self.way.addItem(text, key)
        self.count.setRange(2, self._basis.rules.intake.split.most_parts)
        self.in_turn.setChecked(True)
        self.one_cut.setVisible(self._basis.outage is not None)
        self.preview.setAccessibleName(tr("What that would make"))
        self.preview.setMinimumHeight(150)
        asked = QFormLayout()
        asked.addRow(tr("&Split"), self.way)
        asked.addRow(tr("&Parts"), self.count)
        asked.addRow(tr("&Material with"), self.material)
        has_material = bool(order.parts)
        self.material.setVisible(has_material)
        asked.labelForField(self.material).setVisible(has_material)
        self.buttons.addButton(tr("Split"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addLayout(asked)
        for widget in (self.cells, self.in_turn, self.one_cut, self.preview, self.buttons):
            layout.addWidget(widget, 1 if widget is self.preview else 0)
        self._connect()

    def _connect(self) -> None:
        self.way.currentIndexChanged.connect(self._refill)
        self.count.valueChanged.connect(self._refill)
        self.in_turn.toggled.connect(self._show)
        self.one_cut.toggled.connect(self._show)
        self.material.currentIndexChanged.connect(self._show)
        self.buttons.accepted.connect(self._agree)
        self.buttons.rejected.connect(self.reject)

    def _refill(self, *_: object) -> None:
        """Give each part its fields, with equal parts in them."""
        plain = usual(self._basis, self.way.currentData(), self.count.value())
        old, self.cells = self.cells, QWidget(self)
        self.layout().replaceWidget(old, self.cells)
        old.deleteLater()
        grid, self.fields = QGridLayout(self.cells), []
        grid.setContentsMargins(0, 0, 0, 0)
        for number, minutes in enumerate(plain.minutes):
            grid.addWidget(QLabel(tr("Part {number}").format(number=number + 1), self.cells), number, 0)
            made = [_quantity(plain.quantities[number])] if plain.way == QUANTITY else [_minutes(minutes)]
            if plain.way == PHASE:
                made.insert(0, self._phase(plain.names[number]))
            for column, field in enumerate(made, start=1):
                grid.addWidget(field, number, column)
                field.setAccessibleName(_FIELD_NAMES[type(field)]().format(number=number + 1))
                _changes(field).connect(self._show)
            self.fields += made
        blocked = self.material.blockSignals(True)
        self.material.clear()
        for number in range(1, len(plain.minutes) + 1):
            self.material.addItem(tr("part {number}").format(number=number))
        self.material.setEnabled(plain.way != QUANTITY)
        self.material.blockSignals(blocked)
        self._show()

    def _phase(self, name: str) -> QWidget:
        """Return a field for the phase of a part: the steps where there are some, else words."""
        if not self._basis.steps:
            return QLineEdit(name)
        box = QComboBox()
        for step in self._basis.steps:
            box.addItem(tr("up to: {step}").format(step=step.label), step.key)
        box.setCurrentIndex(box.findData(name))
        return box

    def _show(self, *_: object) -> None:
        found = outcome(self._basis, self.form)
        self.preview.setHtml(found.text)
        self.buttons.buttons()[0].setEnabled(found.asked is not None)

    def _agree(self) -> None:
        found = outcome(self._basis, self.form)
        if found.asked is not None:
            self.chosen.emit(found.asked)
            self.accept()


def _minutes(value: int) -> QSpinBox:
    field = QSpinBox()
    field.setRange(0, _MOST_MIN)
    field.setSingleStep(5)
    field.setSuffix(" min")
    field.setValue(value)
    return field


def _quantity(value: float) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(0.0, _MOST_QUANTITY)
    field.setValue(value)
    return field


_FIELD_NAMES = {
    QSpinBox: lambda: tr("Minutes of part {number}"),
    QDoubleSpinBox: lambda: tr("Quantity of part {number}"),
    QLineEdit: lambda: tr("Phase of part {number}"),
    QComboBox: lambda: tr("Phase of part {number}"),
}


def _value(field: QWidget) -> object:
    if isinstance(field, QComboBox):
        return field.currentData()
    return field.text() if isinstance(field, QLineEdit) else field.value()


def _changes(field: QWidget) -> object:
    if isinstance(field, QComboBox):
        return field.currentIndexChanged
    return field.textChanged if isinstance(field, QLineEdit) else field.valueChanged
