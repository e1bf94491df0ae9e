# SPDX-License-Identifier: GPL-3.0-or-later
"""An agent going through one shift, step by step, in plain Python.

Nothing here comes from the engine.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model.clock import clock
from ..model.problem import Pause, Problem, Stop
from ..model.routes import Route
from ..model.shift import Break, Store
from ..model.visit import Visit

_NEVER_S = 2**40


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that a plan breaks: which, in which shift (index), for which visit, what, and by how much."""

    code: str
    shift: int | None = None
    visit_id: str = ""
    detail: str = ""
    excess_s: int = 0


@dataclass(frozen=True, slots=True)
class StopTimes:
    """One stop of a tour; ``travel_s`` and ``distance_m`` are those of the way to it, breaks apart.

    ``loading_s`` is what the call at the store on that way takes.
    """

    visit_id: str
    role: int
    arrive_s: int
    start_s: int
    end_s: int
    travel_s: int
    distance_m: int
    waiting_s: int
    loading_s: int = 0


@dataclass(frozen=True, slots=True)
class PauseTimes:
    """One break of a tour."""

    start_s: int
    end_s: int


@dataclass(frozen=True, slots=True)
class TourTimes:
    """The times of one shift; without stops, it leaves and returns at its start.

    The agent leaves no earlier than needed for the first visit. ``travel_s`` and ``distance_m`` include the
    way home; ``waiting_s`` is what is neither way, loading, work nor break between leaving and returning,
    less what leaving later would save where the shift counts so (``saved_s``).
    """

    stops: tuple[StopTimes, ...]
    pauses: tuple[PauseTimes, ...]
    leaves_s: int
    returns_s: int
    travel_s: int
    distance_m: int
    work_s: int
    waiting_s: int
    overtime_s: int
    saved_s: int = 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """A way with its call at the store and its breaks; ``ready_s`` is when the agent can start."""

    travel_s: int
    distance_m: int
    breaks: tuple[Break, ...]
    ready_s: int
    loading_s: int = 0

    @property
    def way_s(self) -> int:
        """Return how long the way takes without breaks."""
        return self.travel_s + self.loading_s

    @property
    def rest_s(self) -> int:
        return sum(pause.duration_s for pause in self.breaks) if self.breaks else 0


@dataclass(frozen=True, slots=True)
class Mark:
    """How far an agent is: two days of a shift with equal marks and equal legs to come go on alike."""

    place: int
    free_s: int
    leaves_s: int
    slack_s: int
    waited_s: int
    stops: int
    pauses: int
    violations: int = field(compare=False)
    returns_s: int = field(compare=False)
    home: Arrival | None = field(compare=False)


# each stop with the breaks before it, and the breaks after the last
Legs = tuple[list[tuple[tuple[Pause, ...], Stop]], tuple[Pause, ...]]


