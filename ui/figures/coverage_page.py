# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab of coverage: draws who can be where in time, hour by hour, and lists the holes; by keys too."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSlider,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.figures import day_text, number_text
from ...qgis_bridge.messages import tr
from ...qgis_bridge.tasks import JobRunner
from ..starting.progress_row import ProgressRow
from .coverage_shown import CoverageShown, HoleRow, Needed

_KEY = Qt.ItemDataRole.UserRole
_LAST_HOUR = 23


class CoveragePage(QWidget):
    """``draw_asked`` wants the map, ``part_asked`` (needed, hour) another part, ``hole_chosen`` one hole."""

    draw_asked = pyqtSignal()
    part_asked = pyqtSignal(object, int)
    hole_chosen = pyqtSignal(object)
    sheet_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: CoverageShown | None = None
        self.title, self.hour_text = QLabel(self), QLabel(self)
        self.needed, self.hour = QComboBox(self), QSlider(Qt.Orientation.Horizontal, self)
        self.holes = QTreeWidget(self)
        self.draw = QPushButton(tr("&Draw the map"), self)
        self.sheet = QPushButton(tr("&Gap sheet…"), self)
        self.row: ProgressRow | None = None
        self._build()

    def watch(self, jobs: JobRunner) -> None:
        """Show how far work is that this runs."""
        self.row = ProgressRow(jobs, self)
        self.layout().insertWidget(1, self.row)

    def show_hint(self, text: str, *, ready: bool) -> None:
        """Say what comes first, instead of holes; ``ready`` tells whether the map can be drawn."""
        self.shown = None
        self.title.setText(text)
        self.holes.clear()
        self.needed.clear()
        self._enable(ready)

    def say(self, text: str, *, ready: bool) -> None:
        """Say something about the holes that are listed."""
        self.title.setText(text)
        self._enable(ready)

    def show_coverage(self, shown: CoverageShown) -> None:
        """List the holes of a day; the worst is chosen, and with it the hour and who is needed there."""
        chosen, self.shown = self._needed_now(), shown
        for widget in (self.holes, self.needed):
            widget.blockSignals(True)
        self.holes.clear()
        self.needed.clear()
        self.needed.addItems([one.name for one in shown.needed])
        self.needed.setCurrentIndex(shown.needed.index(chosen) if chosen in shown.needed else 0)
        self.holes.addTopLevelItems([_item(row) for row in shown.holes])
        for widget in (self.holes, self.needed):
            widget.blockSignals(False)
        none = tr("{day}: everybody is reached within {minutes} min, with every skill, at every hour.")
        some = tr("{day}: what nobody reaches within {minutes} min, the most customers first.")
        said = (some if shown.holes else none).format(day=day_text(shown.day), minutes=shown.limit_min)
        self.say(said, ready=True)
        if shown.holes:
            self.holes.setCurrentItem(self.holes.topLevelItem(0))
        else:
            self._ask()

    def _build(self) -> None:
        headings = (
            tr("Who is needed"),
            tr("Hours"),
            tr("Agents"),
            tr("Customers"),
            tr("Sensitive"),
            tr("km"),
        )
        self.holes.setHeaderLabels(headings)
        self.holes.headerItem().setToolTip(2, tr("Agents at hand who hold the skill or have the equipment"))
        self.holes.headerItem().setToolTip(5, tr("Kilometres of pipes"))
        self.holes.setRootIsDecorated(False)
        self.holes.setAlternatingRowColors(True)
        self.holes.setUniformRowHeights(True)
        header = self.holes.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.hour.setRange(0, _LAST_HOUR)
        self.hour.setPageStep(6)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        for widget, name in (
            (self.holes, tr("Holes in coverage")),
            (self.needed, tr("Who is needed: on the map")),
            (self.hour, tr("Hour on the map")),
        ):
            widget.setAccessibleName(name)
        self.needed.setToolTip(tr("Who is needed: on the map"))
        self.hour.setToolTip(tr("Hour on the map"))
        self.draw.setToolTip(tr("Works out who can be where in how long, and puts it on the map"))
        self.sheet.setToolTip(tr("Which skills lack in the weeks ahead, and which orders waited for them"))
        self.needed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._lay_out()
        self._connect()
        self._enable(ready=False)
        self._say_hour()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self.title)
        part, buttons = QHBoxLayout(), QHBoxLayout()
        part.addWidget(self.needed, 2)
        part.addWidget(self.hour, 2)
        part.addWidget(self.hour_text)
        layout.addLayout(part)
        layout.addWidget(self.holes, 1)
        buttons.addWidget(self.draw)
        buttons.addWidget(self.sheet)
        buttons.addStretch(1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.draw.clicked.connect(lambda *_: self.draw_asked.emit())
        self.sheet.clicked.connect(lambda *_: self.sheet_asked.emit())
        self.needed.activated.connect(lambda *_: self._ask())
        self.hour.valueChanged.connect(lambda *_: self._ask())
        self.holes.currentItemChanged.connect(lambda item, *_: self._choose(item))
        self.holes.itemActivated.connect(lambda item, *_: self._choose(item))

    def _enable(self, ready: bool) -> None:
        self.draw.setEnabled(ready)
        self.sheet.setEnabled(ready)
        for widget in (self.needed, self.hour, self.holes):
            widget.setEnabled(self.shown is not None)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        row: HoleRow = item.data(0, _KEY)
        self.needed.setCurrentIndex(self.shown.needed.index(row.needed))
        hour = min(max(self.hour.value(), row.first_hour), row.end_hour - 1)
        self.hour.blockSignals(True)
        self.hour.setValue(hour)
        self.hour.blockSignals(False)
        self._ask()
        self.hole_chosen.emit(row)

    def _ask(self) -> None:
        self._say_hour()
        if (needed := self._needed_now()) is not None:
            self.part_asked.emit(needed, self.hour.value())

    def _needed_now(self) -> Needed | None:
        place = self.needed.currentIndex()
        return self.shown.needed[place] if self.shown is not None and place >= 0 else None

    def _say_hour(self) -> None:
        self.hour_text.setText(_hours(self.hour.value(), self.hour.value() + 1))


def _item(row: HoleRow) -> QTreeWidgetItem:
    # told by a sign too, not by the figure alone
    sensitive = f"⚠ {row.sensitive}" if row.sensitive else "0"
    cells = (row.needed.name, _hours(row.first_hour, row.end_hour), str(row.agents))
    item = QTreeWidgetItem([*cells, number_text(row.customers), sensitive, number_text(row.pipe_km, 1)])
    item.setData(0, _KEY, row)
    item.setToolTip(0, row.needed.name)
    for column in range(2, item.columnCount()):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
    return item


def _hours(first: int, end: int) -> str:
    return f"{first:02d}:00 – {end:02d}:00"
