# SPDX-License-Identifier: GPL-3.0-or-later
"""The rest of a running day as a problem of its own.

In the rest, each agent who is out begins with an anchor: a visit of no duration where and when the agent is
free, so that the ways and waits after it cost what they cost in the whole day.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ..check.timeline import StopTimes, TourTimes
from ..model.links import Link
from ..model.problem import Pause, Pin, Problem, Shift, Stop, Visit
from ..model.routes import Route, Steps
from .frozen_links import Frozen, narrowed
from .running_day import Underway, underway
from .van_load import with_load_left

_ANCHOR = "@"


@dataclass(frozen=True, slots=True)
class RestOfDay:
    """What can still be planned, and how it stands.

    ``problem`` and ``routes`` (with ``order``) are those of the rest. ``shifts`` gives the shift of the whole
    day for each of its shifts, ``visits`` the visit of the whole day for each of its visits but the anchors,
    which come last. ``whole``, ``before`` and ``tours`` are the whole day's problem, routes and times;
    ``frozen`` tells the times of what has left, by visit of the whole day; shifts ``away`` have no part.
    """

    whole: Problem
    before: tuple[Steps, ...]
    tours: tuple[TourTimes, ...]
    day: tuple[Underway, ...]
    frozen: dict[int, Frozen]
    problem: Problem
    shifts: tuple[int, ...]
    visits: tuple[int, ...]
    routes: tuple[Steps, ...]
    order: tuple[int, ...]
    away: frozenset[int] = frozenset()


def rest_of_day(
    problem: Problem,
    routes: Sequence[Route],
    tours: Sequence[TourTimes],
    *,
    now_s: int,
    order: Sequence[int] = (),
    begun: Collection[int] = (),
    away: Collection[int] = (),
) -> RestOfDay:
    """Return the rest of the day at ``now_s``, as ``underway`` reads the plan in force and its times.

    ``order`` is that of ``Solution``. Shifts ``away``, and those too late to do more than go home, are not
    part of it.
    """
    day = underway(problem, routes, tours, now_s=now_s, begun=begun, away=away)
    frozen = frozen_visits(problem, day, tours)
    shifts = tuple(
        number
        for number, own in enumerate(day)
        if number not in away and _can_go_on(problem, problem.shifts[number], own)
    )
    visits = tuple(number for number in range(len(problem.visits)) if number not in frozen)
    index = {number: place for place, number in enumerate(visits)}
    anchored = [number for number in shifts if day[number].has_left]
    anchor_of = {number: len(visits) + place for place, number in enumerate(anchored)}
    return RestOfDay(
        whole=problem,
        before=tuple(tuple(route) for route in routes),
        tours=tuple(tours),
        day=day,
        frozen=frozen,
        problem=replace(
            problem,
            shifts=tuple(_shift(problem, problem.shifts[number], day[number]) for number in shifts),
            visits=(
                *(_visit(problem, number, frozen) for number in visits),
                *(anchor(problem, number, day[number]) for number in anchored),
            ),
            links=_links_between(problem, index),
        ),
        shifts=shifts,
        visits=visits,
        routes=tuple(_left(day[number], anchor_of.get(number), index) for number in shifts),
        order=(*anchor_of.values(), *(index[number] for number in order if number in index)),
        away=frozenset(away),
    )


def frozen_visits(problem: Problem, day: Sequence[Underway], tours: Sequence[TourTimes]) -> dict[int, Frozen]:
    """Return the times of the visits that have left, by index, with who makes them."""
    parts: dict[str, list[tuple[StopTimes, Shift]]] = {}
    for own, tour, shift in zip(day, tours, problem.shifts, strict=True):
        for stop in tour.stops[: _stops(own.steps)]:
            parts.setdefault(stop.visit_id, []).append((stop, shift))
    return {
        number: Frozen(
            start_s=min(stop.start_s for stop, _ in parts[visit.visit_id]),
            end_s=max(stop.end_s for stop, _ in parts[visit.visit_id]),
            duration_s=parts[visit.visit_id][0][0].end_s - parts[visit.visit_id][0][0].start_s,
            agents=frozenset(shift.agent for _, shift in parts[visit.visit_id]),
            day=parts[visit.visit_id][0][1].day,
        )
        for number, visit in enumerate(problem.visits)
        if visit.visit_id in parts
    }


def anchor(problem: Problem, number: int, own: Underway) -> Visit:
    """Return the visit that stands for an agent being free: no work, at that place and moment, by him."""
    shift = problem.shifts[number]
    return Visit(
        visit_id=f"{_ANCHOR}{shift.agent}/{shift.day}",
        place=own.place,
        duration_s=0,
        windows=((own.free_s, own.free_s),),
        value_min=1 + 10 * sum(visit.left_out_min for visit in problem.visits),
        pin=Pin(frozenset({shift.agent}), shift.day),
    )


def _shift(problem: Problem, shift: Shift, own: Underway) -> Shift:
    latest_s, end_s = shift.end_s + shift.overtime_s, max(shift.end_s, own.free_s)
    return replace(
        with_load_left(problem, shift, own.steps),
        start_place=own.place,
        start_s=own.free_s,
        end_s=end_s,
        overtime_s=latest_s - end_s,
        breaks=own.pending,
    )


def _can_go_on(problem: Problem, shift: Shift, own: Underway) -> bool:
    """Tell whether an agent can still do more than go home late."""
    way_s = int(problem.travel_of(shift).seconds[own.place, shift.end_place]) if own.has_left else 0
    returns_s = own.free_s + way_s
    for pause in own.pending:
        if own.has_left and returns_s > pause.latest_start_s:
            returns_s += pause.duration_s
    return (
        way_s >= 0
        and returns_s <= shift.end_s + shift.overtime_s
        and own.free_s < shift.end_s + shift.overtime_s
    )


def _visit(problem: Problem, number: int, frozen: dict[int, Frozen]) -> Visit:
    """Return a visit with its links to what has left turned into windows, days and agents."""
    visit = problem.visits[number]
    agents = {shift.agent for shift in problem.shifts}
    for link in problem.links:
        if visit.visit_id in (link.first, link.second):
            other = problem.index_of(link.second if visit.visit_id == link.first else link.first)
            if other in frozen:
                visit = narrowed(visit, link, frozen[other], agents=agents)
    return visit


def _links_between(problem: Problem, visits: Collection[int]) -> tuple[Link, ...]:
    """Return the links between some visits."""
    names = {problem.visits[number].visit_id for number in visits}
    return tuple(link for link in problem.links if {link.first, link.second} <= names)


def _left(own: Underway, first: int | None, index: dict[int, int]) -> tuple[Stop | Pause, ...]:
    steps = (replace(step, visit=index[step.visit]) if isinstance(step, Stop) else step for step in own.left)
    return (*(() if first is None else (Stop(first),)), *steps)


def _stops(steps: Route) -> int:
    return sum(isinstance(step, Stop) for step in steps)
