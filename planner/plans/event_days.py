# SPDX-License-Identifier: GPL-3.0-or-later
"""The events of the calendar in the plans of days: orders that can wait keep clear of where they are.

Which priorities an event keeps away is a matter of its kind (``orders``, ``programme.yaml``). Nothing keeps
an order from the day that was agreed with the customer or that a dispatcher has kept it for; a wish gives way
to a deadline too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import geopandas as gpd
import pandas as pd

from ...routing.explain.reason import Reason
from ...routing.model.visit import Visit
from ...steering.programme.calendar import CalendarEvent, CalendarRules, DatedEvent
from ...workorders.orders import WorkOrder
from ..intake.located import Located
from ..intake.near_addresses import NearAddresses
from ..order_chains import PLANNABLE
from ..ports import Workspace
from ..records import OrderPin
from ..rule_versions import programme_rules_of
from ..tours.reasons import stored_reason
from ..tours.sound_input import SoundInput, order_note
from ..tours.tour_problem import Horizon, TourProblem

_DAY_S = 86_400
# by order, the days that events keep it from, each with what the event is called
EventDays = Mapping[str, Mapping[date, str]]


def event_days(
    workspace: Workspace,
    orders: Sequence[WorkOrder],
    horizon: Horizon,
    *,
    placed: Mapping[str, Collection[date]] = MappingProxyType({}),
) -> EventDays:
    """Return which of the days events keep orders from; those that nothing keeps away are left out.

    Nothing keeps an order from the days on which a plan has ``placed`` it.
    O(events · orders), and the nearest address of each order where an event names streets or municipalities.
    """
    stored = workspace.all(CalendarEvent)
    if not stored:
        return {}
    rules = programme_rules_of(workspace, horizon.first_day)
    dated = (DatedEvent.of(one, rules.calendar) for one in stored)
    held = [one for one in dated if one.kind.orders and any(map(one.is_on, horizon.dates))]
    pins = {pin.order_id for pin in workspace.all(OrderPin)} if held else set()
    waiting = [order for order in orders if _can_wait(order) and order.order_id not in pins]
    if not held or not waiting:
        return {}
    jobs = {name: activity.job for name, activity in rules.activities.items()}
    located = _located(workspace, waiting, rules.calendar)
    found: dict[str, dict[date, str]] = {}
    for one in held:
        met = located.met_by(one.event)
        for order in (order for order, is_met in zip(waiting, met, strict=True) if is_met):
            if _is_about(one, order, jobs):
                own = placed.get(order.order_id, ())
                dates = (day for day in horizon.dates if day not in own)
                days = {day: one.event.name for day in dates if _keeps(one, order, day)}
                found.setdefault(str(order.order_id), {}).update(days)
    return {name: days for name, days in found.items() if days}


def events_apart(sound: SoundInput, days: EventDays, horizon: Horizon) -> SoundInput:
    """Return what can be planned without the orders that events keep from every day, told by which."""
    found = {name: kept_away(days, name, horizon.dates) for name in days}
    reasons = {name: reason for name, reason in found.items() if reason}
    return replace(
        sound,
        orders=tuple(order for order in sound.orders if order.order_id not in reasons),
        set_aside=sound.set_aside | {name: [stored_reason(one, ())] for name, one in reasons.items()},
        notes=(*sound.notes, *(order_note(name, one) for name, one in reasons.items())),
    )


def kept_away(days: EventDays, order_id: str, dates: Sequence[date]) -> Reason | None:
    """Return what keeps an order from all of some dates; None where it is free on one of them."""
    own = days.get(order_id, {})
    return Reason("event", detail=_names(own)) if own and all(day in own for day in dates) else None


def told_by_event(reasons: Sequence[dict[str, str]], days: EventDays, order_id: str) -> list[dict[str, str]]:
    """Return stored reasons with the events in the place of what is told of the days that they hold."""
    if not (own := days.get(order_id)):
        return list(reasons)
    held = {day.isoformat() for day in own}
    event = stored_reason(Reason("event", detail=_names(own)), ())
    return [event, *(one for one in reasons if one["day"] not in held)]


def clear_of_events(tours: TourProblem, days: EventDays) -> TourProblem:
    """Return the problem in which orders start on no day that an event keeps them from."""
    if not days:
        return tours
    visits = tuple(
        replace(visit, windows=tuple(_clear(visit, own, tours.horizon)))
        if (own := days.get(visit.visit_id))
        else visit
        for visit in tours.problem.visits
    )
    return replace(tours, problem=replace(tours.problem, visits=visits))


def _can_wait(order: WorkOrder) -> bool:
    # a start alone is the first moment that another day gave it: no hour was agreed with anybody
    return order.state in PLANNABLE and order.window_end is None


def _is_about(one: DatedEvent, order: WorkOrder, jobs: Mapping[str, str]) -> bool:
    """Tell whether an event is about the work of an order: its urgency, its type, whether it digs."""
    event = one.event
    if order.priority.value not in one.kind.orders or (one.kind.digs and not order.digs):
        return False
    if event.equipment:
        # what is away is booked, and nobody has it that day
        return False
    return not event.activities or order.code in {jobs.get(name) for name in event.activities}


def _keeps(one: DatedEvent, order: WorkOrder, day: date) -> bool:
    return one.is_on(day) and (one.kind.binding or order.due_at.date() > day)


def _located(workspace: Workspace, orders: Sequence[WorkOrder], rules: CalendarRules) -> Located:
    places = [order.place for order in orders]
    frame = pd.DataFrame(
        {
            "zone": [order.zone for order in orders],
            "x": [place.x for place in places],
            "y": [place.y for place in places],
            "shape": gpd.GeoSeries(places),
        }
    )
    return Located(frame, NearAddresses(workspace, rules.near_address_m))


def _names(days: Mapping[date, str]) -> str:
    return ", ".join(f"{name} ({day})" for day, name in days.items())


def _clear(visit: Visit, days: Mapping[date, str], horizon: Horizon) -> Iterator[tuple[int, int]]:
    """Yield the windows of a visit on the other days; one before all days where none is left."""
    spans = visit.windows or ((0, horizon.days * _DAY_S - 1),)
    is_left = False
    for offset, day in enumerate(horizon.dates):
        opens, closes = offset * _DAY_S, (offset + 1) * _DAY_S - 1
        for from_s, to_s in spans if day not in days else ():
            if from_s <= closes and to_s >= opens:
                is_left = True
                yield max(from_s, opens), min(to_s, closes)
    if not is_left:
        yield -1, -1
