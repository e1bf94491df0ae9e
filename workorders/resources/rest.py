# SPDX-License-Identifier: GPL-3.0-or-later
"""The daily rest after a call-out, and which call-outs an agent may be asked for.

Source: Code du travail L.3131-1, eleven consecutive hours of rest a day. The rest is counted from the end of
every call-out, whatever rest came before it: the reading that is on the agent's side.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from ...core.ids import AgentId
from ...core.people import CallOut, OnCallDuty, Restriction
from .settings import ResourceSettings


def rested_at(
    agent_id: AgentId, call_outs: Iterable[CallOut], *, before: datetime, rest_h: float
) -> datetime | None:
    """Return when an agent has rested from the call-outs that began before a moment, None without any."""
    ends = [
        call_out.ends_at
        for call_out in call_outs
        if call_out.agent_id == agent_id and call_out.starts_at < before
    ]
    return max(ends) + timedelta(hours=rest_h) if ends else None


def restricted(agent_id: AgentId, day: date, restrictions: Iterable[Restriction]) -> frozenset[str]:
    """Return the kinds of restrictions that hold for an agent on a day."""
    return frozenset(
        own.kind for own in restrictions if own.agent_id == agent_id and own.first_day <= day <= own.last_day
    )


def skills_without(kinds: Iterable[str], settings: ResourceSettings) -> frozenset[str]:
    """Return the skills that restrictions keep an agent from using."""
    known = settings.restrictions
    return frozenset(skill for kind in kinds if kind in known for skill in known[kind].without)


def may_be_called_out(
    agent_id: AgentId, at: datetime, restrictions: Iterable[Restriction], settings: ResourceSettings
) -> bool:
    """Tell whether an agent's restrictions allow a call-out at a moment."""
    for kind in restricted(agent_id, at.date(), restrictions):
        rule = settings.restrictions.get(kind)
        if rule and (rule.call_outs == "none" or (rule.call_outs == "by_day" and settings.night.holds(at))):
            return False
    return True


def on_call(
    at: datetime,
    duties: Iterable[OnCallDuty],
    restrictions: Iterable[Restriction],
    settings: ResourceSettings,
) -> tuple[AgentId, ...]:
    """Return who can be called out at a moment: on duty, and not spared it."""
    spared = tuple(restrictions)
    return tuple(
        sorted(
            {
                duty.agent_id
                for duty in duties
                if duty.starts_at <= at < duty.ends_at
                and may_be_called_out(duty.agent_id, at, spared, settings)
            }
        )
    )
