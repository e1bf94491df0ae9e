# SPDX-License-Identifier: GPL-3.0-or-later
"""The orders as a Qt item model of two levels: groups, and the orders under them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from ..qgis_bridge.figures import moment_text
from ..qgis_bridge.labels import job_text
from ..qgis_bridge.messages import tr
from ..qgis_bridge.wording import word
from .order_rows import OrderRow, RowGroup
from .rich_text import tip

_FIRST = int(Qt.ItemDataRole.UserRole)
# the internal id of a group; orders carry the number of their group + 1
_GROUP = 0


class OrderRole(IntEnum):
    """What the model tells of an order beside the text that it shows."""

    ROW = _FIRST + 1
    ORDER_ID = _FIRST + 2
    IS_GROUP = _FIRST + 3


class OrdersModel(QAbstractItemModel):
    """Read-only; the whole content is replaced at once by ``show``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[RowGroup, ...] = ()
        self._group_by = "priority"
        self._places: dict[str, tuple[int, int]] = {}

    def show(self, groups: Sequence[RowGroup], group_by: str) -> None:
        """Replace the content; ``group_by`` says how to word the headings."""
        self.beginResetModel()
        self._groups = tuple(groups)
        self._group_by = group_by
        self._places = {
            row.order.order_id: (number, place)
            for number, group in enumerate(self._groups)
            for place, row in enumerate(group.rows)
        }
        self.endResetModel()

    def index_of(self, order_id: str) -> QModelIndex:
        """Return where an order is; an invalid index when the filter hides it."""
        if order_id not in self._places:
            return QModelIndex()
        number, place = self._places[order_id]
        return self.createIndex(place, 0, number + 1)

    def index(self, row: int, column: int, parent: QModelIndex | None = None) -> QModelIndex:
        """Return the index of a group, or of an order under a group."""
        if parent is None or not parent.isValid():
            return self.createIndex(row, column, _GROUP) if 0 <= row < len(self._groups) else QModelIndex()
        if parent.internalId() == _GROUP and 0 <= row < len(self._groups[parent.row()].rows):
            return self.createIndex(row, column, parent.row() + 1)
        return QModelIndex()

    def parent(self, index: QModelIndex) -> QModelIndex:
        """Return the group that an order is in."""
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Return how many groups there are, or orders in a group."""
        if parent is None or not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].rows) if parent.internalId() == _GROUP else 0

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: ARG002 - Qt asks for it
        """Return 1: an order is drawn as one card."""
        return 1

    def flags(self, index: QModelIndex) -> Qt.ItemFlags:
        """Let orders be selected, and groups only be folded."""
        if index.isValid() and index.internalId() == _GROUP:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a group's heading, or what is asked of an order."""
        if not index.isValid():
            return None
        if index.internalId() == _GROUP:
            return self._group_data(self._groups[index.row()], role)
        return _order_data(self._groups[index.internalId() - 1].rows[index.row()], role)

    def _group_data(self, group: RowGroup, role: int) -> Any:
        if role == OrderRole.IS_GROUP:
            return True
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{_heading(group.key, self._group_by)}  ({len(group.rows)})"
        return None


def _order_data(row: OrderRow, role: int) -> Any:
    if role == OrderRole.ROW:
        return row
    if role == OrderRole.ORDER_ID:
        return row.order.order_id
    if role == OrderRole.IS_GROUP:
        return False
    if role == Qt.ItemDataRole.DisplayRole:
        return f"{row.order.priority.value} {job_text(row.order)}"
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return describe(row)
    if role == Qt.ItemDataRole.ToolTipRole:
        return tip(describe(row))
    return None


def describe(row: OrderRow) -> str:
    """Return an order in one sentence, for tool tips and screen readers."""
    who = ", ".join(row.agents)
    priority, state = word(f"priority.{row.order.priority.value}"), word(f"state.{row.order.state.value}")
    when = f"{moment_text(row.starts_at)} {who}" if row.starts_at else tr("not planned")
    return "\n".join(
        (
            f"{row.order.order_id} · {priority}",
            f"{row.order.code} · {job_text(row.order)} · {state}",
            row.order.address,
            tr("Due {moment}").format(moment=moment_text(row.order.due_at)),
            when,
        )
    )


def _heading(key: str, group_by: str) -> str:
    if group_by == "priority":
        return word(f"priority.{key}")
    if group_by == "state":
        return word(f"state.{key}").capitalize()
    if group_by == "agent":
        return key or tr("Not planned")
    if group_by == "zone":
        return key or tr("Without a zone")
    return tr("All orders")
