# SPDX-License-Identifier: GPL-3.0-or-later
"""Who holds which skill in a zone, until when, and which skills hang on one agent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...core.ids import AgentId
from ...core.resources import Agent, SkillGrant


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A skill with the agents of the zone who hold it, each with the last day of validity."""

    skill: str
    until: Mapping[AgentId, date]
    is_single_point: bool

    @property
    def coverage(self) -> int:
        """Return how many agents hold it."""
        return len(self.until)


@dataclass(frozen=True, slots=True)
class SkillMatrix:
    """The skills of a zone on a day; ``digest`` changes whenever an agent, a skill or a date does."""

    zone: str
    day: date
    agents: tuple[AgentId, ...]
    rows: tuple[SkillRow, ...]

    @property
    def digest(self) -> str:
        """Return what tells two matrices apart, the day of looking apart."""
        told = [f"{row.skill}:{agent}:{row.until[agent]}" for row in self.rows for agent in sorted(row.until)]
        return hashlib.sha256("\n".join((self.zone, *self.agents, *told)).encode()).hexdigest()[:16]

    @property
    def single_points(self) -> tuple[str, ...]:
        """Return the skills that hang on too few agents."""
        return tuple(row.skill for row in self.rows if row.is_single_point)


def skill_matrix(
    zone: str,
    agents: Iterable[Agent],
    grants: Iterable[SkillGrant],
    *,
    skills: Sequence[str],
    day: date,
    single_point: int,
) -> SkillMatrix:
    """Return the matrix of a zone; ``skills`` that nobody of the zone holds on the day are left out."""
    own = sorted(agent.agent_id for agent in agents if agent.zone == zone)
    until: dict[str, dict[AgentId, date]] = {}
    for grant in grants:
        if grant.agent_id in own and grant.valid_from <= day <= grant.valid_until:
            held = until.setdefault(grant.skill, {})
            held[grant.agent_id] = max(grant.valid_until, held.get(grant.agent_id, grant.valid_until))
    names = [*(name for name in skills if name in until), *sorted(until.keys() - set(skills))]
    rows = tuple(SkillRow(name, until[name], len(until[name]) <= single_point) for name in names)
    return SkillMatrix(zone, day, tuple(own), rows)
