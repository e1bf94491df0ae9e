# SPDX-License-Identifier: GPL-3.0-or-later
"""A stored plan read back as routes of a tour problem: to search on from, to keep, to explain, to change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from ...routing.check.repair import repaired
from ...routing.check.timeline import StopTimes, TourTimes
from ...routing.day.recorded import recorded_tour
from ...routing.model.problem import Solution
from ...routing.model.routes import Steps, visits_on
from ..plan_versions import current_plan
from ..ports import Workspace
from ..records import Plan, PlanStop, PlanTour
from ..tours.pick_ups import with_calls
from ..tours.tour_problem import Horizon, TourProblem


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A stored plan with its stops, tour by tour, and its tours."""

    plan: Plan
    stops: tuple[PlanStop, ...]
    tours: tuple[PlanTour, ...]

    @classmethod
    def of(cls, workspace: Workspace, plan: Plan) -> StoredPlan:
        """Read the stops and tours of a plan."""
        stops = workspace.all(PlanStop, plan_id=plan.plan_id)
        stops.sort(key=lambda stop: (stop.day, stop.agent_id, stop.sequence))
        return cls(plan, tuple(stops), tuple(workspace.all(PlanTour, plan_id=plan.plan_id)))

    @classmethod
    def in_force(cls, workspace: Workspace, first_day: date, days: int) -> StoredPlan | None:
        """Return the plan in force if it is one of exactly these days."""
        plan = current_plan(workspace)
        if plan is None or (plan.first_day, plan.days) != (first_day, days):
            return None
        return cls.of(workspace, plan)

    def only(self, is_kept: Callable[[PlanStop], bool]) -> StoredPlan:
        """Return the plan with some of its stops."""
        return replace(self, stops=tuple(filter(is_kept, self.stops)))

    def recorded(self, tours: TourProblem) -> tuple[tuple[Steps, ...], tuple[TourTimes, ...]]:
        """Return the route of each shift of a problem, with its breaks, and the times that people were told.

        Stops that are no visits of the problem are left out.
        """
        known = {(tour.agent_id, tour.day): tour for tour in self.tours}
        names, seconds, found = _visit_ids(tours), tours.horizon.seconds, []
        made: dict[tuple[str, date], list[StopTimes]] = {}
        for stop, call in with_calls(self.stops):
            if name := names.get((stop.order_id, stop.task)):
                times = _times(stop, call, name, tours.horizon)
                made.setdefault((stop.agent_id, stop.day), []).append(times)
        for number, shift in enumerate(tours.problem.shifts):
            key = (shift.agent, tours.horizon.dates[shift.day])
            tour = known.get(key)
            leaves_s = seconds(tour.leaves_at) if tour else shift.start_s
            returns_s = seconds(tour.returns_at) if tour else shift.start_s
            own = made.get(key, [])
            found.append(recorded_tour(tours.problem, number, own, leaves_s=leaves_s, returns_s=returns_s))
        return tuple(route for route, _ in found), tuple(times for _, times in found)

    def start(self, tours: TourProblem) -> Solution:
        """Return the plan as far as the problem still allows it.

        Visits that break a rule now are left out, with them those that depend on them. Takes one check of the
        plan, and one more for each round of visits left out.
        """
        problem = tours.problem
        number = problem.numbers
        index = {key: number[name] for key, name in _visit_ids(tours).items()}
        keys = {(stop.order_id, stop.task): stop for stop in self.stops if stop.role == 0}
        at = {index[key]: stop for key, stop in keys.items() if key in index}
        order = tuple(sorted(at, key=lambda visit: (at[visit].start, at[visit].end, at[visit].sequence)))
        told = {visit: tours.horizon.seconds(stop.start) for visit, stop in at.items()}
        found = repaired(problem, self.recorded(tours)[0], order, told=told)
        # a tour that has no visits left has no breaks either
        return replace(found, routes=tuple(route if visits_on(route) else () for route in found.routes))

    def kept(self, tours: TourProblem) -> tuple[TourProblem, Solution]:
        """Return the problem in which every visit of the plan starts when it was told to, and the plan."""
        seconds, names = tours.horizon.seconds, _visit_ids(tours)
        told = {
            names.get((stop.order_id, stop.task)): seconds(stop.start)
            for stop in self.stops
            if stop.role == 0
        }
        visits = (
            replace(visit, earliest_s=max(visit.earliest_s, told.get(visit.visit_id, 0)))
            for visit in tours.problem.visits
        )
        timed = replace(tours, problem=replace(tours.problem, visits=tuple(visits)))
        return timed, self.start(timed)


def _visit_ids(tours: TourProblem) -> dict[tuple[str, str], str]:
    """Return the visit of each task of an order."""
    tasks = {visit.visit_id: tours.task_of(visit.visit_id) for visit in tours.problem.visits}
    return {(task.order_id, task.kind): name for name, task in tasks.items()}


def _times(stop: PlanStop, call: PlanStop | None, visit_id: str, horizon: Horizon) -> StopTimes:
    return StopTimes(
        visit_id=visit_id,
        role=stop.role,
        arrive_s=horizon.seconds(stop.arrive),
        start_s=horizon.seconds(stop.start),
        end_s=horizon.seconds(stop.end),
        travel_s=stop.travel_s + (call.travel_s if call else 0),
        distance_m=stop.distance_m + (call.distance_m if call else 0),
        waiting_s=0,
        loading_s=int((call.end - call.start).total_seconds()) if call else 0,
    )
