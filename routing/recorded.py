# SPDX-License-Identifier: GPL-3.0-or-later
"""A stored plan as routes: where the breaks are that its stops leave room for."""

from __future__ import annotations

from collections.abc import Sequence

from .problem import Pause, Problem, Shift, Stop
from .timeline import PauseTimes, StopTimes, TourTimes

Steps = tuple[Stop | Pause, ...]


def recorded_tour(
    problem: Problem, number: int, stops: Sequence[StopTimes], *, leaves_s: int, returns_s: int
) -> tuple[Steps, TourTimes]:
    """Return the route and the times of one shift (its index) from the times of its stops.

    A break lies where there was time for it: plans put a break into the first wait that holds it, and make
    later starts wait for one that has to be taken.
    """
    shift = problem.shifts[number]
    if not stops:
        return (), TourTimes((), (), shift.start_s, shift.start_s, 0, 0, 0, 0, 0)
    steps: list[Stop | Pause] = []
    pauses: list[PauseTimes] = []
    free_s = shift.start_s
    for stop in stops:
        ready_s = free_s + stop.travel_s
        for pause in shift.breaks[len(pauses) :]:
            if max(ready_s, pause.from_s) + pause.duration_s > stop.start_s:
                break
            ready_s = max(ready_s, pause.from_s) + pause.duration_s
            steps.append(Pause(len(pauses)))
            begins_s = max(free_s, pause.from_s, min(free_s + stop.travel_s, pause.latest_start_s))
            free_s = begins_s + pause.duration_s
            pauses.append(PauseTimes(begins_s, free_s))
        steps.append(Stop(problem.index_of(stop.visit_id), stop.role))
        free_s = stop.end_s
    for times in _on_the_way_home(shift, len(pauses), free_s, returns_s):
        steps.append(Pause(len(pauses)))
        pauses.append(times)
    last = problem.visits[problem.index_of(stops[-1].visit_id)].place
    home_s, home_m = (
        int(ways[last, shift.end_place]) for ways in (problem.travel.seconds, problem.travel.metres)
    )
    tour = TourTimes(
        stops=tuple(stops),
        pauses=tuple(pauses),
        leaves_s=leaves_s,
        returns_s=returns_s,
        travel_s=sum(stop.travel_s for stop in stops) + home_s,
        distance_m=sum(stop.distance_m for stop in stops) + home_m,
        work_s=sum(stop.end_s - stop.start_s for stop in stops),
        waiting_s=sum(stop.waiting_s for stop in stops),
        overtime_s=max(0, returns_s - shift.end_s),
    )
    return tuple(steps), tour


def _on_the_way_home(shift: Shift, taken: int, free_s: int, returns_s: int) -> list[PauseTimes]:
    """Return the breaks that could not wait until the agent was back."""
    found: list[PauseTimes] = []
    for pause in shift.breaks[taken:]:
        begins_s = max(free_s, pause.from_s)
        if returns_s <= pause.latest_start_s or begins_s + pause.duration_s > returns_s:
            break
        free_s = begins_s + pause.duration_s
        found.append(PauseTimes(begins_s, free_s))
    return found
