# SPDX-License-Identifier: GPL-3.0-or-later
"""What plans of the tests come to, and where their zones are solved."""

from datetime import date, datetime

from regard.planner.plans.plan_zones import plan_zones
from regard.planner.records import Plan, PlanStop
from regard.planner.tours.plan_options import PlanOptions
from regard.planner.zones.zone_jobs import solve_zone

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7, 45)


def here(jobs, progress):
    """Solve jobs one after the other in this process."""
    return [solve_zone(job) for job in jobs]


def zoned(workspace, zones="all", *, run=here, now=NOW, iterations=300, progress=None, tell=None, **options):
    chosen = PlanOptions(day=DAY, seconds=600, iterations=iterations, **options)
    return plan_zones(workspace, chosen, zones, now=now, who="test", run=run, progress=progress, tell=tell)


def stops(workspace, plan):
    """Return who makes which order when."""
    return {
        (stop.agent_id, stop.order_id, stop.role, stop.arrive, stop.start, stop.end)
        for stop in workspace.all(PlanStop, plan_id=plan.plan_id)
    }


def state(workspace):
    """Return what a command that fails must leave as it was."""
    return len({entry.command_id for entry in workspace.journal()}), len(workspace.all(Plan))
