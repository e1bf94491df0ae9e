# SPDX-License-Identifier: GPL-3.0-or-later
"""The review dock: as every panel; the chosen change is looked at in a worker and drawn on the map."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QShortcut

from ...qgis_bridge.messages import tr
from ...qgis_bridge.native import load_wheels_apart
from ..acting.panel_controller import PanelController
from .redrawing import Redrawing

if TYPE_CHECKING:
    from ..acting.panel_dock import PanelPage
    from ..acting.rows import Act
    from ..acting.table import ActingTable
    from .drawn_change import DrawnChange
    from .reader import LookedAt

# keys of the table of changes that wait
_KEYS = {"A": "accept", "C": "correct", "M": "redraw", "R": "reject"}


class ReviewController(PanelController):
    """``drawn`` is what the map shows of the chosen change, ``redrawing`` has it drawn elsewhere."""

    drawn: DrawnChange | None = None
    redrawing: Redrawing | None = None
    _looked: LookedAt | None = None

    def load(self) -> None:
        """Add the dock and its keys."""
        super().load()
        for name, table in self.dock.tables.items():
            table.row_chosen.connect(partial(self._on_change, name))
            table.map_asked.connect(partial(self._on_map_asked, table))
        self.redrawing = Redrawing(self._iface.mapCanvas(), self._reporter)
        waiting = self.dock.tables["waiting"]
        for key, act in _KEYS.items():
            shortcut = QShortcut(QKeySequence(key), waiting.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(waiting.press, act))
        self._state.workspace_changed.connect(self._clear)

    def unload(self) -> None:
        """Remove the dock, and the change from the map."""
        self._state.workspace_changed.disconnect(self._clear)
        for table in self.dock.tables.values():
            table.row_chosen.disconnect()
            table.map_asked.disconnect()
        self._clear()
        self.redrawing.remove()
        self.redrawing = None
        super().unload()

    def _on_visible(self, visible: bool) -> None:
        super()._on_visible(visible)
        if not visible:
            self._clear()

    def _on_read(self, result: tuple[str, date | None, Mapping[str, PanelPage]]) -> None:
        """Tell of the change that is chosen without a click: the first, or the one that was."""
        super()._on_read(result)
        name = list(self.dock.tables)[self.dock.tabs.currentIndex()]
        chosen = self.dock.tables[name].current
        if chosen is not None and self.dock.isVisible():
            self._on_change(name, chosen.key)

    def _clear(self) -> None:
        self._looked = None
        self.redrawing.end()
        if self.drawn is not None:
            self.drawn.clear()

    def _on_map_asked(self, table: ActingTable, act: Act) -> None:
        chosen = table.current
        if self._looked is not None and chosen is not None and chosen.key == self._looked.change_id:
            self.redrawing.begin(self._looked, partial(self._on_redrawn, table, act))

    def _on_redrawn(self, table: ActingTable, act: Act, shape: str) -> None:
        # the keys of the dock, Ctrl+Z among them, go on working
        table.view.setFocus(Qt.FocusReason.OtherFocusReason)
        table.act_asked.emit(act, shape)

    def _on_change(self, table: str, key: str) -> None:
        if self._looked is None or self._looked.change_id != key:
            self.redrawing.end()
        url, now = self._state.url, self._clock()
        self._jobs.start(
            tr("Looking at a change"),
            lambda _: _looked_at(url, key, now),
            succeeded=partial(self._on_looked, table, key),
            failed=self._reporter.error,
        )

    def _on_looked(self, table: str, key: str, looked: LookedAt) -> None:
        from .drawn_change import DrawnChange

        if self.dock is None or self.dock.tables[table].current is None:
            return
        if self.dock.tables[table].current.key != key:
            return
        self._looked = looked
        self.dock.tables[table].show_details(key, looked.html)
        if self.drawn is None:
            self.drawn = DrawnChange(self._iface.mapCanvas())
        self.drawn.show(looked)


def _looked_at(url: str, change_id: str, now: datetime) -> LookedAt:
    load_wheels_apart()
    from .reader import look_at

    return look_at(url, change_id, now)
