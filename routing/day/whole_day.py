# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole of a running day: routes of the rest put back behind what has left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..check.checker import Checked, check_routes
from ..check.timeline import StopTimes, TourTimes
from ..model.links import Link
from ..model.problem import Pause, Problem, Role, Shift, Stop, Visit
from ..model.routes import Route, Steps
from ..travel import TravelMatrix
from .frozen_links import Frozen
from .rest_of_day import RestOfDay, anchor
from .running_day import Underway
from .van_load import stock_left


@dataclass(frozen=True, slots=True)
class WholeDay:
    """A running day as a problem with its routes and their order (see ``Solution``).

    Its visits are those of the day that was planned, then anchors (``RestOfDay``) of agents who have waited.
    """

    problem: Problem
    routes: tuple[Steps, ...]
    order: tuple[int, ...]
    visits: int

    def checked(self) -> Checked:
        """Return the times of all tours, what has left included, the cost, and what is broken."""
        checked = check_routes(self.problem, self.routes, order=self.order)
        anchors = {visit.visit_id for visit in self.problem.visits[self.visits :]}
        return replace(checked, tours=tuple(_without(tour, anchors) for tour in checked.tours))


def put_back(rest: RestOfDay, routes: Sequence[Route], order: Sequence[int] = ()) -> WholeDay:
    """Return the whole day with the routes of the rest behind what has left.

    What has left keeps its times and ways: its visits may start at no other moment, and whoever was free
    before now waits at an anchor. The times of the rest are the same in the whole as in the rest.
    """
    visits = [_as_it_was(visit, rest.frozen.get(n)) for n, visit in enumerate(rest.whole.visits)]
    starts = {number: frozen.start_s for number, frozen in rest.frozen.items()}
    of_rest = dict(zip(rest.shifts, routes, strict=True))
    shifts, whole_routes = [], []
    for number, own in enumerate(rest.day):
        later = _later(rest, of_rest.get(number, ()), own)
        if own.has_left and not _has_stops(later) and not _has_stops(own.left):
            shifts.append(_gone_home(rest, number))
            whole_routes.append(rest.before[number])
            continue
        if own.has_left and _has_waited(rest, number):
            starts[len(visits)] = own.free_s
            later = (Stop(len(visits)), *later)
            visits.append(anchor(rest.whole, number, own))
        shifts.append(_running(rest, number))
        whole_routes.append((*own.steps, *later))
    by_all, by_vehicle = _as_driven(rest)
    problem = Problem(
        shifts=tuple(shifts),
        visits=tuple(visits),
        travel=by_all,
        weights=rest.whole.weights,
        links=_links_to_come(rest),
        travel_by=by_vehicle,
    )
    return WholeDay(
        problem, tuple(whole_routes), _merged(rest, starts, routes, order), len(rest.whole.visits)
    )


def _as_it_was(visit: Visit, frozen: Frozen | None) -> Visit:
    """Return a visit that has left as what happened: rules that it may have broken are past."""
    if frozen is None:
        return visit
    return Visit(
        visit_id=visit.visit_id,
        place=visit.place,
        duration_s=frozen.duration_s,
        windows=((frozen.start_s, frozen.start_s),),
        roles=tuple(Role(lag_s=role.lag_s) for role in visit.roles[: len(frozen.agents)]),
        due_s=visit.due_s,
        lateness_factor=visit.lateness_factor,
        value_min=visit.value_min,
        late_if_left_out_min=visit.late_if_left_out_min,
        preferred=visit.preferred,
        published=visit.published,
    )


def _later(rest: RestOfDay, route: Route, own: Underway) -> tuple[Stop | Pause, ...]:
    """Return the steps of the rest in terms of the whole day, without the anchor."""
    return tuple(
        Pause(step.number + len(own.taken))
        if isinstance(step, Pause)
        else replace(step, visit=rest.visits[step.visit])
        for step in route
        if isinstance(step, Pause) or step.visit < len(rest.visits)
    )


def _has_stops(steps: Route) -> bool:
    return any(isinstance(step, Stop) for step in steps)


def _last_left(rest: RestOfDay, number: int) -> StopTimes:
    """Return the last stop of a shift that has left."""
    count = sum(isinstance(step, Stop) for step in rest.day[number].steps)
    return rest.tours[number].stops[count - 1]


def _has_waited(rest: RestOfDay, number: int) -> bool:
    """Tell whether an agent is free later, or elsewhere, than at the end of the last stop that has left."""
    last, own = _last_left(rest, number), rest.day[number]
    place = rest.whole.visits[rest.whole.index_of(last.visit_id)].place
    return own.free_s > last.end_s or own.place != place


