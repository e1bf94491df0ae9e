# SPDX-License-Identifier: GPL-3.0-or-later
"""The lives of a request and of an order: which state may follow which."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from ..core.errors import InputError
from ..core.messages import Message
from .orders import OrderState, WorkOrder
from .requests import RequestState, ServiceRequest

_S = OrderState
_R = RequestState

ORDER_MOVES: Mapping[OrderState, tuple[OrderState, ...]] = MappingProxyType(
    {
        _S.QUALIFIED: (_S.PLANNED, _S.SUSPENDED, _S.CANCELLED),
        # put off before its day, or not even begun on it
        _S.PLANNED: (
            *(_S.DISPATCHED, _S.QUALIFIED, _S.NOT_DONE, _S.RESCHEDULED),
            *(_S.SUSPENDED, _S.CANCELLED),
        ),
        _S.DISPATCHED: (
            *(_S.IN_PROGRESS, _S.PLANNED, _S.NOT_DONE, _S.RESCHEDULED),
            *(_S.SUSPENDED, _S.CANCELLED),
        ),
        _S.IN_PROGRESS: (_S.DONE, _S.NOT_DONE, _S.SUSPENDED),
        _S.DONE: (_S.TO_CORRECT, _S.CLOSED),
        _S.NOT_DONE: (_S.TO_CORRECT, _S.RESCHEDULED, _S.CANCELLED, _S.CLOSED),
        # once corrected an order goes on as it was reported, unless nothing holds it
        _S.TO_CORRECT: (_S.CLOSED, _S.DONE, _S.NOT_DONE, _S.RESCHEDULED),
        _S.RESCHEDULED: (_S.PLANNED, _S.SUSPENDED, _S.CANCELLED),
        _S.SUSPENDED: (_S.QUALIFIED, _S.CANCELLED),
        _S.CLOSED: (),
        _S.CANCELLED: (),
    }
)

REQUEST_MOVES: Mapping[RequestState, tuple[RequestState, ...]] = MappingProxyType(
    {
        _R.NEW: (_R.QUALIFIED, _R.MERGED, _R.REJECTED),
        _R.QUALIFIED: (_R.CONVERTED, _R.MERGED, _R.REJECTED),
        _R.CONVERTED: (_R.CLOSED, _R.MERGED),
        _R.MERGED: (_R.CLOSED,),
        _R.REJECTED: (),
        _R.CLOSED: (),
    }
)

# what an order goes back to from "to correct": no second word on the work
CORRECTED = frozenset({_S.DONE, _S.NOT_DONE})
NEEDS_REASON = frozenset({_S.NOT_DONE, _S.SUSPENDED, _S.CANCELLED, _S.RESCHEDULED, _S.TO_CORRECT})


def move(order: WorkOrder, target: OrderState, *, at: datetime, reason: str = "") -> WorkOrder:
    """Return the order in its next state, with the actual times that follow from it.

    Raises
    ------
    InputError
        The life of an order has no such step, or the step needs a reason that is missing.
    """
    if found := no_way(order, target):
        raise InputError(found.code, **found.params)
    if target in NEEDS_REASON and not reason.strip():
        raise InputError("order.reason_missing", order=order.order_id, target=order_state(target))
    if order.state is OrderState.TO_CORRECT and target in CORRECTED:
        # the work ended when it did
        return replace(order, state=target)
    if target is OrderState.IN_PROGRESS:
        return replace(order, state=target, started_at=at, ended_at=None)
    if target is OrderState.DONE or (target is OrderState.NOT_DONE and order.started_at is not None):
        return replace(order, state=target, ended_at=at)
    if target is OrderState.RESCHEDULED:
        # the next try has times of its own; those of this one stay in the history
        return replace(order, state=target, started_at=None, ended_at=None)
    return replace(order, state=target)


def no_way(order: WorkOrder, target: OrderState) -> Message | None:
    """Return why the life of an order does not lead from its state to another one; None where it does."""
    allowed = ORDER_MOVES[order.state]
    if target in allowed:
        return None
    found = order_state(order.state)
    if target is OrderState.CLOSED and allowed:
        return Message("order.closure_missing", {"order": order.order_id, "found": found})
    return Message(
        "order.illegal_move",
        {
            "order": order.order_id,
            "found": found,
            "target": order_state(target),
            "expected": states_in_words(allowed) or "-",
        },
    )


def move_request(request: ServiceRequest, target: RequestState) -> ServiceRequest:
    """Return the request in its next state; a step that its life does not have raises ``InputError``."""
    allowed = REQUEST_MOVES[request.state]
    if target not in allowed:
        raise InputError(
            "request.illegal_move",
            request=request.request_id,
            found=request_state(request.state),
            target=request_state(target),
            expected=tuple(request_state(state) for state in allowed) or "-",
        )
    return replace(request, state=target)


def order_state(state: OrderState) -> Message:
    """Return the state of an order in words."""
    return Message(f"state.{state.value}")


def states_in_words(states: Collection[OrderState]) -> tuple[Message, ...]:
    """Return states in words, as they follow each other in a life."""
    return tuple(order_state(state) for state in OrderState if state in states)


def request_state(state: RequestState) -> Message:
    """Return the state of a request in words."""
    return Message(f"request_state.{state.value}")
