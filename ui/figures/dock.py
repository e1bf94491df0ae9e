# SPDX-License-Identifier: GPL-3.0-or-later
"""The dock FIGURES: the figures of a period beside target and earlier ones, and the orders behind each."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import tr
from .asked import Asked, Choices, FigureRow, FiguresShown, OrderBehind
from .calendar_page import CalendarPage
from .coverage_page import CoveragePage
from .overview_page import OverviewPage
from .year_page import YearPage

_KEY = Qt.ItemDataRole.UserRole


class FiguresDock(QDockWidget):
    """``asked`` says that other figures are wanted, ``behind_asked`` the orders behind one."""

    asked = pyqtSignal()
    behind_asked = pyqtSignal(str)
    order_chosen = pyqtSignal(str)
    orders_marked = pyqtSignal(list)
    export_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(tr("Figures"), parent)
        self.setObjectName("RegardFiguresDock")
        self._period = self.period_title = ""
        self.tabs, self.overview = QTabWidget(self), OverviewPage(self)
        self.year, self.calendar, self.coverage = YearPage(self), CalendarPage(self), CoveragePage(self)
        self.kind, self.zone, self.team, self.code = (QComboBox(self) for _ in range(4))
        self.before, self.after = QToolButton(self), QToolButton(self)
        self.title, self.sentence, self.behind_title = QLabel(self), QLabel(self), QLabel(self)
        self.figures, self.orders = QTreeWidget(self), QTreeWidget(self)
        self.mark = QPushButton(tr("Select on the map"), self)
        self.export = QPushButton(tr("Export…"), self)
        self._build()

    def wanted(self, *, step: int = 0) -> Asked:
        """Return what the choices ask for."""
        zone, team, code = (box.currentData() or "" for box in (self.zone, self.team, self.code))
        return Asked(self._period, zone, team, code, self.kind.currentData(), step)

    def show_hint(self, text: str) -> None:
        """Say what comes first, instead of figures."""
        self.title.setText(text)

    def show_figures(self, shown: FiguresShown) -> None:
        """Show the figures of a period; the one that was chosen stays chosen."""
        self._period = shown.period
        self.title.setText(" – ".join(filter(None, (shown.title, shown.not_over))))
        self.period_title = shown.title
        for box, everything, choices in (
            (self.zone, tr("All zones"), shown.zones),
            (self.team, tr("All teams"), shown.teams),
            (self.code, tr("All types"), shown.types),
        ):
            _offer(box, everything, choices)
        chosen = self.chosen()
        self.figures.blockSignals(True)
        self.figures.clear()
        self.figures.addTopLevelItems([_figure_item(row) for row in shown.rows])
        self.figures.blockSignals(False)
        self.show_behind(())
        self.behind_title.setText(tr("Double-click a figure, or press Enter, for the orders behind it."))
        items = [self.figures.topLevelItem(n) for n in range(self.figures.topLevelItemCount())]
        again = next((one for one in items if one.data(0, _KEY).code == chosen), items[0] if items else None)
        self.figures.setCurrentItem(again)
        self._say()

    def chosen(self) -> str:
        """Return the indicator that is chosen, empty without one."""
        item = self.figures.currentItem()
        return item.data(0, _KEY).code if item is not None else ""

    def show_behind(self, orders: Iterable[OrderBehind], name: str = "") -> None:
        """Show the orders behind a figure."""
        self.orders.clear()
        items = []
        for one in orders:
            item = QTreeWidgetItem([one.order_id, one.code, one.zone, one.adds])
            item.setTextAlignment(3, Qt.AlignmentFlag.AlignRight)
            items.append(item)
        self.orders.addTopLevelItems(items)
        self.mark.setEnabled(bool(items))
        text = tr("Orders behind “{name}”: {total}") if items else tr("No order is behind “{name}”.")
        self.behind_title.setText(text.format(total=len(items), name=name) if name else "")

    def order_ids(self) -> list[str]:
        """Return the orders that are shown."""
        return [self.orders.topLevelItem(n).text(0) for n in range(self.orders.topLevelItemCount())]

    def _build(self) -> None:
        for kind, text in (("week", tr("Week")), ("month", tr("Month")), ("year", tr("Year"))):
            self.kind.addItem(text, kind)
        self.before.setArrowType(Qt.ArrowType.LeftArrow)
        self.after.setArrowType(Qt.ArrowType.RightArrow)
        for widget, name in (
            (self.kind, tr("Kind of period")),
            (self.before, tr("The period before")),
            (self.after, tr("The period after")),
            (self.zone, tr("Zone")),
            (self.team, tr("Team")),
            (self.code, tr("Type of work")),
            (self.figures, tr("Figures")),
            (self.orders, tr("Orders behind the figure")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        for box, everything in (
            (self.zone, tr("All zones")),
            (self.team, tr("All teams")),
            (self.code, tr("All types")),
        ):
            _offer(box, everything, ())
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._build_tables()
        self._connect()
        self.title.setWordWrap(True)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addLayout(_line(self.kind, self.before, self.title, self.after, stretch=2))
        layout.addLayout(_line(self.zone, self.team, self.code))
        layout.addWidget(self._tables(), 1)
        layout.addLayout(_line(self.behind_title, self.mark, self.export, stretch=0))
        self.tabs.addTab(page, tr("Figures"))
        self.tabs.addTab(self.overview, tr("Zones and alerts"))
        self.tabs.addTab(self.year, tr("Next year"))
        self.tabs.addTab(self.calendar, tr("Calendar"))
        self.tabs.addTab(self.coverage, tr("Coverage"))
        self.setWidget(self.tabs)
        self.setMinimumWidth(420)

    def _tables(self) -> QSplitter:
        both = QSplitter(Qt.Orientation.Vertical)
        above = QWidget()
        layout = QVBoxLayout(above)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.figures, 1)
        layout.addWidget(self.sentence)
        both.addWidget(above)
        both.addWidget(self.orders)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        both.setChildrenCollapsible(False)
        return both

    def _build_tables(self) -> None:
        headings = (tr("Figure"), tr("Value"), tr("Target"), tr("Before"), tr("Year before"))
        self.figures.setHeaderLabels(headings)
        self.orders.setHeaderLabels((tr("Order"), tr("Type of work"), tr("Zone"), tr("Adds")))
        # the column that takes what the others leave is 0
        for table, widths in ((self.figures, (0, 85, 70, 85, 85)), (self.orders, (150, 0, 120, 70))):
            table.setRootIsDecorated(False)
            table.setAlternatingRowColors(True)
            table.setUniformRowHeights(True)
            for column, width in enumerate(widths):
                table.setColumnWidth(column, width)
            table.header().setStretchLastSection(False)
            table.header().setMinimumSectionSize(60)
            table.header().setSectionResizeMode(widths.index(0), QHeaderView.ResizeMode.Stretch)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.behind_title.setWordWrap(True)
        self.mark.setEnabled(False)

    def _connect(self) -> None:
        for box in (self.kind, self.zone, self.team, self.code):
            box.activated.connect(lambda *_: self.asked.emit())
        self.figures.currentItemChanged.connect(lambda *_: self._say())
        self.figures.itemActivated.connect(lambda item, *_: self.behind_asked.emit(item.data(0, _KEY).code))
        self.orders.itemSelectionChanged.connect(self._choose)
        self.mark.clicked.connect(lambda *_: self.orders_marked.emit(self.order_ids()))
        self.export.clicked.connect(lambda *_: self.export_asked.emit())

    def _say(self) -> None:
        item = self.figures.currentItem()
        self.sentence.setText(item.data(0, _KEY).sentence if item is not None else "")

    def _choose(self) -> None:
        for item in self.orders.selectedItems():
            self.order_chosen.emit(item.text(0))


def _line(*widgets: QWidget, stretch: int | None = None) -> QHBoxLayout:
    line = QHBoxLayout()
    for number, widget in enumerate(widgets):
        line.addWidget(widget, 1 if stretch in (None, number) else 0)
    return line


def _offer(box: QComboBox, everything: str, choices: Choices) -> None:
    chosen = box.currentData()
    box.clear()
    box.addItem(everything, "")
    for key, text in choices:
        box.addItem(text, key)
    box.setCurrentIndex(max(0, box.findData(chosen or "")))


def _figure_item(row: FigureRow) -> QTreeWidgetItem:
    # met or missed is told by a sign, not by colour alone
    sign = {True: " ✓", False: " ✗", None: ""}[row.met]
    item = QTreeWidgetItem([row.name, row.value, row.target + sign, row.previous, row.year_before])
    item.setData(0, _KEY, row)
    item.setToolTip(0, row.about)
    met = {True: tr("target met"), False: tr("target missed"), None: row.not_over}[row.met]
    item.setToolTip(2, met)
    for column in range(1, item.columnCount()):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
    return item
