# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders given to subcontractors: sent under a purchase order number, answered, done, chased."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from ...messages import tr
from ...wording import word
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
    figure_input,
    in_words,
    number_result,
    text_input,
    text_result,
)
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....core.supplies import SubcontractJob
    from ....planner.ports import Workspace

DAY, NUMBER, STATE = "DAY", "NUMBER", "STATE"

JOBS = OutputLayer(
    name="JOBS",
    label=lambda: tr("Subcontracted orders"),
    explanation=lambda: tr("A table by purchase order number: who has which order, its price and state."),
    fields=(
        *(("number", "text"), ("order_id", "text"), ("company", "text"), ("state", "text")),
        *(("quantity", "real"), ("unit", "text"), ("price_eur", "real"), ("sent_on", "text")),
        *(("due_on", "text"), ("answered_on", "text"), ("done_on", "text"), ("unanswered", "boolean")),
    ),
)
# as the options are shown
_STATES = ("accepted", "refused", "done")


class SendToSubcontractor(UseCase):
    """Writes the job in one journaled command."""

    COMPANY, QUANTITY = "COMPANY", "QUANTITY"

    key = "subcontract"
    section = "people"
    layers = (JOBS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Send an order to a subcontractor"), tr(
            "Gives an order to a subcontractor under a purchase order number, at its unit price or by the "
            "hour. Refused where the company lacks a skill, or another one has the order."
        )

    def inputs(self) -> Inputs:
        """Yield the order, the company and how much."""
        yield from changed_order_inputs(tr("The number of an order that can be planned."))
        yield text_input(self.COMPANY, tr("Subcontractor"), tr("The id of the company."))
        units = tr("Units of its price. Empty: by the hour, for the standard time.")
        yield figure_input(self.QUANTITY, tr("Quantity"), units)
        number = tr("The purchase order number. Empty: the next of the year.")
        yield text_input(NUMBER, tr("Purchase order number"), number, optional=True)
        yield _day_input(tr("When it is sent. Empty: today."))

    def results(self) -> Results:
        """Yield the purchase order number."""
        yield text_result(NUMBER, tr("Purchase order number"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Send it."""
        from ....planner.resources.subcontracts import send_job

        job = send_job(
            workspace,
            given.text(ORDER),
            given.text(self.COMPANY),
            on=given.day(DAY) or given.now.date(),
            who=self.who(),
            quantity=given.figure(self.QUANTITY),
            number=given.text(NUMBER),
        )
        return Outcome({JOBS: lambda: _rows([job])}, {NUMBER: job.number})


class AdvanceSubcontract(UseCase):
    """Writes the job in one journaled command."""

    key = "advancesubcontract"
    section = "people"
    layers = (JOBS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note the answer of a subcontractor"), tr(
            "Notes that a subcontractor accepts, refuses or has done a job. What is refused can be sent to "
            "another one."
        )

    def inputs(self) -> Inputs:
        """Yield the job and its state."""
        yield text_input(NUMBER, tr("Purchase order number"), tr("The number of the job."))
        states = in_words("job", _STATES)
        yield choice_input(STATE, tr("State"), tr("What the company said."), states)
        yield _day_input(tr("When it said so. Empty: today."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....core.supplies import JobState
        from ....planner.resources.subcontracts import advance_job

        state, on = JobState(given.choice(STATE, _STATES)), given.day(DAY) or given.now.date()
        job = advance_job(workspace, given.text(NUMBER), state, on=on, who=self.who())
        return Outcome({JOBS: lambda: _rows([job])})


class ListSubcontracts(UseCase):
    """Reads a workspace; writes nothing into it."""

    LATE = "UNANSWERED_COUNT"

    key = "subcontracts"
    section = "people"
    layers = (JOBS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Subcontracted orders"), tr(
            "Lists the jobs of subcontractors, and marks those to chase because the answer is overdue."
        )

    def inputs(self) -> Inputs:
        """Yield the day to judge at."""
        yield _day_input(tr("What is overdue is judged on this day. Empty: today."))

    def results(self) -> Results:
        """Yield how many are to be chased."""
        yield number_result(self.LATE, tr("Jobs to chase"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """List them."""
        from ....planner.resources.subcontracts import subcontracts

        found = subcontracts(workspace, today=given.day(DAY) or given.now.date())
        late = [job.number for job in found.unanswered]
        return Outcome({JOBS: lambda: _rows(found.jobs, late)}, {self.LATE: len(late)})


def _day_input(explanation: str) -> Input:
    return day_input(DAY, tr("Day"), explanation, optional=True)


def _rows(jobs: Iterable[SubcontractJob], late: Collection[str] = ()) -> Rows:
    for job in jobs:
        about = (job.number, job.order_id, job.subcontractor_id, word(f"job.{job.state.value}"))
        price = (job.quantity, job.unit, job.price_eur)
        days = (job.sent_on, job.due_on, job.answered_on, job.done_on)
        written = (day.isoformat() if day else "" for day in days)
        yield None, (*about, *price, *written, job.number in late)
