# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of the orders planned in some days, and why orders were put off."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from ...workorders.life.moves import OrderMove, in_order
from ...workorders.life.variance import Outcome, Pareto, Variance, pareto, variance
from ...workorders.orders import OrderState, WorkOrder
from ..conditions import Where
from ..order_chains import DONE
from ..ports import Workspace
from ..rule_versions import rule_book_of
from .order_days import stops_in_force

_WORDS = frozenset({OrderState.DONE, OrderState.NOT_DONE, OrderState.RESCHEDULED})


def planned_against_done(workspace: Workspace, first: date, last: date) -> Variance:
    """Return what became of the orders planned from ``first`` to ``last``, by cause, type and zone.

    Planned are those of the plans in force on these days and those put off within them, although they were
    planned. An order counts once, by the last word on it within these days.
    """
    moves: dict[str, list[OrderMove]] = {}
    for one in _moves(workspace, first, last):
        moves.setdefault(one.order_id, []).append(one)
    names = {str(stop.order_id) for stop in stops_in_force(workspace, first, last)} | moves.keys()
    orders = workspace.all(WorkOrder, where=[Where("order_id", among=sorted(names))])
    return variance(_outcome(order, in_order(moves.get(order.order_id, ()))) for order in orders)


def postponements(workspace: Workspace, first: date, last: date) -> Pareto:
    """Return the causes for which orders got another day from ``first`` to ``last``."""
    moves = _moves(workspace, first, last)
    codes = (one.cause for one in moves if one.to_state is OrderState.RESCHEDULED)
    return pareto(codes, rule_book_of(workspace, last).life.not_done)


def _moves(workspace: Workspace, first: date, last: date) -> list[OrderMove]:
    """Return the last words on orders within some days, those that give them another day among them."""
    begins = datetime.combine(first, time.min)
    ends = datetime.combine(last + timedelta(days=1), time.min)
    found = workspace.all(
        OrderMove, where=[Where("at", at_least=begins, below=ends), Where("to_state", among=_WORDS)]
    )
    return [one for one in found if not one.is_corrected]


def _outcome(order: WorkOrder, moves: list[OrderMove]) -> Outcome:
    cause = next((one.cause for one in reversed(moves) if one.cause), "")
    comment = next((one.reason for one in reversed(moves) if one.reason), "")
    if moves:
        result = "done" if moves[-1].to_state is OrderState.DONE else "not_done"
    else:
        result = "done" if order.state in DONE else "open"
    if result != "not_done":
        return Outcome(order.order_id, order.code, order.zone, result)
    return Outcome(order.order_id, order.code, order.zone, result, cause, comment)
