# SPDX-License-Identifier: GPL-3.0-or-later
"""The roads of the days that are planned, without the streets that are closed then."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from ..core.messages import Message
from ..core.resources import Agent
from ..routing.closures import Closure, closed_streets
from ..routing.road_travel import RoadTravel
from ..routing.street_arrays import Vehicle
from ..routing.travel import TravelModel
from .ports import Workspace
from .road_closures import read_closures
from .roads import travel_model


@dataclass(frozen=True, slots=True)
class DayRoads:
    """How agents travel on some days, and what planners should know about it."""

    travel: TravelModel
    notes: tuple[Message, ...] = ()


def roads_of_days(workspace: Workspace, dates: Sequence[date], agents: Collection[Agent]) -> DayRoads:
    """Return the one travel model of all the days, for the vehicles that the agents drive.

    A street is left out when a closure holds on any of the days: a tour may then make a detour on a day on
    which the street is open, but never meets a closed one; a note says so. The roads are those of trucks
    when everybody drives one, else those of vans, with a note where both are driven.
    """
    vehicle, notes = _vehicle(agents)
    travel = travel_model(workspace, vehicle=vehicle)
    if not isinstance(travel, RoadTravel):
        return DayRoads(travel)
    held = [closure for closure in read_closures(workspace) if any(map(closure.holds_on, dates))]
    if not held:
        return DayRoads(travel, notes)
    days = _days_that_differ(held, dates)
    closed = np.logical_or.reduce([closed_streets(travel.streets, held, day) for day in days])
    told = Message("plan.closed", {"count": len(held), "streets": int(closed.sum())})
    some = [closure for closure in held if not all(map(closure.holds_on, dates))]
    if some:
        reasons = ", ".join(closure.reason for closure in some if closure.reason)
        notes = (*notes, Message("plan.closed_some_days", {"count": len(some), "reasons": reasons}))
    return DayRoads(travel.without(closed), (told, *notes))


def _vehicle(agents: Collection[Agent]) -> tuple[Vehicle, tuple[Message, ...]]:
    trucks = sum(agent.vehicle == "truck" for agent in agents)
    if trucks and trucks == len(agents):
        return "truck", ()
    return "van", (Message("plan.trucks_as_vans", {"count": trucks}),) if trucks else ()


def _days_that_differ(closures: Sequence[Closure], dates: Sequence[date]) -> list[date]:
    """Return one day for each set of closures that hold together."""
    sets = {tuple(closure.holds_on(day) for closure in closures): day for day in dates}
    return list(sets.values())
