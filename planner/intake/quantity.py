# SPDX-License-Identifier: GPL-3.0-or-later
"""How much an order has to do: metres, valves, meters; its planned time follows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...core.errors import InputError
from ...workorders.catalogue import Pace, StandardDuration
from ...workorders.lifecycle import order_state, states_in_words
from ...workorders.orders import OrderState, WorkOrder
from ...workorders.rulebook import RuleBook
from ..ports import Workspace

# a plan knows an order by its former time: it is taken out first
_OPEN = frozenset({OrderState.QUALIFIED, OrderState.RESCHEDULED})


@dataclass(frozen=True, slots=True)
class Counted:
    """An order with its quantity, what is counted, and half and eight in ten of the times for so much."""

    order: WorkOrder
    pace: Pace
    standard: StandardDuration


def set_quantity(
    workspace: Workspace, order_id: str, quantity: float, *, rules: RuleBook, who: str
) -> Counted:
    """Set the quantity of an order and the time that it takes, in one command; what the place adds stays.

    ``InputError`` when the order is unknown, planned or has left, or work of its type is not counted.
    """
    order = workspace.get(WorkOrder, order_id)
    if order.state not in _OPEN:
        raise InputError(
            "intake.quantity_state",
            order=order_id,
            found=order_state(order.state),
            expected=states_in_words(_OPEN),
        )
    standard = rules.catalogue[order.code]
    if standard.pace is None:
        raise InputError("intake.no_pace", order=order_id, job=order.code)
    before, after = standard.duration_of(order.quantity), standard.pace.minutes(quantity)
    minutes = max(1, order.duration_min - before.p50 + after.p50)
    with workspace.command("set quantity", who=who) as transaction:
        transaction.save(replace(order, quantity=quantity, duration_min=minutes))
    return Counted(workspace.get(WorkOrder, order_id), standard.pace, after)
