# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:slots``: appointments that can be promised for an order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterNumber

from ..messages import tr
from .base import OutputLayer, Rows
from .day_inputs import DayAlgorithm
from .who import ids_of, named

if TYPE_CHECKING:
    from ...planner.agent_names import Names
    from ...planner.ports import Workspace
    from ...planner.running.slots import Appointment

SLOTS = OutputLayer(
    name="SLOTS",
    label=lambda: tr("Appointments"),
    explanation=lambda: tr("A table of the windows, the cheapest first: who would come when, at what price."),
    fields=(
        ("order_id", "text"),
        ("opens", "datetime"),
        ("closes", "datetime"),
        ("cost_min", "real"),
        ("extra_min", "real"),
        ("late_min", "integer"),
        ("agents", "text"),
        ("agent_names", "text"),
        ("start", "datetime"),
    ),
)


class FindSlots(DayAlgorithm):
    """Reads a workspace; writes nothing into it."""

    DAYS, COUNT = "DAYS", "SLOT_COUNT"

    feature = "plan"
    section = "planning"
    drawing = "plan"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "slots"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Appointments for an order")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Finds the best windows to promise for an order that is not planned, over the plans of the next "
            "days, each with the extra minutes that it costs."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_order(tr("The number of an order that no plan has."))
        number = QgsProcessingParameterNumber
        self.ask(
            number(self.DAYS, tr("Number of days"), number.Type.Integer, 0, minValue=0, maxValue=60),
            tr("How many days to look at from today on; 0: as the rules say."),
        )
        self.ask_now(tr("No window opens before this moment. Empty: now."))
        self.ask_layers([SLOTS])
        self.promise_numbers({self.COUNT: tr("Number of appointments")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Find the windows and write the table."""
        from ...planner.agent_names import agent_names
        from ...planner.running.slots import find_slots

        order, now = self.read_order(parameters, context), self.read_now(parameters, context, workspace)
        days = self.parameterAsInt(parameters, self.DAYS, context)
        found = find_slots(workspace, order, now=now, days=days or None)
        if not found:
            feedback.pushWarning(tr("No window can be promised in these days."))
        called = agent_names(workspace)
        rows = {SLOTS: lambda: _rows(order, found, called)}
        return {
            **self.write_layers(parameters, context, workspace.crs, rows),
            self.COUNT: len(found),
        }


def _rows(order: str, found: Sequence[Appointment], called: Names) -> Rows:
    for slot in found:
        who = (ids_of(slot.agents), named(slot.agents, called))
        prices = (round(slot.cost_min, 3), round(slot.extra_min, 3), slot.late_min)
        yield None, (order, slot.opens, slot.closes, *prices, *who, slot.start)
