# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan in force for some days as routes of a tour problem: where a new search sets off, or what stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from ..routing.checker import check_routes
from ..routing.problem import Cost, Pause, Problem, Shift, Solution, Stop
from ..routing.timeline import TourTimes
from .order_sheet import current_plan
from .ports import Workspace
from .records import Plan, PlanStop, PlanTour
from .tour_problem import TourProblem

Route = tuple[Stop | Pause, ...]


@dataclass(frozen=True, slots=True)
class FormerPlan:
    """A stored plan with its stops and tours."""

    plan: Plan
    stops: tuple[PlanStop, ...]
    tours: tuple[PlanTour, ...]

    @classmethod
    def of(cls, workspace: Workspace, first_day: date, days: int) -> FormerPlan | None:
        """Return the plan in force if it is one of exactly these days."""
        plan = current_plan(workspace)
        if plan is None or (plan.first_day, plan.days) != (first_day, days):
            return None
        stops = workspace.all(PlanStop, plan_id=plan.plan_id)
        tours = workspace.all(PlanTour, plan_id=plan.plan_id)
        return cls(plan, tuple(sorted(stops, key=lambda stop: stop.sequence)), tuple(tours))

    def start(self, tours: TourProblem) -> Solution:
        """Return the plan as far as the problem still allows it, for a search to set off from.

        Visits that break a rule now are left out, with them those that depend on them. The cost is not
        computed. Takes one check of the plan, and one more for each round of visits left out.
        """
        problem = tours.problem
        number = _visit_numbers(tours)
        stops = [stop for stop in self.stops if (stop.order_id, stop.task) in number]
        at = {number[stop.order_id, stop.task]: stop for stop in stops if stop.role == 0}
        order = tuple(sorted(at, key=lambda index: (at[index].start, at[index].end, at[index].sequence)))
        told = {index: tours.horizon.seconds(stop.start) for index, stop in at.items()}
        routes = _holding(problem, self._routes(tours, stops, number), order, told)
        made = _visits(routes)
        return Solution(
            routes=routes,
            unplanned=tuple(v.visit_id for index, v in enumerate(problem.visits) if index not in made),
            cost=Cost(),
            total=0.0,
            seed=0,
            iterations=0,
            seconds=0.0,
            order=tuple(index for index in order if index in made),
        )

    def kept(self, tours: TourProblem) -> tuple[TourProblem, Solution]:
        """Return the problem in which every visit of the plan starts when it was told to, and the plan."""
        seconds = tours.horizon.seconds
        told: dict[tuple[str, str], int] = {
            (stop.order_id, stop.task): seconds(stop.start) for stop in self.stops if stop.role == 0
        }
        starts = {number: told.get(key, 0) for key, number in _visit_numbers(tours).items()}
        visits = (
            replace(visit, earliest_s=max(visit.earliest_s, starts[number]))
            for number, visit in enumerate(tours.problem.visits)
        )
        timed = replace(tours, problem=replace(tours.problem, visits=tuple(visits)))
        return timed, self.start(timed)

    def _routes(
        self, tours: TourProblem, stops: Iterable[PlanStop], number: Mapping[tuple[str, str], int]
    ) -> list[Route]:
        by_shift: dict[tuple[str, date], list[PlanStop]] = {}
        for stop in stops:
            by_shift.setdefault((stop.agent_id, stop.day), []).append(stop)
        returns = {(tour.agent_id, tour.day): tour.returns_at for tour in self.tours}
        routes = []
        for shift in tours.problem.shifts:
            key = (shift.agent, tours.horizon.dates[shift.day])
            made = by_shift.get(key, [])
            steps = [Stop(number[stop.order_id, stop.task], stop.role) for stop in made]
            starts = [tours.horizon.seconds(stop.start) for stop in made]
            starts += [tours.horizon.seconds(returns[key])] if made else []
            routes.append(_with_breaks(tours.problem, shift, steps, starts))
        return routes


def _visit_numbers(tours: TourProblem) -> dict[tuple[str, str], int]:
    """Return the visit of each task of an order."""
    tasks = [tours.task_of(visit.visit_id) for visit in tours.problem.visits]
    return {(task.order_id, task.kind): number for number, task in enumerate(tasks)}


def _with_breaks(problem: Problem, shift: Shift, steps: Sequence[Stop], starts: Sequence[int]) -> Route:
    """Return a route with each break on the last way that has room for it; a plan does not store them.

    ``starts`` are those of the stops, then the return.
    """
    if not steps:
        return ()
    places = [problem.visits[step.visit].place for step in steps]
    ways = problem.travel.seconds[[shift.start_place, *places], [*places, shift.end_place]]
    ends = [start + problem.visits[step.visit].duration_s for start, step in zip(starts, steps, strict=False)]
    free, until = [shift.start_s, *ends], list(starts)
    rests: list[list[Pause]] = [[] for _ in until]
    last = len(until) - 1
    for number, pause in reversed(list(enumerate(shift.breaks))):
        for way in range(last, -1, -1):
            back_s = max(free[way] + int(ways[way]), pause.from_s) + pause.duration_s
            if max(free[way], pause.from_s) <= pause.latest_start_s and back_s <= until[way]:
                rests[way].insert(0, Pause(number))
                until[way] -= pause.duration_s
                last = way
                break
    route: list[Stop | Pause] = []
    for pauses, step in zip(rests, steps, strict=False):
        route += [*pauses, step]
    return (*route, *rests[-1])


def _holding(
    problem: Problem, routes: Sequence[Route], order: Sequence[int], told: Mapping[int, int]
) -> tuple[Route, ...]:
    """Return the routes without the visits that break a rule, or that make others break one.

    ``told`` gives the start of each visit in the plan.
    """
    number = {visit.visit_id: index for index, visit in enumerate(problem.visits)}
    while True:
        known = [index for index in order if index in _visits(routes)]
        checked = check_routes(problem, routes, order=known)
        if not checked.violations:
            return tuple(routes)
        broken = {number[violation.visit_id] for violation in checked.violations if violation.visit_id}
        shifts = {violation.shift for violation in checked.violations}
        out = {
            _culprit(route, tour, broken, told)
            for shift, (route, tour) in enumerate(zip(routes, checked.tours, strict=True))
            if shift in shifts or broken & _visits([route])
        }
        routes = [_without(route, out) for route in routes] if out != {None} else [()] * len(routes)


def _culprit(route: Route, tour: TourTimes, broken: set[int], told: Mapping[int, int]) -> int | None:
    """Return the first visit that starts later than it was told to, else the first broken, else the last."""
    visits = [step.visit for step in route if isinstance(step, Stop)]
    late = (
        v for v, stop in zip(visits, tour.stops, strict=False) if stop.start_s > told.get(v, stop.start_s)
    )
    wrong = (visit for visit in visits if visit in broken)
    return next(chain(late, wrong, reversed(visits)), None)


def _visits(routes: Iterable[Route]) -> set[int]:
    return {step.visit for route in routes for step in route if isinstance(step, Stop)}


def _without(route: Route, out: Collection[int | None]) -> Route:
    left = tuple(step for step in route if isinstance(step, Pause) or step.visit not in out)
    return left if any(isinstance(step, Stop) for step in left) else ()
