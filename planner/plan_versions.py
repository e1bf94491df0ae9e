# SPDX-License-Identifier: GPL-3.0-or-later
"""The versions of plans: which one is in force, and the name of the next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from ..core.errors import Failure, InputError
from ..core.ids import PlanId
from .ports import Workspace
from .records import Plan


def latest_plan(plans: Iterable[Plan]) -> Plan | None:
    """Return the plan that was made last, by its number where the moments are the same; None of none."""
    return max(plans, key=lambda plan: (plan.created_at, plan.number), default=None)


def current_plan(workspace: Workspace) -> Plan | None:
    """Return the plan that is in force, the latest one; None when nothing was planned yet."""
    return latest_plan(workspace.all(Plan))


def plan_holding(plans: Iterable[Plan], day: date) -> Plan | None:
    """Return the latest plan that holds a day; None where none does."""
    return latest_plan(plan for plan in plans if 0 <= (day - plan.first_day).days < plan.days)


def plan_in_force(workspace: Workspace, day: date) -> Plan:
    """Return the latest plan that holds a day; ``InputError`` when there is none."""
    found = plan_holding(workspace.all(Plan), day)
    if found is None:
        raise InputError("day.no_plan", day=day)
    return found


def has_plan(workspace: Workspace, day: date) -> bool:
    """Tell whether a plan holds a day."""
    try:
        plan_in_force(workspace, day)
    except InputError:
        return False
    return True


def require_in_force(workspace: Workspace, day: date, expected: str) -> None:
    """Refuse to go on, with ``Failure``, when another plan than the expected one is in force (empty: any)."""
    found = plan_in_force(workspace, day).plan_id
    if expected and found != expected:
        raise Failure("day.other_plan", found=found, expected=expected)


def next_plan_id(workspace: Workspace, first_day: date) -> PlanId:
    """Return the name of the next plan that begins on a day."""
    last = max((plan.number for plan in workspace.all(Plan, first_day=first_day)), default=0)
    return PlanId(f"{first_day}/{last + 1}")


def next_moment(workspace: Workspace, first_day: date, *, now: datetime) -> datetime:
    """Return when the next plan of some days counts as made: now, or after the latest one if that is later.

    The latest plan is the one in force, whatever moment a day is judged at.
    """
    latest = current_plan(workspace)
    if latest is None or now > latest.created_at:
        return now
    if (now, first_day) == (latest.created_at, latest.first_day):
        # the number tells which of them is later
        return now
    return latest.created_at + timedelta(seconds=1)
