# SPDX-License-Identifier: GPL-3.0-or-later
"""A stored plan as routes: where the breaks are that its stops leave room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..check.timeline import PauseTimes, StopTimes, TourTimes
from ..check.working_day import rests_at_home, rests_on_way
from ..model.problem import Break, Pause, Problem, Shift, Stop
from ..model.routes import Steps


def recorded_tour(
    problem: Problem, number: int, stops: Sequence[StopTimes], *, leaves_s: int, returns_s: int
) -> tuple[Steps, TourTimes]:
    """Return the route and the times of one shift (its index) from the times of its stops.

    The waits are found from the times. A break lies where there was time for it: plans put a break into the
    first wait that holds it, and make later starts wait for one that has to be taken.
    """
    shift = problem.shifts[number]
    if not stops:
        return (), TourTimes((), (), shift.start_s, shift.start_s, 0, 0, 0, 0, 0)
    steps: list[Stop | Pause] = []
    pauses: list[PauseTimes] = []
    seen: list[StopTimes] = []
    free_s = shift.start_s
    for stop in stops:
        way_s = stop.travel_s + stop.loading_s
        breaks = _taken(shift.breaks[len(pauses) :], free_s + way_s, stop.start_s)
        rest_s = sum(pause.duration_s for pause in breaks)
        steps += [Pause(len(pauses) + place) for place in range(len(breaks))]
        is_loaded = stop.loading_s > 0 and shift.store is not None
        steps.append(Stop(problem.index_of(stop.visit_id), stop.role, by_store=is_loaded))
        if seen:
            pauses += rests_on_way(breaks, free_s, way_s)[0]
            waiting_s = stop.start_s - free_s - way_s - rest_s
        else:
            pauses += _rests_at_first(breaks, free_s, stop)
            waiting_s = 0
        seen.append(replace(stop, waiting_s=waiting_s))
        free_s = stop.end_s
    last = problem.visits[problem.index_of(stops[-1].visit_id)].place
    travel = problem.travel_of(shift)
    home_s, home_m = (int(ways[last, shift.end_place]) for ways in (travel.seconds, travel.metres))
    breaks = _before_home(shift, len(pauses), free_s + home_s)
    steps += [Pause(len(pauses) + place) for place in range(len(breaks))]
    pauses += rests_on_way(breaks, free_s, home_s)[0]
    tour = TourTimes(
        stops=tuple(seen),
        pauses=tuple(pauses),
        leaves_s=leaves_s,
        returns_s=returns_s,
        travel_s=sum(stop.travel_s for stop in seen) + home_s,
        distance_m=sum(stop.distance_m for stop in seen) + home_m,
        work_s=sum(stop.end_s - stop.start_s for stop in seen),
        waiting_s=sum(stop.waiting_s for stop in seen),
        overtime_s=max(0, returns_s - shift.end_s),
    )
    return tuple(steps), tour


def _taken(breaks: Sequence[Break], ready_s: int, start_s: int) -> Sequence[Break]:
    """Return the first breaks that fit before a start."""
    for count, pause in enumerate(breaks):
        ready_s = max(ready_s, pause.from_s) + pause.duration_s
        if ready_s > start_s:
            return breaks[:count]
    return breaks


def _before_home(shift: Shift, taken: int, returns_s: int) -> list[Break]:
    """Return the breaks that cannot wait until the agent is back."""
    found = []
    for pause in shift.breaks[taken:]:
        if returns_s <= pause.latest_start_s:
            break
        returns_s += pause.duration_s
        found.append(pause)
    return found


def _rests_at_first(breaks: Sequence[Break], free_s: int, stop: StopTimes) -> list[PauseTimes]:
    """Return when breaks before the first stop are taken: before leaving if possible."""
    found = rests_at_home(breaks, free_s)
    home_s = found[-1].end_s if found else free_s
    way_s = stop.travel_s + stop.loading_s
    if home_s + way_s <= stop.start_s:
        return found
    rest_s = sum(pause.duration_s for pause in breaks)
    return rests_on_way(breaks, stop.start_s - way_s - rest_s, way_s)[0]
