# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:whynotplanned``: the orders without a place in the plan, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from ..messages import say, tr
from . import left_out_layers as layers
from .day_inputs import DayAlgorithm
from .desk_now import desk_now

if TYPE_CHECKING:
    from ...planner.plans.explain_order import WhyNot
    from ...planner.ports import Workspace


class WhyNotPlanned(DayAlgorithm):
    """Reads a workspace; writes nothing into it."""

    COUNT = "ORDER_COUNT"

    feature = "plan"
    section = "planning"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "whynotplanned"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Why orders are not planned")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Shows the orders that the plan in force on a day leaves out, each with the reasons agent by "
            "agent. For one order, it is judged by the workspace as it is now, and what would make it fit is "
            "worked out as well."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_day(tr("A day of the plan that is meant; not used for a single order."), optional=True)
        self.ask_order(tr("Look at this order alone. Empty: all that the plan leaves out."), optional=True)
        self.ask_layers(layers.LAYERS)
        self.promise_numbers({self.COUNT: tr("Orders left out")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Look the reasons up and write the layers."""
        from ...planner.agent_names import agent_names
        from ...planner.plans.left_out_orders import as_left_out, left_out_of_day

        order = self.read_order(parameters, context)
        why = self._explained(workspace, order, feedback) if order else None
        left_out = as_left_out(why) if why else left_out_of_day(workspace, self.read_day(parameters, context))
        names = agent_names(workspace)
        rows = {
            layers.ORDERS: lambda: layers.order_rows(left_out),
            layers.REASONS: lambda: layers.reason_rows(left_out, names),
            layers.WAYS: lambda: layers.way_rows(why, names),
        }
        return {
            **self.write_layers(parameters, context, workspace.crs, rows),
            self.COUNT: len(left_out),
        }

    def _explained(self, workspace: Workspace, order: str, feedback: QgsProcessingFeedback) -> WhyNot:
        from ...planner.agent_names import agent_names
        from ...planner.plans.why_summary import why_summary
        from ...planner.rule_versions import rule_book_of
        from ...planner.running.explain_today import explain_today

        now = desk_now(workspace)
        means = rule_book_of(workspace, now.date()).means
        found = explain_today(workspace, order, now=now, authorisations=means.authorisations)
        if summary := why_summary(found, agent_names(workspace)):
            feedback.pushInfo(say(summary))
        if found.sheet.plan is None:
            raise QgsProcessingException(tr("There is no plan yet."))
        if found.sheet.stops:
            feedback.pushInfo(tr("Order {order} is planned.").format(order=order))
        for kept in found.kept:
            feedback.pushWarning(say(kept))
        return found
