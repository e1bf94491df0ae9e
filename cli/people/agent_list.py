# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard agents list``: the agents by the ids that other commands ask for, as they are on a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from ...core.resources import Agent
from ...planner.tours.tour_problem import Team
from ..arguments import Target, parse_day
from ..session import Session
from ..tables import rows
from ..wording import means_name

OnDay = Annotated[
    date | None, typer.Option("--day", parser=parse_day, metavar="DATE", help="As on this day; none: today.")
]


def list_agents(session: Session, target: Target, *, day: OnDay = None) -> None:
    """List the agents with sector, hours, whether they are away and the skills valid on a day."""
    with session.workspace(target) as workspace:
        on = day or session.now().date()
        team = Team.of(workspace, on)
    present = {agent.agent_id for agent in team.present(on)}
    rules = session.rule_book()
    names = ("agent", "name", "zone", "hours", "away", "vehicle", "skills")
    lines = [
        (
            agent.agent_id,
            agent.name,
            agent.zone,
            f"{agent.day_start:%H:%M}-{agent.day_end:%H:%M}",
            "" if agent.agent_id in present else session.say("cli.yes"),
            session.say(f"vehicle.{team.vehicle(agent)}"),
            "; ".join(means_name(session, rules, skill) for skill in sorted(team.skills(agent, on))),
        )
        for agent in team.agents
    ]
    data = [_agent_data(team, agent, on, is_absent=agent.agent_id not in present) for agent in team.agents]
    session.emit({"day": on, "agents": data}, [rows([session.say(f"label.{name}") for name in names], lines)])


def _agent_data(team: Team, agent: Agent, day: date, *, is_absent: bool) -> dict[str, object]:
    return {
        "agent": agent.agent_id,
        "name": agent.name,
        "zone": agent.zone,
        "day_start": agent.day_start,
        "day_end": agent.day_end,
        "absent": is_absent,
        "vehicle": team.vehicle(agent),
        "skills": sorted(team.skills(agent, day)),
        "equipment": sorted(team.on_board(agent)),
    }
