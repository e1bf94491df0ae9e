# SPDX-License-Identifier: GPL-3.0-or-later
"""Who can be planned, drafts of plans, and taking them into force. Runs in workers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from ...core.progress import Progress
from ...core.resources import Agent, Zone
from ...planner.plan_versions import current_plan
from ...planner.plans.accept_draft import PartTaken, accept_draft, take_part
from ...planner.plans.compare_plans import ComparedPlan
from ...planner.plans.draft_plan import Draft, PlanChange, draft_plan
from ...planner.rule_versions import tour_rules_of
from ...planner.running.desk_moment import desk_moment
from ...planner.tours.plan_options import PlanOptions
from ...qgis_bridge.labels import job_labels
from ...store.workspaces import open_workspace
from .choices import Choices, Person, Service
from .search_watch import SearchWatch


@dataclass(frozen=True, slots=True)
class FoundPlan:
    """A draft with all that is shown of it: figures before and after, loads by zone, changes, names."""

    draft: Draft
    before: ComparedPlan
    after: ComparedPlan
    loads: Mapping[str, tuple[float, float]]
    changes: tuple[PlanChange, ...]
    names: Mapping[str, str]
    had_plan: bool


@dataclass(frozen=True, slots=True)
class TakenPlan:
    """The plan that came into force, by which command of the journal."""

    plan_id: str
    orders: int
    step: tuple[int, ...]


def read_service(url: str, now: datetime, *, day: date | None = None) -> Service:
    """Return who can be planned, by which presets, from which day on: ``day`` unless it is past."""
    job_labels()
    workspace = open_workspace(url)
    try:
        presets = tour_rules_of(workspace, desk_moment(workspace, now).date()).planning.presets
        people = [Person(a.agent_id, a.name, a.zone) for a in workspace.all(Agent)]
        plan = current_plan(workspace)
        moment = desk_moment(workspace, now)
        shown = plan if plan and plan.first_day >= moment.date() else None
        first = shown.first_day if shown else moment.date()
        is_planned = day and plan and 0 <= (day - plan.first_day).days < plan.days
        if day is not None and day >= moment.date() and not is_planned:
            first = day
        return Service(
            people=tuple(sorted(people, key=lambda one: (one.zone, one.name, one.agent_id))),
            zones={zone.zone_id: zone.name for zone in workspace.all(Zone)},
            presets={name: asdict(weights) for name, weights in presets.items()},
            today=first,
            days=shown.days if shown and first == shown.first_day else 1,
        )
    finally:
        workspace.close()


def make_draft(
    url: str, choices: Choices, *, now: datetime, progress: Progress, watch: SearchWatch
) -> FoundPlan:
    """Search for a plan; nothing is stored. See ``draft_plan`` for what is refused."""
    workspace = open_workspace(url)
    try:
        options = PlanOptions(
            day=choices.day, days=choices.days, seconds=choices.seconds, objective=choices.objective
        )
        moment = desk_moment(workspace, now)
        draft = draft_plan(
            workspace, options, agents=choices.agents, now=moment, progress=progress, watch=watch
        )
        before, after = draft.figures
        return FoundPlan(
            draft=draft,
            before=before,
            after=after,
            loads=draft.zone_loads(),
            changes=draft.changes,
            names={str(agent.agent_id): agent.name for agent in draft.whole.agents},
            had_plan=draft.basis.in_force is not None,
        )
    finally:
        workspace.close()


def try_part(found: FoundPlan, orders: Collection[str]) -> PartTaken:
    """Return what comes of taking some orders only; reads nothing."""
    return take_part(found.draft, orders)


def take_plan(url: str, found: FoundPlan, orders: Collection[str] | None, *, who: str) -> TakenPlan:
    """Take a draft into force, or what it changes of some orders."""
    workspace = open_workspace(url)
    try:
        plan = accept_draft(workspace, found.draft, orders=orders, who=who)
        step = tuple(entry.command_id for entry in workspace.journal(key=plan.plan_id)[-1:])
        return TakenPlan(plan.plan_id, len(found.changes if orders is None else orders), step)
    finally:
        workspace.close()
