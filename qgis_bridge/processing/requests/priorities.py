# SPDX-License-Identifier: GPL-3.0-or-later
"""The priority of an order: set against the rules with a reason, taken back, or judged again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...labels import spoken_language
from ...messages import tr
from ..inputs import (
    ORDER,
    Given,
    Inputs,
    Results,
    changed_order_inputs,
    choice_input,
    in_words,
    now_input,
    number_result,
    text_input,
    text_result,
)
from ..order_columns import order_rows, orders_layer
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace
    from ....workorders.orders import WorkOrder

PRIORITY, REASON, SCORE = "PRIORITY", "REASON", "SCORE"

ORDERS = orders_layer("ORDERS", lambda: tr("Order"), lambda: tr("The order with its priority and deadline."))
_PRIORITIES = ("P1", "P2", "P3", "P4")


class _Judging(UseCase):
    """Base of those that change a priority."""

    section = "orders"
    layers = (ORDERS,)

    def results(self) -> Results:
        """Yield the priority and the score of the rules."""
        yield text_result(PRIORITY, tr("Priority"))
        yield number_result(SCORE, tr("Score by the rules"))

    def judged(self, order: WorkOrder) -> Outcome:
        """Return the order as it is now."""
        rows = {ORDERS: lambda: order_rows([order])}
        return Outcome(rows, {PRIORITY: order.priority.value, SCORE: order.score})


class SetPriority(_Judging):
    """Writes the order and why in one journaled command."""

    key = "setpriority"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Set the priority of an order"), tr(
            "Sets the priority of an order against the rules, with the reason, and the deadline that goes "
            "with it; or lets the rules decide again. Who, when and why are kept."
        )

    def inputs(self) -> Inputs:
        """Yield the order, its priority and why."""
        yield from changed_order_inputs(tr("The number of an order that is not over."))
        options = [*in_words("priority", _PRIORITIES), tr("as the rules say")]
        yield choice_input(PRIORITY, tr("Priority"), tr("The priority to set."), options)
        why = tr("Why the rules do not fit; needed where a priority is set.")
        yield text_input(REASON, tr("Reason"), why, optional=True)
        yield now_input(tr("When the priority is set. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Set it, or take it back."""
        from ....planner.intake.priorities import prioritise, take_back_priority
        from ....workorders.orders import Priority

        order, chosen = given.text(ORDER), given.choice(PRIORITY, (*_PRIORITIES, ""))
        if not chosen:
            return self.judged(take_back_priority(workspace, order, by=self.who()))
        changed, _ = prioritise(
            workspace,
            order,
            Priority(chosen),
            reason=given.text(REASON),
            by=self.who(),
            at=given.now,
            rules=given.rules(workspace),
        )
        return self.judged(changed)


class JudgeAgain(_Judging):
    """Writes the order in one journaled command, where anything has changed."""

    key = "judgeagain"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Judge an order again"), tr(
            "Judges an order again on what all its callers said and the maps as they are now. A priority "
            "that was set by hand stays."
        )

    def inputs(self) -> Inputs:
        """Yield the order."""
        yield from changed_order_inputs(tr("The number of an order that has not left."))
        yield now_input(tr("When the order is judged. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Judge it."""
        from ....planner.assets.asset_base import AssetBase
        from ....planner.intake.merge import judge_again

        changed = judge_again(
            workspace,
            AssetBase(workspace),
            given.text(ORDER),
            rules=given.rules(workspace),
            now=given.now,
            who=self.who(),
            language=spoken_language(),
        )
        return self.judged(changed)
