# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults of what a plan in force holds: each is named, and concerns the tour that it is in and no other.

A value that somebody has changed since the plan was made must not keep an emergency from the others: where it
cannot be meant, what the plan was made with counts, and the tour is left as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from shapely.geometry import Point

from ...core.messages import Message
from ...core.resources import Agent
from ...routing.check.checker import check_routes
from ...routing.check.timeline import Violation
from ...routing.day.rest_of_day import RestOfDay
from ...routing.model.problem import Stop
from ...routing.model.routes import Route, Steps, visits_on
from ...workorders.orders import WorkOrder
from ..plans.stored_plan import StoredPlan
from ..records import PlanStop
from ..tours.sound_input import hopeless_orders, is_place, order_note, wrong_agent, wrong_order
from ..tours.tour_problem import Team, TourProblem
from ..tours.violations import broken_rules


def mended_orders(
    orders: Iterable[WorkOrder], stored: StoredPlan, homes: Mapping[str, Point]
) -> tuple[list[WorkOrder], list[Message]]:
    """Return orders, those of a plan as it made them where their values cannot be meant, and these faults."""
    works: dict[str, list[PlanStop]] = {}
    for stop in stored.stops:
        if stop.task == "work":
            works.setdefault(str(stop.order_id), []).append(stop)
    found, faults = [], []
    for order in orders:
        wrong, own = list(wrong_order(order)), works.get(str(order.order_id), [])
        faults += [order_note(order.order_id, reason) for reason in wrong if own]
        found.append(_as_made(order, own, homes) if wrong and own else order)
    return found, faults


def mended_team(team: Team, stored: StoredPlan, places: Mapping[str, Point]) -> tuple[Team, list[Message]]:
    """Return the team, those who have stops as the plan made their days, and the faults that were mended.

    ``places`` are those of the orders.
    """
    found, faults = [], []
    first = {stop.agent_id: stop for stop in reversed(stored.stops)}
    for agent in team.agents:
        wrong, stop = list(wrong_agent(agent)), first.get(agent.agent_id)
        if not wrong or stop is None:
            found.append(agent)
            continue
        faults += [Message("sound.agent", {"agent": agent.agent_id, "problem": one}) for one in wrong]
        found.append(_as_gone(agent, stored, places[str(stop.order_id)]))
    return replace(team, agents=tuple(found)), faults


def shifts_at_fault(tours: TourProblem, routes: Sequence[Steps], faults: Iterable[Message]) -> frozenset[int]:
    """Return the shifts of the agents that faults are about, and those that make the orders."""
    told = list(faults)
    agents, orders = ({fault.params.get(key) for fault in told} - {None} for key in ("agent", "order"))
    visits = {
        number
        for number, visit in enumerate(tours.problem.visits)
        if tours.task_of(visit.visit_id).order_id in orders
    }
    return frozenset(
        number
        for number, (shift, route) in enumerate(zip(tours.problem.shifts, routes, strict=True))
        if shift.agent in agents or not visits.isdisjoint(visits_on(route))
    )


@dataclass(frozen=True, slots=True)
class BrokenTours:
    """The ``shifts`` whose tours no longer keep the rules, and the rules that they break."""

    shifts: frozenset[int]
    violations: tuple[Violation, ...]


def broken_tours(rest: RestOfDay, violations: Sequence[Violation]) -> BrokenTours | None:
    """Return which tours break rules by what a check of the whole day says; None where none does.

    Those who could only go home, but have stops ahead, are judged by the day as it was planned.
    """
    home = frozenset(
        number
        for number, own in enumerate(rest.day)
        if number not in rest.shifts and number not in rest.away and _has_stops(own.left)
    )
    if home:
        late = check_routes(rest.whole, rest.before).violations
        violations = (*violations, *(one for one in late if one.shift in home))
    if not violations and not home:
        return None
    numbers = rest.whole.numbers
    named = {numbers[name] for one in violations for name in (one.visit_id, one.detail) if name in numbers}
    own = {one.shift for one in violations if one.shift is not None}
    makes = {number for number, route in enumerate(rest.before) if not named.isdisjoint(visits_on(route))}
    return BrokenTours(home | own | makes, tuple(violations))


def told_faults(tours: TourProblem, routes: Sequence[Steps], broken: BrokenTours) -> tuple[Message, ...]:
    """Return what is wrong with tours: the orders that nobody can make, else the rules that they break."""
    made = {
        tours.problem.visits[visit].visit_id for shift in broken.shifts for visit in visits_on(routes[shift])
    }
    hopeless = [note for note in hopeless_orders(tours) if note.params["order"] in made]
    explained = shifts_at_fault(tours, routes, hopeless)
    others = [one for one in broken.violations if one.shift not in explained]
    names = {note.params["order"] for note in hopeless}
    others = [one for one in others if names.isdisjoint((one.visit_id, one.detail))]
    return (*hopeless, *broken_rules(tours.problem, others))


def _has_stops(steps: Route) -> bool:
    return any(isinstance(step, Stop) for step in steps)


def _as_made(order: WorkOrder, stops: Sequence[PlanStop], homes: Mapping[str, Point]) -> WorkOrder:
    """Return an order as a plan makes it: for how long, by how many, at any time."""
    lasts = max(stop.end - stop.start for stop in stops if stop.role == 0 or len(stops) == 1)
    return replace(
        order,
        duration_min=max(0, int(lasts / timedelta(minutes=1))),
        crew=len({stop.role for stop in stops}),
        window_start=None,
        window_end=None,
        place=order.place if is_place(order.place) else homes[stops[0].agent_id],
    )


def _as_gone(agent: Agent, stored: StoredPlan, place: Point) -> Agent:
    """Return an agent whose days last from leaving for the first stop of a plan until the return."""
    own = [tour for tour in stored.tours if tour.agent_id == agent.agent_id]
    stops = [stop for stop in stored.stops if stop.agent_id == agent.agent_id]
    leaves = [*(tour.leaves_at.time() for tour in own), *(stop.start.time() for stop in stops)]
    returns = [*(tour.returns_at.time() for tour in own), *(stop.end.time() for stop in stops)]
    return replace(
        agent,
        day_start=min(leaves),
        day_end=max(returns),
        lunch_start=min(leaves),
        lunch_end=max(returns),
        lunch_min=0,
        overtime_min=0,
        home=agent.home if is_place(agent.home) else place,
    )
