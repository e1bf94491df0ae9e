# SPDX-License-Identifier: GPL-3.0-or-later
"""Depots, bookings of equipment, and what subcontractors are asked to do at which price.

Coordinates are in the workspace's CRS (metres); times are wall-clock times; prices are euros without tax.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from shapely.geometry import Point

from .ids import OrderId


@dataclass(frozen=True, slots=True)
class Depot:
    """Where parts and equipment are kept, and when it is open."""

    depot_id: str
    name: str
    place: Point
    opens: time
    closes: time
    zone: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Booking:
    """A piece of equipment that is taken from one moment to another, for an order or something else."""

    booking_id: str
    equipment_id: str
    starts_at: datetime
    ends_at: datetime
    order_id: str = ""
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """What a subcontractor asks for one unit of a type of work (a code of the catalogue)."""

    price_id: str
    subcontractor_id: str
    code: str
    unit: str
    price_eur: float
    version: int = 0


class JobState(Enum):
    """How far a subcontracted job is."""

    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class SubcontractJob:
    """An order given to a subcontractor under a purchase order number, such as BC-2026-051.

    ``due_on`` is the day by which an answer is expected.
    """

    number: str
    subcontractor_id: str
    order_id: OrderId
    state: JobState
    quantity: float
    unit: str
    price_eur: float
    sent_on: date
    due_on: date
    answered_on: date | None = None
    done_on: date | None = None
    version: int = 0
