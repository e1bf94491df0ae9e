# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:dossiers``: the dossiers of orders or of a day, a PDF and a page each, into a folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..messages import tr
from .base import FeedbackProgress
from .day_inputs import DayAlgorithm

if TYPE_CHECKING:
    from ...planner.ports import Workspace


class Dossiers(DayAlgorithm):
    """Reads a workspace; writes files only."""

    ORDERS, ONLY_DIGS, FOLDER, COUNT = "ORDERS", "ONLY_DIGS", "FOLDER", "COUNT"

    feature = "isolate"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "dossiers"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Print the dossiers of orders")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Writes for each order a PDF and a page with its dangers, the plans at 1/200 and 1/1000, the "
            "valves in the order of operation, the networks of other operators, contacts, notice, permits "
            "and a check list. Open data never replaces the consultation of the operators."
        )

    def flags(self) -> Any:
        """Return the flags: layouts are drawn in the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(
            QgsProcessingParameterString(self.ORDERS, tr("Orders"), optional=True),
            tr("The numbers of the orders, with commas between them. Empty: those planned on the day."),
        )
        self.ask_day(
            tr("The day whose planned orders are printed; not used where orders are given."), optional=True
        )
        self.ask(
            QgsProcessingParameterBoolean(self.ONLY_DIGS, tr("Only orders that dig"), False),
            tr("Of the orders of the day, print only those that break ground."),
        )
        self.ask_now(tr("The moment at which what keeps an order from leaving is judged. Empty: now."))
        self.ask(
            QgsProcessingParameterFolderDestination(self.FOLDER, tr("Folder")),
            tr("Where the files go; each is named after its order and replaces the one of before."),
        )
        self.promise_numbers({self.COUNT: tr("Number of dossiers")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Draw the dossiers one by one."""
        from ...planner.dossiers.wanted import orders_wanted
        from ..dossier_batch import write_dossiers

        given = self.parameterAsString(parameters, self.ORDERS, context)
        named = [part.strip() for part in given.split(",") if part.strip()]
        orders = orders_wanted(
            workspace,
            named,
            day=None if named else self._day(parameters, context),
            only_digs=self.parameterAsBool(parameters, self.ONLY_DIGS, context),
        )
        folder = Path(self.parameterAsString(parameters, self.FOLDER, context))
        folder.mkdir(parents=True, exist_ok=True)
        now = self.read_now(parameters, context, workspace)
        progress = FeedbackProgress(feedback)
        written = write_dossiers(workspace, orders, folder, now=now, progress=progress)
        feedback.pushWarning(tr("Open data never replaces the consultation of the operators."))
        return {self.FOLDER: str(folder), self.COUNT: len(written)}

    def _day(self, parameters: dict[str, Any], context: QgsProcessingContext) -> date | None:
        return self.read_day(parameters, context) if parameters.get(self.DAY) else None
