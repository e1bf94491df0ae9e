# SPDX-License-Identifier: GPL-3.0-or-later
"""A checked plan as the records that the workspace keeps: tours, stops, and why orders are left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import cycle, pairwise

from shapely.geometry import MultiLineString, Point

from ...core.ids import AgentId
from ...core.resources import SkillGrant
from ...routing.check.checker import Checked
from ...routing.check.timeline import TourTimes
from ...routing.explain.reasons import Explainer
from ...routing.model.problem import Shift, Solution
from ..records import Plan, PlanStop, PlanTour, PlanUnplanned
from ..roads.day_roads import DayRoads
from ..tours.left_out import left_out_reasons
from ..tours.pick_ups import PICK_UP, Call, call_before
from ..tours.reasons import with_expiry
from ..tours.tour_problem import TourProblem

# Paul Tol's "bright" and "muted" schemes: told apart by people who see colours differently
COLOURS = (
    "#4477aa",
    "#ee6677",
    "#228833",
    "#aa3377",
    "#ccbb44",
    "#66ccee",
    "#882255",
    "#999933",
    "#332288",
    "#cc6677",
    "#117733",
    "#44aa99",
)


def plan_records(
    plan: Plan,
    tours: TourProblem,
    solution: Solution,
    checked: Checked,
    roads: DayRoads,
    *,
    grants: Collection[SkillGrant] = (),
) -> list[object]:
    """Return the tours with their ways along the roads, their stops, and the orders left out with reasons.

    A tour is drawn on the roads of its vehicle. ``grants`` tell which of the skills that are missing have
    expired.
    """
    colours = dict(zip((agent.agent_id for agent in tours.agents), cycle(COLOURS), strict=False))
    records: list[object] = []
    for shift, times in zip(tours.problem.shifts, checked.tours, strict=True):
        if times.stops:
            records.append(_tour(plan, tours, shift, times, roads, colours[shift.agent]))
            records += _stops(plan, tours, shift, times)
    return [*records, *_unplanned(plan, tours, solution, grants)]


def _tour(
    plan: Plan, tours: TourProblem, shift: Shift, times: TourTimes, roads: DayRoads, colour: str
) -> PlanTour:
    place_of = {visit.visit_id: tours.places[visit.place] for visit in tours.problem.visits}
    calls = [call_before(tours.problem, shift, times, number) for number in range(len(times.stops))]
    way = [tours.places[shift.start_place]]
    for stop, call in zip(times.stops, calls, strict=True):
        way += [tours.places[call.place]] if call else []
        way.append(place_of[stop.visit_id])
    way.append(tours.places[shift.end_place])
    travel = roads.of(shift.vehicle)
    legs = [travel.path(origin, target) for origin, target in pairwise(way) if origin != target]
    return PlanTour(
        tour_id=_tour_id(plan, shift.agent, shift.day),
        plan_id=plan.plan_id,
        agent_id=shift.agent,
        day=tours.horizon.dates[shift.day],
        stops=len(times.stops) + sum(call is not None for call in calls),
        leaves_at=tours.horizon.moment(times.leaves_s),
        returns_at=tours.horizon.moment(times.returns_s),
        travel_s=times.travel_s,
        distance_m=times.distance_m,
        work_s=times.work_s,
        overtime_s=times.overtime_s,
        colour=colour,
        geometry=MultiLineString(legs) if legs else None,
    )


def _stops(plan: Plan, tours: TourProblem, shift: Shift, times: TourTimes) -> Iterator[PlanStop]:
    place_of = {visit.visit_id: tours.places[visit.place] for visit in tours.problem.visits}
    moment = tours.horizon.moment
    sequence = 0
    for number, stop in enumerate(times.stops):
        sequence += 1
        task = tours.task_of(stop.visit_id)
        call = call_before(tours.problem, shift, times, number)
        made = PlanStop(
            stop_id=f"{_tour_id(plan, shift.agent, shift.day)}/{sequence}",
            plan_id=plan.plan_id,
            agent_id=shift.agent,
            day=tours.horizon.dates[shift.day],
            sequence=sequence,
            order_id=task.order_id,
            role=stop.role,
            arrive=moment(stop.arrive_s),
            start=moment(stop.start_s),
            end=moment(stop.end_s),
            travel_s=stop.travel_s,
            distance_m=stop.distance_m,
            place=Point(place_of[stop.visit_id]),
            task=task.kind,
            valves=task.valves,
        )
        if call is not None:
            yield _pick_up(made, call, tours)
            sequence += 1
            made = replace(
                made,
                stop_id=f"{_tour_id(plan, shift.agent, shift.day)}/{sequence}",
                sequence=sequence,
                travel_s=made.travel_s - call.travel_s,
                distance_m=made.distance_m - call.distance_m,
            )
        yield made


def _pick_up(stop: PlanStop, call: Call, tours: TourProblem) -> PlanStop:
    """Return the call at the depot on the way to a stop."""
    moment = tours.horizon.moment
    return replace(
        stop,
        arrive=moment(call.arrive_s),
        start=moment(call.arrive_s),
        end=moment(call.end_s),
        travel_s=call.travel_s,
        distance_m=call.distance_m,
        place=Point(tours.places[call.place]),
        task=PICK_UP,
        valves=(),
        parts=call.parts,
    )


def _unplanned(
    plan: Plan, tours: TourProblem, solution: Solution, grants: Collection[SkillGrant]
) -> Iterator[PlanUnplanned]:
    explainer = Explainer(tours.problem, solution)
    for order_id in tours.left_out(solution):
        yield PlanUnplanned(
            unplanned_id=f"{plan.plan_id}/{order_id}",
            plan_id=plan.plan_id,
            order_id=order_id,
            reasons=with_expiry(left_out_reasons(tours, explainer, order_id), grants),
        )


def _tour_id(plan: Plan, agent: AgentId, day: int) -> str:
    return f"{plan.plan_id}/{agent}/{day + 1}"
