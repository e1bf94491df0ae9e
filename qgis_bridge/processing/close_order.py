# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:closeorder``: what was handed in for an order, checked, and the order closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ..messages import say, tr
from ..wording import word
from .base import OutputLayer, Rows
from .day_inputs import DayAlgorithm

if TYPE_CHECKING:
    from ...planner.closing.settle import Settled
    from ...planner.ports import Workspace

FINDINGS = OutputLayer(
    name="FINDINGS",
    label=lambda: tr("Findings"),
    explanation=lambda: tr(
        "A table: errors to correct and warnings, field by field, then what still keeps the order open."
    ),
    fields=(
        ("order_id", "text"),
        ("kind", "text"),
        ("field", "text"),
        ("found", "text"),
        ("expected", "text"),
        ("text", "text"),
    ),
)


class CloseOrder(DayAlgorithm):
    """Writes what was handed in and the order's state into the workspace, in one journaled command."""

    DATA, STATE, ERRORS = "DATA", "STATE", "ERROR_COUNT"

    feature = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "closeorder"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Close an order with its data")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Takes in what was handed in for an order, checks it by the form of its work, and closes the "
            "order. With errors it goes back to be corrected; what a gate still asks for keeps it open."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_order(tr("The number of an order that is at work or done."))
        self.ask(
            QgsProcessingParameterFile(self.DATA, tr("Closure data (YAML, JSON, CSV)")),
            tr(
                "The fields of the form, parts, valves and photos, as the field handed them in. The photos "
                "lie beside the file; they are kept with the order."
            ),
        )
        self.ask_now(tr("When the data came in. Empty: now."))
        self.ask_layers([FINDINGS])
        self.addOutput(QgsProcessingOutputString(self.STATE, tr("State of the order")))
        self.promise_numbers({self.ERRORS: tr("Number of errors")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Take the data in, close or send back, write what was found."""
        from ...planner.field.close_with_photos import close_with_photos
        from ...planner.life.known_facts import form_for
        from ...planner.rule_versions import rule_book_of
        from ...store.attachment_folder import attachment_folder
        from ...store.closure_files import read_closure_file, read_photos
        from ...workorders.closing.handed_in import handed_in
        from ...workorders.orders import WorkOrder

        order, now = self.read_order(parameters, context), self.read_now(parameters, context, workspace)
        book = rule_book_of(workspace, now.date())
        form = form_for(workspace.get(WorkOrder, order), book)
        file = Path(self.parameterAsString(parameters, self.DATA, context).strip())
        entries, raw = read_closure_file(file, order_id=order)
        photos = read_photos(file, entries, book.teleservice)
        handed = handed_in(entries, form, file=str(file), raw=raw, order_id=order)
        done = close_with_photos(
            workspace,
            order,
            handed,
            photos,
            attachments=attachment_folder(workspace),
            book=book,
            now=now,
            who=self.who(),
        )
        state = done.order.state.value
        feedback.pushInfo(tr("Order {order}: {state}").format(order=order, state=word(f"state.{state}")))
        return {
            **self.write_layers(parameters, context, workspace.crs, {FINDINGS: lambda: finding_rows(done)}),
            self.STATE: state,
            self.ERRORS: len(done.errors),
        }


def finding_rows(done: Settled) -> Rows:
    """Yield what is to be corrected or heeded, then what keeps the order open."""
    order = done.order.order_id
    for one in done.findings:
        yield None, (order, one.severity, one.field, one.found, one.expected, say(one.message))
    for lack in done.lacks:
        yield None, (order, "lack", "", "", "", say(lack))
