# SPDX-License-Identifier: GPL-3.0-or-later
"""Several requests about one thing: what they say together, and what closing their orders means for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ...core.errors import InputError
from ...core.ids import RequestId
from ..criticality import CriticalityRules
from ..lifecycle import move_request, request_state
from ..orders import OrderState, WorkOrder
from ..requests import RequestState, ServiceRequest

# an order in one of these has not left: another one can take its place
REPLACEABLE = frozenset(
    {OrderState.QUALIFIED, OrderState.PLANNED, OrderState.RESCHEDULED, OrderState.SUSPENDED}
)
OVER = frozenset({OrderState.CLOSED, OrderState.CANCELLED})


@dataclass(frozen=True, slots=True)
class CallerToTell:
    """Someone who called about work that is over and has to be told."""

    request_id: RequestId
    caller: str
    phone: str
    email: str


def merged(request: ServiceRequest, root: ServiceRequest) -> ServiceRequest:
    """Return a request answered by the orders of another; ``InputError`` when its life has no such step."""
    if request.request_id == root.request_id:
        raise InputError("intake.merge_self", request=request.request_id)
    if root.state in (RequestState.REJECTED, RequestState.CLOSED):
        raise InputError("intake.over", request=root.request_id, found=request_state(root.state))
    moved = move_request(request, RequestState.MERGED)
    return replace(moved, merged_into=root.request_id, order_id=root.order_id)


def together(
    requests: Sequence[ServiceRequest], root: ServiceRequest, rules: CriticalityRules
) -> ServiceRequest:
    """Return what several requests say as one: the root's place and type, the worst that any of them tells.

    The earliest receipt counts, danger if anyone is in danger, and of each question the most severe answer.
    """
    answers: dict[str, str] = {}
    for request in (root, *requests):
        for question, reply in (request.answers or {}).items():
            known = answers.get(question)
            if known is None or _severity(question, reply, rules) > _severity(question, known, rules):
                answers[question] = reply
    return replace(
        root,
        received_at=min(one.received_at for one in (root, *requests)),
        danger=any(one.danger for one in (root, *requests)),
        answers=answers or None,
    )


def closed_with(
    requests: Iterable[ServiceRequest], orders: Iterable[WorkOrder], *, at: datetime
) -> tuple[tuple[ServiceRequest, ...], tuple[CallerToTell, ...]]:
    """Return the requests of an order tree closed, and the callers to tell, in the order of their calls.

    ``InputError`` while an order of the tree is neither closed nor cancelled.
    """
    still = [order for order in orders if order.state not in OVER]
    if still:
        known = ", ".join(f"{order.order_id} ({order.state.value})" for order in still)
        raise InputError("intake.tree_open", orders=known)
    answered = [one for one in requests if one.state in (RequestState.CONVERTED, RequestState.MERGED)]
    answered.sort(key=lambda one: (one.received_at, one.request_id))
    closed = tuple(replace(move_request(one, RequestState.CLOSED), closed_at=at) for one in answered)
    callers = tuple(CallerToTell(one.request_id, one.caller, one.phone, one.email) for one in closed)
    return closed, callers


def _severity(question: str, reply: str, rules: CriticalityRules) -> float:
    levels = rules.answers.get(question, {}).get(reply)
    weights = rules.weights.model_dump()
    return sum(weights[name] * level for name, level in levels.model_dump().items()) if levels else 0.0
