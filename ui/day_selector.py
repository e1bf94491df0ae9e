# SPDX-License-Identifier: GPL-3.0-or-later
"""The day of the window on the toolbar: the day before, a calendar, the day after."""

from __future__ import annotations

from datetime import date

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QKeyEvent, QTextCharFormat
from qgis.PyQt.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QToolButton, QWidget, QWidgetAction

from ..qgis_bridge.figures import day_text, short_day_text
from ..qgis_bridge.messages import tr

_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -7,
    Qt.Key.Key_PageDown: 7,
}


class DaySelector(QWidget):
    """Shows a day; ``chosen`` tells another one, ``stepped`` by how many days, ``home_asked`` the desk's own.

    With the keyboard: the arrows go day by day, Page Up and Page Down by a week, Home to the day of the desk,
    Space or the down arrow opens the calendar.
    """

    chosen = pyqtSignal(object)
    stepped = pyqtSignal(int)
    home_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("RegardDaySelector")
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.menu = QMenu(self)
        holder = QWidgetAction(self.menu)
        holder.setDefaultWidget(self.calendar)
        self.menu.addAction(holder)
        self.before = self._arrow(Qt.ArrowType.LeftArrow, tr("The day before"), -1)
        self.after = self._arrow(Qt.ArrowType.RightArrow, tr("The day after"), 1)
        self.button = QToolButton(self)
        self.button.setAutoRaise(True)
        self.button.setIcon(QgsApplication.getThemeIcon("/mIconFieldDate.svg"))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.installEventFilter(self)
        self.calendar.activated.connect(self._choose)
        self.calendar.clicked.connect(self._choose)
        self.menu.aboutToShow.connect(self.calendar.setFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        for part in (self.before, self.button, self.after):
            row.addWidget(part)
        self.show_day(None, None)

    def show_day(self, day: date | None, desk_day: date | None) -> None:
        """Show the window's day, in bold while it is another than the desk's; None before one is known."""
        self.setEnabled(day is not None)
        self.button.setText(short_day_text(day) if day else "–")
        font = QFont(self.font())
        font.setBold(day != desk_day)
        self.button.setFont(font)
        if day is None:
            self.button.setToolTip(tr("The day appears when a workspace is open."))
            self.button.setAccessibleName(tr("Day"))
            return
        self.button.setAccessibleName(tr("Day: {day}").format(day=day_text(day)))
        self.button.setToolTip(
            tr(
                "{day}. List, map, board and readiness show it. Alt+Page Up and Alt+Page Down go day by day, "
                "Alt+Home back to the day of the desk."
            ).format(day=day_text(day))
        )
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        if desk_day is not None:
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.Bold)
            self.calendar.setDateTextFormat(QDate(), QTextCharFormat())
            self.calendar.setDateTextFormat(QDate(desk_day.year, desk_day.month, desk_day.day), bold)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        """Step with the keyboard while the button has the focus."""
        if watched is self.button and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return False
        if event.key() in _KEYS:
            self.stepped.emit(_KEYS[event.key()])
        elif event.key() == Qt.Key.Key_Home:
            self.home_asked.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.button.showMenu()
        else:
            return False
        return True

    def _choose(self, chosen: QDate) -> None:
        self.menu.close()
        self.chosen.emit(date(chosen.year(), chosen.month(), chosen.day()))

    def _arrow(self, arrow: Qt.ArrowType, text: str, days: int) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setArrowType(arrow)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda *_: self.stepped.emit(days))
        return button
