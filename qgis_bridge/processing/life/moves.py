# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders moved along their life, through their gates; what a gate asks for; who moved them when and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ...labels import lack_text
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
    day_input,
    now_input,
    number_result,
    order_input,
    text_input,
    text_result,
)
from ..order_columns import order_rows, orders_layer
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....core.messages import Message
    from ....planner.intake.priority_history import PriorityChange
    from ....planner.ports import Workspace
    from ....store.workspace import SqlWorkspace
    from ....workorders.life.moves import OrderMove

STATE, REASON, CAUSE, DAY = "STATE", "REASON", "CAUSE", "DAY"
LACK_COUNT = "LACK_COUNT"

LACKS = OutputLayer(
    name="LACKS",
    label=lambda: tr("What is missing"),
    explanation=lambda: tr("A table: what keeps each order from the state, one row for each thing."),
    fields=(("order_id", "text"), ("code", "text"), ("text", "text")),
)
HISTORY = OutputLayer(
    name="HISTORY",
    label=lambda: tr("History of the order"),
    explanation=lambda: tr("A table: each move from state to state and each change of priority."),
    fields=(
        *(("at", "datetime"), ("kind", "text"), ("before", "text"), ("after", "text")),
        *(("who", "text"), ("cause", "text"), ("reason", "text")),
    ),
)
DISPATCHED = orders_layer(
    "ORDERS",
    lambda: tr("Dispatched orders"),
    lambda: tr("The orders that were handed to their agents, where they are."),
)


class MoveOrder(UseCase):
    """Writes the order's state and the move in one journaled command."""

    key = "moveorder"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Move an order to its next state"), tr(
            "Moves an order along its life: planned, dispatched, in progress, done, suspended, cancelled. "
            "Refused where its life has no such step or the gate of the state is shut, with all that is "
            "missing. The last order of a request that closes closes the request."
        )

    def inputs(self) -> Inputs:
        """Yield the order, its state and why."""
        yield from changed_order_inputs(tr("The number of the order."))
        yield _state_input(tr("The state, such as dispatched, in_progress, done, suspended or cancelled."))
        yield text_input(REASON, tr("Reason"), tr("Why, in words; some moves ask for it."), optional=True)
        yield _cause_input()
        yield now_input(tr("When the order moves. Empty: now."))

    def results(self) -> Results:
        """Yield the state."""
        yield text_result(STATE, tr("State of the order"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Move it."""
        from ....planner.life.advance import advance_order, parse_state

        moved = advance_order(
            workspace,
            given.text(ORDER),
            parse_state(given.text(STATE)),
            now=given.now,
            who=self.who(),
            reason=given.text(REASON),
            cause=given.text(CAUSE),
        )
        return Outcome(values={STATE: moved.state.value})


class DispatchDay(UseCase):
    """Writes the orders that leave in one journaled command."""

    COUNT = "ORDER_COUNT"

    key = "dispatchday"
    section = "life"
    layers = (DISPATCHED, LACKS)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Dispatch the orders of a day"), tr(
            "Hands the planned orders of a day to their agents. Those that lack something stay planned, "
            "each with what is missing."
        )

    def inputs(self) -> Inputs:
        """Yield the day."""
        yield day_input(DAY, tr("Day"), tr("A day of the plan in force."))
        yield now_input(tr("When the orders leave; what is missing is judged as at then. Empty: now."))

    def results(self) -> Results:
        """Yield how many left, and what the others lack."""
        yield number_result(self.COUNT, tr("Orders dispatched"))
        yield number_result(LACK_COUNT, tr("Number of things missing"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Dispatch what may leave."""
        from ....planner.life.advance import dispatch_day

        done = dispatch_day(workspace, given.some_day(DAY), now=given.now, who=self.who())
        lacks = [(order.order_id, one) for order, own in done.refused for one in own]
        rows = {DISPATCHED: lambda: order_rows(done.orders), LACKS: lambda: _lack_rows(lacks)}
        return Outcome(rows, {self.COUNT: len(done.orders), LACK_COUNT: len(lacks)})


class GateOfOrder(UseCase):
    """Reads a workspace; writes nothing into it."""

    key = "gate"
    section = "life"
    layers = (LACKS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("What an order lacks for a state"), tr(
            "Tells everything that keeps an order from a state: asset, cut, works notice, answers, "
            "permits, valves, hydrants, customers. Nothing is changed."
        )

    def inputs(self) -> Inputs:
        """Yield the order and the state."""
        yield order_input(tr("The number of the order."))
        yield _state_input(tr("The state. Empty: the next one that has a gate."), optional=True)
        yield now_input(tr("What is missing is judged as at this moment. Empty: now."))

    def results(self) -> Results:
        """Yield the state that was looked at, and how much is missing."""
        yield text_result(STATE, tr("State looked at"))
        yield number_result(LACK_COUNT, tr("Number of things missing"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Look at the gate."""
        from ....planner.life.advance import gate_ahead, parse_state

        order, state = given.text(ORDER), given.text(STATE)
        ahead = gate_ahead(workspace, order, parse_state(state) if state else None, now=given.now)
        lacks = [(order, one) for one in ahead.findings]
        values = {STATE: ahead.state.value, LACK_COUNT: len(lacks)}
        return Outcome({LACKS: lambda: _lack_rows(lacks)}, values)


class OrderHistory(UseCase):
    """Reads a workspace; writes nothing into it."""

    COUNT = "MOVE_COUNT"

    key = "orderhistory"
    section = "life"
    layers = (HISTORY,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("History of an order"), tr(
            "Lists who moved an order from state to state or changed its priority, when and why."
        )

    def inputs(self) -> Inputs:
        """Yield the order."""
        yield order_input(tr("The number of the order."))

    def results(self) -> Results:
        """Yield how many moves there are."""
        yield number_result(self.COUNT, tr("Number of moves"))

    def act(self, given: Given, workspace: SqlWorkspace) -> Outcome:
        """Look them up."""
        from ....planner.intake.priority_history import priority_changes
        from ....planner.life.advance import order_history

        order = given.text(ORDER)
        moves, priorities = order_history(workspace, order), priority_changes(workspace, order)
        return Outcome({HISTORY: lambda: _history_rows(moves, priorities)}, {self.COUNT: len(moves)})


def _state_input(explanation: str, *, optional: bool = False) -> Input:
    return text_input(STATE, tr("State"), explanation, optional=optional)


def _cause_input() -> Input:
    explanation = tr("A code of the list of causes, such as customer_absent, parts or weather.")
    return text_input(CAUSE, tr("Cause"), explanation, optional=True)


def _lack_rows(lacks: Iterable[tuple[str, Message]]) -> Rows:
    for order, lack in lacks:
        yield None, (order, lack.code, lack_text(lack))


def _history_rows(moves: Sequence[OrderMove], priorities: Sequence[PriorityChange]) -> Rows:
    lines = [
        *(
            (
                *(one.at, tr("state"), word(f"state.{one.from_state.value}")),
                *(word(f"state.{one.to_state.value}"), one.who, one.cause, one.reason),
            )
            for one in moves
        ),
        *(
            (one.at, tr("priority"), one.before.value, one.after.value, one.who, "", one.reason)
            for one in priorities
        ),
    ]
    for line in sorted(lines, key=lambda line: line[0]):
        yield None, line
