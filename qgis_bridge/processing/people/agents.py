# SPDX-License-Identifier: GPL-3.0-or-later
"""The cards of agents: added with an ordinary day of work, changed. Restrictions have no algorithm."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingException, QgsProcessingParameterPoint

from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import Given, Inputs, choice_input, in_words, text_input, whole_input
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....core.resources import Agent
    from ....planner.ports import Workspace

AGENT, NAME, HOME, VEHICLE = "AGENT", "NAME", "HOME", "VEHICLE"
_TEXTS = ("ZONE", "DEPOT", "PHONE", "CONTACT")
_CLOCKS = ("DAY_START", "DAY_END", "LUNCH_START", "LUNCH_END")
_MINUTES = ("LUNCH_MIN", "OVERTIME_MIN")
# as the options are shown
_VEHICLES = ("", "van", "truck")

AGENTS = OutputLayer(
    name="AGENTS",
    label=lambda: tr("Agents"),
    explanation=lambda: tr("A table: the sector, the depot, the hours and the vehicle of the agent."),
    fields=(
        *(("agent_id", "text"), ("name", "text"), ("zone", "text"), ("depot", "text")),
        *(("day_start", "text"), ("day_end", "text"), ("lunch_start", "text"), ("lunch_end", "text")),
        *(("lunch_min", "integer"), ("overtime_min", "integer"), ("vehicle", "text")),
    ),
)


class _Agents(UseCase):
    """Base of those that write an agent."""

    section = "people"
    layers = (AGENTS,)
    is_new = False

    def inputs(self) -> Inputs:
        """Yield the agent and the ordinary day."""
        yield text_input(AGENT, tr("Agent"), tr("The id of the agent."))
        yield text_input(NAME, tr("Name"), tr("First and last name."), optional=not self.is_new)
        home = QgsProcessingParameterPoint(HOME, tr("Home"), optional=not self.is_new)
        yield home, tr("Where the day begins, unless it begins at a depot.")
        yield text_input("DEPOT", tr("Depot"), tr("Where the day begins instead, by its id."), optional=True)
        yield text_input("ZONE", tr("Zone"), tr("The usual sector, by its id."), optional=True)
        clock = tr("A time of day, such as 07:30.")
        labels = (tr("Day begins"), tr("Day ends"), tr("Lunch not before"), tr("Lunch over by"))
        for field, label in zip(_CLOCKS, labels, strict=True):
            yield text_input(field, label, clock, optional=True)
        minutes = tr("Minutes of the break.")
        yield whole_input("LUNCH_MIN", tr("Lunch break"), minutes, most=240)
        yield whole_input("OVERTIME_MIN", tr("Overtime"), tr("Most minutes of overtime."), most=600)
        vehicles = [tr("as before, or a van"), *in_words("vehicle", _VEHICLES[1:])]
        yield choice_input(VEHICLE, tr("Vehicle"), tr("What the agent drives."), vehicles)
        yield text_input("PHONE", tr("Telephone"), tr("The phone of the service."), optional=True)
        contact = tr("How the agent prefers to be reached.")
        yield text_input("CONTACT", tr("Contact"), contact, optional=True)

    def given_values(self, given: Given, workspace: Workspace) -> dict[str, Any]:
        """Return the fields of an agent that were given."""
        values: dict[str, Any] = {
            NAME: given.text(NAME) or None,
            HOME: given.point(HOME, workspace.crs),
            VEHICLE: given.choice(VEHICLE, _VEHICLES) or None,
            **{field: given.text(field) or None for field in _TEXTS},
            **{field: given.clock(field) for field in _CLOCKS},
            **{field: given.whole(field) for field in _MINUTES},
        }
        return {field.lower(): value for field, value in values.items() if value is not None}


class AddAgent(_Agents):
    """Writes the agent in one journaled command."""

    key = "addagent"
    is_new = True

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("New agent"), tr(
            "Adds an agent. What is left out is an ordinary day of work; skills come with the files of "
            "people and means."
        )

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Add it."""
        from ....planner.resources.people import add_agent, ordinary_agent

        values, agent = self.given_values(given, workspace), given.text(AGENT)
        if not (agent and "name" in values and "home" in values):
            raise QgsProcessingException(tr("An agent needs an id, a name and a home."))
        made = add_agent(workspace, ordinary_agent(agent, values), who=self.who())
        return Outcome({AGENTS: lambda: _rows([made])})


class EditAgent(_Agents):
    """Writes the agent in one journaled command."""

    key = "editagent"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Change an agent"), tr("Changes what is said of an agent; what is left out stays as it is.")

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Change it."""
        from ....planner.resources.people import edit_agent

        values = self.given_values(given, workspace)
        changed = edit_agent(workspace, given.text(AGENT), values, who=self.who())
        return Outcome({AGENTS: lambda: _rows([changed])})


def _rows(agents: Iterable[Agent]) -> Rows:
    for one in agents:
        clocks = (one.day_start, one.day_end, one.lunch_start, one.lunch_end)
        yield (
            None,
            (
                *(one.agent_id, one.name, one.zone, one.depot),
                *(f"{clock:%H:%M}" for clock in clocks),
                *(one.lunch_min, one.overtime_min, one.vehicle),
            ),
        )
