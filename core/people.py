# SPDX-License-Identifier: GPL-3.0-or-later
"""What is agreed with people beside their working day: restrictions, on-call duty, call-outs, crews.

Times are wall-clock times of the service.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .ids import AgentId


@dataclass(frozen=True, slots=True)
class Restriction:
    """What an agent does not do until a day (included); ``kind`` is one of ``resources.yaml``.

    There is no reason, on purpose: it may be one of health.
    """

    restriction_id: str
    agent_id: AgentId
    kind: str
    first_day: date
    last_day: date
    version: int = 0


@dataclass(frozen=True, slots=True)
class OnCallDuty:
    """When an agent is on call."""

    duty_id: str
    agent_id: AgentId
    starts_at: datetime
    ends_at: datetime
    version: int = 0


@dataclass(frozen=True, slots=True)
class CallOut:
    """Work of an agent outside the ordinary day; the daily rest begins when it ends."""

    call_out_id: str
    agent_id: AgentId
    starts_at: datetime
    ends_at: datetime
    order_id: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Crew:
    """Agents who work together as a rule, and their zone."""

    crew_id: str
    name: str
    agents: tuple[str, ...]
    zone: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class MatrixSignOff:
    """The skills of a zone as its field manager signed them off: agents and dates by skill."""

    sign_off_id: str
    zone: str
    signed_by: str
    signed_on: date
    digest: str
    version: int = 0
