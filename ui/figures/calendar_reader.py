# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the calendar for its tab, and writes what is asked for there; runs in workers, touches no widget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from ...core.resources import Zone
from ...planner.ports import Workspace
from ...planner.programme.calendar import add_event, bring_events, names_known, remove_events, stored_events
from ...planner.rule_versions import programme_rules_of
from ...planner.running.desk_moment import desk_moment
from ...qgis_bridge.figures import date_text, weekday_texts
from ...qgis_bridge.labels import learn_names, means_text, spoken_language
from ...qgis_bridge.messages import tr
from ...steering.programme.calendar import WEEKDAYS, CalendarEvent, CalendarRules, DatedEvent
from ...store.workspaces import open_workspace
from .calendar_shown import CalendarShown, EventChoices, EventFields, EventRow, Named

# of an event, what its form holds
_KEPT = tuple(one.name for one in fields(EventFields) if one.name != "has_area")


def read_calendar(url: str, clock: datetime) -> CalendarShown:
    """Return the events of a workspace, by the rules of the day of the desk."""
    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        day = desk_moment(workspace, clock).date()
        choices = _choices(workspace, day)
        rules = programme_rules_of(workspace, day).calendar
        zones = {zone.zone_id: zone.geometry for zone in workspace.all(Zone)}
        rows = [_row(one, rules, choices, zones) for one in stored_events(workspace)]
        return CalendarShown(tuple(rows), choices, workspace.crs)
    finally:
        workspace.close()


def put_event(workspace: Any, *, asked: EventFields, clock: datetime, who: str) -> tuple[int, ...]:
    """Add an event, or change one that was looked at; return the commands, by which it is undone."""
    day = desk_moment(workspace, clock).date()
    own = {name: getattr(asked, name) for name in _KEPT}
    if not asked.event_id:
        add_event(workspace, CalendarEvent(**own), day=day, who=who)
        return tuple(workspace.made)
    area = workspace.get(CalendarEvent, asked.event_id).area if asked.has_area else None
    event = CalendarEvent(**own, area=area)
    bring_events(workspace, [event], day=day, who=who, seen={asked.event_id: asked.version})
    return tuple(workspace.made)


def take_out(workspace: Any, *, keys: Sequence[str], who: str) -> tuple[int, ...]:
    """Take events out; return the commands, by which it is undone."""
    remove_events(workspace, keys, who=who)
    return tuple(workspace.made)


def _choices(workspace: Workspace, day: date) -> EventChoices:
    rules, language = programme_rules_of(workspace, day), spoken_language()
    known = names_known(workspace, day)
    return EventChoices(
        day=day,
        kinds=tuple((key, kind.label.spoken(language)) for key, kind in rules.calendar.kinds.items()),
        weekdays=tuple(zip(WEEKDAYS, weekday_texts(), strict=True)),
        activities=tuple((key, one.label.spoken(language)) for key, one in rules.activities.items()),
        zones=tuple((zone.zone_id, zone.name or zone.zone_id) for zone in workspace.all(Zone)),
        communes=tuple(sorted(known.get("communes", ()))),
        streets=tuple(sorted(known.get("streets", ()))),
        equipment=tuple((key, means_text(key)) for key in known["equipment"]),
    )


def _row(
    event: CalendarEvent, rules: CalendarRules, choices: EventChoices, zones: Mapping[str, BaseGeometry]
) -> EventRow:
    dated = DatedEvent.of(event, rules)
    where = [_named(event.zones, choices.zones), *event.communes, *event.streets]
    where += [tr("area on the map")] if event.area is not None else []
    where += [_named((event.equipment,), choices.equipment)] if event.equipment else []
    places = ", ".join(part for part in where if part) or tr("everywhere")
    about = (
        tr("Nothing is done against it.")
        if dated.kind.binding
        else tr("Gone against if nothing else is left.")
    )
    own = {name: getattr(event, name) for name in _KEPT}
    return EventRow(
        (
            _when(dated, choices),
            event.name,
            _named((event.kind,), choices.kinds),
            places,
            _named(event.activities, choices.activities),
        ),
        "\n".join(part for part in (event.event_id, about, event.source) if part),
        EventFields(**own, has_area=event.area is not None),
        tuple(_areas(event, zones)),
    )


def _areas(event: CalendarEvent, zones: Mapping[str, BaseGeometry]) -> Iterator[bytes]:
    shapes = [event.area, *(zones.get(zone) for zone in event.zones)]
    for shape in shapes:
        if shape is not None and not shape.is_empty:
            yield shapely.to_wkb(shape, output_dimension=2)


def _when(dated: DatedEvent, choices: EventChoices) -> str:
    """Return the days of an event in words, the weekdays first."""
    first, last = date_text(dated.event.first_day), dated.last_day
    if last == date.max:
        days = tr("from {day}").format(day=first)
    else:
        days = first if last == dated.event.first_day else f"{first} – {date_text(last)}"
    return ", ".join(part for part in (_named(dated.event.weekdays, choices.weekdays), days) if part)


def _named(keys: Sequence[str], names: Sequence[Named]) -> str:
    known = dict(names)
    return ", ".join(known.get(key, key) for key in keys)
