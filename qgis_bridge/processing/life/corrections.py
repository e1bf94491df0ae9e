# SPDX-License-Identifier: GPL-3.0-or-later
"""Corrections of closure data: asked of an agent by a time, listed, reminded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import (
    ORDER,
    Given,
    Input,
    Inputs,
    Results,
    changed_order_inputs,
    flag_input,
    moment_input,
    now_input,
    number_result,
    text_input,
    text_result,
)
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace
    from ....workorders.closing.records import CorrectionRequest

FIELD, REASON, CORRECTION, COUNT = "FIELD", "REASON", "CORRECTION", "CORRECTION_COUNT"

CORRECTIONS = OutputLayer(
    name="CORRECTIONS",
    label=lambda: tr("Corrections"),
    explanation=lambda: tr("A table: what was asked, of whom, by when, and the answer."),
    fields=(
        *(("correction_id", "text"), ("order_id", "text"), ("field", "text"), ("reason", "text")),
        *(("agent_id", "text"), ("agent", "text"), ("due_at", "datetime"), ("overdue", "boolean")),
        *(("reminders", "integer"), ("flagged_to", "text"), ("answered_at", "datetime"), ("answer", "text")),
    ),
)


class AskCorrection(UseCase):
    """Writes what is asked, and the order as one to correct, in one journaled command."""

    key = "askcorrection"
    AGENT, DUE = "AGENT", "DUE"
    section = "life"
    layers = (CORRECTIONS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Ask for a correction"), tr(
            "Asks an agent to correct a field of the closure data by a time. The order is to be corrected "
            "until the answer is there."
        )

    def inputs(self) -> Inputs:
        """Yield what to ask, of whom and by when."""
        yield from changed_order_inputs(tr("The number of an order that the field has reported on."))
        yield field_input()
        yield text_input(self.AGENT, tr("Agent"), tr("The id of the agent who is asked."))
        yield text_input(REASON, tr("Reason"), tr("What is wrong with the value."))
        yield moment_input(self.DUE, tr("To be answered by"), tr("When the answer has to be there."))
        yield now_input(tr("When it is asked. Empty: now."))

    def results(self) -> Results:
        """Yield the number of what was asked."""
        yield text_result(CORRECTION, tr("Number of the correction"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Ask for it."""
        from ....planner.closing.corrections import ask_correction

        now = given.now
        asked = ask_correction(
            workspace,
            given.text(ORDER),
            given.text(FIELD),
            reason=given.text(REASON),
            agent=given.text(self.AGENT),
            due_at=given.some_moment(self.DUE),
            book=given.rules(workspace),
            now=now,
            who=self.who(),
        )
        rows = {CORRECTIONS: lambda: _asked_rows(workspace, [asked], now)}
        return Outcome(rows, {CORRECTION: asked.correction_id})


class ListCorrections(UseCase):
    """Reads a workspace; writes nothing into it."""

    key = "corrections"
    ALL, OVERDUE = "ALL", "OVERDUE_COUNT"
    section = "life"
    layers = (CORRECTIONS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Corrections asked for"), tr(
            "Lists the corrections of closure data that wait for an answer, the first due first."
        )

    def inputs(self) -> Inputs:
        """Yield which of them, and as of when."""
        yield flag_input(self.ALL, tr("Answered ones too"), tr("Lists those that were answered as well."))
        yield now_input(tr("What is overdue is judged as at this moment. Empty: now."))

    def results(self) -> Results:
        """Yield how many there are."""
        yield number_result(COUNT, tr("Number of corrections"))
        yield number_result(self.OVERDUE, tr("Number overdue"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """List them."""
        from ....planner.closing.corrections import list_corrections

        found, now = list_corrections(workspace, is_open=not given.flag(self.ALL)), given.now
        late = sum(one.is_overdue(now) for one in found)
        rows = {CORRECTIONS: lambda: _asked_rows(workspace, found, now)}
        return Outcome(rows, {COUNT: len(found), self.OVERDUE: late})


class RemindCorrections(UseCase):
    """Writes the reminders in one journaled command."""

    key = "remindcorrections"
    section = "life"
    layers = (CORRECTIONS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Remind of overdue corrections"), tr(
            "Notes a reminder for each correction that is overdue, and flags it to the field manager of the "
            "zone. Who was reminded within a day is left in peace."
        )

    def inputs(self) -> Inputs:
        """Yield as of when."""
        yield now_input(tr("What is overdue is judged as at this moment. Empty: now."))

    def results(self) -> Results:
        """Yield how many reminders were made."""
        yield number_result(COUNT, tr("Number of reminders"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Remind."""
        from ....planner.closing.corrections import remind_overdue

        now = given.now
        made = [one.correction for one in remind_overdue(workspace, now=now, who=self.who())]
        return Outcome({CORRECTIONS: lambda: _asked_rows(workspace, made, now)}, {COUNT: len(made)})


def field_input() -> Input:
    """Return the field of a form to name."""
    return text_input(
        FIELD,
        tr("Field"),
        tr(
            "The field of the form, such as old_index; parts.NAME, valves.ID or photos for what goes with it."
        ),
    )


def _asked_rows(workspace: Workspace, asked: Iterable[CorrectionRequest], now: datetime) -> Rows:
    from ....planner.agent_names import agent_names

    called = agent_names(workspace)
    for one in asked:
        what = (one.correction_id, one.order_id, one.field, one.reason)
        whom = (
            one.agent_id,
            called.get(one.agent_id, one.agent_id),
            one.due_at,
            one.is_overdue(now),
            one.reminders,
        )
        yield None, (*what, *whom, one.flagged_to, one.answered_at, one.answer)
