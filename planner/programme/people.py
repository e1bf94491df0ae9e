# SPDX-License-Identifier: GPL-3.0-or-later
"""The hours of people in each month of a year, by zone and by skill, absences and leave taken off."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ...core.calendars import is_working_day
from ...core.errors import InputError
from ...core.ids import AgentId
from ...core.resources import Agent
from ...steering.programme.year_load import MONTHS, Months
from ..life.overview import shift_min
from ..tours.tour_problem import Team, is_absent

_NOBODY: Months = (0.0,) * MONTHS


@dataclass(frozen=True, slots=True)
class YearPeople:
    """Hours there in a year by month.

    ``valid`` are the hours of those whose skill is valid then, ``renewed`` as if what expires is renewed.
    ``agents`` says how many people there are, ``day_h`` the mean working day.
    """

    days: Months
    all: Months
    by_zone: Mapping[str, Months]
    valid: Mapping[str, Months]
    renewed: Mapping[str, Months]
    agents: int
    day_h: float

    def skill(self, name: str, *, renewed: bool) -> Months:
        """Return the hours of a skill; zeros when nobody holds it."""
        return (self.renewed if renewed else self.valid).get(name, _NOBODY)


def year_people(
    team: Team,
    year: int,
    *,
    as_of: date,
    away_percent: Months,
    region: str,
) -> YearPeople:
    """Return the hours of a team in a year; noted absences count where they are more than usual."""
    days: list[list[date]] = [[] for _ in range(MONTHS)]
    for offset in range((date(year + 1, 1, 1) - date(year, 1, 1)).days):
        day = date(year, 1, 1) + timedelta(days=offset)
        if is_working_day(day, region=region):
            days[day.month - 1].append(day)
    total = [0.0] * MONTHS
    zones: dict[str, list[float]] = {}
    valid: dict[str, list[float]] = {}
    renewed: dict[str, list[float]] = {}
    for agent in team.agents:
        held = team.skills(agent, as_of) | _granted_later(team, agent, as_of)
        for n, own in enumerate(days):
            share = _share_there(team, agent, own, away_percent[n])
            hours = shift_min(agent) / 60.0 * share
            there = hours * len(own)
            total[n] += there
            zones.setdefault(agent.zone, [0.0] * MONTHS)[n] += there
            for name in held:
                renewed.setdefault(name, [0.0] * MONTHS)[n] += there
            for day in own:
                for name in team.skills(agent, day):
                    valid.setdefault(name, [0.0] * MONTHS)[n] += hours
    return YearPeople(
        days=tuple(float(len(own)) for own in days),
        all=tuple(total),
        by_zone={name: tuple(own) for name, own in zones.items()},
        valid={name: tuple(own) for name, own in valid.items()},
        renewed={name: tuple(own) for name, own in renewed.items()},
        agents=len(team.agents),
        day_h=sum(map(shift_min, team.agents)) / 60.0 / len(team.agents) if team.agents else 0.0,
    )


def changed_team(team: Team, *, without: Collection[str], add_like: Sequence[str]) -> Team:
    """Return a team with some people less, and some more who have the zone and skills of others.

    ``InputError`` names who is not in the team.
    """
    known = {str(agent.agent_id): agent for agent in team.agents}
    for name in (*without, *add_like):
        if name not in known:
            raise InputError("programme.agent", found=name, expected=", ".join(known))
    more = [replace(known[name], agent_id=AgentId(f"{name}+{n}")) for n, name in enumerate(add_like, start=1)]
    grants = [
        replace(grant, agent_id=agent.agent_id)
        for agent, name in zip(more, add_like, strict=True)
        for grant in team.grants
        if grant.agent_id == name
    ]
    stay = tuple(agent for agent in team.agents if agent.agent_id not in without)
    return replace(team, agents=(*stay, *more), grants=(*team.grants, *grants))


def _granted_later(team: Team, agent: Agent, as_of: date) -> frozenset[str]:
    """Return the skills that are granted to an agent from a later day on."""
    return frozenset(
        one.skill for one in team.grants if one.agent_id == agent.agent_id and one.valid_from > as_of
    )


def _share_there(team: Team, agent: Agent, days: list[date], away_percent: float) -> float:
    if not days:
        return 0.0
    noted = sum(is_absent(agent, day, team.absences) for day in days) / len(days)
    return 1.0 - max(noted, away_percent / 100.0)
