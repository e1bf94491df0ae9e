# SPDX-License-Identifier: GPL-3.0-or-later
"""The tray beside the board: orders that the plan leaves out, with why; they are dragged onto the board."""

from __future__ import annotations

from qgis.PyQt.QtCore import QByteArray, QMimeData, QPoint, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAbstractItemView, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ...qgis_bridge.figures import duration_text, moment_text
from ...qgis_bridge.labels import reason_text
from ...qgis_bridge.messages import counted, tr
from ..badges import badge_pixmap
from ..rich_text import tip
from .rows import Waiting
from .view import ORDER_MIME

_BADGE_PX = 20
_ORDER = int(Qt.ItemDataRole.UserRole)


class Tray(QWidget):
    """Shows what it is given; ``order_chosen`` is sent when an order is clicked or reached by keyboard."""

    order_chosen = pyqtSignal(str)
    menu_asked = pyqtSignal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.list = _OrderList(self)
        self.list.setAccessibleName(tr("Orders not planned"))
        self.empty = QLabel(tr("Every order has its place."), self)
        self.empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        for part in (self.title, self.list, self.empty):
            layout.addWidget(part)
        layout.setStretch(1, 1)
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        self.show_orders(())

    def show_orders(self, waiting: tuple[Waiting, ...]) -> None:
        """List the orders, the most urgent first as they come."""
        self.list.blockSignals(True)
        self.list.clear()
        for order in waiting:
            self.list.addItem(self._item(order))
        self.list.blockSignals(False)
        self.title.setText(counted(tr("<b>Not planned</b> ({count})"), count=len(waiting)))
        self.list.setVisible(bool(waiting))
        self.empty.setVisible(not waiting)

    def select(self, order_id: str) -> None:
        """Mark an order without telling anyone."""
        self.list.blockSignals(True)
        found = [n for n in range(self.list.count()) if self.list.item(n).data(_ORDER) == order_id]
        self.list.setCurrentRow(found[0] if found else -1)
        self.list.blockSignals(False)

    def _item(self, order: Waiting) -> QListWidgetItem:
        due = tr("due {moment}").format(moment=moment_text(order.due_at))
        lines = [order.label, f"{duration_text(60 * order.duration_min)} · {due}"]
        reasons = [reason_text(reason.code, reason.detail) for reason in order.reasons]
        if reasons:
            lines.append(reasons[0])
        icon = QIcon(badge_pixmap(order.priority, _BADGE_PX, self.devicePixelRatioF(), hollow=True))
        item = QListWidgetItem(icon, "\n".join(lines))
        item.setData(_ORDER, order.order_id)
        item.setToolTip(tip("\n".join([f"{order.order_id} · {order.address}", *reasons])))
        return item

    def _ask_menu(self, place: QPoint) -> None:
        item = self.list.itemAt(place) or self.list.currentItem()
        if item is not None:
            self.menu_asked.emit(item.data(_ORDER), self.list.viewport().mapToGlobal(place))

    def _choose(self, item: QListWidgetItem | None, *_: object) -> None:
        if item is not None:
            self.order_chosen.emit(item.data(_ORDER))


class _OrderList(QListWidget):
    """A list whose items are dragged as orders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIconSize(QSize(_BADGE_PX, _BADGE_PX))
        self.setWordWrap(True)
        self.setSpacing(1)
        self.setAlternatingRowColors(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def mimeData(self, items: list[QListWidgetItem]) -> QMimeData:
        """Return the order that is dragged."""
        data = QMimeData()
        data.setData(ORDER_MIME, QByteArray(items[0].data(_ORDER).encode()))
        return data
