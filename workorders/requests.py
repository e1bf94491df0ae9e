# SPDX-License-Identifier: GPL-3.0-or-later
"""Service requests as a call centre hands them over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shapely.geometry import Point

from ..core.ids import RequestId

# the channel of upkeep that a year's programme asks for ahead of time: nobody calls for it
PROGRAMME = "programme"


class RequestState(Enum):
    """Life of a request: new, qualified, then converted, merged or rejected; closed with its orders."""

    NEW = "new"
    QUALIFIED = "qualified"
    CONVERTED = "converted"
    MERGED = "merged"
    REJECTED = "rejected"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ServiceRequest:
    """One call: who, where, what, and since when the contract's clock runs.

    ``code`` is a catalogue code, or empty when the call centre did not choose one; ``answers`` holds the
    replies to the type's questions by question key. ``channel`` is how it came (``phone``, ``csv``,
    ``layer``, ``mail``, ``programme``) and ``source_ref`` what it is called there; ``asset_id`` the asset
    that was chosen, empty when it is left to the place. ``merged_into`` names the request whose orders answer
    this one too; ``reason`` says why it was rejected. ``quantity`` is how much there is to do, in the unit of
    the type of work (metres, valves…), None where nobody said. ``due_at`` is until when it has to be done
    where that is before the contract's deadline.
    """

    request_id: RequestId
    received_at: datetime
    caller: str
    phone: str
    customer_ref: str
    address: str
    place: Point
    code: str
    description: str
    danger: bool
    contract_id: str
    window_start: datetime | None = None
    window_end: datetime | None = None
    answers: dict[str, str] | None = None
    state: RequestState = RequestState.NEW
    order_id: str = ""
    email: str = ""
    channel: str = ""
    source_ref: str = ""
    asset_id: str = ""
    acknowledged_at: datetime | None = None
    merged_into: str = ""
    reason: str = ""
    closed_at: datetime | None = None
    quantity: float | None = None
    due_at: datetime | None = None
    version: int = 0
