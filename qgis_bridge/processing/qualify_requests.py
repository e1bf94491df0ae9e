# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:qualifyrequests``: the new requests made into orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsWkbTypes,
)

from ..labels import spoken_language
from ..messages import tr
from ..styles.orders import style_orders
from .base import FeedbackProgress, OutputLayer, Rows
from .day_inputs import DayAlgorithm
from .order_columns import ORDER_FIELDS, order_values

if TYPE_CHECKING:
    from ...planner.intake.qualify_day import QualifiedDay
    from ...planner.ports import Workspace

ORDERS = OutputLayer(
    name="ORDERS",
    label=lambda: tr("New orders"),
    explanation=lambda: tr("The orders that the requests became, with their priority and deadline."),
    kind=QgsWkbTypes.Type.Point,
    fields=(*ORDER_FIELDS, ("request_id", "text"), ("score", "real"), ("asset_id", "text")),
    style=style_orders,
    optional=True,
)


class QualifyRequests(DayAlgorithm):
    """Writes orders and what the maps say of them into the workspace, in one journaled command."""

    CHAINS = "CHAINS"
    ORDER_COUNT, UNCLEAR = "ORDER_COUNT", "UNCLEAR_COUNT"

    feature = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "qualifyrequests"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Qualify the new requests")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Makes orders of all new requests: type, priority, asset, cut, conflicts, notice. Requests whose "
            "words fit no type of work stay new, and are named."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(
            QgsProcessingParameterBoolean(self.CHAINS, tr("With their steps"), False),
            tr("Lays out the steps of each order, with the orders of their own that these ask for."),
        )
        self.ask_now(tr("When the requests are judged: deadlines and notices count from then. Empty: now."))
        self.ask_layers([ORDERS])
        self.promise_numbers(
            {self.ORDER_COUNT: tr("Orders made"), self.UNCLEAR: tr("Requests that stay unclear")}
        )

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Make the orders and write them."""
        from ...planner.assets.asset_base import AssetBase
        from ...planner.intake.qualify_day import qualify_requests
        from ...planner.rule_versions import rule_book_of

        now = self.read_now(parameters, context, workspace)
        made = qualify_requests(
            workspace,
            AssetBase(workspace),
            rules=rule_book_of(workspace, now.date()),
            now=now,
            who=self.who(),
            language=spoken_language(),
            chains=self.parameterAsBool(parameters, self.CHAINS, context),
            progress=FeedbackProgress(feedback),
        )
        for request in made.unclear:
            text = tr("Unclear: {request} · {words}")
            feedback.pushWarning(text.format(request=request.request_id, words=request.description))
        for one in made.call_back:
            if one.danger_is_open:
                text = tr("Call back {request} ({phone}): nobody asked whether anyone is in danger")
                feedback.pushWarning(text.format(request=one.request.request_id, phone=one.request.phone))
        return {
            **self.write_layers(parameters, context, workspace.crs, {ORDERS: lambda: _rows(made)}),
            self.ORDER_COUNT: len(made.orders),
            self.UNCLEAR: len(made.unclear),
        }


def _rows(made: QualifiedDay) -> Rows:
    for order in made.orders:
        yield order.place, (*order_values(order), order.request_id, order.score, order.asset_id)
