# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:agents``: the agents as they are on a day, by the ids that others ask for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import Given, Inputs, Results, day_input, number_result
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace
    from ....planner.tours.tour_problem import Team

DAY, COUNT = "DAY", "PRESENT_COUNT"

AGENTS = OutputLayer(
    name="AGENTS",
    label=lambda: tr("Agents of a day"),
    explanation=lambda: tr("A table: sector, hours, who is away, the vehicle, and the skills valid then."),
    fields=(
        *(("agent_id", "text"), ("name", "text"), ("zone", "text")),
        *(("day_start", "text"), ("day_end", "text"), ("away", "boolean")),
        *(("vehicle", "text"), ("skills", "text")),
    ),
)


class AgentsOfDay(UseCase):
    """Reads a workspace; writes nothing into it."""

    key = "agents"
    section = "people"
    layers = (AGENTS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Agents of a day"), tr(
            "Lists the agents with sector, hours, whether they are away and the skills valid on a day."
        )

    def inputs(self) -> Inputs:
        """Yield the day."""
        yield day_input(DAY, tr("Day"), tr("As on this day. Empty: the day of the desk."), optional=True)

    def results(self) -> Results:
        """Yield how many are at work."""
        yield number_result(COUNT, tr("Number of agents at work"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """List them."""
        from ....planner.tours.tour_problem import Team

        day = given.day(DAY) or given.now.date()
        team = Team.of(workspace, day)
        return Outcome({AGENTS: lambda: _rows(team, day)}, {COUNT: len(team.present(day))})


def _rows(team: Team, day: date) -> Rows:
    present = {one.agent_id for one in team.present(day)}
    for one in team.agents:
        hours = (f"{one.day_start:%H:%M}", f"{one.day_end:%H:%M}")
        skills = ", ".join(sorted(team.skills(one, day)))
        is_away = one.agent_id not in present
        yield None, (one.agent_id, one.name, one.zone, *hours, is_away, team.vehicle(one), skills)
