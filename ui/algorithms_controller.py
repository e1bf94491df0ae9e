# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the Processing dialogs of Regard with what the window knows already filled in."""

from __future__ import annotations

from datetime import date
from typing import Any

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QDialog

from .view_state import ViewState


class AlgorithmsController:
    """Keeps the dialogs that are open."""

    def __init__(self, state: ViewState) -> None:
        self._state = state
        self._dialogs: list[QDialog] = []

    def load(self) -> None:
        """Nothing to put in: dialogs open on demand."""

    def unload(self) -> None:
        """Close the dialogs that are still open."""
        for dialog in self._dialogs:
            dialog.close()
        self._dialogs.clear()

    def dossiers(self) -> None:
        """Open the print of dossiers: of the selected order, else of the day that the window shows."""
        day = QDate(self._state.day) if self._state.day else QDate.currentDate()
        parameters: dict[str, Any] = {"WORKSPACE": self._state.url, "DAY": day}
        if self._state.order_id:
            parameters["ORDERS"] = self._state.order_id
        self._show("regard:dossiers", parameters)

    def tour_sheets(self, day: date, agent_id: str = "") -> None:
        """Open the print of the tour sheets of a day, of one agent or of everybody."""
        parameters: dict[str, Any] = {
            "WORKSPACE": self._state.url,
            "DAY": QDate(day.year, day.month, day.day),
        }
        if agent_id:
            parameters["AGENT"] = agent_id
        self._show("regard:toursheets", parameters)

    def _show(self, algorithm: str, parameters: dict[str, Any]) -> None:
        from qgis import processing

        dialog = processing.createAlgorithmDialog(algorithm, parameters)
        self._dialogs.append(dialog)
        dialog.show()
