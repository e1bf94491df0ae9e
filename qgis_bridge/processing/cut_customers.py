# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:cutcustomers``: the customers whom an order cuts off, and how each is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..messages import tr
from ..styles.cuts import draw_customers
from .asset_rows import attributes_of, geometry_of
from .base import OutputLayer, Rows
from .day_inputs import DayAlgorithm
from .place import list_of

if TYPE_CHECKING:
    from ...planner.assets.asset_base import AssetBase
    from ...planner.informing.cut_customers import CutCustomers
    from ...planner.ports import Workspace

CUSTOMERS = OutputLayer(
    name="CUSTOMERS",
    label=lambda: tr("Customers cut off by the order"),
    explanation=lambda: tr(
        "Each delivery point with its customer and channel; names and numbers only for who may see them."
    ),
    kind=QgsWkbTypes.Type.Point,
    fields=(
        ("asset_id", "text"),
        ("customer_ref", "text"),
        ("is_sensitive", "boolean"),
        ("channel", "text"),
        ("name", "text"),
        ("phone", "text"),
        ("mobile", "text"),
        ("email", "text"),
        ("address", "text"),
    ),
    style=draw_customers,
)


class ListCutCustomers(DayAlgorithm):
    """Reads a workspace; writes nothing into it."""

    UNUSABLE = "UNUSABLE"
    COUNT, SENSITIVE = "CUSTOMER_COUNT", "SENSITIVE_COUNT"

    feature = "isolate"
    drawing = "isolate"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "cutcustomers"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Customers cut off by an order")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Shows the delivery points that lose water for an order, those to warn first marked, each with "
            "the channel by which its customer is told. On a server, whoever may not see contacts gets none."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_order(tr("The number of an order that cuts water off."))
        self.ask(
            QgsProcessingParameterString(self.UNUSABLE, tr("Valves that cannot be used"), optional=True),
            tr("Ids separated by commas. The customers are then those cut off past these valves."),
        )
        self.ask_layers([CUSTOMERS])
        self.promise_numbers(
            {self.COUNT: tr("Number of delivery points"), self.SENSITIVE: tr("Number of sensitive customers")}
        )

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """List the customers and write them."""
        from ...planner.assets.asset_base import AssetBase
        from ...planner.informing.cut_customers import customer_channels, customers_of_order
        from ...planner.rule_versions import newest_rules

        base = AssetBase(workspace)
        order = self.read_order(parameters, context)
        unusable = list_of(self.parameterAsString(parameters, self.UNUSABLE, context))
        found = customers_of_order(workspace, base, order, unusable=unusable)
        feedback.pushInfo(tr("Close: {valves}").format(valves=", ".join(found.close) or "-"))
        rules = newest_rules(workspace).communication
        channels = customer_channels(workspace, found, rules=rules)
        rows = {CUSTOMERS: lambda: _rows(base, found, channels)}
        return {
            **self.write_layers(parameters, context, workspace.crs, rows),
            self.COUNT: found.count,
            self.SENSITIVE: sum(who.is_sensitive for who in found.customers),
        }


def _rows(base: AssetBase, found: CutCustomers, channels: dict[str, str]) -> Rows:
    from ...network.assets.roles import Role

    network, known = base.water.customers, {who.ref: who for who in found.customers}
    place = geometry_of(network.ids, network.geometry, found.delivery_points)
    for point, line in attributes_of(base, Role.DELIVERY_POINT, found.delivery_points):
        who = known[line["customer_ref"] or point]
        contact = (who.name, who.phone, who.mobile, who.email, who.place or who.address)
        yield place[point], (point, who.ref, who.is_sensitive, channels[who.ref], *contact)
