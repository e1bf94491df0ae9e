# SPDX-License-Identifier: GPL-3.0-or-later
"""Agents, what is agreed with them, and their absences: journaled changes that name what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from ...core.errors import InputError
from ...core.ids import AgentId
from ...core.near_names import near_names
from ...core.people import CallOut, Crew, OnCallDuty, Restriction
from ...core.resources import Absence, Agent, SkillGrant, Zone
from ...core.supplies import Depot
from ...routing.roads.road_rules import VEHICLES
from ...workorders.informing.phone_numbers import require_phone
from ...workorders.resources.rest import may_be_called_out
from ...workorders.resources.settings import ResourceSettings
from ..ports import Workspace
from ..rule_versions import newest_rules, rule_book_of

# what an ordinary day is when nothing else is said
_ORDINARY = {
    "zone": "",
    "day_start": time(8),
    "day_end": time(16, 30),
    "lunch_start": time(11, 30),
    "lunch_end": time(14),
    "lunch_min": 45,
    "overtime_min": 0,
    "vehicle": "van",
    "phone": "",
    "depot": "",
    "contact": "",
}


@dataclass(frozen=True, slots=True)
class AgentCard:
    """All that is kept of an agent: skills with their dates, sector, restrictions without reasons."""

    agent: Agent
    skills: tuple[SkillGrant, ...]
    restrictions: tuple[Restriction, ...]
    absences: tuple[Absence, ...]
    duties: tuple[OnCallDuty, ...]
    call_outs: tuple[CallOut, ...]
    crews: tuple[Crew, ...]


def agent_card(workspace: Workspace, agent_id: str) -> AgentCard:
    """Return an agent's card; an unknown agent raises ``InputError`` that names near ones."""
    agent = workspace.get(Agent, agent_id)
    return AgentCard(
        agent=agent,
        skills=tuple(workspace.all(SkillGrant, agent_id=agent_id)),
        restrictions=tuple(workspace.all(Restriction, agent_id=agent_id)),
        absences=tuple(workspace.all(Absence, agent_id=agent_id)),
        duties=tuple(workspace.all(OnCallDuty, agent_id=agent_id)),
        call_outs=tuple(workspace.all(CallOut, agent_id=agent_id)),
        crews=tuple(crew for crew in workspace.all(Crew) if agent_id in crew.agents),
    )


def ordinary_agent(agent_id: str, given: Mapping[str, Any]) -> Agent:
    """Return an agent with an ordinary day of work; at least name and home are ``given``."""
    return Agent(agent_id=AgentId(agent_id), **{**_ORDINARY, **given})


def add_agent(workspace: Workspace, agent: Agent, *, who: str) -> Agent:
    """Add an agent; an id that is taken, or values that cannot be meant, raise ``InputError``."""
    require_phone(agent.phone, newest_rules(workspace).communication.phone)
    _require_vehicle(agent)
    _check(workspace, agent)
    with workspace.command("add agent", who=who) as transaction:
        transaction.add([agent])
    return agent


def edit_agent(workspace: Workspace, agent_id: str, values: Mapping[str, object], *, who: str) -> Agent:
    """Change some fields of an agent; nothing to change, or what cannot be meant, raises ``InputError``."""
    known = {field.name for field in fields(Agent)} - {"agent_id", "version"}
    for name in values:
        if name not in known:
            raise InputError("agent.field", found=name, near=near_names(name, known))
    before = workspace.get(Agent, agent_id)
    after = replace(before, **values)  # type: ignore[arg-type]
    if after == before:
        raise InputError("agent.unchanged", agent=agent_id)
    if after.phone != before.phone:
        require_phone(after.phone, newest_rules(workspace).communication.phone)
    if after.vehicle != before.vehicle:
        _require_vehicle(after)
    _check(workspace, after)
    with workspace.command("edit agent", who=who) as transaction:
        transaction.save(after)
    return workspace.get(Agent, agent_id)


def add_absence(workspace: Workspace, agent_id: str, first: date, last: date, *, who: str) -> Absence:
    """Note that an agent is away, no reason asked; days that are noted already raise ``InputError``."""
    agent = workspace.get(Agent, agent_id)
    _days(first, last)
    for own in workspace.all(Absence, agent_id=agent_id):
        if own.first_day <= last and first <= own.last_day:
            raise InputError("absence.twice", agent=agent_id, first=own.first_day, last=own.last_day)
    absence = Absence(
        _next_key(f"ABS-{agent_id}-{first}", workspace.all(Absence)), agent.agent_id, first, last
    )
    with workspace.command("add absence", who=who) as transaction:
        transaction.add([absence])
    return absence


def remove_absence(workspace: Workspace, absence_id: str, *, who: str) -> Absence:
    """Take an absence back; an unknown one raises ``InputError``."""
    absence = workspace.get(Absence, absence_id)
    with workspace.command("remove absence", who=who) as transaction:
        transaction.remove(absence)
    return absence


