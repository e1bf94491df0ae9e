# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithms ``regard:fieldpackage`` and ``regard:fieldimport``: out to the field, and back from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..messages import say, tr, user_locale
from ..wording import word
from .base import FeedbackProgress, OutputLayer, Rows
from .day_inputs import DayAlgorithm

if TYPE_CHECKING:
    from ...planner.field.take_in import TakenIn
    from ...planner.ports import Workspace

TAKEN = OutputLayer(
    name="TAKEN",
    label=lambda: tr("Taken in"),
    explanation=lambda: tr("A table: what became of each order, and all that is to be said of it."),
    fields=(("order_id", "text"), ("outcome", "text"), ("state", "text"), ("text", "text")),
)


class FieldPackageOfDay(DayAlgorithm):
    """Reads a workspace; writes a folder. The workspace is given its name for packages once."""

    AGENT, FOLDER, PROJECT, COUNT = "AGENT", "FOLDER", "PROJECT", "COUNT"

    feature = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "fieldpackage"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Package for the field")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Writes a folder that QField or QGIS opens as it is: the orders of an agent on a day, the assets "
            "around, the valves to operate, the networks of others, and a form for each type of work."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(QgsProcessingParameterString(self.AGENT, tr("Agent")), tr("The id of the agent."))
        self.ask_day(tr("The day that the plan in force holds."))
        self.ask_now(tr("The moment that the package bears. Empty: now."))
        self.ask(
            QgsProcessingParameterFolderDestination(self.FOLDER, tr("Folder")),
            tr("An empty folder, or one that does not exist."),
        )
        self.addOutput(QgsProcessingOutputFile(self.PROJECT, tr("Project")))
        self.promise_numbers({self.COUNT: tr("Number of orders")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - nothing to say on the way
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Gather the day, write the data, then the project over them."""
        from ...planner.assets.asset_base import AssetBase
        from ...planner.field.package import field_package
        from ...planner.rule_versions import rule_book_of
        from ...store.field_files import write_field_package
        from ..field_project import write_field_project

        now = self.read_now(parameters, context, workspace)
        found = field_package(
            workspace,
            AssetBase(workspace),
            self.parameterAsString(parameters, self.AGENT, context).strip(),
            self.read_day(parameters, context),
            book=rule_book_of(workspace, now.date()),
            now=now,
            workspace_id=uuid4().hex,
        )
        folder = Path(self.parameterAsString(parameters, self.FOLDER, context))
        data = write_field_package(folder, found)
        project = write_field_project(data, found, language=user_locale()[:2])
        count = sum(len(form.orders) for form in found.forms)
        return {self.FOLDER: str(folder), self.PROJECT: str(project), self.COUNT: count}


class FieldImport(DayAlgorithm):
    """Writes what came back into the workspace, order by order; twice is once."""

    SOURCE, REFUSED = "SOURCE", "REFUSED_COUNT"

    feature = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "fieldimport"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Take in what came back from the field")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Closes orders with what was filled in, keeps the photos and proposes changes of assets. What "
            "somebody changed meanwhile is not written over: both values are told."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(
            QgsProcessingParameterFile(self.SOURCE, tr("Package (its data or zip), CSV or GeoJSON")),
            tr("The regard.gpkg in the folder of a package, its zip, or a table with a row an order."),
        )
        self.ask_now(tr("When the data came in. Empty: now."))
        self.ask_layers([TAKEN])
        self.promise_numbers({self.REFUSED: tr("Number of orders not taken in")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Take in the answers one by one and write what became of them."""
        from ...planner.field.take_in import Outcome, take_in
        from ...planner.rule_versions import rule_book_of
        from ...store.attachment_folder import attachment_folder
        from ...store.field_results import field_result

        now = self.read_now(parameters, context, workspace)
        source = Path(self.parameterAsString(parameters, self.SOURCE, context).strip())
        with field_result(source, crs=workspace.crs) as result:
            taken = take_in(
                workspace,
                result,
                book=rule_book_of(workspace, now.date()),
                attachments=attachment_folder(workspace),
                now=now,
                who=self.who(),
                progress=FeedbackProgress(feedback),
            )
        refused = [one for one in taken if one.outcome in (Outcome.REFUSED, Outcome.CONFLICT)]
        return {
            **self.write_layers(parameters, context, workspace.crs, {TAKEN: lambda: _rows(taken)}),
            self.REFUSED: len(refused),
        }


def _rows(taken: tuple[TakenIn, ...]) -> Rows:
    for one in taken:
        state = word(f"state.{one.state}") if one.state else ""
        yield None, (one.order_id, one.outcome.value, state, "; ".join(map(say, one.said)))
