# SPDX-License-Identifier: GPL-3.0-or-later
"""The roads of the days that are planned, without the streets that are closed then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ...core.messages import Message
from ...routing.roads.closures import Closure, closed_streets
from ...routing.roads.road_travel import RoadTravel
from ...routing.roads.street_arrays import Vehicle
from ...routing.travel import TravelModel
from ..ports import Workspace
from .road_closures import read_closures
from .roads import travel_model


@dataclass(frozen=True, slots=True)
class DayRoads:
    """How agents travel on some days, and what planners should know about it.

    ``travel_by`` holds the ways of those vehicles that do not take the common ones.
    """

    travel: TravelModel
    travel_by: Mapping[str, TravelModel] = field(default_factory=dict)
    notes: tuple[Message, ...] = ()

    def of(self, vehicle: str) -> TravelModel:
        """Return the ways of a vehicle."""
        return self.travel_by.get(vehicle, self.travel)


def roads_of_days(workspace: Workspace, dates: Sequence[date], vehicles: Iterable[Vehicle]) -> DayRoads:
    """Return the ways of the vehicles that are driven, the same on all the days.

    The common ways are those of vans, unless trucks only are driven. A street is left out when a closure
    holds on any of the days: a tour may then make a detour on a day on which the street is open, but never
    meets a closed one; a note says so.
    """
    common, *others = sorted(set(vehicles), reverse=True) or ["van"]
    travel = travel_model(workspace, vehicle=common)
    if not isinstance(travel, RoadTravel):
        return DayRoads(travel)
    travel_by: dict[str, TravelModel] = {
        vehicle: travel_model(workspace, vehicle=vehicle) for vehicle in others
    }
    held = [closure for closure in read_closures(workspace) if any(map(closure.holds_on, dates))]
    if not held:
        return DayRoads(travel, travel_by)
    days = _days_that_differ(held, dates)
    closed = _closed(travel, held, days)
    notes = [Message("plan.closed", {"count": len(held), "streets": int(closed.sum())})]
    some = [closure for closure in held if not all(map(closure.holds_on, dates))]
    if some:
        reasons = ", ".join(closure.reason for closure in some if closure.reason)
        notes.append(Message("plan.closed_some_days", {"count": len(some), "reasons": reasons}))
    open_by: dict[str, TravelModel] = {
        vehicle: own.without(_closed(own, held, days))
        for vehicle, own in travel_by.items()
        if isinstance(own, RoadTravel)
    }
    return DayRoads(travel.without(closed), open_by, tuple(notes))


def _closed(travel: RoadTravel, held: Sequence[Closure], days: Sequence[date]) -> NDArray[np.bool_]:
    """Return which streets are closed on any of the days."""
    closed: NDArray[np.bool_] = np.logical_or.reduce(
        [closed_streets(travel.streets, held, day) for day in days]
    )
    return closed


def _days_that_differ(closures: Sequence[Closure], dates: Sequence[date]) -> list[date]:
    """Return one day for each set of closures that hold together."""
    sets = {tuple(closure.holds_on(day) for closure in closures): day for day in dates}
    return list(sets.values())
