# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers that gates ask for: notice sent, answers of operators, permits, hydrants, water back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import tr
from ..inputs import (
    ORDER,
    Given,
    Input,
    Inputs,
    Results,
    changed_order_inputs,
    choice_input,
    day_input,
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
    from ....planner.records import OrderNotice

NUMBER, SENT, WAY, RECEIVED = "NUMBER", "SENT", "WAY", "RECEIVED"
OPERATOR, ANSWERED, REMINDED = "OPERATOR", "ANSWERED", "REMINDED"
ACKNOWLEDGED, APPOINTMENT, CONTACT, REFERENCE = "ACKNOWLEDGED", "APPOINTMENT", "CONTACT", "REFERENCE"
KIND, AUTHORITY, ASKED, GRANTED = "KIND", "AUTHORITY", "ASKED", "GRANTED"
SINCE, UNTIL, ALONE = "FROM", "UNTIL", "ONLY_THIS"
HYDRANT, STATE, NOTE, CUSTOMERS = "HYDRANT", "STATE", "NOTE", "CUSTOMERS"


class NoticeSent(UseCase):
    """Writes the notice, its clock and the first legal start in one journaled command."""

    key = "noticesent"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note that a works notice was sent"), tr(
            "Notes that the works notice of an order was sent: the answers are due, and the work may start, "
            "from then on. Another notice on a later day asks the operators anew."
        )

    def inputs(self) -> Inputs:
        """Yield the order, the number and when."""
        yield from changed_order_inputs(tr("The number of an order that digs."))
        yield text_input(NUMBER, tr("Number of the notice"), tr("The number that the teleservice gave."))
        yield moment_input(SENT, tr("Sent at"), tr("When it was sent."))
        ways = [tr("as noted before"), tr("through the teleservice"), tr("by post")]
        yield choice_input(WAY, tr("Way"), tr("On paper the operators have more days to answer."), ways)
        letter = tr("When the operators had the letter. Empty: after the usual time of the post.")
        yield day_input(RECEIVED, tr("Letter received on"), letter, optional=True)
        yield _alone_input()

    def results(self) -> Results:
        """Yield the clock of the notice."""
        yield text_result("ANSWER_BY", tr("Answers due by"))
        yield text_result("EARLIEST_START", tr("First legal start"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.life.paperwork import note_sent

        notice = note_sent(
            workspace,
            given.text(ORDER),
            number=given.text(NUMBER),
            sent_at=given.some_moment(SENT),
            who=self.who(),
            on_paper=given.choice(WAY, (None, False, True)),
            received_on=given.day(RECEIVED),
            alone=given.flag(ALONE),
        )
        return Outcome(values=clock_of(notice))


class OperatorAnswered(UseCase):
    """Writes the answer in one journaled command."""

    key = "operatoranswer"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note the answer of an operator"), tr(
            "Notes what the operator of a network near a dig answered, or that it was reminded, confirmed "
            "the receipt or comes to measure. At least one of the dates is needed."
        )

    def inputs(self) -> Inputs:
        """Yield the order, the operator and what it said when."""
        yield from changed_order_inputs(tr("The number of an order that digs."))
        yield text_input(OPERATOR, tr("Operator"), tr("The operator, by its name in the notice."))
        answered = tr("When it answered, or was spoken to.")
        yield moment_input(ANSWERED, tr("Answered at"), answered, optional=True)
        yield day_input(REMINDED, tr("Reminded on"), tr("When it was reminded."), optional=True)
        confirmed = tr("When it confirmed the receipt.")
        yield day_input(ACKNOWLEDGED, tr("Receipt confirmed on"), confirmed, optional=True)
        yield day_input(APPOINTMENT, tr("Measures on site on"), tr("When it comes."), optional=True)
        yield text_input(CONTACT, tr("Contact"), tr("Who was spoken to."), optional=True)
        yield text_input(REFERENCE, tr("Reference"), tr("The number of the answer."), optional=True)
        yield _alone_input()

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....core.errors import InputError
        from ....planner.life.paperwork import note_answer

        days = {
            "reminded_on": given.day(REMINDED),
            "acknowledged_on": given.day(ACKNOWLEDGED),
            "appointment_on": given.day(APPOINTMENT),
        }
        answered = given.moment(ANSWERED)
        if answered is None and not any(days.values()):
            raise InputError("cli.answer_or_reminder")
        note_answer(
            workspace,
            given.text(ORDER),
            given.text(OPERATOR),
            who=self.who(),
            answered_at=answered,
            contact=given.text(CONTACT),
            reference=given.text(REFERENCE),
            alone=given.flag(ALONE),
            **days,
        )
        return Outcome()


class PermitNoted(UseCase):
    """Writes the permit in one journaled command."""

    key = "permit"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note a permit of an order"), tr(
            "Notes that an order needs a permit or another notice, that it was asked for or granted, or that "
            "the mayor was told."
        )

    def inputs(self) -> Inputs:
        """Yield the order, the permit and its days."""
        yield from changed_order_inputs(tr("The number of the order."))
        kinds = tr(
            "roadworks_permit, occupation_permit, traffic_order, technical_agreement, mayor_told, other:NAME."
        )
        yield text_input(KIND, tr("Kind of permit"), kinds)
        yield text_input(AUTHORITY, tr("Authority"), tr("Who grants it."), optional=True)
        yield moment_input(ASKED, tr("Asked at"), tr("When it was asked for, or told."), optional=True)
        yield day_input(GRANTED, tr("Granted on"), tr("When it was granted."), optional=True)
        yield day_input(SINCE, tr("Valid from"), tr("Its first day."), optional=True)
        yield day_input(UNTIL, tr("Valid until"), tr("Its last day."), optional=True)
        yield text_input(REFERENCE, tr("Reference"), tr("The number of the permit."), optional=True)
        yield _alone_input()

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.life.paperwork import note_permit

        note_permit(
            workspace,
            given.text(ORDER),
            given.text(KIND),
            who=self.who(),
            authority=given.text(AUTHORITY),
            asked_at=given.moment(ASKED),
            granted_on=given.day(GRANTED),
            valid_from=given.day(SINCE),
            valid_until=given.day(UNTIL),
            reference=given.text(REFERENCE),
            alone=given.flag(ALONE),
        )
        return Outcome()


