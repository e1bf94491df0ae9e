# SPDX-License-Identifier: GPL-3.0-or-later
"""A team as it might be: an agent less, one more, a home or a depot elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from shapely.geometry import Point

from ...core.errors import InputError
from ...core.ids import AgentId
from ...core.resources import Agent, Equipment, SkillGrant
from ..tours.tour_problem import Team

ADDED = AgentId("+1")


@dataclass(frozen=True, slots=True)
class TeamChange:
    """What would be different.

    ``without`` are agents who are not there; ``like`` is whom one more agent would equal (hours, vehicle,
    skills, equipment), ``at`` where that agent lives (else where ``like`` does); ``moved`` is an agent or a
    depot that would be at ``to``.
    """

    without: tuple[str, ...] = ()
    like: str = ""
    at: Point | None = None
    moved: str = ""
    to: Point | None = None


def changed_team(team: Team, change: TeamChange, day: date) -> Team:
    """Return the team after a change; ``InputError`` for one that names nobody or says half of it only."""
    if not (change.without or change.like or change.moved):
        raise InputError("coverage.no_change")
    if bool(change.moved) != (change.to is not None) or (change.at is not None and not change.like):
        raise InputError("coverage.half_change")
    for name in change.without:
        _agent(team, name)
    added = [_agent(team, change.like)] if change.like else []
    if change.moved:
        team = _moved(team, change.moved, change.to or Point())
    gone = {*change.without}
    team = replace(team, agents=tuple(one for one in team.agents if one.agent_id not in gone))
    for model in added:
        team = _joined(team, model, change.at, day)
    return team


def _joined(team: Team, model: Agent, at: Point | None, day: date) -> Team:
    one = replace(model, agent_id=ADDED, name=ADDED)
    if at is not None:
        one = replace(one, home=at, depot="")
    grants = tuple(
        SkillGrant(f"+{skill}", ADDED, skill, date.min, date.max) for skill in sorted(team.skills(model, day))
    )
    equipment = tuple(Equipment(f"+{kind}", kind, ADDED) for kind in sorted(team.on_board(model)))
    return replace(
        team,
        agents=(*team.agents, one),
        grants=(*team.grants, *grants),
        equipment=(*team.equipment, *equipment),
    )


def _moved(team: Team, name: str, to: Point) -> Team:
    depots = team.supplies.depots
    if any(depot.depot_id == name for depot in depots):
        there = tuple(replace(one, place=to) if one.depot_id == name else one for one in depots)
        return replace(team, supplies=replace(team.supplies, depots=there))
    own = _agent(team, name, beside=[depot.depot_id for depot in depots])
    moved = replace(own, home=to, depot="")
    return replace(team, agents=tuple(moved if one is own else one for one in team.agents))


def _agent(team: Team, name: str, *, beside: Iterable[str] = ()) -> Agent:
    found = next((agent for agent in team.agents if agent.agent_id == name), None)
    if found is None:
        expected = ", ".join([*(str(agent.agent_id) for agent in team.agents), *beside])
        raise InputError("coverage.nobody", found=name, expected=expected)
    return found
