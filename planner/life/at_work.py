# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is at work on which day: on working days the team, on the others those whom a plan in force has."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from ...core.calendars import is_working_day
from ...core.resources import Agent
from ..ports import Workspace
from ..rule_versions import DatedRules
from ..tours.tour_problem import Team
from .order_days import stops_in_force


def agents_at_work(workspace: Workspace, team: Team, days: Collection[date]) -> dict[date, tuple[Agent, ...]]:
    """Return the agents at work on each day.

    On a working day of the service (holidays of the region that the rules of the day give): whoever is not
    away. On a Saturday, Sunday or public holiday: of these, whoever has a stop in the plan in force, be it
    to operate valves. Being on call is not being at work.
    """
    rules = DatedRules(workspace)
    off = {day for day in days if not is_working_day(day, region=rules.on(day).law.region)}
    stops = stops_in_force(workspace, min(off), max(off), every_task=True) if off else []
    sent = {(stop.day, stop.agent_id) for stop in stops}
    return {
        day: tuple(one for one in team.present(day) if day not in off or (day, one.agent_id) in sent)
        for day in days
    }
