# SPDX-License-Identifier: GPL-3.0-or-later
"""What training or hiring one agent would change in the tours of some days: planned again, not guessed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from ...core.errors import InputError
from ...core.ids import AgentId
from ...core.progress import Progress, SilentProgress, Span
from ...core.resources import Agent, SkillGrant
from ..plans.compare_plans import ComparedPlan, compared
from ..plans.plan_basis import PlanBasis
from ..plans.plan_day import search
from ..ports import Workspace
from ..rule_versions import rule_book_of
from ..tours.plan_options import PlanOptions
from ..tours.tour_problem import Team

_HIRED = AgentId("+1")


@dataclass(frozen=True, slots=True)
class MoreSkills:
    """Skills that one agent would hold: ``agent`` trained in them, or somebody hired ``like`` an agent.

    Who is hired has the home, hours and vehicle of ``like``, its skills, and the skills named beside.
    """

    skills: tuple[str, ...]
    agent: str = ""
    like: str = ""


@dataclass(frozen=True, slots=True)
class SkillEffect:
    """The plan as things are and the one with more skills, by the same search."""

    now: ComparedPlan
    then: ComparedPlan
    gained: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def difference(self) -> dict[str, float]:
        """Return how much more the second plan has of each cost and figure."""
        return self.then.difference(self.now)


def effect_of(
    workspace: Workspace,
    more: MoreSkills,
    options: PlanOptions,
    *,
    now: datetime,
    progress: Progress | None = None,
) -> SkillEffect:
    """Plan some days as things are and with more skills, both from nothing; nothing is stored.

    Raises
    ------
    InputError
        The agent or a skill is unknown, the agent holds them all, or the days cannot be planned.
    """
    progress = progress or SilentProgress()
    team = Team.of(workspace, options.day)
    known = rule_book_of(workspace, options.day).means.skills
    larger = with_skills(team, more, options.day, known=known)
    basis = replace(PlanBasis.of(workspace, options, now=now), in_force=None)
    other = PlanBasis.read(workspace, basis.horizon, team=larger, elsewhere=basis.elsewhere, now=now)
    before = search(basis, options, progress=Span(progress, 0.0, 0.5))
    after = search(other, options, progress=Span(progress, 0.5, 1.0))
    out_before, out_after = ({*map(str, part.left_out)} for part in (before, after))
    return SkillEffect(
        now=compared(options.objective, before),
        then=compared(options.objective, after),
        gained=tuple(sorted(out_before - out_after)),
        lost=tuple(sorted(out_after - out_before)),
    )


def with_skills(team: Team, more: MoreSkills, day: date, *, known: Collection[str]) -> Team:
    """Return a team with one agent trained, or one more hired; errors are those of ``effect_of``."""
    for skill in more.skills:
        if skill not in known:
            raise InputError("skills.unknown", found=skill, expected=", ".join(known))
    if bool(more.agent) == bool(more.like):
        raise InputError("skills.who")
    base = _agent(team, more.agent or more.like)
    if more.agent:
        missing = sorted(set(more.skills) - team.skills(base, day))
        if not missing:
            raise InputError("skills.held", agent=base.agent_id, skills=", ".join(more.skills))
        return replace(team, grants=(*team.grants, *_grants(base.agent_id, missing)))
    hired = replace(base, agent_id=_HIRED, name=_HIRED)
    skills = sorted({*team.skills(base, day), *more.skills})
    return replace(team, agents=(*team.agents, hired), grants=(*team.grants, *_grants(_HIRED, skills)))


def _agent(team: Team, agent_id: str) -> Agent:
    found = next((agent for agent in team.agents if agent.agent_id == agent_id), None)
    if found is None:
        raise InputError("skills.agent", found=agent_id, expected=", ".join(a.agent_id for a in team.agents))
    return found


def _grants(agent_id: AgentId, skills: list[str]) -> tuple[SkillGrant, ...]:
    return tuple(SkillGrant(f"{agent_id}-{s}+", agent_id, s, date.min, date.max) for s in skills)
