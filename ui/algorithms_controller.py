# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the Processing dialogs of Regard with what the window knows already filled in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QDialog

from .view_state import ViewState


class AlgorithmsController:
    """Keeps the dialogs that are open; ``refresh`` is called after one has changed the workspace."""

    def __init__(self, state: ViewState, refresh: Callable[[], None]) -> None:
        self._state = state
        self._refresh = refresh
        self._dialogs: list[QDialog] = []

    def load(self) -> None:
        """Nothing to put in: dialogs open on demand."""

    def unload(self) -> None:
        """Close the dialogs that are still open."""
        for dialog in self._dialogs:
            dialog.close()
        self._dialogs.clear()

    def isolate(self) -> None:
        """Open the isolation trace on the asset of the selected order."""
        parameters: dict[str, Any] = {"WORKSPACE": self._state.url}
        selected = [row.order for row in self._state.orders if row.order.order_id == self._state.order_id]
        if selected and selected[0].asset_id:
            parameters["ASSET"] = selected[0].asset_id
        self._show("regard:isolate", parameters)

    def dossiers(self) -> None:
        """Open the print of dossiers: of the selected order, else of the day that the window shows."""
        starts = [row.starts_at for row in self._state.orders if row.starts_at]
        day = QDate(min(starts).date()) if starts else QDate.currentDate()
        parameters: dict[str, Any] = {"WORKSPACE": self._state.url, "DAY": day}
        if self._state.order_id:
            parameters["ORDERS"] = self._state.order_id
        self._show("regard:dossiers", parameters)

    def plan(self) -> None:
        """Open the planning of the day that the window shows, or of today when nothing is planned."""
        starts = [row.starts_at for row in self._state.orders if row.starts_at]
        day = QDate(min(starts).date()) if starts else QDate.currentDate()
        parameters = {"WORKSPACE": self._state.url, "DAY": day}
        self._show("regard:plantours", parameters, finished=self._refresh)

    def _show(
        self, algorithm: str, parameters: dict[str, Any], *, finished: Callable[[], None] | None = None
    ) -> None:
        from qgis import processing

        dialog = processing.createAlgorithmDialog(algorithm, parameters)
        if finished is not None:
            dialog.algorithmFinished.connect(lambda ok, _: finished() if ok else None)
        self._dialogs.append(dialog)
        dialog.show()