class HydrantState(UseCase):
    """Writes the state of the hydrant in one journaled command."""

    key = "hydrant"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note the state of a hydrant"), tr(
            "Notes that the fire service was told that a hydrant is out, or available again. No order closes "
            "with a hydrant still out."
        )

    def inputs(self) -> Inputs:
        """Yield the hydrant and its state."""
        yield text_input(HYDRANT, tr("Hydrant"), tr("The business id of the hydrant."))
        states = [tr("available"), tr("out of service")]
        yield choice_input(STATE, tr("State"), tr("What the fire service was told."), states)
        yield text_input(NOTE, tr("Note"), tr("What else is to be known."), optional=True)
        yield now_input(tr("When it was told. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.life.paperwork import note_hydrant

        available = given.choice(STATE, (True, False))
        hydrant, note = given.text(HYDRANT), given.text(NOTE)
        note_hydrant(workspace, hydrant, available=available, now=given.now, who=self.who(), note=note)
        return Outcome()


class WaterBack(UseCase):
    """Writes who was told in one journaled command."""

    COUNT = "TOLD_COUNT"

    key = "waterback"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note that customers know that the water is back"), tr(
            "Notes that customers of an order's cut were told that the water is back: some, or all."
        )

    def inputs(self) -> Inputs:
        """Yield the order and its customers."""
        yield from changed_order_inputs(tr("The number of an order that cuts water."))
        points = tr("The delivery points, with commas between them. Empty: all of the cut.")
        yield text_input(CUSTOMERS, tr("Customers"), points, optional=True)
        yield now_input(tr("When they were told. Empty: now."))

    def results(self) -> Results:
        """Yield how many know."""
        yield number_result(self.COUNT, tr("Customers told"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.life.paperwork import note_restored

        order, told = given.text(ORDER), given.texts(CUSTOMERS)
        noted = note_restored(workspace, order, told, now=given.now, who=self.who())
        return Outcome(values={self.COUNT: len(noted.customers)})


def _alone_input() -> Input:
    alone = tr("Not for the other parts of a split order that are made in the same dig.")
    return flag_input(ALONE, tr("Only for this order"), alone)


def clock_of(notice: OrderNotice) -> dict[str, str]:
    """Return the day that answers are due by and the first legal start, empty where there is none."""
    start = notice.earliest_start
    return {
        "ANSWER_BY": notice.answer_by.isoformat() if notice.answer_by else "",
        "EARLIEST_START": f"{start:%Y-%m-%d %H:%M}" if start else "",
    }
