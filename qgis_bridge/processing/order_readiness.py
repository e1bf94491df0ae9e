# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:readiness``: the orders of the coming days with what each still lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ..labels import lack_text
from ..messages import tr
from ..styles.answers import draw_readiness
from ..wording import word
from .base import OutputLayer, Rows
from .day_inputs import DayAlgorithm
from .order_columns import ORDER_FIELDS, order_values

if TYPE_CHECKING:
    from ...planner.life.readiness_board import OrderReadiness
    from ...planner.ports import Workspace
    from ...workorders.life.readiness import ReadinessItem

ORDERS = OutputLayer(
    name="ORDERS",
    label=lambda: tr("Readiness of orders"),
    explanation=lambda: tr("Each order with its colour, what it lacks, and how many days are left."),
    kind=QgsWkbTypes.Type.Point,
    fields=(
        *ORDER_FIELDS,
        ("day", "text"),
        ("days_left", "integer"),
        ("planned", "boolean"),
        ("colour", "text"),
        ("red", "text"),
        ("amber", "text"),
        ("lacks", "text"),
        ("alerts", "integer"),
    ),
    style=draw_readiness,
)


class Readiness(DayAlgorithm):
    """Reads a workspace; writes nothing into it."""

    HORIZON, AT_RISK = "HORIZON", "AT_RISK"
    RED, AMBER = "RED_COUNT", "AMBER_COUNT"

    feature = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "readiness"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Readiness of the coming orders")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Shows the orders of the coming days with what each still lacks: people, parts, equipment, "
            "subcontractors, works notices and permits. Red is to be solved now, amber to be watched."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_day(tr("The day to look from: what is missing is judged by the days left from then on."))
        number = QgsProcessingParameterNumber
        self.ask(
            number(self.HORIZON, tr("Days ahead"), number.Type.Integer, 10, minValue=0, maxValue=92),
            tr("How many days ahead to look, 0 to 92; 0 is the day alone."),
        )
        self.ask(
            QgsProcessingParameterBoolean(self.AT_RISK, tr("Only orders at risk"), False),
            tr("Leaves out the orders of which nothing is amber or red."),
        )
        self.ask_layers([ORDERS])
        self.promise_numbers({self.RED: tr("Orders in red"), self.AMBER: tr("Orders in amber")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - QGIS's own
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Look at the orders of these days and write them."""
        from ...planner.life.readiness_board import readiness_board

        horizon = self.parameterAsInt(parameters, self.HORIZON, context)
        board = readiness_board(workspace, self.read_day(parameters, context), horizon_days=horizon)
        if self.parameterAsBool(parameters, self.AT_RISK, context):
            board = tuple(one for one in board if one.at_risk)
        colours = [one.colour.value for one in board]
        return {
            **self.write_layers(parameters, context, workspace.crs, {ORDERS: lambda: _rows(board)}),
            self.RED: colours.count("red"),
            self.AMBER: colours.count("amber"),
        }


def _rows(board: Sequence[OrderReadiness]) -> Rows:
    for one in board:
        risk = [(item, item.colour.value) for item in one.items]
        red, amber = (_resources(item for item, own in risk if own == colour) for colour in ("red", "amber"))
        lacks = "; ".join(lack_text(lack) for item in one.items for lack in item.lacks)
        when = (one.day.isoformat(), one.days_left, one.is_planned)
        values = (*order_values(one.order), *when, one.colour.value, red, amber, lacks, len(one.alerts))
        yield one.order.place, values


def _resources(items: Iterable[ReadinessItem]) -> str:
    return ", ".join(word(f"resource.{item.resource}") for item in items)
