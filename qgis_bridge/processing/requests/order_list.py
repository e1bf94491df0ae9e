# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:orderslist``: the orders, the most urgent first, with the version that was seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from qgis.core import QgsWkbTypes

from ...messages import tr
from ...styles.orders import style_orders
from ..base import OutputLayer, Rows
from ..inputs import Given, Inputs, Results, choice_input, day_input, in_words, number_result, text_input
from ..order_columns import ORDER_FIELDS, order_values
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....store.workspace import SqlWorkspace
    from ....workorders.orders import WorkOrder

STATE, PRIORITY, DAY, COUNT = "STATE", "PRIORITY", "DAY", "ORDER_COUNT"

ORDERS = OutputLayer(
    name="ORDERS",
    label=lambda: tr("Orders"),
    explanation=lambda: tr("The orders where they are, the most urgent first, each with its version."),
    kind=QgsWkbTypes.Type.Point,
    fields=(*ORDER_FIELDS, ("seen", "integer")),
    style=style_orders,
)
# as the options are shown
_PRIORITIES = ("", "P1", "P2", "P3", "P4")


class ListOrders(UseCase):
    """Reads a workspace; writes nothing into it."""

    key = "orderslist"
    section = "orders"
    layers = (ORDERS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Orders"), tr(
            "Lists the orders, the most urgent first: all, or those of a state, a priority or a day."
        )

    def inputs(self) -> Inputs:
        """Yield what they are narrowed to."""
        state = tr("Only those in this state, such as qualified, planned or dispatched. Empty: all.")
        yield text_input(STATE, tr("State"), state, optional=True)
        priorities = [tr("any"), *in_words("priority", _PRIORITIES[1:])]
        yield choice_input(PRIORITY, tr("Priority"), tr("Only those of this priority."), priorities)
        about = tr(
            "Only what this day is about: planned on it, due by its end, or with an appointment on it. "
            "Empty: all."
        )
        yield day_input(DAY, tr("Day"), about, optional=True)

    def results(self) -> Results:
        """Yield how many there are."""
        yield number_result(COUNT, tr("Number of orders"))

    def act(self, given: Given, workspace: SqlWorkspace) -> Outcome:
        """List them."""
        from ....planner.life.advance import parse_state
        from ....planner.orders_at_hand import orders_of_day
        from ....workorders.orders import WorkOrder

        day, priority = given.day(DAY), given.choice(PRIORITY, _PRIORITIES)
        state = parse_state(given.text(STATE)) if given.text(STATE) else None
        found = [
            order
            for order in (orders_of_day(workspace, day) if day else workspace.all(WorkOrder))
            if state in (None, order.state) and priority in ("", order.priority.value)
        ]
        found.sort(key=lambda order: (order.priority.value, order.due_at, order.order_id))
        versions = workspace.order_versions([order.order_id for order in found])
        return Outcome({ORDERS: lambda: _rows(found, versions)}, {COUNT: len(found)})


def _rows(orders: Iterable[WorkOrder], versions: Mapping[str, int]) -> Rows:
    for order in orders:
        yield order.place, (*order_values(order), versions[order.order_id])
