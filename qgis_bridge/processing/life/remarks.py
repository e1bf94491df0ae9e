# SPDX-License-Identifier: GPL-3.0-or-later
"""What agents say of the standards, the map and the way of working, and the answers that they get."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...messages import tr
from ...wording import word
from ..base import OutputLayer, Rows
from ..inputs import (
    ORDER,
    Given,
    Inputs,
    Results,
    choice_input,
    flag_input,
    in_words,
    now_input,
    number_result,
    order_input,
    text_input,
    text_result,
)
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace
    from ....workorders.informing.remarks import FieldRemark

REMARK, TEXT, KIND, ZONE = "REMARK", "TEXT", "KIND", "ZONE"

REMARKS = OutputLayer(
    name="REMARKS",
    label=lambda: tr("Remarks of agents"),
    explanation=lambda: tr("A table, the open ones first: what was said about what, and the answer."),
    fields=(
        *(("remark_id", "text"), ("order_id", "text"), ("kind", "text"), ("subject", "text")),
        *(("zone", "text"), ("text", "text"), ("received_at", "datetime"), ("accepted", "boolean")),
        *(("answer", "text"), ("answered_at", "datetime"), ("answered_by", "text")),
    ),
)
# as the options are shown
_KINDS = ("standard", "map", "work")


class AddRemark(UseCase):
    """Writes the remark in one journaled command."""

    AGENT, SUBJECT = "AGENT", "SUBJECT"

    key = "addremark"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note a remark of an agent"), tr(
            "Notes what an agent says of the standard of an order, of the map or of the way of working."
        )

    def inputs(self) -> Inputs:
        """Yield the order, who says it, and what."""
        yield order_input(tr("The number of the order."))
        yield text_input(self.AGENT, tr("Agent"), tr("The id of the agent who says it."))
        kinds = in_words("remark_kind", _KINDS)
        yield choice_input(KIND, tr("About"), tr("What the remark is about."), kinds)
        yield text_input(TEXT, tr("Remark"), tr("What is said."))
        subject = tr("The asset, or the code of the type of work. Empty: that of the order.")
        yield text_input(self.SUBJECT, tr("Subject"), subject, optional=True)
        yield now_input(tr("When it was said. Empty: now."))

    def results(self) -> Results:
        """Yield its number."""
        yield text_result(REMARK, tr("Number of the remark"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.informing.remarks import add_remark
        from ....workorders.informing.remarks import RemarkKind

        noted = add_remark(
            workspace,
            given.text(ORDER),
            agent_id=given.text(self.AGENT),
            kind=RemarkKind(given.choice(KIND, _KINDS)),
            text=given.text(TEXT),
            subject=given.text(self.SUBJECT),
            now=given.now,
            who=self.who(),
        )
        return Outcome(values={REMARK: noted.remark_id})


class AnswerRemark(UseCase):
    """Writes the answer and a message to the agent in one journaled command."""

    ACCEPTED = "ACCEPTED"

    key = "answerremark"
    section = "life"
    layers = (REMARKS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Answer a remark"), tr(
            "Answers a remark of an agent; a message to the agent is planned with it."
        )

    def inputs(self) -> Inputs:
        """Yield the remark and its answer."""
        yield text_input(REMARK, tr("Remark"), tr("The number of the remark."))
        yield text_input(TEXT, tr("Answer"), tr("What the agent is told."))
        yield flag_input(self.ACCEPTED, tr("Something is changed for it"), tr("The remark is followed."))
        yield now_input(tr("When it is answered. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Answer it."""
        from ....planner.informing.remarks import answer_remark

        remark, text, accepted = given.text(REMARK), given.text(TEXT), given.flag(self.ACCEPTED)
        done = answer_remark(workspace, remark, text, accepted=accepted, now=given.now, who=self.who())
        return Outcome({REMARKS: lambda: _rows([done])})


class ListRemarks(UseCase):
    """Reads a workspace; writes nothing into it."""

    RECEIVED, ANSWERED = "RECEIVED_COUNT", "ANSWERED_COUNT"

    key = "remarks"
    section = "life"
    layers = (REMARKS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Remarks of agents"), tr("Lists the remarks of agents, the open ones first.")

    def inputs(self) -> Inputs:
        """Yield the zone."""
        yield text_input(ZONE, tr("Zone"), tr("Only this zone, by its id. Empty: all."), optional=True)

    def results(self) -> Results:
        """Yield how many there are."""
        yield number_result(self.RECEIVED, tr("Number of remarks"))
        yield number_result(self.ANSWERED, tr("Number of answered remarks"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """List them."""
        from ....planner.informing.remarks import remark_book

        book = remark_book(workspace, zone=given.text(ZONE))
        values = {self.RECEIVED: book.figures.received, self.ANSWERED: book.figures.answered}
        return Outcome({REMARKS: lambda: _rows(book.remarks)}, values)


def _rows(remarks: Iterable[FieldRemark]) -> Rows:
    for one in remarks:
        about = (one.remark_id, one.order_id, word(f"remark_kind.{one.kind.value}"), one.subject, one.zone)
        answer = (one.accepted, one.answer, one.answered_at, one.answered_by)
        yield None, (*about, one.text, one.received_at, *answer)
