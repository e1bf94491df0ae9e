# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a day has run: which stops have left, and where and from when each agent is free."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..check.timeline import TourTimes
from ..model.links import LinkKind
from ..model.problem import Break, Pause, Problem, Shift, Stop
from ..model.routes import Route


@dataclass(frozen=True, slots=True)
class Underway:
    """What one shift has begun, and what is left of it.

    Attributes
    ----------
    steps
        Stops that have left, with the breaks before them.
    left
        The steps that have not; their breaks are numbered from the first of ``pending``.
    place, free_s
        Where the agent is free, and from when; home again, it is the end of the shift.
    taken, pending
        The breaks of ``steps`` at their times; those still to come, at once where it is late for them.
    """

    steps: Route
    left: Route
    place: int
    free_s: int
    taken: tuple[Break, ...]
    pending: tuple[Break, ...]

    @property
    def has_left(self) -> bool:
        """Tell whether there is a stop that has left."""
        return bool(self.steps)


def underway(
    problem: Problem,
    routes: Sequence[Route],
    tours: Sequence[TourTimes],
    *,
    now_s: int,
    begun: Collection[int] = (),
    away: Collection[int] = (),
) -> tuple[Underway, ...]:
    """Return how far each shift is at ``now_s`` by the times of its tour.

    A stop has left when the drive to it has begun, or when its visit is one of ``begun`` (indices). A team
    leaves with its first member, and so do visits that start together, and those that one which has left
    waits for: all stops before them count as left too. Shifts ``away`` (indices) keep only what they have
    started on site.
    """
    stops = [[step for step in route if isinstance(step, Stop)] for route in routes]
    counts = _counts(problem, stops, tours, now_s, begun, away)
    return tuple(
        _underway(problem, problem.shifts[number], routes[number], tours[number], counts[number], now_s)
        for number in range(len(routes))
    )


def _counts(
    problem: Problem,
    stops: Sequence[Sequence[Stop]],
    tours: Sequence[TourTimes],
    now_s: int,
    begun: Collection[int],
    away: Collection[int],
) -> list[int]:
    """Return how many stops of each shift have left."""
    counts = []
    for number, tour in enumerate(tours):
        leaves_s = [tour.leaves_s, *(stop.end_s for stop in tour.stops[:-1])]
        moments_s = [stop.start_s for stop in tour.stops] if number in away else leaves_s
        counts.append(sum(moment_s < now_s for moment_s in moments_s[: len(tour.stops)]))
    counts = [max(own, _upto(route, set(begun))) for own, route in zip(counts, stops, strict=True)]
    ties = list(_ties(problem))
    barred = _barred(stops, ties, {stop.visit for n in away for stop in stops[n][counts[n] :]})
    counts = [
        min(own, next((place for place, stop in enumerate(route) if stop.visit in barred), own))
        for own, route in zip(counts, stops, strict=True)
    ]
    while True:
        left = {stop.visit for own, route in zip(counts, stops, strict=True) for stop in route[:own]}
        left |= {first for first, second in ties if second in left}
        wider = [max(own, _upto(route, left)) for own, route in zip(counts, stops, strict=True)]
        if wider == counts:
            return counts
        counts = wider


def _upto(route: Sequence[Stop], visits: Collection[int]) -> int:
    """Return how many stops there are up to the last one of some visits."""
    return max((place for place, stop in enumerate(route, 1) if stop.visit in visits), default=0)


def _ties(problem: Problem) -> Iterator[tuple[int, int]]:
    """Yield visits (indices) of which the second cannot leave before the first is settled."""
    number = problem.numbers
    for link in problem.links:
        one, other = number[link.first], number[link.second]
        if link.kind in (LinkKind.AFTER, LinkKind.TOGETHER):
            yield one, other
        if link.kind is LinkKind.TOGETHER:
            yield other, one


def _barred(stops: Sequence[Sequence[Stop]], ties: Sequence[tuple[int, int]], barred: set[int]) -> set[int]:
    """Return the visits that cannot count as left because of some: tied to them, or behind them."""
    while True:
        wider = barred | {second for first, second in ties if first in barred}
        for route in stops:
            behind = False
            for stop in route:
                behind = behind or stop.visit in wider
                if behind:
                    wider.add(stop.visit)
        if wider == barred:
            return barred
        barred = wider


def _underway(
    problem: Problem, shift: Shift, route: Route, tour: TourTimes, count: int, now_s: int
) -> Underway:
    at = _place_of_stop(route, count)
    steps, left = tuple(route[:at]), tuple(route[at:])
    taken = sum(isinstance(step, Pause) for step in steps)
    last = tour.stops[count - 1] if count else None
    end_s = last.end_s if last else shift.start_s
    free_s, begun = max(end_s, now_s), 0
    for begins_s, pause in _begun_breaks(shift, tour, taken, end_s, is_over=count == len(tour.stops)):
        if begins_s >= now_s:
            break
        free_s, begun = max(free_s, begins_s + pause.duration_s), begun + 1
    place = shift.start_place
    if last:
        is_home = count == len(tour.stops) and tour.returns_s <= now_s
        place = shift.end_place if is_home else problem.visits[problem.index_of(last.visit_id)].place
    return Underway(
        steps=steps,
        left=tuple(_renumbered(left, taken + begun)),
        place=place,
        free_s=free_s,
        taken=tuple(
            Break(pause.start_s, pause.end_s, pause.end_s - pause.start_s) for pause in tour.pauses[:taken]
        ),
        pending=tuple(_not_past(shift.breaks[taken + begun :], free_s)),
    )


def _place_of_stop(route: Route, count: int) -> int:
    """Return how many steps there are up to so many stops."""
    ends = [place for place, step in enumerate(route, 1) if isinstance(step, Stop)]
    return ends[count - 1] if count else 0


def _begun_breaks(
    shift: Shift, tour: TourTimes, taken: int, free_s: int, *, is_over: bool
) -> Iterator[tuple[int, Break]]:
    """Yield the breaks after those taken with their begin; who has no more stops takes them at once."""
    for number, pause in enumerate(shift.breaks[taken:], taken):
        if is_over:
            begins_s = max(free_s, pause.from_s)
        elif number < len(tour.pauses):
            begins_s = tour.pauses[number].start_s
        else:
            return
        yield begins_s, pause
        free_s = begins_s + pause.duration_s


def _renumbered(steps: Route, first: int) -> Iterator[Stop | Pause]:
    """Yield the steps, with breaks counted from ``first`` and without those before."""
    for step in steps:
        if isinstance(step, Stop):
            yield step
        elif step.number >= first:
            yield Pause(step.number - first)


def _not_past(breaks: Iterable[Break], free_s: int) -> Iterator[Break]:
    """Yield the breaks; one that could not begin any more is taken as soon as can be."""
    for pause in breaks:
        if pause.latest_start_s < free_s:
            begins_s = max(free_s, pause.from_s)
            pause = replace(pause, from_s=begins_s, to_s=begins_s + pause.duration_s)
            free_s = pause.to_s
        yield pause
