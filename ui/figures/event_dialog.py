# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of an event of the calendar: what, when, where, and for which work."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import tr
from .calendar_shown import EventChoices, EventFields, Named

_KEY = Qt.ItemDataRole.UserRole
_BETWEEN = ";"


class EventDialog(QDialog):
    """``agreed`` is sent with the fields; the dialog stays open until they are written, or refused."""

    agreed = pyqtSignal(object)

    def __init__(
        self, choices: EventChoices, fields: EventFields | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._before = fields or EventFields(choices.kinds[0][0], "", choices.day)
        self.setObjectName("RegardEventDialog")
        self.setWindowTitle(tr("Change an event") if fields else tr("Add an event"))
        self.name, self.source, self.streets = (QLineEdit(self) for _ in range(3))
        self.kind, self.equipment = QComboBox(self), QComboBox(self)
        self.first, self.last = QDateEdit(self), QDateEdit(self)
        self.has_last = QCheckBox(tr("&until"), self)
        self.weekdays = [QCheckBox(text, self) for _, text in choices.weekdays]
        self.activities, self.zones, self.communes = (QListWidget(self) for _ in range(3))
        self.refusal = QLabel(self)
        self.buttons = QDialogButtonBox(self)
        self._build()
        self._fill()

    @property
    def fields(self) -> EventFields:
        """Return what the dialog holds."""
        days = zip(self._choices.weekdays, self.weekdays, strict=True)
        texts = (text.strip() for text in self.streets.text().split(_BETWEEN))
        return replace(
            self._before,
            kind=self.kind.currentData(),
            name=self.name.text().strip(),
            first_day=_day(self.first),
            last_day=_day(self.last) if self.has_last.isChecked() else None,
            weekdays=tuple(key for (key, _), box in days if box.isChecked()),
            activities=_checked(self.activities),
            zones=_checked(self.zones),
            communes=_checked(self.communes),
            streets=tuple(text for text in texts if text),
            equipment=self.equipment.currentData(),
            source=self.source.text().strip(),
        )

    def say_refused(self, text: str) -> None:
        """Say why it was not written; what was typed stays."""
        self.refusal.setText(text)
        self.refusal.show()
        self.buttons.setEnabled(True)

    def _build(self) -> None:
        for key, text in self._choices.kinds:
            self.kind.addItem(text, key)
        self.equipment.addItem(tr("none"), "")
        for key, text in self._choices.equipment:
            self.equipment.addItem(text, key)
        for edit in (self.first, self.last):
            edit.setCalendarPopup(True)
        self.last.setAccessibleName(tr("Last day"))
        self.streets.setPlaceholderText(tr("several with ; between them"))
        completer = QCompleter(list(self._choices.streets), self.streets)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.streets.setCompleter(completer)
        self.source.setPlaceholderText(tr("who said so"))
        self.refusal.setWordWrap(True)
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.hide()
        self.save = self.buttons.addButton(tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._agree)
        self.buttons.rejected.connect(self.reject)
        self.has_last.toggled.connect(self.last.setEnabled)
        self.name.textChanged.connect(lambda *_: self._enable())
        layout = QVBoxLayout(self)
        layout.addLayout(self._form())
        layout.addWidget(self.refusal)
        layout.addWidget(self.buttons)
        self.resize(520, self.sizeHint().height())

    def _form(self) -> QFormLayout:
        days = QHBoxLayout()
        for widget in (self.first, self.has_last, self.last):
            days.addWidget(widget)
        days.addStretch(1)
        week = QHBoxLayout()
        for box in self.weekdays:
            week.addWidget(box)
        week.addStretch(1)
        form = QFormLayout()
        form.addRow(tr("&Kind"), self.kind)
        form.addRow(tr("&Name"), self.name)
        from_ = QLabel(tr("&From"), self)
        from_.setBuddy(self.first)
        form.addRow(from_, days)
        form.addRow(tr("Only on"), week)
        for text, listed, known in (
            (tr("&Zones"), self.zones, self._choices.zones),
            (tr("&Municipalities"), self.communes, tuple((one, one) for one in self._choices.communes)),
            (tr("Only for &work"), self.activities, self._choices.activities),
        ):
            _offer(listed, known)
            form.addRow(text, listed)
            form.labelForField(listed).setVisible(bool(known))
            listed.setVisible(bool(known))
        form.addRow(tr("&Streets"), self.streets)
        form.labelForField(self.streets).setVisible(bool(self._choices.streets))
        self.streets.setVisible(bool(self._choices.streets))
        form.addRow(tr("&Equipment away"), self.equipment)
        form.addRow(tr("S&ource"), self.source)
        if self._before.has_area:
            form.addRow(tr("Area"), QLabel(tr("as drawn on the map"), self))
        return form

    def _fill(self) -> None:
        own = self._before
        self.kind.setCurrentIndex(max(0, self.kind.findData(own.kind)))
        self.equipment.setCurrentIndex(max(0, self.equipment.findData(own.equipment)))
        self.name.setText(own.name)
        self.source.setText(own.source)
        self.streets.setText(f"{_BETWEEN} ".join(own.streets))
        self.first.setDate(_date(own.first_day))
        self.last.setDate(_date(own.last_day or own.first_day))
        self.has_last.setChecked(own.last_day is not None or not own.event_id)
        self.last.setEnabled(self.has_last.isChecked())
        for (key, _), box in zip(self._choices.weekdays, self.weekdays, strict=True):
            box.setChecked(key in own.weekdays)
        for listed, keys in (
            (self.activities, own.activities),
            (self.zones, own.zones),
            (self.communes, own.communes),
        ):
            _check(listed, keys)
        self._enable()
        self.name.setFocus()

    def _enable(self) -> None:
        self.save.setEnabled(bool(self.name.text().strip()))

    def _agree(self) -> None:
        self.buttons.setEnabled(False)
        self.agreed.emit(self.fields)


def _offer(listed: QListWidget, known: Iterable[Named]) -> None:
    for key, text in known:
        item = QListWidgetItem(text)
        item.setData(_KEY, key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        listed.addItem(item)
    row_px = listed.sizeHintForRow(0) if listed.count() else 0
    listed.setFixedHeight(row_px * min(4, max(1, listed.count())) + 8)


def _items(listed: QListWidget) -> list[QListWidgetItem]:
    return [listed.item(number) for number in range(listed.count())]


def _check(listed: QListWidget, keys: Collection[str]) -> None:
    for item in _items(listed):
        item.setCheckState(Qt.CheckState.Checked if item.data(_KEY) in keys else Qt.CheckState.Unchecked)


def _checked(listed: QListWidget) -> tuple[str, ...]:
    return tuple(item.data(_KEY) for item in _items(listed) if item.checkState() == Qt.CheckState.Checked)


def _date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(edit: QDateEdit) -> date:
    own = edit.date()
    return date(own.year(), own.month(), own.day())
