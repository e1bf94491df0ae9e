# SPDX-License-Identifier: GPL-3.0-or-later
"""The ORDERS dock: search, chips, grouping and the list; or what to do first when it is empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..qgis_bridge.figures import number_text, short_day_text
from ..qgis_bridge.messages import counted, tr
from ..qgis_bridge.styles import palette
from ..qgis_bridge.wording import word
from .badges import badge_pixmap
from .filter_chips import FilterChips
from .filter_menus import FilterMenus
from .order_delegate import OrderDelegate
from .order_rows import DUE, Arrangement, OrderRow, RowGroup
from .orders_model import OrderRole, OrdersModel


class OrdersDock(QDockWidget):
    """Shows what it is given and says what the user asks for; it holds no state of its own."""

    arrangement_asked = pyqtSignal(object)
    order_chosen = pyqtSignal(str)
    menu_asked = pyqtSignal(str, QPoint)
    open_asked = pyqtSignal()
    demo_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Orders"), parent)
        self.setObjectName("RegardOrdersDock")
        self.model = OrdersModel(self)
        self.search = QLineEdit(self)
        self.days = FilterChips(self)
        self.priorities = FilterChips(self)
        self.states = FilterChips(self)
        self.menus = FilterMenus(
            {"due": tr("Due"), "zone": tr("Zone"), "agent": tr("Agent"), "notice": tr("Notice")}, self
        )
        self.group_by = QComboBox(self)
        self.sort_by = QComboBox(self)
        self.tree = QTreeView(self)
        self.count = QLabel(self)
        self.open_button = QPushButton(tr("Open a workspace…"), self)
        self.demo_button = QPushButton(tr("Open the demo town"), self)
        self.pages = QStackedWidget(self)
        self._day: date | None = None
        self._build()
        self._connect()

    def show_orders(self, orders: tuple[OrderRow, ...]) -> None:
        """Offer the chips that these orders need."""
        priorities = Counter(row.order.priority.value for row in orders)
        states = Counter(row.order.state.value for row in orders)
        ratio = self.devicePixelRatioF()
        self.priorities.show_chips(
            {key: f"{key} {priorities[key]}" for key in palette.PRIORITY if priorities[key]},
            {key: QIcon(badge_pixmap(key, 14, ratio, hollow=False)) for key in palette.PRIORITY},
        )
        self.states.show_chips(
            {key: " ".join((word(f"state.{key}"), str(number))) for key, number in states.most_common()}
        )
        self._show_menus(orders)

    def show_day(self, day: date | None, orders: tuple[OrderRow, ...]) -> None:
        """Offer what is to be done on a day as a chip; one that is pressed follows to the new day."""
        self._day = day
        if day is not None:
            count = sum(1 for row in orders if row.is_of(day))
            self.days.show_chips({"day": f"{short_day_text(day)}  {number_text(count)}"})
            self.days.chip("day").setToolTip(tr("Only what is planned, due or expected on this day"))
        else:
            self.days.show_chips({})
        self._ask()

    def _show_menus(self, orders: tuple[OrderRow, ...]) -> None:
        dues = {
            "overdue": tr("overdue"),
            "today": tr("today"),
            "tomorrow": tr("tomorrow"),
            "later": tr("later"),
        }
        notices = Counter(row.notice for row in orders)
        found = {
            "due": _counted(Counter(row.due for row in orders), dues, order=DUE),
            "zone": _counted(Counter(row.zone for row in orders), {"": tr("without a zone")}),
            "agent": _counted(
                Counter(name for row in orders for name in row.agents or ("",)), {"": tr("nobody yet")}
            ),
            "notice": _counted(
                notices,
                {key: word(f"notice_state.{key}") if key else tr("no notice needed") for key in notices},
            ),
        }
        for key, texts in found.items():
            self.menus.show_values(key, texts)

    def show_groups(self, groups: tuple[RowGroup, ...], arrangement: Arrangement, total: int) -> None:
        """List the groups, all unfolded."""
        self.model.show(groups, arrangement.group_by)
        self.tree.expandAll()
        shown = sum(len(group.rows) for group in groups)
        if shown == total:
            self.count.setText(counted(tr("{total} orders"), total=total))
        else:
            self.count.setText(counted(tr("{shown} of {total} orders"), shown=shown, total=total))

    def show_page(self, name: str) -> None:
        """Show ``list``, ``start`` (no workspace), ``reading`` or ``empty`` (a workspace without orders)."""
        self.pages.setCurrentIndex(("list", "start", "reading", "empty").index(name))

    def select(self, order_id: str) -> None:
        """Mark an order in the list and bring it into view, without telling anyone."""
        index = self.model.index_of(order_id)
        selection = self.tree.selectionModel()
        blocked = selection.blockSignals(True)
        self.tree.setCurrentIndex(index)
        selection.blockSignals(blocked)
        self.tree.viewport().update()
        if index.isValid():
            self.tree.scrollTo(index)

    def _build(self) -> None:
        self.search.setPlaceholderText(tr("Search number, work, address, agent…"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search orders"))
        for key, text in (
            ("priority", tr("by priority")),
            ("state", tr("by state")),
            ("agent", tr("by agent")),
            ("zone", tr("by zone")),
            ("none", tr("ungrouped")),
        ):
            self.group_by.addItem(text, key)
        for key, text in (
            ("due", tr("deadline first")),
            ("start", tr("start first")),
            ("priority", tr("priority first")),
            ("number", tr("number")),
        ):
            self.sort_by.addItem(text, key)
        self.group_by.setAccessibleName(tr("Group orders"))
        self.sort_by.setAccessibleName(tr("Sort orders"))
        self._build_tree()
        for page in (self._list_page(), self._start_page(), self._reading_page(), self._empty_page()):
            self.pages.addWidget(page)
        self.setWidget(self.pages)
        self.setMinimumWidth(320)
        self.show_page("start")

    def _build_tree(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(OrderDelegate(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(0)
        self.tree.setAlternatingRowColors(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.setAccessibleName(tr("Orders"))

    def _list_page(self) -> QWidget:
        arrangement = QHBoxLayout()
        arrangement.addWidget(self.group_by, 1)
        arrangement.addWidget(self.sort_by, 1)
        filters = (self.search, self.days, self.priorities, self.states, self.menus)
        return _page(*filters, arrangement, self.tree, self.count, stretch=self.tree)

    def _start_page(self) -> QWidget:
        title = QLabel(tr("<b>No workspace is open.</b>"))
        text = QLabel(
            tr("Open a workspace to see its orders, tours and networks on the map, or look at the demo town.")
        )
        text.setWordWrap(True)
        self.open_button.clicked.connect(self.open_asked)
        self.demo_button.clicked.connect(self.demo_asked)
        return _page(title, text, self.open_button, self.demo_button)

    def _reading_page(self) -> QWidget:
        return _page(QLabel(tr("Reading the orders…")))

    def _empty_page(self) -> QWidget:
        text = QLabel(
            tr(
                "<b>This workspace has no orders yet.</b><br>Import the day's requests with "
                "<code>regard requests import</code>, then refresh."
            )
        )
        text.setWordWrap(True)
        return _page(text)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._ask)
        self.days.changed.connect(self._ask)
        self.priorities.changed.connect(self._ask)
        self.states.changed.connect(self._ask)
        self.menus.changed.connect(self._ask)
        self.group_by.currentIndexChanged.connect(self._ask)
        self.sort_by.currentIndexChanged.connect(self._ask)
        self.tree.selectionModel().currentChanged.connect(self._choose)
        self.tree.clicked.connect(self._choose)
        self.tree.customContextMenuRequested.connect(self._ask_menu)

    def _ask(self, *_: object) -> None:
        self.arrangement_asked.emit(
            Arrangement(
                text=self.search.text(),
                day=self._day if self.days.pressed else None,
                priorities=self.priorities.pressed,
                states=self.states.pressed,
                dues=self.menus.ticked("due"),
                zones=self.menus.ticked("zone"),
                agents=self.menus.ticked("agent"),
                notices=self.menus.ticked("notice"),
                group_by=self.group_by.currentData(),
                sort_by=self.sort_by.currentData(),
            )
        )

    def _ask_menu(self, place: QPoint) -> None:
        """Ask for the menu of the order under the pointer; of the current one when a key asks."""
        index = self.tree.indexAt(place)
        index = index if index.isValid() else self.tree.currentIndex()
        if index.isValid() and not index.data(OrderRole.IS_GROUP):
            self.menu_asked.emit(index.data(OrderRole.ORDER_ID), self.tree.viewport().mapToGlobal(place))

    def _choose(self, index: QModelIndex, *_: object) -> None:
        if index.isValid() and not index.data(OrderRole.IS_GROUP):
            self.order_chosen.emit(index.data(OrderRole.ORDER_ID))


def _counted(found: Counter[str], words: Mapping[str, str], *, order: Sequence[str] = ()) -> dict[str, str]:
    """Return values with their texts and how often each is there, those without a value last."""
    values = [key for key in order if found[key]] or sorted(found, key=lambda key: (key == "", key))
    return {key: f"{words.get(key, key)}  ({found[key]})" for key in values}


def _page(*parts: QWidget | QHBoxLayout, stretch: QWidget | None = None) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(8, 8, 8, 6)
    layout.setSpacing(6)
    for part in parts:
        if isinstance(part, QHBoxLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part, 1 if part is stretch else 0)
    if stretch is None:
        layout.addStretch(1)
    return page
