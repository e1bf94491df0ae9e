# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders that get another day: not done, put off, or only looked at; what that touches, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...labels import rules_read, spoken_language
from ...messages import say, tr
from ...wording import word
from ..base import OutputLayer, Rows
from ..inputs import (
    ORDER,
    Given,
    Inputs,
    Results,
    changed_order_inputs,
    day_input,
    now_input,
    number_result,
    order_input,
    text_input,
    text_result,
)
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.life.requeue import NewDay
    from ....planner.ports import Workspace

CAUSE, NOTE, DAY = "CAUSE", "NOTE", "DAY"
IN_TIME, COVERED, STATE, COUNT = "IN_TIME", "COVERED", "STATE", "IMPACT_COUNT"

IMPACTS = OutputLayer(
    name="IMPACTS",
    label=lambda: tr("What the new day touches"),
    explanation=lambda: tr(
        "A table, the most urgent first: customers to tell again, notices that expire, permits, cuts that "
        "clash, orders that wait."
    ),
    fields=(("order_id", "text"), ("kind", "text"), ("text", "text"), ("refs", "text")),
)
CAUSES = OutputLayer(
    name="CAUSES",
    label=lambda: tr("Causes"),
    explanation=lambda: tr(
        "A table: the codes, what they say, and after how many working days to try again."
    ),
    fields=(("code", "text"), ("cause", "text"), ("group", "text"), ("retry_working_days", "integer")),
)


class _OtherDay(UseCase):
    """Base of those that look for another day."""

    section = "life"
    layers = (IMPACTS,)

    def results(self) -> Results:
        """Yield the day and what is wrong with it."""
        yield text_result(DAY, tr("New day"))
        yield text_result(STATE, tr("State of the order"))
        yield number_result(IN_TIME, tr("In time (1) or late (0)"))
        yield number_result(COVERED, tr("People with the skills are at work (1) or not (0)"))
        yield number_result(COUNT, tr("Number of things touched"))

    def told(self, found: NewDay) -> Outcome:
        """Return the day and what it touches."""
        values = {
            DAY: found.day.isoformat(),
            STATE: found.order.state.value,
            IN_TIME: int(found.is_in_time),
            COVERED: int(found.is_covered),
            COUNT: len(found.impacts),
        }
        return Outcome({IMPACTS: lambda: _impact_rows(found)}, values)


class NotDone(_OtherDay):
    """Writes the order as waiting for another day, in one journaled command."""

    key = "notdone"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note that an order was not done"), tr(
            "Notes why an order was not done and puts it back into the queue for another day, with what "
            "that touches."
        )

    def inputs(self) -> Inputs:
        """Yield the order, why, and the day."""
        yield from _requeue_inputs(tr("The number of an order that has left."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Put it back into the queue."""
        from ....planner.life.requeue import not_done

        order, cause, note = (given.text(name) for name in (ORDER, CAUSE, NOTE))
        return self.told(
            not_done(workspace, order, cause, now=given.now, who=self.who(), note=note, on=given.day(DAY))
        )


class PostponeOrder(_OtherDay):
    """Writes the order as waiting for another day, in one journaled command."""

    key = "postpone"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Put an order off"), tr(
            "Puts a planned or dispatched order off before its day, with what that touches."
        )

    def inputs(self) -> Inputs:
        """Yield the order, why, and the day."""
        yield from _requeue_inputs(tr("The number of a planned or dispatched order."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Put it off."""
        from ....planner.life.requeue import postpone

        order, cause, note = (given.text(name) for name in (ORDER, CAUSE, NOTE))
        return self.told(
            postpone(workspace, order, cause, now=given.now, who=self.who(), note=note, on=given.day(DAY))
        )


class ImpactOfOtherDay(_OtherDay):
    """Reads a workspace; writes nothing into it."""

    key = "impact"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("What another day would touch"), tr(
            "Shows what another day for an order would touch, and whether it is in time. Nothing is stored."
        )

    def inputs(self) -> Inputs:
        """Yield the order, why, and the day."""
        yield order_input(tr("The number of the order."))
        yield from _why_inputs()
        yield now_input(tr("A new day is looked for from this moment on. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Look at the day."""
        from ....planner.life.requeue import propose_day
        from ....workorders.orders import WorkOrder

        order = workspace.get(WorkOrder, given.text(ORDER))
        return self.told(propose_day(workspace, order, given.text(CAUSE), now=given.now, on=given.day(DAY)))


class CausesOfOtherDays(UseCase):
    """Reads a workspace; writes nothing into it."""

    key = "causes"
    section = "life"
    layers = (CAUSES,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Causes why orders are not done"), tr(
            "Lists the codes of the causes for which orders are not done or put off, as the rules of the "
            "workspace have them."
        )

    def inputs(self) -> Inputs:
        """Yield nothing."""
        yield from ()

    def act(self, given: Given, workspace: Workspace) -> Outcome:  # noqa: ARG002 - the names are read
        """List them."""
        known, language = rules_read().life.not_done, spoken_language()
        return Outcome(
            {
                CAUSES: lambda: (
                    (
                        None,
                        (
                            *(code, one.label.spoken(language)),
                            *(word(f"cause_group.{one.group}"), one.retry_working_days),
                        ),
                    )
                    for code, one in known.items()
                )
            }
        )


def _requeue_inputs(order: str) -> Inputs:
    yield from changed_order_inputs(order)
    yield from _why_inputs()
    yield text_input(NOTE, tr("Note"), tr("More about it, in words."), optional=True)
    yield now_input(tr("When it is noted; a new day is looked for from then on. Empty: now."))


def _why_inputs() -> Inputs:
    code = tr("A code of the list of causes, such as customer_absent, parts or weather.")
    yield text_input(CAUSE, tr("Cause"), code)
    proposed = tr("The day of the new try. Empty: the first one on which people with the skills are at work.")
    yield day_input(DAY, tr("New day"), proposed, optional=True)


def _impact_rows(found: NewDay) -> Rows:
    for one in found.impacts:
        yield None, (found.order.order_id, one.kind, say(one.message), ", ".join(one.refs))
