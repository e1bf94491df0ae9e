# SPDX-License-Identifier: GPL-3.0-or-later
"""The PLAN dialog: what to plan on the left; the search as it goes, then before and after, on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QDateEdit,
    QDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QShortcut,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import tr
from .agents_tree import AgentsTree
from .choices import Choices, Service
from .plan_page import so_far_text
from .result_page import ResultPage
from .weights_form import WeightsForm

if TYPE_CHECKING:
    from ...routing.engine.watch import SoFar

_LEFT_PX = 300
_MOST_DAYS = 30


class PlanDialog(QDialog):
    """Not modal: the map and the board stay at hand. ``started``, ``stopped`` and ``cancelled`` are asked."""

    started = pyqtSignal()
    stopped = pyqtSignal()
    cancelled = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("RegardPlanDialog")
        self.setWindowTitle(tr("Plan the tours"))
        self.resize(1120, 760)
        self.day, self.days, self.seconds = QDateEdit(self), QSpinBox(self), QSpinBox(self)
        self.agents = AgentsTree(self)
        self.all_agents, self.no_agents = QPushButton(tr("All"), self), QPushButton(tr("None"), self)
        self.weights = WeightsForm(self)
        self.start = QPushButton(tr("Plan (Ctrl+Enter)"), self)
        self.hint = QLabel(self)
        self.step, self.so_far = QLabel(self), QLabel(self)
        self.progress = QProgressBar(self)
        self.stop = QPushButton(tr("Stop and keep the best"), self)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.result = ResultPage(self)
        self.pages = QStackedWidget(self)
        self._build()

    def show_service(self, service: Service) -> None:
        """Offer days, people and presets."""
        self.day.setDate(QDate(service.today.year, service.today.month, service.today.day))
        self.days.setValue(service.days)
        self.agents.show_service(service)
        self.weights.show_presets(service.presets)
        self.show_hint(tr("Choose what to plan, then <b>Plan</b>. Nothing is stored before you accept it."))
        self.start.setEnabled(True)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def choices(self) -> Choices:
        """Return what is chosen."""
        return Choices(
            day=self.day.date().toPyDate(),
            days=self.days.value(),
            agents=() if self.agents.is_everybody() else self.agents.ticked(),
            preset=self.weights.preset,
            factors=self.weights.factors,
            seconds=float(self.seconds.value()),
        )

    def show_hint(self, text: str) -> None:
        """Say what to do, or why nothing was planned."""
        self.hint.setText(text)
        self._show(0)

    def show_searching(self) -> None:
        """Show that a search runs."""
        self.progress.setValue(0)
        self.step.clear()
        self.so_far.setText(so_far_text(None))
        self.stop.setEnabled(False)
        self._show(1)

    def show_progress(self, percent: float, step: str, so_far: SoFar | None) -> None:
        """Show how far the search is, and the plan so far."""
        self.progress.setValue(round(percent))
        self.step.setText(step)
        self.so_far.setText(so_far_text(so_far))
        self.stop.setEnabled(so_far is not None)

    def show_result(self) -> None:
        """Show the page of the plan that was found."""
        self._show(2)

    @property
    def is_searching(self) -> bool:
        """Tell whether the page of a search is shown."""
        return self.pages.currentIndex() == 1

    def reject(self) -> None:
        """Close on Escape; a search that runs is cancelled."""
        if self.is_searching:
            self.cancelled.emit()
        super().reject()

    def _show(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        for part in (self.day, self.days, self.seconds, self.agents, self.weights, self.start):
            part.setEnabled(page != 1)
        self._on_agents()

    def _build(self) -> None:
        self.day.setCalendarPopup(True)
        self.days.setRange(1, _MOST_DAYS)
        self.seconds.setRange(1, 600)
        self.seconds.setValue(10)
        self.seconds.setSuffix(" s")
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for page in (self.hint, self._search_page(), self.result):
            self.pages.addWidget(page)
        left = QWidget(self)
        left.setFixedWidth(_LEFT_PX)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for box in (self._days_box(), self._agents_box(), self._weights_box()):
            column.addWidget(box, 1 if box.title() == tr("Who") else 0)
        column.addWidget(self.start)
        layout = QHBoxLayout(self)
        layout.addWidget(left)
        layout.addWidget(self.pages, 1)
        self._connect()

    def _days_box(self) -> QGroupBox:
        box = QGroupBox(tr("When"), self)
        form = QFormLayout(box)
        form.addRow(tr("First day"), self.day)
        form.addRow(tr("Days"), self.days)
        form.addRow(tr("Search at most"), self.seconds)
        return box

    def _agents_box(self) -> QGroupBox:
        box = QGroupBox(tr("Who"), self)
        column = QVBoxLayout(box)
        column.addWidget(self.agents, 1)
        row = QHBoxLayout()
        row.addWidget(self.all_agents)
        row.addWidget(self.no_agents)
        column.addLayout(row)
        self.agents.setToolTip(tr("Those who are not ticked keep the stops that they have, and get no more."))
        return box

    def _weights_box(self) -> QGroupBox:
        box = QGroupBox(tr("What counts"), self)
        QVBoxLayout(box).addWidget(self.weights)
        return box

    def _search_page(self) -> QWidget:
        page = QWidget(self)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.stop)
        layout = QVBoxLayout(page)
        layout.addStretch(1)
        for widget in (self.step, self.progress, self.so_far):
            layout.addWidget(widget)
        layout.addStretch(2)
        layout.addLayout(foot)
        self.progress.setRange(0, 100)
        return page

    def _connect(self) -> None:
        # Enter in a field must not press the first button that there is
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.start.clicked.connect(lambda *_: self.started.emit())
        self.stop.clicked.connect(lambda *_: self.stopped.emit())
        self.cancel.clicked.connect(lambda *_: self.cancelled.emit())
        self.all_agents.clicked.connect(lambda *_: self.agents.tick_all(ticked=True))
        self.no_agents.clicked.connect(lambda *_: self.agents.tick_all(ticked=False))
        self.agents.changed.connect(self._on_agents)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda: self.started.emit() if self.start.isEnabled() else None)

    def _on_agents(self) -> None:
        self.start.setEnabled(not self.is_searching and bool(self.agents.ticked()))
