# SPDX-License-Identifier: GPL-3.0-or-later
"""The rest of a day planned again after something happened, and storing it. Runs in workers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import shapely

from ...core.errors import InputError, RegardError
from ...core.ids import AgentId
from ...core.progress import Progress
from ...core.resources import Absence
from ...planner.agent_names import agent_names
from ...planner.plan_versions import current_plan
from ...planner.ports import Workspace
from ...planner.records import ClosedRoad, PlanStop
from ...planner.resources.people import add_absence
from ...planner.roads.road_closures import close_road
from ...planner.roads.roads import require_roads
from ...planner.running.desk_moment import desk_moment
from ...planner.running.replan import Disruption, Replanned, replan
from ...planner.running.running_day import accept_proposal
from ...planner.running.supposed import supposing
from ...qgis_bridge.labels import learn_names
from ...routing.roads.closures import Closure
from ...store.workspaces import open_workspace
from ...workorders.requests import ServiceRequest
from ..board.commands import undo
from .happened import Happened

# a click farther from every street is on none
_NEAR_M = 40.0


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody who was told a time that holds no longer: whom, by which number."""

    order_id: str
    caller: str
    phone: str


@dataclass(frozen=True, slots=True)
class FoundDay:
    """The rest of the day as it would be; ``closure`` is what to note of a closed road.

    ``later`` counts the orders that the agent who leaves has on later days of the plan, by day.
    """

    happened: Happened
    replanned: Replanned
    closure: Closure | None
    moment: datetime
    names: Mapping[str, str]
    to_tell: tuple[ToTell, ...]
    later: Mapping[date, int]


def find_day(url: str, happened: Happened, *, now: datetime, progress: Progress) -> FoundDay:
    """Return the rest of the day planned again; nothing is stored. ``InputError`` as of ``replan``."""
    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        moment = desk_moment(workspace, now)
        closure = _closure(workspace, happened) if happened.kind == "closed" else None
        found = replan(
            supposing(workspace, _supposed(closure)),
            Disruption(
                AgentId(happened.agent_id) if happened.agent_id else None,
                happened.order_id or None,
                happened.minutes,
            ),
            day=happened.day,
            now=moment,
            progress=progress,
        )
        names = agent_names(workspace)
        later = _later(workspace, happened)
        return FoundDay(happened, found, closure, moment, names, tuple(_to_tell(workspace, found)), later)
    finally:
        workspace.close()


def take_day(workspace: Any, *, found: FoundDay, who: str) -> tuple[int, ...]:
    """Store what happened and the plan that follows; return the commands, by which all is undone at once."""
    happened = found.happened
    try:
        if found.closure is not None:
            close_road(workspace, require_roads(workspace).streets, [found.closure], who=who)
        for first, last in _days_to_note(workspace, happened):
            add_absence(workspace, happened.agent_id, first, last, who=who)
        accept_proposal(workspace, found.replanned.proposal, name="replan", now=found.moment, who=who)
    except RegardError:
        # nothing is left of it where the plan has changed meanwhile
        undo(workspace, tuple(workspace.made), who=who)
        raise
    return tuple(workspace.made)


def _days_to_note(workspace: Workspace, happened: Happened) -> Iterator[tuple[date, date]]:
    """Yield the days away that are not noted yet, first and last, in order."""
    if not happened.agent_id:
        return
    first, last = happened.day, max(happened.day, happened.last_day or happened.day)
    known = workspace.all(Absence, agent_id=AgentId(happened.agent_id))
    for one in sorted(known, key=lambda one: one.first_day):
        if one.last_day < first or one.first_day > last:
            continue
        if one.first_day > first:
            yield first, one.first_day - timedelta(days=1)
        first = one.last_day + timedelta(days=1)
    if first <= last:
        yield first, last


def _later(workspace: Workspace, happened: Happened) -> Mapping[date, int]:
    plan = current_plan(workspace)
    if not happened.agent_id or plan is None:
        return {}
    stops = workspace.all(PlanStop, plan_id=plan.plan_id, agent_id=AgentId(happened.agent_id))
    work = {(one.start.date(), one.order_id) for one in stops if one.task == "work"}
    return dict(sorted(Counter(day for day, _ in work if day > happened.day).items()))


def _closure(workspace: Workspace, happened: Happened) -> Closure:
    """Return the closure of what was drawn; a point closes the street beside it, as a whole."""
    drawn = shapely.from_wkb(happened.road)
    first, last = happened.first_day or happened.day, happened.last_day
    if last is not None and last < first:
        raise InputError("roads.closure_days", first=first, last=last)
    if drawn.geom_type == "Point":
        lines = require_roads(workspace).streets.lines()
        nearest = lines[shapely.STRtree(lines).nearest(drawn)]
        if shapely.distance(nearest, drawn) > _NEAR_M:
            raise InputError("roads.no_street_here", found=round(shapely.distance(nearest, drawn)))
        drawn = nearest
    return Closure(first, last, None, drawn, happened.reason)


def _supposed(closure: Closure | None) -> list[ClosedRoad]:
    if closure is None or closure.drawn is None:
        return []
    # its number is given when it is stored
    return [ClosedRoad("F0", closure.first_day, closure.last_day, 0, closure.reason, closure.drawn)]


def _to_tell(workspace: Workspace, found: Replanned) -> Iterator[ToTell]:
    """Yield whoever was told a time that changes, or has an appointment that is not kept."""
    in_force = found.proposal.in_force
    for change in found.changes:
        order = in_force.orders[change.order_id]
        was_told = change.order_id in in_force.told or order.window_start is not None
        if change.task != "work" or not was_told or (change.after and not change.told_off_min):
            continue
        request = workspace.get(ServiceRequest, order.request_id) if order.request_id else None
        yield ToTell(str(order.order_id), request.caller if request else "", request.phone if request else "")
