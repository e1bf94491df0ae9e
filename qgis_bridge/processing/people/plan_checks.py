# SPDX-License-Identifier: GPL-3.0-or-later
"""A proposed plan order by order: what is wrong with each, and each accepted or rejected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...labels import lack_text
from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import (
    ORDER,
    Given,
    Input,
    Inputs,
    Results,
    changed_order_inputs,
    choice_input,
    day_input,
    now_input,
    number_result,
    text_input,
)
from ..use_case import Outcome, UseCase
from ..who import ids_of, named

if TYPE_CHECKING:
    from ....planner.agent_names import Names
    from ....planner.plans.precheck import Checked
    from ....planner.ports import Workspace

DAY, DECISION, REASON = "DAY", "DECISION", "REASON"

CHECKS = OutputLayer(
    name="CHECKS",
    label=lambda: tr("Checked orders"),
    explanation=lambda: tr("A table by start: who makes each order when, what is wrong, what was decided."),
    fields=(
        *(("order_id", "text"), ("agents", "text"), ("agent_names", "text"), ("start", "datetime")),
        *(("wrong", "text"), ("accepted", "boolean"), ("reason", "text"), ("decided_by", "text")),
    ),
)


class CheckPlan(UseCase):
    """Reads a workspace; writes nothing into it."""

    WRONG = "WRONG_COUNT"

    key = "checkplan"
    section = "planning"
    layers = (CHECKS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Check the plan of a day"), tr(
            "Checks the plan in force order by order: skills, window, capacity, what comes first, notices, "
            "rest, parts and equipment."
        )

    def inputs(self) -> Inputs:
        """Yield the day."""
        yield _day_input()
        yield now_input(tr("The plan is judged as at this moment. Empty: now."))

    def results(self) -> Results:
        """Yield how many orders have something wrong."""
        yield number_result(self.WRONG, tr("Orders with something wrong"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Check it."""
        from ....planner.agent_names import agent_names
        from ....planner.plans.precheck import precheck

        found = precheck(workspace, given.some_day(DAY), now=given.now)
        wrong = sum(not one.is_sound for one in found)
        called = agent_names(workspace)
        return Outcome({CHECKS: lambda: _rows(found, called)}, {self.WRONG: wrong})


class DecideOrder(UseCase):
    """Writes the decision, and the plan without what is rejected, in one journaled command."""

    key = "decideorder"
    section = "planning"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Accept or reject an order of the plan"), tr(
            "Accepts an order of the plan in force; one with something wrong is refused. Or rejects it with "
            "the reason: it leaves the plan and waits to be planned again."
        )

    def inputs(self) -> Inputs:
        """Yield the order and the decision."""
        yield from changed_order_inputs(tr("The number of an order of the plan."))
        yield _day_input()
        yield choice_input(DECISION, tr("Decision"), tr("What is decided."), [tr("accept"), tr("reject")])
        yield text_input(REASON, tr("Reason"), tr("Why it is rejected."), optional=True)
        yield now_input(tr("When it is decided. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Decide."""
        from ....planner.plans.precheck import decide

        decide(
            workspace,
            given.text(ORDER),
            day=given.some_day(DAY),
            accept=given.choice(DECISION, (True, False)),
            now=given.now,
            who=self.who(),
            reason=given.text(REASON),
        )
        return Outcome()


def _day_input() -> Input:
    return day_input(DAY, tr("Day"), tr("A day of the plan in force."))


def _rows(found: Iterable[Checked], called: Names) -> Rows:
    for one in found:
        who = (ids_of(one.agents), named(one.agents, called))
        wrong = "; ".join(lack_text(message) for own in one.wrong.values() for message in own)
        made = one.decision
        decided = (made.accepted, made.reason, made.who) if made else (None, "", "")
        yield None, (one.order_id, *who, one.start, wrong, *decided)
