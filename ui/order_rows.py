# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the orders list, and the way they are filtered, grouped and sorted. Free of Qt."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..workorders.orders import WorkOrder

LAST = datetime.max
# when an order is due, seen from the desk's moment
DUE = ("overdue", "today", "tomorrow", "later")


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order as the list shows it; ``agents`` and ``starts_at`` come from the plan in force.

    ``zone`` is the name of its zone, ``notice`` the state of its notice (empty for none), ``due`` one of
    ``DUE``.
    """

    order: WorkOrder
    agents: tuple[str, ...] = ()
    colour: str = ""
    starts_at: datetime | None = None
    zone: str = ""
    notice: str = ""
    due: str = ""

    @property
    def is_late(self) -> bool:
        """Tell whether the plan starts it after its deadline."""
        return self.starts_at is not None and self.starts_at > self.order.due_at

    def is_of(self, day: date) -> bool:
        """Tell whether it is for a day: planned then; if not planned, due by its end or expected on it."""
        if self.starts_at is not None:
            return self.starts_at.date() == day
        expected = self.order.window_start
        return self.order.due_at.date() <= day or (expected is not None and expected.date() == day)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the list is filtered, grouped and sorted; empty sets, and no day, let everything through."""

    text: str = ""
    day: date | None = None
    priorities: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    dues: frozenset[str] = frozenset()
    zones: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    notices: frozenset[str] = frozenset()
    group_by: str = "priority"
    sort_by: str = "due"


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Some rows under one heading; ``key`` is what they share."""

    key: str
    rows: tuple[OrderRow, ...]


_GROUP_KEYS: dict[str, Callable[[OrderRow], str]] = {
    "priority": lambda row: row.order.priority.value,
    "state": lambda row: row.order.state.value,
    "agent": lambda row: row.agents[0] if row.agents else "",
    "zone": lambda row: row.zone,
    "none": lambda _: "",
}
_SORT_KEYS: dict[str, Callable[[OrderRow], Any]] = {
    "due": lambda row: (row.order.due_at, row.order.priority.value, row.order.order_id),
    "priority": lambda row: (row.order.priority.value, row.order.due_at, row.order.order_id),
    "start": lambda row: (row.starts_at or LAST, row.order.due_at, row.order.order_id),
    "number": lambda row: row.order.order_id,
}


def arrange(rows: Iterable[OrderRow], arrangement: Arrangement) -> tuple[RowGroup, ...]:
    """Return the rows that pass the filter, in groups; a group without rows is not there. O(n log n)."""
    words = folded(arrangement.text).split()
    key_of = _GROUP_KEYS[arrangement.group_by]
    groups: dict[str, list[OrderRow]] = defaultdict(list)
    for row in sorted(rows, key=_SORT_KEYS[arrangement.sort_by]):
        if _passes(row, arrangement, words):
            groups[key_of(row)].append(row)
    keys = sorted(groups, key=lambda key: (key == "", key))
    return tuple(RowGroup(key, tuple(groups[key])) for key in keys)


def _passes(row: OrderRow, arrangement: Arrangement, words: list[str]) -> bool:
    order = row.order
    asked = (
        (arrangement.priorities, (order.priority.value,)),
        (arrangement.states, (order.state.value,)),
        (arrangement.dues, (row.due,)),
        (arrangement.zones, (row.zone,)),
        (arrangement.agents, row.agents or ("",)),
        (arrangement.notices, (row.notice,)),
    )
    if any(wanted and wanted.isdisjoint(found) for wanted, found in asked):
        return False
    if arrangement.day is not None and not row.is_of(arrangement.day):
        return False
    if not words:
        return True
    text = folded(" ".join((order.order_id, order.code, order.label, order.address, *row.agents)))
    return all(word in text for word in words)


def due_of(due_at: datetime, now: datetime) -> str:
    """Return when a deadline is, seen from a moment: one of ``DUE``."""
    if due_at < now:
        return "overdue"
    days = (due_at.date() - now.date()).days
    return DUE[min(days, 2) + 1]


def folded(text: str) -> str:
    """Return text without accents or capitals, so that ``eglise`` finds ``Église``."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()
