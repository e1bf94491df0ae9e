# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of a workspace: events are listed, brought in, changed and taken out by journaled commands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ...core.errors import InputError
from ...core.near_names import near_names
from ...core.resources import Equipment, Zone
from ...steering.programme.calendar import WEEKDAYS, CalendarEvent
from ..intake.addresses import ADDRESS_LAYER, has_addresses
from ..ports import Workspace
from ..rule_versions import programme_rules_of, rule_book_of
from ..taken_numbers import with_next_number

_PLACES = ("communes", "streets")


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How many events are new, and how many replaced one of the same id; those already there as they are."""

    new: int
    changed: int
    same: int


def stored_events(workspace: Workspace) -> tuple[CalendarEvent, ...]:
    """Return the events of a workspace, the first to begin first."""
    return tuple(sorted(workspace.all(CalendarEvent), key=lambda one: (one.first_day, one.event_id)))


def names_known(workspace: Workspace, day: date) -> dict[str, Collection[str]]:
    """Return what each field of an event may name, by the rules of a day and what the workspace has.

    Streets and communes are those of the address base; without one they are not listed.
    """
    rules = programme_rules_of(workspace, day)
    pieces = workspace.keys(Equipment)
    known: dict[str, Collection[str]] = {
        "kind": tuple(rules.calendar.kinds),
        "weekdays": WEEKDAYS,
        "activities": tuple(rules.activities),
        "zones": tuple(workspace.keys(Zone)),
        "equipment": (*pieces, *rule_book_of(workspace, day).means.equipment),
    }
    if has_addresses(workspace):
        frame = workspace.read_layer(ADDRESS_LAYER)
        named = {"streets": frame["name"], "communes": frame["town"]}
        known |= {field: frozenset(names.dropna()) - {""} for field, names in named.items()}
    return known


def add_event(workspace: Workspace, event: CalendarEvent, *, day: date, who: str) -> CalendarEvent:
    """Add an event under the next number, in one journaled command, and return it; none is replaced.

    ``InputError`` for what it names, as by ``bring_events``.
    """
    known = names_known(workspace, day)

    def add(_: bool) -> CalendarEvent:
        numbered = replace(event, event_id=next_event_id(workspace))
        _check(numbered, known)
        return _added(workspace, numbered, who=who)

    return with_next_number(add)


def _added(workspace: Workspace, event: CalendarEvent, *, who: str) -> CalendarEvent:
    with workspace.command("calendar", who=who) as transaction:
        transaction.add([event])
    return event


def bring_events(
    workspace: Workspace,
    events: Sequence[CalendarEvent],
    *,
    day: date,
    who: str,
    seen: Mapping[str, int] | None = None,
) -> BroughtIn:
    """Add events, or replace those of the same id, in one journaled command: all of them or none.

    ``seen`` are the versions of stored events that were looked at, by id; those of the others are read here,
    before anything else is.

    Raises
    ------
    InputError
        A name that is not known, a last day before the first one, equipment of a kind without it, or a street
        or commune without an address base.
    StaleWrite
        An event has changed since it was read.
    """
    stored = {one.event_id: one for one in workspace.all(CalendarEvent)}
    versions = {key: one.version for key, one in stored.items()} | dict(seen or {})
    known = names_known(workspace, day)
    for one in events:
        _check(one, known)
    new = [one for one in events if one.event_id not in versions]
    renewed = [replace(one, version=versions[one.event_id]) for one in events if one.event_id in versions]
    changed = [one for one in renewed if one != stored.get(one.event_id)]
    if new or changed:
        with workspace.command("calendar", who=who) as transaction:
            transaction.add(new)
            for one in changed:
                transaction.save(one)
    return BroughtIn(len(new), len(changed), len(renewed) - len(changed))


def remove_events(workspace: Workspace, keys: Sequence[str], *, who: str) -> tuple[CalendarEvent, ...]:
    """Take events out by their ids, in one journaled command; ``InputError`` names one that is not there."""
    events = tuple(workspace.get(CalendarEvent, key) for key in dict.fromkeys(keys))
    with workspace.command("calendar", who=who) as transaction:
        for one in events:
            transaction.remove(one)
    return events


def next_event_id(workspace: Workspace) -> str:
    """Return the id of an event that gets none: ``EV`` and the next number."""
    numbers = [key[2:] for key in workspace.keys(CalendarEvent) if key.startswith("EV")]
    return f"EV{1 + max((int(one) for one in numbers if one.isdecimal()), default=0)}"


def _check(event: CalendarEvent, known: Mapping[str, Collection[str]]) -> None:
    if event.last_day is not None and event.last_day < event.first_day:
        raise InputError("calendar.days", event=event.event_id, first=event.first_day, last=event.last_day)
    for field in ("kind", "weekdays", "activities", "zones", "equipment", *_PLACES):
        said = getattr(event, field)
        names = [said] if isinstance(said, str) else list(said)
        if names and field not in known:
            raise InputError("calendar.no_addresses", event=event.event_id, found=names[0])
        for name in names:
            if name not in known[field] and (name or field != "equipment"):
                near = near_names(name, known[field])
                raise InputError("calendar.name", event=event.event_id, field=field, found=name, near=near)
