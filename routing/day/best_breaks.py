# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the breaks of one tour break fewest rules, then cost least, the stops of all tours being given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from ..check.checker import check_routes, lateness_of
from ..check.retimed import TimedPlan
from ..check.timeline import TourTimes, Violation
from ..check.working_day import WorkingDay
from ..explain.tour_places import repaused
from ..model.problem import Cost, Problem, Visit
from ..model.routes import Route, Steps


class BestBreaks:
    """Some routes whose tours get their breaks one after the other; ``order`` as in ``Solution``.

    Of the rules and the cost, only what hangs on the times counts: the stops, and so all else, stay.
    """

    def __init__(self, problem: Problem, routes: Sequence[Route], order: Sequence[int]) -> None:
        self._problem, self._order = problem, order
        self.routes: list[Steps] = [tuple(route) for route in routes]

    @cached_property
    def _plan(self) -> TimedPlan:
        return TimedPlan(self._problem, self.routes[:], self._order)

    @cached_property
    def _sums(self) -> list[_Sum]:
        return [self._sum_of(day) for day in self._plan.days]

    def rest(self, number: int) -> None:
        """Put the breaks of a tour where they break fewest rules, then cost least; else they stay."""
        shift, route = self._problem.shifts[number], self.routes[number]
        if not shift.breaks:
            return
        candidates = [route, *repaused(route, len(shift.breaks))]
        best = min(candidates, key=lambda steps: self._judged(number, steps))
        if best != route:
            self.routes[number] = best
            self.__dict__.pop("_plan", None)
            self.__dict__.pop("_sums", None)

    def _judged(self, number: int, route: Steps) -> tuple[int, int, float]:
        """Return how many rules a plan breaks, by how much, and what it costs."""
        if not self._order:
            return self._judged_whole(number, route)
        found = self._plan.with_breaks(number, route)
        sums = list(self._sums)
        for changed, day in found.days.items():
            sums[changed] = self._sum_of(day)
        new, gone = _broken(found.new), _broken(found.gone)
        cost = Cost(
            lateness=sum(one.late_s for one in sums) / 60,
            overtime=sum(one.overtime_s for one in sums) / 60,
            waiting=sum(one.waiting_s for one in sums) / 60,
            largest_lateness=max((one.largest_s for one in sums), default=0) / 60,
        )
        return (
            sum(one.violations for one in sums) + new[0] - gone[0],
            sum(one.excess_s for one in sums) + new[1] - gone[1],
            cost.total(self._problem.weights),
        )

    def _judged_whole(self, number: int, route: Steps) -> tuple[int, int, float]:
        routes = [route if shift == number else other for shift, other in enumerate(self.routes)]
        checked = check_routes(self._problem, routes)
        return (*_broken(checked.violations), checked.total)

    def _sum_of(self, day: WorkingDay) -> _Sum:
        tour: TourTimes = day.tour()
        late = [lateness_of(self._visits[stop.visit_id], stop) for stop in tour.stops]
        return _Sum(
            *_broken(day.violations),
            sum(late_s * factor for late_s, factor in late),
            max((late_s for late_s, factor in late if factor), default=0),
            tour.overtime_s,
            tour.waiting_s,
        )

    @cached_property
    def _visits(self) -> dict[str, Visit]:
        return {visit.visit_id: visit for visit in self._problem.visits}


class _Sum(NamedTuple):
    """What a tour breaks and costs."""

    violations: int
    excess_s: int
    late_s: int
    largest_s: int
    overtime_s: int
    waiting_s: int


def _broken(violations: Iterable[Violation]) -> tuple[int, int]:
    excess_s = [violation.excess_s for violation in violations]
    return len(excess_s), sum(excess_s)
