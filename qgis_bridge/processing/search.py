# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:search``: orders and requests by id, words, address, caller or customer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..messages import tr
from ..styles.answers import draw_hits
from ..wording import word
from .base import OutputLayer, RegardAlgorithm, Rows

if TYPE_CHECKING:
    from ...planner.hits import Hit
    from ...planner.ports import Workspace

HITS = OutputLayer(
    name="HITS",
    label=lambda: tr("Found in the workspace"),
    explanation=lambda: tr("Each order or request that was found, where it is, the best first."),
    kind=QgsWkbTypes.Type.Point,
    fields=(
        ("rank", "integer"),
        ("kind", "text"),
        ("key", "text"),
        ("order_id", "text"),
        ("text", "text"),
    ),
    style=draw_hits,
)


class Search(RegardAlgorithm):
    """Reads a workspace; writes nothing into it."""

    TEXT, LIMIT, COUNT = "TEXT", "LIMIT", "HIT_COUNT"

    feature = "orders"
    section = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "search"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Search orders and requests")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Finds orders and requests by id, words, address, asset, caller, telephone or customer "
            "reference. Accents and capitals do not count; the latest come first."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(
            QgsProcessingParameterString(self.TEXT, tr("Words")),
            tr("Each of these words must be in it, in any order."),
        )
        number = QgsProcessingParameterNumber
        self.ask(
            number(self.LIMIT, tr("How many at most"), number.Type.Integer, 20, minValue=1, maxValue=1000),
            tr("How many orders and requests are shown, 1 to 1000."),
        )
        self.ask_layers([HITS])
        self.promise_numbers({self.COUNT: tr("Number found")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Search and write what was found."""
        text = self.parameterAsString(parameters, self.TEXT, context)
        found = workspace.search(text, limit=self.parameterAsInt(parameters, self.LIMIT, context))
        if not found:
            feedback.pushWarning(tr("Nothing was found."))
        return {
            **self.write_layers(parameters, context, workspace.crs, {HITS: lambda: _rows(workspace, found)}),
            self.COUNT: len(found),
        }


def _rows(workspace: Workspace, found: Sequence[Hit]) -> Rows:
    from ...planner.conditions import Where
    from ...workorders.orders import WorkOrder
    from ...workorders.requests import ServiceRequest

    names = sorted({name for hit in found for name in (hit.key, hit.order_id) if name})
    places = {
        str(getattr(one, key)): one.place
        for kind, key in ((WorkOrder, "order_id"), (ServiceRequest, "request_id"))
        for one in workspace.all(kind, where=[Where(key, among=names)])
    }
    for rank, hit in enumerate(found, start=1):
        place = places.get(hit.key, places.get(hit.order_id))
        yield place, (rank, word(f"table.{hit.table}"), hit.key, hit.order_id, hit.text)
