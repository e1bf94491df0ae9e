# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab of next year: a Gantt chart by week, what it asks for, and its export; only to read."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import tr
from ...qgis_bridge.styles.programme import STATE_COLOURS
from .gantt_painter import ink_on
from .gantt_view import GanttView
from .year_shown import YearShown


class YearPage(QWidget):
    """``asked`` gives the year that is wanted, ``export_asked`` asks for a file of the one shown."""

    asked = pyqtSignal(int)
    export_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year = 0
        self.title, self.detail, self.legend = QLabel(self), QLabel(self), QLabel(self)
        self.before, self.after = QToolButton(self), QToolButton(self)
        self.export = QPushButton(tr("Export…"), self)
        self.gantt, self.findings = GanttView(self), QListWidget(self)
        self._build()

    def show_hint(self, text: str) -> None:
        """Say what comes first, instead of a year."""
        self.title.setText(text)
        self.gantt.show_year(None)
        self.findings.clear()
        self.detail.setText("")
        self.export.setEnabled(False)

    def show_year(self, shown: YearShown) -> None:
        """Show a year."""
        self.year = shown.year
        self.title.setText(shown.title)
        self.gantt.show_year(shown)
        self.findings.clear()
        self.findings.addItems(list(shown.findings))
        self.detail.setText(tr("Click a week, or use the arrow keys, for its hours and assets."))
        self.export.setEnabled(True)

    def _build(self) -> None:
        self.before.setArrowType(Qt.ArrowType.LeftArrow)
        self.after.setArrowType(Qt.ArrowType.RightArrow)
        for button, name, step in (
            (self.before, tr("The year before"), -1),
            (self.after, tr("The year after"), 1),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda *_, by=step: self.asked.emit(self.year + by if self.year else 0))
        self.export.clicked.connect(lambda *_: self.export_asked.emit())
        self.gantt.chosen.connect(self.detail.setText)
        self.findings.setAccessibleName(tr("What the year asks for"))
        self.findings.setWordWrap(True)
        self.findings.setAlternatingRowColors(True)
        self.legend.setText(_legend())
        for label in (self.title, self.detail, self.legend):
            label.setWordWrap(True)
        # what it says comes from data, such as the name of a zone
        for label in (self.title, self.detail):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        for widget, stretch in ((self.before, 0), (self.title, 1), (self.after, 0), (self.export, 0)):
            head.addWidget(widget, stretch)
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self.gantt)
        both.addWidget(self.findings)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 1)
        both.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addLayout(head)
        layout.addWidget(self.legend)
        layout.addWidget(both, 1)
        layout.addWidget(self.detail)


def _legend() -> str:
    """Return what the colours mean: the load of a zone's own people, and the bars of the activities."""
    words = (
        ("over", tr("Overload")),
        ("watch", tr("To watch")),
        ("fine", tr("Fine")),
        ("under", tr("Too little work")),
    )
    spans = []
    for state, word in words:
        ground = STATE_COLOURS[state]
        ink = ink_on(QColor(ground)).name()
        # a colour is not broken over two lines
        text = word.replace("-", "\u2011").replace(" ", "\u00a0")
        spans.append(f'<span style="background:{ground};color:{ink}">&nbsp;{text}&nbsp;</span>')
    return tr("Zones: load of their own people, in percent of their hours") + " " + " ".join(spans)