def restrict(
    workspace: Workspace,
    agent_id: str,
    kind: str,
    first: date,
    last: date,
    *,
    who: str,
) -> Restriction:
    """Note what an agent does not do until a day; one of ``resources.yaml``, without a reason."""
    known = rule_book_of(workspace, first).settings.restrictions
    if kind not in known:
        raise InputError("restriction.kind", found=kind, expected=", ".join(known))
    _days(first, last)
    agent = workspace.get(Agent, agent_id)
    key = _next_key(f"{agent_id}-{kind}-{first}", workspace.all(Restriction))
    restriction = Restriction(key, agent.agent_id, kind, first, last)
    with workspace.command("restrict agent", who=who) as transaction:
        transaction.add([restriction])
    return restriction


def add_duty(
    workspace: Workspace, agent_id: str, starts_at: datetime, ends_at: datetime, *, who: str
) -> OnCallDuty:
    """Put an agent on call.

    Raises
    ------
    InputError
        The agent is unknown, spared call-outs at that time, on call then already, or it ends before it
        starts.
    """
    agent = workspace.get(Agent, agent_id)
    settings = rule_book_of(workspace, starts_at.date()).settings
    _span(starts_at, ends_at)
    restrictions = workspace.all(Restriction, agent_id=agent_id)
    for moment in _changes(starts_at, ends_at, settings):
        if not may_be_called_out(agent.agent_id, moment, restrictions, settings):
            raise InputError("duty.restricted", agent=agent_id, at=f"{moment:%Y-%m-%d %H:%M}")
    _apart(workspace.all(OnCallDuty, agent_id=agent_id), starts_at, ends_at, agent_id)
    key = _next_key(f"{agent_id}-{starts_at:%Y-%m-%dT%H%M}", workspace.all(OnCallDuty))
    duty = OnCallDuty(key, agent.agent_id, starts_at, ends_at)
    with workspace.command("put on call", who=who) as transaction:
        transaction.add([duty])
    return duty


def add_call_out(
    workspace: Workspace,
    agent_id: str,
    starts_at: datetime,
    ends_at: datetime,
    *,
    who: str,
    order_id: str = "",
) -> CallOut:
    """Note a call-out, after which the agent rests; one that meets another raises ``InputError``."""
    agent = workspace.get(Agent, agent_id)
    _span(starts_at, ends_at)
    _apart(workspace.all(CallOut, agent_id=agent_id), starts_at, ends_at, agent_id)
    key = _next_key(f"{agent_id}-{starts_at:%Y-%m-%dT%H%M}", workspace.all(CallOut))
    call_out = CallOut(key, agent.agent_id, starts_at, ends_at, order_id)
    with workspace.command("note call-out", who=who) as transaction:
        transaction.add([call_out])
    return call_out


def _changes(starts_at: datetime, ends_at: datetime, settings: ResourceSettings) -> Iterator[datetime]:
    """Yield the start of a time, and each moment in it from which on other call-outs may be allowed."""
    yield starts_at
    day = starts_at.date()
    while day <= ends_at.date():
        for hour in (time(), settings.night.to, settings.night.from_):
            moment = datetime.combine(day, hour)
            if starts_at < moment < ends_at:
                yield moment
        day += timedelta(days=1)


def _check(workspace: Workspace, agent: Agent) -> None:
    if agent.day_end <= agent.day_start or agent.lunch_end < agent.lunch_start:
        raise InputError("agent.hours", agent=agent.agent_id, start=agent.day_start, end=agent.day_end)
    zones = {zone.zone_id for zone in workspace.all(Zone)}
    depots = {depot.depot_id for depot in workspace.all(Depot)}
    contacts = set(newest_rules(workspace).settings.contacts)
    for name, found, known in (
        ("zone", agent.zone, zones),
        ("depot", agent.depot, depots),
        ("contact", agent.contact, contacts),
    ):
        if found and known and found not in known:
            raise InputError("agent.value", field=name, found=found, expected=", ".join(sorted(known)))
    if agent.depot and not depots:
        raise InputError("agent.value", field="depot", found=agent.depot, expected="-")


def _require_vehicle(agent: Agent) -> None:
    if agent.vehicle not in VEHICLES:
        expected = ", ".join(VEHICLES)
        raise InputError("agent.value", field="vehicle", found=agent.vehicle, expected=expected)


def _days(first: date, last: date) -> None:
    if last < first:
        raise InputError("absence.days", first=first, last=last)


def _span(starts_at: datetime, ends_at: datetime) -> None:
    if ends_at <= starts_at:
        raise InputError("booking.span", start=f"{starts_at:%Y-%m-%d %H:%M}", end=f"{ends_at:%Y-%m-%d %H:%M}")


def _apart(
    known: Iterable[OnCallDuty | CallOut], starts_at: datetime, ends_at: datetime, agent_id: str
) -> None:
    for own in known:
        if own.starts_at < ends_at and starts_at < own.ends_at:
            start, end = f"{own.starts_at:%Y-%m-%d %H:%M}", f"{own.ends_at:%Y-%m-%d %H:%M}"
            raise InputError("duty.twice", agent=agent_id, start=start, end=end)


def _next_key(wanted: str, records: Iterable[object]) -> str:
    """Return a key that is free: the wanted one, or with a number."""
    taken = {str(getattr(record, fields(record)[0].name)) for record in records}  # type: ignore[arg-type]
    number, key = 1, wanted
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    return key
