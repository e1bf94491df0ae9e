# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the agents are in each hour of a day: at home or the depot, at a stop of their tour, on call."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from shapely.geometry import Point

from ...core.ids import AgentId
from ...core.people import OnCallDuty
from ...core.resources import Agent
from ...workorders.resources.rest import on_call
from ..life.at_work import agents_at_work
from ..life.order_days import stops_in_force
from ..ports import Workspace
from ..records import PlanStop
from ..tours.tour_problem import Team

HOURS = range(24)

Reason = Literal["home", "depot", "stop", "on_call"]


@dataclass(frozen=True, slots=True)
class Presence:
    """One agent who can come in an hour: from where, and why there."""

    agent: Agent
    place: Point
    reason: Reason
    order: str = ""


def presence_by_hour(
    workspace: Workspace, team: Team, day: date, *, moment_min: int
) -> tuple[tuple[Presence, ...], ...]:
    """Return who can come in each of the 24 hours, asked ``moment_min`` after the hour began.

    In the hours of work: where the tour in force began last (the place left last, on the way), before it
    home or the depot. Else those on call, from home. Whoever is away or rests after a call-out is not there;
    on a weekend or a public holiday nobody has hours of work but those whom the plan in force has.
    """
    stops: dict[str, list[PlanStop]] = {}
    for stop in stops_in_force(workspace, day, day):
        stops.setdefault(stop.agent_id, []).append(stop)
    at_work = {agent.agent_id for agent in agents_at_work(workspace, team, [day])[day]}
    duties = workspace.all(OnCallDuty)
    begins = datetime.combine(day, time())
    moments = [begins + timedelta(hours=hour, minutes=moment_min) for hour in HOURS]
    return tuple(_at(team, moment, at_work, stops, duties) for moment in moments)


def _at(
    team: Team,
    moment: datetime,
    at_work: Collection[AgentId],
    stops: dict[str, list[PlanStop]],
    duties: Sequence[OnCallDuty],
) -> tuple[Presence, ...]:
    day, supplies = moment.date(), team.supplies
    called = on_call(moment, duties, supplies.restrictions, supplies.settings)
    found = []
    for agent in team.present(day):
        in_hours = supplies.day_start(agent, day) <= moment < datetime.combine(day, agent.day_end)
        if in_hours and agent.agent_id in at_work:
            found.append(_working(team, agent, moment, stops.get(agent.agent_id, ())))
        elif agent.agent_id in called:
            found.append(Presence(agent, agent.home, "on_call"))
    return tuple(found)


def _working(team: Team, agent: Agent, moment: datetime, stops: Sequence[PlanStop]) -> Presence:
    begun = max((stop for stop in stops if stop.start <= moment), key=lambda stop: stop.start, default=None)
    if begun is not None:
        return Presence(agent, begun.place, "stop", begun.order_id)
    depot = next((one for one in team.supplies.depots if one.depot_id == agent.depot), None)
    return Presence(agent, depot.place, "depot") if depot else Presence(agent, agent.home, "home")
