# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an order is not planned, judged over what is left of the day once its plan is under way."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from ...routing.check.repair import repaired
from ...routing.day.rest_of_day import RestOfDay
from ..intake.order_sheet import order_sheet
from ..plans.explain_order import WhyNot, explain_in, explain_order
from ..ports import Workspace
from .plan_in_force import PlanInForce, read_plan_in_force


def explain_today(
    workspace: Workspace, order_id: str, *, now: datetime, authorisations: Collection[str]
) -> WhyNot:
    """Explain an order as ``explain_order`` does, at a moment of its plan's days without what has left.

    Nobody is named who has gone home, and nothing goes before a stop that has left. Before the days of the
    plan, and after the last agent is back, the plan is judged as a whole.

    Raises
    ------
    InputError
        The order is unknown; or see ``read_plan_in_force``.
    """
    sheet = order_sheet(workspace, order_id)
    plan = sheet.plan
    if sheet.stops or plan is None or not 0 <= (now.date() - plan.first_day).days < plan.days:
        return explain_order(workspace, order_id, authorisations=authorisations)
    in_force = read_plan_in_force(workspace, plan.first_day, newcomers=[order_id], now=now)
    rest = in_force.rest(now)
    if in_force.plan.plan_id != plan.plan_id or not rest.shifts:
        return explain_order(workspace, order_id, authorisations=authorisations)
    if kept := in_force.kept_away(order_id, now):
        return WhyNot(sheet, tuple(kept), headline=kept[0])
    anchors = range(len(rest.visits), len(rest.problem.visits))
    standing = repaired(rest.problem, rest.routes, rest.order, kept=anchors)
    return explain_in(
        workspace,
        sheet,
        in_force.tours_of(rest),
        standing,
        from_=now,
        authorisations=authorisations,
        gone=_gone(in_force, rest),
    )


def _gone(in_force: PlanInForce, rest: RestOfDay) -> frozenset[tuple[str, date]]:
    """Return the agents and days of the shifts that are over, those of absent agents apart."""
    over = set(range(len(in_force.problem.shifts))).difference(rest.shifts, in_force.away)
    shifts = (in_force.problem.shifts[number] for number in over)
    return frozenset((shift.agent, in_force.tours.horizon.dates[shift.day]) for shift in shifts)
