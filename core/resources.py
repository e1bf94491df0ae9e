# SPDX-License-Identifier: GPL-3.0-or-later
"""People and means: agents, skills with validity, absences, equipment, stocks, subcontractors, zones.

Coordinates are in the workspace's CRS (metres); times are wall-clock times of the service.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from shapely.geometry import MultiPolygon, Point, Polygon

from .ids import AgentId


@dataclass(frozen=True, slots=True)
class Agent:
    """A field agent and the ordinary working day.

    The day begins and ends at home, or at ``depot`` (its id). ``contact`` is how the agent prefers to be
    reached. What an agent does not do is a ``core.people.Restriction``, which has no reason.
    """

    agent_id: AgentId
    name: str
    home: Point
    zone: str
    day_start: time
    day_end: time
    lunch_start: time
    lunch_end: time
    lunch_min: int
    overtime_min: int
    vehicle: str
    phone: str = ""
    depot: str = ""
    contact: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class SkillGrant:
    """A skill or authorisation that an agent holds between two dates, both included."""

    grant_id: str
    agent_id: AgentId
    skill: str
    valid_from: date
    valid_until: date
    version: int = 0


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which an agent does not work, both included; the reason is never stored."""

    absence_id: str
    agent_id: AgentId
    first_day: date
    last_day: date
    version: int = 0


@dataclass(frozen=True, slots=True)
class LongerDay:
    """An agent who has agreed to stay longer on one day, beyond the overtime that may be planned anyway."""

    longer_id: str
    agent_id: AgentId
    day: date
    minutes: int
    version: int = 0


@dataclass(frozen=True, slots=True)
class Equipment:
    """A piece of equipment and the agent whose vehicle carries it (empty: at the depot ``depot``)."""

    equipment_id: str
    kind: str
    agent_id: AgentId
    depot: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class StockLine:
    """How many of a part a van or a depot holds; ``holder`` is the id of the agent or of the depot."""

    stock_id: str
    holder: str
    part: str
    quantity: int
    version: int = 0


@dataclass(frozen=True, slots=True)
class Subcontractor:
    """A company that can take orders over, with the skills it holds."""

    subcontractor_id: str
    name: str
    skills: tuple[str, ...]
    phone: str
    hourly_rate_eur: float
    version: int = 0


@dataclass(frozen=True, slots=True)
class Zone:
    """A sector of the service and the field manager who answers for it."""

    zone_id: str
    name: str
    field_manager: str
    geometry: Polygon | MultiPolygon
    version: int = 0
