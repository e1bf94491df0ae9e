# SPDX-License-Identifier: GPL-3.0-or-later
"""When a workspace is worked: now, except in a demonstration, whose morning stands still; on which day."""

from __future__ import annotations

from datetime import date, datetime

from ..ports import Workspace
from ..records import Plan

DESK_MOMENT = "desk.moment"


def standing_moment(workspace: Workspace) -> datetime | None:
    """Return the moment that a demonstration stands still at, None for a workspace that works now."""
    stands_at = workspace.setting(DESK_MOMENT)
    return datetime.fromisoformat(stands_at) if stands_at else None


def desk_moment(workspace: Workspace, now: datetime) -> datetime:
    """Return the moment that the desk works at: the one a demonstration stands still at, else ``now``."""
    return standing_moment(workspace) or now


def desk_day(workspace: Workspace, plan: Plan | None, now: datetime) -> date:
    """Return the day that the desk looks at first: its own, or the first of a plan in force that lacks it."""
    today = desk_moment(workspace, now).date()
    if plan is None or 0 <= (today - plan.first_day).days < plan.days:
        return today
    return plan.first_day
