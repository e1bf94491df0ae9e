# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:toursheets``: the sheets of the agents' tours on a day, a PDF each, into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..messages import tr
from .base import FeedbackProgress
from .day_inputs import DayAlgorithm

if TYPE_CHECKING:
    from ...planner.ports import Workspace


class TourSheets(DayAlgorithm):
    """Reads a workspace; writes files only."""

    AGENT, FOLDER, COUNT = "AGENT", "FOLDER", "COUNT"

    feature = "plan"
    drawing = "plan"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "toursheets"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Print the tour sheets of a day")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Writes for each agent with a tour on the day a PDF: the map of the tour, what to load, and the "
            "stops in their order: hours, valves to operate, parts, dangers, customers cut off, whom to call."
        )

    def flags(self) -> Any:
        """Return the flags: layouts are drawn in the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_day(tr("The day whose tours are printed."))
        self.ask(
            QgsProcessingParameterString(self.AGENT, tr("Agent"), optional=True),
            tr("The id of the agent whose sheet is printed. Empty: all who have a tour."),
        )
        self.ask(
            QgsProcessingParameterFolderDestination(self.FOLDER, tr("Folder")),
            tr("Where the files go; each is named after its day and agent and replaces the one of before."),
        )
        self.promise_numbers({self.COUNT: tr("Number of sheets")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Draw the sheets one by one."""
        from ...planner.plans.tour_sheet import tour_sheets
        from ..tour_sheet_batch import write_tour_sheets

        agent = self.parameterAsString(parameters, self.AGENT, context).strip()
        sheets = tour_sheets(workspace, self.read_day(parameters, context), agent_id=agent)
        folder = Path(self.parameterAsString(parameters, self.FOLDER, context))
        folder.mkdir(parents=True, exist_ok=True)
        written = write_tour_sheets(workspace, sheets, folder, progress=FeedbackProgress(feedback))
        return {self.FOLDER: str(folder), self.COUNT: len(written)}
