# SPDX-License-Identifier: GPL-3.0-or-later
"""The messages dock: as every panel, and what a message says is read when it is chosen."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from ...qgis_bridge.messages import tr
from ...qgis_bridge.native import load_wheels_apart
from ..acting.panel_controller import PanelController


class MessagesController(PanelController):
    """Shows the text of the chosen message below the table."""

    def load(self) -> None:
        """Add the dock."""
        super().load()
        self.dock.tables["messages"].row_chosen.connect(self._on_message)

    def unload(self) -> None:
        """Remove the dock."""
        self.dock.tables["messages"].row_chosen.disconnect(self._on_message)
        super().unload()

    def _on_message(self, key: str) -> None:
        url, now = self._state.url, self._clock()
        self._jobs.start(
            tr("Writing a message"),
            lambda _: _preview(url, key, now),
            succeeded=partial(self.dock.tables["messages"].show_details, key),
            failed=self._reporter.error,
        )


def _preview(url: str, message_id: str, now: datetime) -> str:
    load_wheels_apart()
    from ..order_panel.reader import read_message

    return read_message(url, message_id, now)
