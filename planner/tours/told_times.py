# SPDX-License-Identifier: GPL-3.0-or-later
"""The times that people were told: whose they are, and what keeps a new plan of the day near them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from ...core.ids import OrderId
from ...routing.model.problem import Problem, Visit
from ...workorders.orders import WorkOrder
from ..conditions import Where
from ..ports import Workspace
from ..records import Outage
from ..running_rules import ToldTimes


def told_orders(
    workspace: Workspace, orders: Mapping[str, WorkOrder], planned: Collection[str]
) -> frozenset[str]:
    """Return the planned orders whose people were told when it starts.

    Somebody called, or customers lose their water. Who was given a window was told no other time: a plan
    keeps to it anyway.
    """
    without = [OrderId(name) for name in planned if name in orders and _has_no_window(orders[name])]
    cuts = workspace.all(Outage, where=[Where("order_id", among=sorted(without))]) if without else []
    cut_off = {str(cut.order_id) for cut in cuts if cut.customers}
    return frozenset(str(name) for name in without if orders[name].request_id or str(name) in cut_off)


def not_much_earlier(problem: Problem, told_s: Mapping[str, int], rules: ToldTimes) -> Problem:
    """Return the problem in which nobody comes much earlier than told: people may not be there yet.

    ``told_s`` gives the starts that people were told, by visit.
    """

    def bound(visit: Visit) -> Visit:
        if visit.visit_id not in told_s:
            return visit
        earliest_s = told_s[visit.visit_id] - rules.tolerance_min * 60
        return replace(visit, earliest_s=max(visit.earliest_s, earliest_s))

    return replace(problem, visits=tuple(map(bound, problem.visits)))


def later_is_late(problem: Problem, told_s: Mapping[str, int], rules: ToldTimes) -> Problem:
    """Return the problem in which a start much later than told counts as a late one."""

    def due(visit: Visit) -> Visit:
        if visit.visit_id not in told_s:
            return visit
        due_s = told_s[visit.visit_id] + rules.tolerance_min * 60
        if visit.due_s is not None and visit.due_s <= due_s:
            return visit
        factor = max(visit.lateness_factor, rules.later_factor)
        return replace(visit, due_s=due_s, lateness_factor=factor)

    return replace(problem, visits=tuple(map(due, problem.visits)))


def _has_no_window(order: WorkOrder) -> bool:
    return order.window_start is None and order.window_end is None
