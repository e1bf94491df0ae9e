# SPDX-License-Identifier: GPL-3.0-or-later
"""Work orders: what is to be done, on which asset, by when, and what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shapely.geometry import Point

from ..core.ids import AssetId, OrderId, RequestId


class OrderState(Enum):
    """States of a work order."""

    QUALIFIED = "qualified"
    PLANNED = "planned"
    DISPATCHED = "dispatched"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_DONE = "not_done"
    TO_CORRECT = "to_correct"
    CLOSED = "closed"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    RESCHEDULED = "rescheduled"


class Priority(Enum):
    """Priorities from the most severe to the least."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """One intervention to plan.

    ``duration_min`` is the standard time on site with its modifiers; ``crew`` the number of agents needed
    at once; ``skills`` must be held by one member of the crew each, ``crew_skills`` by every member;
    ``score_detail`` keeps the criticality factors, ``score_sources`` the fact that each comes from (such as
    ``customers_cut=23``), ``rules_version`` the dated rules that they come from.
    ``earliest_start`` is the legal earliest start given by its notices, ``due_at`` the contract's deadline;
    ``hazards`` names the resource rules that the place made apply (asbestos cement, shoring…), and after
    ``time:`` the modifiers that only make the work take longer. ``quantity`` is how much there is to do, in
    the unit of its type of work (metres, valves…); ``part_of`` the order that was split, of which this one is
    a part: its first part names itself.
    """

    order_id: OrderId
    request_id: RequestId
    code: str
    label: str
    state: OrderState
    priority: Priority
    score: float
    score_detail: dict[str, float]
    rules_version: str
    received_at: datetime
    due_at: datetime
    place: Point
    address: str
    zone: str
    asset_role: str
    asset_id: AssetId
    asset_distance_m: float
    duration_min: int
    crew: int
    skills: tuple[str, ...]
    crew_skills: tuple[str, ...]
    equipment: tuple[str, ...]
    parts: dict[str, int]
    digs: bool
    window_start: datetime | None = None
    window_end: datetime | None = None
    earliest_start: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    hazards: tuple[str, ...] = ()
    score_sources: dict[str, str] | None = None
    quantity: float | None = None
    part_of: str = ""
    version: int = 0
