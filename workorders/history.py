# SPDX-License-Identifier: GPL-3.0-or-later
"""Interventions of the past, as they were closed: what recalibration and the yearly programme learn from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shapely.geometry import Point

from ..core.ids import AgentId, AssetId, OrderId


@dataclass(frozen=True, slots=True)
class ClosedIntervention:
    """One closed intervention; ``result`` is ``done``, ``partial`` or ``not_done``.

    ``hazards`` names the rules and modifiers that its place made apply, which take time beside the standard.
    ``quantity`` is how much was done, in the unit of the type of work; ``part_of`` the order that it was a
    part of: its time is not that of the whole work.
    """

    order_id: OrderId
    code: str
    received_at: datetime
    started_at: datetime
    ended_at: datetime
    agents: tuple[AgentId, ...]
    crew: int
    zone: str
    asset_role: str
    asset_id: AssetId
    place: Point
    result: str
    cause: str
    notes: str = ""
    hazards: tuple[str, ...] = ()
    quantity: float | None = None
    part_of: str = ""
    version: int = 0

    @property
    def duration_min(self) -> float:
        """Return the time on site in minutes."""
        return (self.ended_at - self.started_at).total_seconds() / 60
