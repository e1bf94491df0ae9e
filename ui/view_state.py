# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window shows: workspace, day, orders, arrangement of the list, selected order. Kept only here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .order_rows import Arrangement, OrderRow


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """The plan that the orders were read with; ``is_latest`` tells that none was made after it."""

    plan_id: str
    first_day: date
    days: int
    is_latest: bool

    def holds(self, day: date) -> bool:
        """Tell whether it plans a day."""
        return 0 <= (day - self.first_day).days < self.days


class ViewState(QObject):
    """Holds the view and says when a part of it changed; controllers write to it and listen to it.

    ``day`` is the one that list, map, board and readiness show; ``desk_day`` the one that the desk works at,
    which is shown until another is asked for. Both are None until the workspace has been read.
    """

    workspace_changed = pyqtSignal()
    orders_changed = pyqtSignal()
    arrangement_changed = pyqtSignal()
    selection_changed = pyqtSignal(str)
    day_changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.url = ""
        self.orders: tuple[OrderRow, ...] = ()
        self.arrangement = Arrangement()
        self.order_id = ""
        self.day: date | None = None
        self.desk_day: date | None = None
        self.plan: ShownPlan | None = None

    @property
    def day_asked(self) -> date | None:
        """Return the day that was asked for, None while it is the desk's own."""
        return None if self.day == self.desk_day else self.day

    def open_workspace(self, url: str) -> None:
        """Show another workspace, or none when the address is empty; nothing is selected then."""
        self.url = url
        self.orders = ()
        self.order_id = ""
        self.day = self.desk_day = self.plan = None
        self.selection_changed.emit("")
        self.orders_changed.emit()
        self.day_changed.emit()
        self.workspace_changed.emit()

    def reload(self) -> None:
        """Ask for everything to be read again from the same workspace; selection and day stay."""
        self.workspace_changed.emit()
        self.selection_changed.emit(self.order_id)

    def set_orders(self, orders: Sequence[OrderRow]) -> None:
        """Show the orders that were read."""
        self.orders = tuple(orders)
        self.orders_changed.emit()

    def set_desk_day(self, day: date) -> None:
        """Note the day that the desk works at; who looks at it goes on looking at it."""
        asked, self.desk_day = self.day_asked, day
        if asked is None:
            self.show_day(day)

    def show_day(self, day: date | None) -> None:
        """Show a day everywhere; None the one that the desk works at."""
        day = day or self.desk_day
        if day is not None and day != self.day:
            self.day = day
            self.day_changed.emit()

    def step_day(self, days: int) -> None:
        """Show a day before or after the one that is shown."""
        if self.day is not None:
            self.show_day(self.day + timedelta(days=days))

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Filter, group and sort the list another way."""
        if arrangement != self.arrangement:
            self.arrangement = arrangement
            self.arrangement_changed.emit()

    def select_order(self, order_id: str) -> None:
        """Select an order in the list, on the map and in the order panel alike."""
        if order_id != self.order_id:
            self.order_id = order_id
            self.selection_changed.emit(order_id)