def _gone_home(rest: RestOfDay, number: int) -> Shift:
    """Return the shift of an agent who goes home as planned, with what he has overrun allowed."""
    shift, tour = rest.whole.shifts[number], rest.tours[number]
    taken = tuple(
        replace(pause, from_s=times.start_s, to_s=times.end_s, duration_s=times.end_s - times.start_s)
        for pause, times in zip(shift.breaks, tour.pauses, strict=False)
    )
    later = tuple(p for p in shift.breaks[len(taken) :] if tour.returns_s <= p.latest_start_s)
    return replace(
        shift, breaks=(*taken, *later), overtime_s=max(shift.overtime_s, tour.returns_s - shift.end_s)
    )


def _running(rest: RestOfDay, number: int) -> Shift:
    """Return the shift of an agent whose day goes on, or is cut short."""
    shift, own = rest.whole.shifts[number], rest.day[number]
    goes_on = number in rest.shifts
    if not own.has_left:
        return rest.problem.shifts[rest.shifts.index(number)] if goes_on else shift
    way_s = max(0, int(rest.whole.travel_of(shift).seconds[own.place, shift.end_place]))
    return replace(
        shift,
        # what has left has used its parts already (see ``_as_it_was``)
        stock=stock_left(rest.whole, shift, own.steps),
        breaks=(*own.taken, *(own.pending if goes_on else ())),
        overtime_s=max(shift.overtime_s, own.free_s + way_s - shift.end_s),
    )


def _as_driven(rest: RestOfDay) -> tuple[TravelMatrix, dict[str, TravelMatrix]]:
    """Return the common ways and those of single vehicles, where one has driven as it was."""
    whole = rest.whole
    matrices: dict[str | None, TravelMatrix] = {None: whole.travel}
    matrices |= whole.travel_by.items()
    ways = {key: (own.seconds.copy(), own.metres.copy()) for key, own in matrices.items()}
    place_of = {visit.visit_id: visit.place for visit in rest.whole.visits}
    for number, tour in enumerate(rest.tours):
        shift = whole.shifts[number]
        seconds, metres = ways[shift.vehicle if shift.vehicle in whole.travel_by else None]
        here = shift.start_place
        count = sum(isinstance(step, Stop) for step in rest.day[number].steps)
        for stop in tour.stops[:count]:
            there = place_of[stop.visit_id]
            seconds[here, there], metres[here, there] = stop.travel_s, stop.distance_m
            here = there
    driven = {key: replace(matrices[key], seconds=s, metres=m) for key, (s, m) in ways.items()}
    return driven[None], {vehicle: driven[vehicle] for vehicle in whole.travel_by}


def _links_to_come(rest: RestOfDay) -> tuple[Link, ...]:
    """Return the links of which a visit has not left."""
    gone = {rest.whole.visits[number].visit_id for number in rest.frozen}
    return tuple(link for link in rest.whole.links if not {link.first, link.second} <= gone)


def _merged(
    rest: RestOfDay, starts: dict[int, int], routes: Sequence[Route], order: Sequence[int]
) -> tuple[int, ...]:
    """Return the visits of the whole day in the order in which they are timed."""
    tours = check_routes(rest.problem, routes, order=order).tours
    begins = {stop.visit_id: stop.start_s for tour in tours for stop in tour.stops if stop.role == 0}
    planned = [n for n, visit in enumerate(rest.problem.visits) if visit.visit_id in begins]
    rank = {number: place for place, number in enumerate(order)}
    planned.sort(key=lambda n: rank.get(n, -1) if order else begins[rest.problem.visits[n].visit_id])
    merged, gone = [], sorted(starts, key=lambda number: (starts[number], number >= len(rest.whole.visits)))
    for number in planned:
        if number >= len(rest.visits):
            continue
        begins_s = begins[rest.problem.visits[number].visit_id]
        while gone and starts[gone[0]] <= begins_s:
            merged.append(gone.pop(0))
        merged.append(rest.visits[number])
    return (*merged, *gone)


def _without(tour: TourTimes, anchors: set[str]) -> TourTimes:
    """Return a tour without its anchor; the way and the wait to it count with the next stop."""
    stops: list[StopTimes] = []
    travel_s = distance_m = waiting_s = 0
    for stop in tour.stops:
        travel_s, distance_m, waiting_s = (
            travel_s + stop.travel_s,
            distance_m + stop.distance_m,
            waiting_s + stop.waiting_s,
        )
        if stop.visit_id not in anchors:
            stops.append(replace(stop, travel_s=travel_s, distance_m=distance_m, waiting_s=waiting_s))
            travel_s = distance_m = waiting_s = 0
    return replace(tour, stops=tuple(stops))
