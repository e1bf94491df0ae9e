# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts Regard's search into QGIS's locator and goes to what is chosen there."""

from __future__ import annotations

from qgis.gui import QgisInterface

from ...qgis_bridge.messages import tr
from ..map_controller import MapController
from ..reporter import Reporter
from ..view_state import ViewState
from .index import SearchIndex
from .locator import Goal, RegardLocator


class SearchController:
    """Searches the workspace that is shown; without one it finds nothing."""

    def __init__(
        self, iface: QgisInterface, state: ViewState, reporter: Reporter, map_view: MapController
    ) -> None:
        self._iface = iface
        self._state = state
        self._reporter = reporter
        self._map_view = map_view
        self._index = SearchIndex()
        self._locator: RegardLocator | None = None

    def load(self) -> None:
        """Register the search."""
        self._locator = RegardLocator(self._index, self._go)
        self._iface.registerLocatorFilter(self._locator)
        self._state.workspace_changed.connect(self._on_workspace_changed)
        self._on_workspace_changed()

    def unload(self) -> None:
        """Take it out of QGIS's locator, which deletes it."""
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self._iface.deregisterLocatorFilter(self._locator)
        self._locator = None

    def begin(self) -> None:
        """Put the keyboard into QGIS's box, limited to what Regard finds."""
        self._iface.locatorSearch("reg ")

    def _go(self, found: Goal) -> None:
        if found.order_id:
            self._state.select_order(found.order_id)
        elif found.x is not None and found.y is not None:
            self._map_view.mark(found.x, found.y)
        else:
            self._reporter.info(tr("{what} has no place on the map.").format(what=found.text))

    def _on_workspace_changed(self) -> None:
        self._index.url = self._state.url
