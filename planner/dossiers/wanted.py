# SPDX-License-Identifier: GPL-3.0-or-later
"""Which orders a batch of dossiers is for: those named, or those that are worked on on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ...core.errors import InputError
from ...workorders.orders import WorkOrder
from ..order_chains import DONE
from ..plan_versions import latest_plan
from ..ports import Workspace
from ..records import Plan, PlanStop


def orders_wanted(
    workspace: Workspace, named: Sequence[str], *, day: date | None, only_digs: bool = False
) -> tuple[str, ...]:
    """Return the orders named, else those of the plan in force on a day by start; each once.

    ``only_digs`` leaves out those of the day that do not break ground. ``InputError`` when neither is given,
    an order is unknown, or nothing is planned on the day.
    """
    if named:
        return tuple(dict.fromkeys(workspace.get(WorkOrder, one.strip()).order_id for one in named))
    if day is None:
        raise InputError("dossier.no_orders")
    planned = (plan for plan in workspace.all(Plan) if 0 <= (day - plan.first_day).days < plan.days)
    plan = latest_plan(planned)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id, day=day, task="work") if plan else []
    names = dict.fromkeys(stop.order_id for stop in sorted(stops, key=lambda stop: stop.start))
    orders = (workspace.get(WorkOrder, name) for name in names)
    found = [one for one in orders if one.state not in DONE and (one.digs or not only_digs)]
    if not found:
        raise InputError("dossier.empty_day", day=day)
    return tuple(order.order_id for order in found)
