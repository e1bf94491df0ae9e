# SPDX-License-Identifier: GPL-3.0-or-later
"""The hours that the people of each zone and team have in some days, and those they have not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pandas as pd

from ...core.calendars import is_working_day
from ...core.people import CallOut, Crew
from ...core.resources import Absence, Agent
from ..life.overview import shift_min
from ..ports import Workspace
from ..tours.tour_problem import is_absent

_NAMES = ("order_id", "zone", "team", "contract_h", "absent_h", "rest_h")


@dataclass(frozen=True, slots=True)
class Staff:
    """The people of a service: who belongs to which zone and crew, when they are away or rest."""

    agents: tuple[Agent, ...]
    absences: tuple[Absence, ...]
    call_outs: tuple[CallOut, ...]
    crews: tuple[Crew, ...]
    daily_rest_h: float

    @classmethod
    def of(cls, workspace: Workspace, *, daily_rest_h: float) -> Staff:
        """Read the people of a workspace."""
        return cls(
            agents=tuple(workspace.all(Agent)),
            absences=tuple(workspace.all(Absence)),
            call_outs=tuple(workspace.all(CallOut)),
            crews=tuple(workspace.all(Crew)),
            daily_rest_h=daily_rest_h,
        )

    def by_zone(self) -> Mapping[str, frozenset[str]]:
        """Return the people of each zone."""
        zones = {agent.zone for agent in self.agents}
        return {zone: frozenset(a.agent_id for a in self.agents if a.zone == zone) for zone in zones}

    def by_team(self) -> Mapping[str, frozenset[str]]:
        """Return the people of each crew."""
        return {crew.crew_id: frozenset(crew.agents) for crew in self.crews}

    def team_of(self, agents: Iterable[str]) -> str:
        """Return the crew that all of some agents belong to, empty when none has them all."""
        wanted = set(agents)
        return next((crew.crew_id for crew in self.crews if wanted and wanted <= set(crew.agents)), "")

    def hours(self, first: date, last: date, *, region: str) -> pd.DataFrame:
        """Return the working days of all agents as rows: zone, team, contract, absence and rest in hours.

        Rest is what the daily rest after a call-out (Code du travail L.3131-1) takes of the working day.
        """
        days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
        working = [day for day in days if is_working_day(day, region=region)]
        teams = {agent.agent_id: self.team_of([agent.agent_id]) for agent in self.agents}
        rows = []
        for agent in self.agents:
            hours = shift_min(agent) / 60
            for day in working:
                away = is_absent(agent, day, self.absences)
                rest_h = 0.0 if away else self._rest_h(agent, day)
                team = teams[agent.agent_id]
                rows.append(("", agent.zone, team, hours, hours if away else 0.0, rest_h))
        return pd.DataFrame(rows, columns=list(_NAMES))

    def _rest_h(self, agent: Agent, day: date) -> float:
        begins, ends = (datetime.combine(day, at) for at in (agent.day_start, agent.day_end))
        rested = [
            call.ends_at + timedelta(hours=self.daily_rest_h)
            for call in self.call_outs
            if call.agent_id == agent.agent_id and call.starts_at < begins
        ]
        until = min(ends, max([begins, *rested]))
        return (until - begins).total_seconds() / 3600