class WorkingDay:
    """An agent going through one shift: where, free from when, and what is still to come.

    ``legs`` are those of the route, where they are known.
    """

    def __init__(self, problem: Problem, number: int, route: Route, *, legs: Legs | None = None) -> None:
        self.number, self.shift = number, problem.shifts[number]
        self.violations: list[Violation] = []
        stops, self._last_pauses = legs or legs_of(route)
        self.legs = list(stops)
        self._travel = problem.travel_of(self.shift)
        self._place, self._free_s = self.shift.start_place, self.shift.start_s
        self._leaves_s = self._returns_s = self.shift.start_s
        self._stops: list[StopTimes] = []
        self._pauses: list[PauseTimes] = []
        self._home: Arrival | None = None
        # by how much the departure could be later, and what waiting that could save
        self._slack_s, self._waited_s = _NEVER_S, 0

    @property
    def next_visit(self) -> int:
        """Return the visit that comes next."""
        return self.legs[0][1].visit

    @property
    def mark(self) -> Mark:
        """Return how far the agent is."""
        return Mark(
            self._place,
            self._free_s,
            self._leaves_s,
            self._slack_s,
            self._waited_s,
            len(self._stops),
            len(self._pauses),
            len(self.violations),
            self._returns_s,
            self._home,
        )

    def take_over(self, other: WorkingDay, since: Mark, until: Mark) -> None:
        """Go on like another day of the same shift between two marks of it; ``legs`` are left alone."""
        self._stops += other._stops[since.stops : until.stops]
        self._pauses += other._pauses[since.pauses : until.pauses]
        self.violations += other.violations[since.violations : until.violations]
        self._place, self._free_s, self._leaves_s = until.place, until.free_s, until.leaves_s
        self._slack_s, self._waited_s = until.slack_s, until.waited_s
        self._returns_s, self._home = until.returns_s, until.home

    def reach(self, place: int, pauses: Iterable[Pause], *, by_store: bool = False) -> Arrival:
        """Return how the agent gets to a place, taking breaks as early as they can be."""
        store = self.shift.store if by_store else None
        travel_s, distance_m = self._way(place, store)
        loading_s = store.duration_s if store else 0
        breaks = tuple(self.shift.breaks[pause.number] for pause in pauses)
        free_s, ready_s = self._free_s, self._free_s + travel_s + loading_s
        for pause in breaks:
            begins_s = max(free_s, pause.from_s)
            if begins_s > pause.latest_start_s:
                self._note("break_late", begins_s, begins_s - pause.latest_start_s)
            ready_s = max(ready_s, pause.from_s) + pause.duration_s
            free_s = begins_s + pause.duration_s
        return Arrival(travel_s, distance_m, breaks, ready_s, loading_s)

    def _way(self, place: int, store: Store | None) -> tuple[int, int]:
        """Return the seconds and metres of the way to a place, by the store if there is one to call at."""
        seconds, metres, here = self._travel.seconds, self._travel.metres, self._place
        if store is None:
            return int(seconds[here, place]), int(metres[here, place])
        there = store.place
        return (
            int(seconds[here, there]) + int(seconds[there, place]),
            int(metres[here, there]) + int(metres[there, place]),
        )

    def serve(self, visit: Visit, arrival: Arrival, start_s: int, *, room_s: int = 0) -> None:
        """Make the next stop, starting at ``start_s``; it could start up to ``room_s`` later."""
        _, stop = self.legs.pop(0)
        arrive_s = self._rest(arrival) if self._stops else self._set_off(arrival, start_s)
        idle_s = start_s - self._free_s - arrival.way_s - arrival.rest_s if self._stops else 0
        end_s = start_s + visit.duration_of(stop.role)
        if arrival.breaks:
            self._slack_s = min(self._slack_s, self._waited_s)
        self._waited_s += idle_s
        self._slack_s = min(self._slack_s, self._waited_s + room_s)
        self._stops.append(
            StopTimes(
                visit_id=visit.visit_id,
                role=stop.role,
                arrive_s=arrive_s,
                start_s=start_s,
                end_s=end_s,
                travel_s=arrival.travel_s,
                distance_m=arrival.distance_m,
                waiting_s=idle_s,
                loading_s=arrival.loading_s,
            )
        )
        self._place, self._free_s = visit.place, end_s

    def go_home(self) -> None:
        """Take the way home after the last stop."""
        if not self._stops:
            return
        self._home = self.reach(self.shift.end_place, self._last_pauses)
        self._rest(self._home)
        self._returns_s = self._home.ready_s
        for pause in self.shift.breaks[len(self._pauses) :]:
            if self._returns_s > pause.latest_start_s:
                self._note("break_missing", pause.from_s, self._returns_s - pause.latest_start_s)
        latest_s = self.shift.end_s + self.shift.overtime_s
        if self._returns_s > latest_s:
            self._note("overtime", self._returns_s, self._returns_s - latest_s)
        away_s = self._returns_s - self._leaves_s - self._saved_s()
        if self.shift.longest_s is not None and away_s > self.shift.longest_s:
            self._note("too_long", self._returns_s, away_s - self.shift.longest_s)

    def _saved_s(self) -> int:
        """Return what leaving as late as costs no time saves."""
        if not self.shift.leaves_late or not self._stops:
            return 0
        return min(self._slack_s, self._waited_s)

    def tour(self) -> TourTimes:
        """Return the times of the whole shift."""
        home = [self._home] if self._home else []
        ways: list[StopTimes | Arrival] = [*self._stops, *home]
        return TourTimes(
            stops=tuple(self._stops),
            pauses=tuple(self._pauses),
            leaves_s=self._leaves_s,
            returns_s=self._returns_s,
            travel_s=sum(way.travel_s for way in ways),
            distance_m=sum(way.distance_m for way in ways),
            work_s=sum(stop.end_s - stop.start_s for stop in self._stops),
            waiting_s=sum(stop.waiting_s for stop in self._stops) - self._saved_s(),
            saved_s=self._saved_s(),
            overtime_s=max(0, self._returns_s - self.shift.end_s),
        )

    def _note(self, code: str, when_s: int, excess_s: int) -> None:
        self.violations.append(Violation(code, self.number, detail=clock(when_s), excess_s=excess_s))

    def _set_off(self, arrival: Arrival, start_s: int) -> int:
        """Leave as late as the first visit allows, after the breaks if possible; return the arrival."""
        pauses = rests_at_home(arrival.breaks, self._free_s)
        home_s = pauses[-1].end_s if pauses else self._free_s
        if home_s + arrival.way_s <= start_s:
            self._leaves_s = start_s - arrival.way_s
            self._pauses += pauses
            return start_s
        self._leaves_s = self._free_s = start_s - arrival.way_s - arrival.rest_s
        return self._rest(arrival)

    def _rest(self, arrival: Arrival) -> int:
        """Note the breaks of a way, on arrival where there is time; return when the agent arrives."""
        if not arrival.breaks:
            return self._free_s + arrival.way_s
        pauses, arrive_s = rests_on_way(arrival.breaks, self._free_s, arrival.way_s)
        self._pauses += pauses
        return arrive_s


def rests_at_home(breaks: Iterable[Break], free_s: int) -> list[PauseTimes]:
    """Return when breaks are taken before leaving: as early as they can be."""
    pauses = []
    for pause in breaks:
        begins_s = max(free_s, pause.from_s)
        free_s = begins_s + pause.duration_s
        pauses.append(PauseTimes(begins_s, free_s))
    return pauses


def rests_on_way(breaks: Iterable[Break], free_s: int, way_s: int) -> tuple[list[PauseTimes], int]:
    """Return when breaks are taken on a way, on arrival where there is time, and when the agent arrives."""
    pauses, arrive_s = [], free_s + way_s
    for pause in breaks:
        begins_s = max(free_s, pause.from_s, min(arrive_s, pause.latest_start_s))
        free_s = begins_s + pause.duration_s
        if begins_s < arrive_s:
            arrive_s += pause.duration_s
        pauses.append(PauseTimes(begins_s, free_s))
    return pauses, arrive_s


def legs_of(route: Route) -> Legs:
    """Return each stop with the breaks before it, and the breaks after the last; a visit counts once."""
    legs: list[tuple[tuple[Pause, ...], Stop]] = []
    pauses: list[Pause] = []
    seen: set[int] = set()
    for step in route:
        if isinstance(step, Pause):
            pauses.append(step)
        elif step.visit not in seen:
            seen.add(step.visit)
            legs.append((tuple(pauses), step))
            pauses = []
    return legs, tuple(pauses)
