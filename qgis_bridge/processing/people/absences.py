# SPDX-License-Identifier: GPL-3.0-or-later
"""Absences of agents, without reasons: noted, taken back, listed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import Given, Inputs, Results, number_result, period_inputs, text_input, text_result
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....core.resources import Absence
    from ....planner.agent_names import Names
    from ....planner.ports import Workspace

AGENT, ABSENCE, COUNT = "AGENT", "ABSENCE", "ABSENCE_COUNT"

ABSENCES = OutputLayer(
    name="ABSENCES",
    label=lambda: tr("Absences"),
    explanation=lambda: tr("A table by first day: who is away, from when until when."),
    fields=(
        *(("absence_id", "text"), ("agent_id", "text"), ("agent", "text")),
        *(("first_day", "text"), ("last_day", "text")),
    ),
)


class AddAbsence(UseCase):
    """Writes the absence in one journaled command."""

    key = "addabsence"
    section = "people"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note an absence"), tr(
            "Notes that an agent is away from one day to another; no reason is asked or kept."
        )

    def inputs(self) -> Inputs:
        """Yield who is away, and when."""
        yield text_input(AGENT, tr("Agent"), tr("The id of the agent."))
        yield from period_inputs()

    def results(self) -> Results:
        """Yield the absence."""
        yield text_result(ABSENCE, tr("Absence"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.resources.people import add_absence

        first, last = given.period()
        made = add_absence(workspace, given.text(AGENT), first, last, who=self.who())
        return Outcome(values={ABSENCE: made.absence_id})


class RemoveAbsence(UseCase):
    """Takes the absence back in one journaled command."""

    key = "removeabsence"
    section = "people"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Take an absence back"), tr("Takes an absence back: the agent is at work on these days.")

    def inputs(self) -> Inputs:
        """Yield the absence."""
        yield text_input(ABSENCE, tr("Absence"), tr("The id of the absence."))

    def results(self) -> Results:
        """Yield who is back."""
        yield text_result(AGENT, tr("Agent"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Take it back."""
        from ....planner.resources.people import remove_absence

        gone = remove_absence(workspace, given.text(ABSENCE), who=self.who())
        return Outcome(values={AGENT: gone.agent_id})


class ListAbsences(UseCase):
    """Reads a workspace; writes nothing into it."""

    key = "absences"
    section = "people"
    layers = (ABSENCES,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Absences of agents"), tr("Lists the absences of agents by their first day.")

    def inputs(self) -> Inputs:
        """Yield nothing."""
        yield from ()

    def results(self) -> Results:
        """Yield how many there are."""
        yield number_result(COUNT, tr("Number of absences"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:  # noqa: ARG002 - nothing is asked
        """List them."""
        from ....core.resources import Absence
        from ....planner.agent_names import agent_names

        found = sorted(workspace.all(Absence), key=lambda own: (own.first_day, own.agent_id))
        called = agent_names(workspace)
        return Outcome({ABSENCES: lambda: _rows(found, called)}, {COUNT: len(found)})


def _rows(found: Iterable[Absence], called: Names) -> Rows:
    for own in found:
        who = (own.agent_id, called.get(own.agent_id, own.agent_id))
        yield None, (own.absence_id, *who, own.first_day.isoformat(), own.last_day.isoformat())
