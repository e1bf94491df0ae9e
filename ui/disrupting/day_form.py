# SPDX-License-Identifier: GPL-3.0-or-later
"""The form in which it is said what has happened: who leaves, what takes longer, which road is closed."""

from __future__ import annotations

from datetime import date

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QDate, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.figures import time_text
from ...qgis_bridge.messages import tr
from ..board.rows import Board
from .happened import KINDS, Happened

_MOST_MIN = 600
_USUAL_MIN = 30


class DayForm(QWidget):
    """``draw_asked`` takes the map tool; ``road`` is what was drawn, in the workspace's metres."""

    draw_asked = pyqtSignal()
    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.agent, self.order = QComboBox(self), QComboBox(self), QComboBox(self)
        self.minutes = QSpinBox(self)
        self.back = QDateEdit(self)
        self.draw = QPushButton(tr("&Show it on the map"), self)
        self.drawn = QLabel(self)
        self.first, self.last = QDateEdit(self), QDateEdit(self)
        self.is_open = QCheckBox(tr("Until further notice"), self)
        self.reason = QLineEdit(self)
        self.pages = QStackedWidget(self)
        self.road = QgsGeometry()
        self._build()

    def show_board(self, board: Board, day: date) -> None:
        """Offer the agents and the orders of a day."""
        self.agent.clear()
        self.order.clear()
        for row in board.rows:
            if row.blocks:
                self.agent.addItem(row.name, row.agent_id)
            for block in row.blocks:
                is_known = self.order.findData(block.order_id) >= 0
                if block.task == "work" and block.start.date() == day and not is_known:
                    text = f"{time_text(block.start)} · {block.label} · {block.order_id}"
                    self.order.addItem(text, block.order_id)
        shown = QDate(day.year, day.month, day.day)
        self.back.setMinimumDate(shown)
        for field in (self.first, self.last, self.back):
            field.setDate(shown)
        self.show_road(QgsGeometry())

    def choose(self, kind: str, agent_id: str, order_id: str) -> None:
        """Fill in what is known already; what is empty stays as it is."""
        if kind in KINDS:
            self.kind.setCurrentIndex(KINDS.index(kind))
        for field, value in ((self.agent, agent_id), (self.order, order_id)):
            if value and field.findData(value) >= 0:
                field.setCurrentIndex(field.findData(value))

    def show_road(self, road: QgsGeometry) -> None:
        """Keep what was drawn, and say so."""
        self.road = road
        if road.isNull():
            text = tr("Nothing yet: click a street, or several points along a line.")
        elif road.isMultipart() or road.constGet().dimension() == 0:
            text = tr("The street beside the click, from junction to junction.")
        else:
            text = tr("The streets along the line.")
        self.drawn.setText(text)
        self.changed.emit()

    @property
    def last_day_away(self) -> date:
        """Return the last day on which the agent who leaves is away."""
        return self.back.date().toPyDate()

    def happened(self, day: date) -> Happened | None:
        """Return what is said; None as long as something is missing."""
        kind = KINDS[self.kind.currentIndex()]
        if kind == "leaves":
            agent = self.agent.currentData()
            return Happened(kind, day, agent_id=agent) if agent else None
        if kind == "overrun":
            order = self.order.currentData()
            return Happened(kind, day, order_id=order, minutes=self.minutes.value()) if order else None
        if self.road.isNull():
            return None
        return Happened(
            kind,
            day,
            road=bytes(self.road.asWkb()),
            first_day=self.first.date().toPyDate(),
            last_day=None if self.is_open.isChecked() else self.last.date().toPyDate(),
            reason=self.reason.text().strip(),
        )

    def _show_page(self, number: int) -> None:
        """Show a page at its own height: what follows needs the room that the others would take."""
        self.pages.setCurrentIndex(number)
        self.pages.setFixedHeight(self.pages.currentWidget().sizeHint().height())

    def _build(self) -> None:
        self.kind.addItems([tr("An agent leaves"), tr("An order takes longer"), tr("A road is closed")])
        self.kind.setAccessibleName(tr("What has happened"))
        self.minutes.setRange(5, _MOST_MIN)
        self.minutes.setSingleStep(5)
        self.minutes.setValue(_USUAL_MIN)
        self.minutes.setSuffix(" min")
        self.drawn.setWordWrap(True)
        for field in (self.first, self.last, self.back):
            field.setCalendarPopup(True)
        self.back.setToolTip(
            tr("The last day away: no later plan counts on the agent. What is planned already is named.")
        )
        self.reason.setPlaceholderText(tr("Roadworks, market, flood…"))
        for rows in (
            ((tr("Who"), self.agent), (tr("Away until"), self.back)),
            ((tr("Which"), self.order), (tr("How much longer"), self.minutes)),
            (
                (tr("Where"), self.draw),
                ("", self.drawn),
                (tr("From"), self.first),
                (tr("To"), self.last),
                ("", self.is_open),
                (tr("Why"), self.reason),
            ),
        ):
            page = QWidget(self)
            form = QFormLayout(page)
            form.setContentsMargins(0, 0, 0, 0)
            for name, field in rows:
                form.addRow(name, field)
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.kind)
        layout.addWidget(self.pages)
        self.kind.currentIndexChanged.connect(self._show_page)
        self._show_page(0)
        self.is_open.toggled.connect(self.last.setDisabled)
        self.draw.clicked.connect(lambda *_: self.draw_asked.emit())
        for box in (self.kind, self.agent, self.order):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.minutes.valueChanged.connect(lambda _: self.changed.emit())
        for field in (self.first, self.last):
            field.dateChanged.connect(lambda _: self.changed.emit())
        self.is_open.toggled.connect(lambda _: self.changed.emit())
