# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab of the calendar: the events that keep work away, added, changed and taken out; by keys too."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QKeyEvent, QShowEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import tr
from ..acting.undo_bar import UndoBar
from ..rich_text import tip
from .calendar_shown import CalendarShown, EventFields

_KEY = Qt.ItemDataRole.UserRole
# the days are shown whole; event, place and activities share what is left, each whole in its tooltip
_DAYS, _KIND, _SHARED = 0, 2, (1, 3, 4)


class EventTree(QTreeWidget):
    """The list of events, which has keys of its own."""

    insert_pressed = pyqtSignal()
    delete_pressed = pyqtSignal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for another event (Insert), or to take out those that are chosen (Delete)."""
        if event.key() == Qt.Key.Key_Insert:
            self.insert_pressed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class CalendarPage(QWidget):
    """``add_asked``, ``change_asked`` (an event's fields) and ``removal_asked`` (ids) say what is wanted.

    ``chosen_changed`` says that other events are chosen.
    """

    add_asked = pyqtSignal()
    change_asked = pyqtSignal(object)
    removal_asked = pyqtSignal(list)
    chosen_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: CalendarShown | None = None
        # while they are read anew
        self._chosen: set[str] = set()
        self.title, self.events = QLabel(self), EventTree(self)
        self.add = QPushButton(tr("&Add…"), self)
        self.change = QPushButton(tr("&Change…"), self)
        self.remove = QPushButton(tr("&Remove"), self)
        self.done = UndoBar(self)
        self._build()

    def show_hint(self, text: str) -> None:
        """Say what comes first, instead of events."""
        self.shown, self._chosen = None, self._ids() or self._chosen
        self.title.setText(text)
        self.events.clear()
        self._enable()

    def show_events(self, shown: CalendarShown) -> None:
        """Show the events; those that were chosen stay chosen."""
        chosen = self._ids() or self._chosen
        self.shown, self._chosen = shown, set()
        self.events.clear()
        for row in shown.rows:
            item = QTreeWidgetItem(list(row.cells))
            item.setData(0, _KEY, row.fields)
            for column in range(item.columnCount()):
                item.setToolTip(column, tip("\n".join((row.cells[column], row.about))))
            self.events.addTopLevelItem(item)
            item.setSelected(row.fields.event_id in chosen)
        none = tr(
            "No events yet. Add a market, roadworks, a feast or the school holidays: next year's work keeps "
            "clear of them, and so do orders that can wait. A whole file: regard calendar import."
        )
        some = tr("What keeps work away: next year's programme, and on the day the orders that can wait.")
        self.title.setText(some if shown.rows else none)
        self._enable()

    def showEvent(self, event: QShowEvent) -> None:
        """Have the events drawn that are chosen."""
        super().showEvent(event)
        self.chosen_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Have none drawn."""
        super().hideEvent(event)
        self.chosen_changed.emit()

    def chosen(self) -> list[EventFields]:
        """Return the events that are chosen."""
        return [item.data(0, _KEY) for item in self.events.selectedItems()]

    def areas(self) -> tuple[bytes, ...]:
        """Return where the events are that are chosen; nowhere while the tab is hidden."""
        rows = self.shown.rows if self.shown is not None and self.isVisible() else ()
        return tuple(area for row in rows if row.fields in self.chosen() for area in row.areas)

    def _ids(self) -> set[str]:
        return {fields.event_id for fields in self.chosen()}

    def _build(self) -> None:
        headings = (tr("Days"), tr("Event"), tr("Kind"), tr("Where"), tr("Only for"))
        self.events.setHeaderLabels(headings)
        self.events.setRootIsDecorated(False)
        self.events.setAlternatingRowColors(True)
        self.events.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.events.setAccessibleName(tr("Events of the calendar"))
        header = self.events.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(80)
        header.setSectionResizeMode(_DAYS, QHeaderView.ResizeMode.ResizeToContents)
        for column in _SHARED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.events.setColumnWidth(_KIND, 100)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.events.itemSelectionChanged.connect(self._enable)
        self.events.itemActivated.connect(lambda *_: self._change())
        self.add.clicked.connect(lambda *_: self.add_asked.emit())
        self.change.clicked.connect(lambda *_: self._change())
        self.remove.clicked.connect(lambda *_: self._remove())
        self.events.insert_pressed.connect(self.add.click)
        self.events.delete_pressed.connect(self.remove.click)
        self.add.setToolTip(tr("Add an event (Insert)"))
        self.change.setToolTip(tr("Change the event that is chosen (Enter)"))
        self.remove.setToolTip(tr("Take out the events that are chosen (Delete)"))
        buttons = QHBoxLayout()
        for button in (self.add, self.change, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self.title)
        layout.addWidget(self.events, 1)
        layout.addWidget(self.done)
        layout.addLayout(buttons)
        self._enable()

    def _enable(self) -> None:
        chosen = self.chosen()
        self.add.setEnabled(self.shown is not None)
        self.change.setEnabled(len(chosen) == 1)
        self.remove.setEnabled(bool(chosen))
        self.chosen_changed.emit()

    def _change(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self.change_asked.emit(chosen[0])

    def _remove(self) -> None:
        self.removal_asked.emit([fields.event_id for fields in self.chosen()])
