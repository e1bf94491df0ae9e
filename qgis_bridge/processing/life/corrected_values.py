# SPDX-License-Identifier: GPL-3.0-or-later
"""Closure data corrected: the answer of an agent, a value changed directly, and what was changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...messages import tr
from ..base import OutputLayer, Rows
from ..close_order import FINDINGS, finding_rows
from ..inputs import (
    ORDER,
    Given,
    Input,
    Inputs,
    Results,
    changed_order_inputs,
    now_input,
    number_result,
    order_input,
    seen_input,
    text_input,
    text_result,
)
from ..use_case import Outcome, UseCase
from .corrections import CORRECTION, FIELD, REASON, field_input

if TYPE_CHECKING:
    from ....planner.closing.settle import Settled
    from ....planner.ports import Workspace
    from ....workorders.closing.records import FieldChange

VALUE, PHOTO = "VALUE", "PHOTO"
STATE, ERRORS = "STATE", "ERROR_COUNT"

CHANGES = OutputLayer(
    name="CHANGES",
    label=lambda: tr("Changed values"),
    explanation=lambda: tr("A table: each value that was changed, before and after, by whom and why."),
    fields=(
        *(("order_id", "text"), ("field", "text"), ("old_value", "text"), ("new_value", "text")),
        *(("changed_at", "datetime"), ("author", "text"), ("reason", "text"), ("correction_id", "text")),
    ),
)


class _Settling(UseCase):
    """Base of those that change a value: the order goes on as far as its data let it."""

    section = "life"
    layers = (FINDINGS,)

    def results(self) -> Results:
        """Yield where the order is now, and how many errors are left."""
        yield text_result(STATE, tr("State of the order"))
        yield number_result(ERRORS, tr("Number of errors"))

    def settled(self, done: Settled) -> Outcome:
        """Return what is left to correct and the state."""
        values = {STATE: done.order.state.value, ERRORS: len(done.errors)}
        return Outcome({FINDINGS: lambda: finding_rows(done)}, values)


class AnswerCorrection(_Settling):
    """Writes the answer, the value and the order's state in one journaled command."""

    key = "answercorrection"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Answer a correction"), tr(
            "Takes in the value that an agent gave in answer to a correction. The order goes on as far as "
            "its data are right now; both values are kept."
        )

    def inputs(self) -> Inputs:
        """Yield the correction and its answer."""
        yield text_input(CORRECTION, tr("Correction"), tr("The number of a correction that was asked for."))
        yield seen_input()
        yield _value_input()
        yield _photo_input()
        yield now_input(tr("When the answer came. Empty: now."))

    def seen_order(self, given: Given, workspace: Workspace) -> str:
        """Return the order that the correction is about."""
        from ....workorders.closing.records import CorrectionRequest

        return str(workspace.get(CorrectionRequest, given.text(CORRECTION)).order_id)

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Take the answer in."""
        from ....planner.closing.corrections import answer_correction

        now = given.now
        done = answer_correction(
            workspace,
            given.text(CORRECTION),
            given.text(VALUE),
            book=given.rules(workspace),
            now=now,
            who=self.who(),
            photo=given.text(PHOTO),
        )
        return self.settled(done)


class CorrectField(_Settling):
    """Writes the value, who changed it and why, and the order's state in one journaled command."""

    key = "correctfield"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Correct a field directly"), tr(
            "Changes one value of the closure data of an order. Who changed it, both values, the reason and "
            "what was handed in at first are kept."
        )

    def inputs(self) -> Inputs:
        """Yield the field, its value and why."""
        yield from changed_order_inputs(tr("The number of an order that the field has reported on."))
        yield field_input()
        yield _value_input()
        yield text_input(REASON, tr("Reason"), tr("Why the value is changed."))
        yield _photo_input()
        yield now_input(tr("When it is corrected. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Change the value."""
        from ....planner.closing.corrections import correct_directly

        now = given.now
        done = correct_directly(
            workspace,
            given.text(ORDER),
            given.text(FIELD),
            given.text(VALUE),
            reason=given.text(REASON),
            book=given.rules(workspace),
            now=now,
            who=self.who(),
            photo=given.text(PHOTO),
        )
        return self.settled(done)


class ChangedValues(UseCase):
    """Reads a workspace; writes nothing into it."""

    key = "changedvalues"
    COUNT = "CHANGE_COUNT"
    section = "life"
    layers = (CHANGES,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Changed values of closure data"), tr(
            "Lists every value of an order's closure data that was changed after it was handed in."
        )

    def inputs(self) -> Inputs:
        """Yield the order."""
        yield order_input(tr("The number of the order."))

    def results(self) -> Results:
        """Yield how many changes there are."""
        yield number_result(self.COUNT, tr("Number of changes"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """List them."""
        from ....planner.closing.corrections import changes_of

        made = changes_of(workspace, given.text(ORDER))
        return Outcome({CHANGES: lambda: _changed_rows(made)}, {self.COUNT: len(made)})


def _value_input() -> Input:
    return text_input(VALUE, tr("New value"), tr("The value as it is right, in the form's own code or unit."))


def _photo_input() -> Input:
    name = tr("The name of the file of a photo that shows it, among those of the order.")
    return text_input(PHOTO, tr("Photo"), name, optional=True)


def _changed_rows(made: Iterable[FieldChange]) -> Rows:
    for one in made:
        values = (one.order_id, one.field, one.old_value, one.new_value)
        yield None, (*values, one.changed_at, one.author, one.reason, one.correction_id)
