# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:findaddress``: the places that an address may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..messages import tr
from ..styles.answers import draw_found_places
from .base import OutputLayer, RegardAlgorithm

if TYPE_CHECKING:
    from ...planner.ports import Workspace

PLACES = OutputLayer(
    name="PLACES",
    label=lambda: tr("Addresses found"),
    explanation=lambda: tr(
        "The likeliest addresses, numbered; the number of the house may be the nearest one."
    ),
    kind=QgsWkbTypes.Type.Point,
    fields=(("rank", "integer"), ("label", "text"), ("score", "real"), ("is_exact_number", "boolean")),
    style=draw_found_places,
)


class FindAddress(RegardAlgorithm):
    """Reads a workspace; writes nothing into it."""

    TEXT, MOST, COUNT = "TEXT", "MOST", "PLACE_COUNT"

    feature = "orders"
    section = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "findaddress"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Find an address")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr("Finds the places that an address may mean, whatever its spelling, the likeliest first.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(QgsProcessingParameterString(self.TEXT, tr("Address")), tr("What was said or written."))
        number = QgsProcessingParameterNumber
        self.ask(
            number(self.MOST, tr("How many at most"), number.Type.Integer, 5, minValue=1, maxValue=50),
            tr("How many places are proposed, 1 to 50."),
        )
        self.ask_layers([PLACES])
        self.promise_numbers({self.COUNT: tr("Number of places")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Search and write the places."""
        from shapely.geometry import Point

        from ...planner.intake.addresses import address_book

        most = self.parameterAsInt(parameters, self.MOST, context)
        found = address_book(workspace).search(
            self.parameterAsString(parameters, self.TEXT, context), most=most
        )
        if not found:
            feedback.pushWarning(tr("No address is like this one."))
        rows = [
            (Point(one.x, one.y), (rank, one.label, one.score, one.is_exact_number))
            for rank, one in enumerate(found, start=1)
        ]
        return {
            **self.write_layers(parameters, context, workspace.crs, {PLACES: lambda: rows}),
            self.COUNT: len(found),
        }
