# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:noticeway``: how a works notice is going to be sent, and what that does to its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import tr
from ..inputs import (
    ORDER,
    Given,
    Inputs,
    Results,
    changed_order_inputs,
    choice_input,
    now_input,
    text_result,
)
from ..use_case import Outcome, UseCase
from .paperwork import clock_of

if TYPE_CHECKING:
    from ....planner.ports import Workspace

WAY = "WAY"


class NoticeWay(UseCase):
    """Writes the notice and the first legal start in one journaled command."""

    key = "noticeway"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note how a works notice is going to be sent"), tr(
            "Notes whether the works notice of an order goes through the teleservice or by post, before it "
            "is sent: on paper the operators have more days to answer, and the work may start later."
        )

    def inputs(self) -> Inputs:
        """Yield the order and the way."""
        yield from changed_order_inputs(tr("The number of an order that digs, whose notice was not sent."))
        ways = [tr("through the teleservice"), tr("by post")]
        yield choice_input(WAY, tr("Way"), tr("On paper the operators have more days to answer."), ways)
        yield now_input(tr("The dates are those of a notice sent at this moment. Empty: now."))

    def results(self) -> Results:
        """Yield the clock of the notice."""
        yield text_result("ANSWER_BY", tr("Answers due by"))
        yield text_result("EARLIEST_START", tr("First legal start"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.life.notice_way import note_way

        on_paper = given.choice(WAY, (False, True))
        notice = note_way(workspace, given.text(ORDER), on_paper=on_paper, now=given.now, who=self.who())
        return Outcome(values=clock_of(notice))
