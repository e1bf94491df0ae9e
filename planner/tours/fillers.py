# SPDX-License-Identifier: GPL-3.0-or-later
"""Preventive orders of the annual programme: they fill the gaps of a plan while their deadline is far."""

from __future__ import annotations

from datetime import date, timedelta

from ...routing.model.planning_rules import FillerRules
from ...workorders.orders import OrderState, Priority, WorkOrder
from ..tour_rules import TourRules


def is_filler(order: WorkOrder, *, last_day: date, rules: TourRules) -> bool:
    """Tell whether an order is preventive, of the least priority and due long after the last day planned."""
    if order.priority is not Priority.P4 or order.code not in rules.preventive:
        return False
    return order.due_at.date() > last_day + timedelta(days=rules.planning.fillers.due_after_days)


def comes_later(order: WorkOrder, *, last_day: date) -> bool:
    """Tell whether an order was made ahead of time and has its turn only after the last day planned."""
    is_free = order.priority is Priority.P4 and order.state is not OrderState.PLANNED
    return is_free and order.received_at.date() > last_day


def filler_value_min(order: WorkOrder, rules: FillerRules) -> int:
    """Return up to which cost, in minutes, a filler is planned."""
    return rules.value_min + rules.value_per_worked_hour_min * order.duration_min * order.crew // 60
