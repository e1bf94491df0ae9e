# SPDX-License-Identifier: GPL-3.0-or-later
"""On-call duty of agents, and call-outs with the rest after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import tr
from ..inputs import (
    ORDER,
    Given,
    Input,
    Inputs,
    Results,
    moment_input,
    text_input,
    text_result,
)
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace

AGENT, STARTS, ENDS = "AGENT", "FROM", "UNTIL"


class PutOnCall(UseCase):
    """Writes the duty in one journaled command."""

    DUTY = "DUTY"

    key = "oncall"
    section = "people"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Put an agent on call"), tr(
            "Puts an agent on call; refused where the agent is spared call-outs, or on call already."
        )

    def inputs(self) -> Inputs:
        """Yield who, and when."""
        yield _agent_input()
        yield moment_input(STARTS, tr("From"), tr("When the duty begins."))
        yield moment_input(ENDS, tr("Until"), tr("When the duty ends."))

    def results(self) -> Results:
        """Yield the duty."""
        yield text_result(self.DUTY, tr("On-call duty"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Put the agent on call."""
        from ....planner.resources.people import add_duty

        starts, ends = given.some_moment(STARTS), given.some_moment(ENDS)
        made = add_duty(workspace, given.text(AGENT), starts, ends, who=self.who())
        return Outcome(values={self.DUTY: made.duty_id})


class CalledOut(UseCase):
    """Writes the call-out in one journaled command."""

    CALL_OUT = "CALL_OUT"

    key = "calledout"
    section = "people"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note a call-out"), tr(
            "Notes that an agent was called out; the agent rests before the next day begins."
        )

    def inputs(self) -> Inputs:
        """Yield who, when, and for which order."""
        yield _agent_input()
        yield moment_input(STARTS, tr("From"), tr("When the agent left."))
        yield moment_input(ENDS, tr("Until"), tr("When the agent was back."))
        yield text_input(ORDER, tr("Order"), tr("The order that it was for, if any."), optional=True)

    def results(self) -> Results:
        """Yield the call-out."""
        yield text_result(self.CALL_OUT, tr("Call-out"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.resources.people import add_call_out

        starts, ends, order = given.some_moment(STARTS), given.some_moment(ENDS), given.text(ORDER)
        made = add_call_out(workspace, given.text(AGENT), starts, ends, who=self.who(), order_id=order)
        return Outcome(values={self.CALL_OUT: made.call_out_id})


def _agent_input() -> Input:
    return text_input(AGENT, tr("Agent"), tr("The id of the agent."))
