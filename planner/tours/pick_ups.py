# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls at the depot as stops of a stored plan: where, when, and what to load."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...routing.check.timeline import StopTimes, TourTimes
from ...routing.model.problem import Problem, Shift
from ..records import PlanStop

PICK_UP = "pick_up"


@dataclass(frozen=True, slots=True)
class Call:
    """One call at the depot on the way to a stop, in seconds of the horizon; ``parts`` are to be loaded."""

    place: int
    arrive_s: int
    end_s: int
    travel_s: int
    distance_m: int
    parts: tuple[str, ...]


def call_before(problem: Problem, shift: Shift, times: TourTimes, number: int) -> Call | None:
    """Return the call on the way to a stop (its index) of a tour, None when there is none.

    The agent drives to the depot first; a break that begins on the way is taken where it falls.
    """
    stop = times.stops[number]
    if not stop.loading_s or shift.store is None:
        return None
    visits, index = problem.visits, problem.numbers
    before = times.stops[number - 1] if number else None
    place = visits[index[before.visit_id]].place if before else shift.start_place
    leaves_s = before.end_s if before else times.leaves_s
    travel = problem.travel_of(shift)
    drive_s = int(travel.seconds[place, shift.store.place])
    arrive_s = leaves_s + drive_s
    for pause in times.pauses:
        if leaves_s <= pause.start_s < arrive_s:
            arrive_s += pause.end_s - pause.start_s
    return Call(
        place=shift.store.place,
        arrive_s=arrive_s,
        end_s=arrive_s + stop.loading_s,
        travel_s=drive_s,
        distance_m=int(travel.metres[place, shift.store.place]),
        parts=_to_load(problem, shift, times.stops, number),
    )


def _to_load(problem: Problem, shift: Shift, stops: Sequence[StopTimes], number: int) -> tuple[str, ...]:
    """Return what the stops from one on need beyond what is left on board then."""
    left = Counter(shift.stock)
    left.subtract(_parts(problem, stops[:number]))
    needed = _parts(problem, stops[number:])
    missing = {part: count - max(0, left[part]) for part, count in needed.items()}
    own = [f"{part}={count}" for part, count in sorted(missing.items()) if count > 0]
    index = problem.numbers
    kinds = {kind for stop in stops[number:] for kind in problem.visits[index[stop.visit_id]].equipment}
    in_store = shift.store.equipment if shift.store else frozenset()
    return (*own, *(f"{kind}=1" for kind in sorted(kinds & in_store - shift.equipment)))


def _parts(problem: Problem, stops: Iterable[StopTimes]) -> Counter[str]:
    index, parts = problem.numbers, Counter[str]()
    for stop in stops:
        if stop.role == 0:
            parts.update(problem.visits[index[stop.visit_id]].parts)
    return parts


def with_calls(stops: Sequence[PlanStop]) -> Iterator[tuple[PlanStop, PlanStop | None]]:
    """Yield the stops of one or more tours, in their order, each with the call at the depot before it."""
    call: PlanStop | None = None
    for stop in stops:
        if stop.task == PICK_UP:
            call = stop
        else:
            yield stop, call
            call = None
