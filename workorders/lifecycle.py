# SPDX-License-Identifier: GPL-3.0-or-later
"""The lives of a request and of an order: which state may follow which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from ..core.errors import InputError
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
        _S.TO_CORRECT: (_S.CLOSED, _S.RESCHEDULED),
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

NEEDS_REASON = frozenset({_S.NOT_DONE, _S.SUSPENDED, _S.CANCELLED, _S.RESCHEDULED, _S.TO_CORRECT})


def move(order: WorkOrder, target: OrderState, *, at: datetime, reason: str = "") -> WorkOrder:
    """Return the order in its next state, with the actual times that follow from it.

    Raises
    ------
    InputError
        The life of an order has no such step, or the step needs a reason that is missing.
    """
    allowed = ORDER_MOVES[order.state]
    if target not in allowed:
        found = order.state.value
        if target is OrderState.CLOSED and allowed:
            raise InputError("order.closure_missing", order=order.order_id, found=found)
        raise InputError(
            "order.illegal_move",
            order=order.order_id,
            found=found,
            target=target.value,
            expected=_listed(allowed),
        )
    if target in NEEDS_REASON and not reason.strip():
        raise InputError("order.reason_missing", order=order.order_id, target=target.value)
    if target is OrderState.IN_PROGRESS:
        return replace(order, state=target, started_at=at, ended_at=None)
    if target is OrderState.DONE or (target is OrderState.NOT_DONE and order.started_at is not None):
        return replace(order, state=target, ended_at=at)
    if target is OrderState.RESCHEDULED:
        # the next try has times of its own; those of this one stay in the history
        return replace(order, state=target, started_at=None, ended_at=None)
    return replace(order, state=target)


def move_request(request: ServiceRequest, target: RequestState) -> ServiceRequest:
    """Return the request in its next state; a step that its life does not have raises ``InputError``."""
    allowed = REQUEST_MOVES[request.state]
    if target not in allowed:
        raise InputError(
            "request.illegal_move",
            request=request.request_id,
            found=request.state.value,
            target=target.value,
            expected=_listed(allowed),
        )
    return replace(request, state=target)


def _listed(states: tuple[OrderState, ...] | tuple[RequestState, ...]) -> str:
    return ", ".join(state.value for state in states) or "-"
