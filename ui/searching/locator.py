# SPDX-License-Identifier: GPL-3.0-or-later
"""What Regard adds to QGIS's locator: orders, agents, customers, assets and addresses while one types."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult

from ...core.errors import RegardError
from ...qgis_bridge.messages import tr
from ...qgis_bridge.wording import word
from .index import SearchIndex

if TYPE_CHECKING:
    from ...planner.find_anything import Found

# what is found, as the groups of the list are called
_TITLES: dict[str, Callable[[], str]] = {
    "order": lambda: tr("Orders"),
    "request": lambda: tr("Requests"),
    "agent": lambda: tr("Agents"),
    "customer": lambda: tr("Customers"),
    "asset": lambda: tr("Assets"),
    "address": lambda: tr("Addresses"),
}
_WORST = 0.1


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a result leads: to an order, or to a place in the workspace's CRS."""

    text: str
    order_id: str
    x: float | None
    y: float | None


class RegardLocator(QgsLocatorFilter):
    """``go`` is called on the main thread with what was chosen; QGIS searches in copies, in threads."""

    def __init__(self, index: SearchIndex, go: Callable[[Goal], None]) -> None:
        super().__init__()
        self._index = index
        self._go = go

    def name(self) -> str:
        """Return the name that settings know it by."""
        return "regard"

    def displayName(self) -> str:
        """Return what the user reads."""
        return tr("Regard: orders, addresses, customers, assets, agents")

    def prefix(self) -> str:
        """Return what limits a search to it."""
        return "reg"

    def priority(self) -> QgsLocatorFilter.Priority:
        """Come first: whoever has a workspace open looks for its orders."""
        return QgsLocatorFilter.Priority.Highest

    def clone(self) -> RegardLocator:
        """Return a copy for a thread."""
        return RegardLocator(self._index, self._go)

    def fetchResults(self, text: str, _: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """Search, in a thread; what is wrong with the workspace was said when it was opened."""
        try:
            found = self._index.find(text)
        except RegardError as error:
            self.logMessage(error.message.english())
            return
        for number, one in enumerate(found):
            if feedback.isCanceled():
                return
            self.resultFetched.emit(self._result(one, 1.0 - number * (1.0 - _WORST) / len(found)))

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """Go to what was chosen."""
        kept = result.userData
        self._go(Goal(*json.loads(kept() if callable(kept) else kept)))

    def _result(self, one: Found, score: float) -> QgsLocatorResult:
        result = QgsLocatorResult()
        result.displayString = one.text
        result.description = word(f"role.{one.detail}") if one.detail else one.key
        result.group = _TITLES[one.kind]()
        result.score = score
        # plain text: QGIS copies it from thread to thread
        kept = json.dumps([one.text, one.order_id, one.x, one.y])
        if hasattr(result, "setUserData"):
            result.setUserData(kept)
        else:
            result.userData = kept
        return result
