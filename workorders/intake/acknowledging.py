# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a request has waited to be acknowledged, against what its contract promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from ...core.errors import InputError
from ..requests import RequestState, ServiceRequest
from .intake_rules import IntakeRules

# a request in one of these has been dealt with, acknowledged or not
_OVER = frozenset({RequestState.REJECTED, RequestState.CLOSED})


class AgeColour(Enum):
    """How a delay stands against its limit."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Waiting:
    """The wait of one request in minutes, to its acknowledgement or till now; ``limit_at`` ends the delay."""

    request: ServiceRequest
    waited_min: int
    limit_at: datetime
    colour: AgeColour

    @property
    def is_acknowledged(self) -> bool:
        """Tell whether somebody has told the caller that the request is taken."""
        return self.request.acknowledged_at is not None


def waiting(request: ServiceRequest, *, limit_at: datetime, now: datetime, rules: IntakeRules) -> Waiting:
    """Return how long a request has waited; ``limit_at`` is the contract's deadline to acknowledge it."""
    until = request.acknowledged_at or now
    waited = until - request.received_at
    if until > limit_at:
        colour = AgeColour.RED
    elif waited >= (limit_at - request.received_at) * rules.amber_from:
        colour = AgeColour.AMBER
    else:
        colour = AgeColour.GREEN
    return Waiting(request, int(waited.total_seconds() // 60), limit_at, colour)


def to_acknowledge(
    requests: Iterable[ServiceRequest],
    *,
    limit_of: Callable[[ServiceRequest], datetime],
    now: datetime,
    rules: IntakeRules,
) -> tuple[Waiting, ...]:
    """Return the requests that nobody has acknowledged, the one whose delay ends first in front."""
    open_ones = (one for one in requests if one.acknowledged_at is None and one.state not in _OVER)
    found = (waiting(one, limit_at=limit_of(one), now=now, rules=rules) for one in open_ones)
    return tuple(sorted(found, key=lambda one: (one.limit_at, one.request.request_id)))


def acknowledge(request: ServiceRequest, *, at: datetime) -> ServiceRequest:
    """Return the request acknowledged.

    ``InputError`` when it already is, has been dealt with, or was received later than ``at``.
    """
    if request.acknowledged_at is not None:
        raise InputError("intake.acknowledged", request=request.request_id, at=_said(request.acknowledged_at))
    if request.state in _OVER:
        raise InputError("intake.over", request=request.request_id, found=request.state.value)
    if at < request.received_at:
        raise InputError(
            "intake.too_early",
            request=request.request_id,
            found=_said(at),
            received=_said(request.received_at),
        )
    return replace(request, acknowledged_at=at)


def _said(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
