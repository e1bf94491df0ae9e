# SPDX-License-Identifier: GPL-3.0-or-later
"""The best rest of a running day, searched from the plan in force with a price on every move."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ...core.progress import Progress
from ...routing.check.repair import repaired
from ...routing.day.rest_of_day import RestOfDay
from ...routing.model.routes import Route
from ..tours.late_when_left_out import late_when_left_out
from ..tours.solve_tours import Search, solve_tours
from ..tours.told_times import later_is_late, not_much_earlier
from .plan_in_force import PlanInForce
from .running_day import Proposal


def search_rest(
    in_force: PlanInForce,
    rest_of: Callable[[PlanInForce], RestOfDay],
    search: Search,
    told_s: Mapping[str, int],
    *,
    start: tuple[Sequence[Route], Sequence[int]] | None = None,
    progress: Progress | None = None,
) -> Proposal:
    """Return the best rest of the day found, near the times ``told_s``; nothing is stored.

    ``rest_of`` takes what is left from the plan in force, in which moves have their price
    (``running_day.yaml``). The search sets off from ``start``, routes and their order, or from the plan.
    """
    rules = in_force.tours.rules.running.replan
    weights = replace(in_force.problem.weights, moves=rules.move_min)
    problem = not_much_earlier(replace(in_force.problem, weights=weights), told_s, rules.told)
    in_force = replace(in_force, tours=replace(in_force.tours, problem=problem))
    rest = _with_begun_cuts(in_force, rest_of(in_force))
    anchors = range(len(rest.visits), len(rest.problem.visits))
    routes, order = start or (rest.routes, rest.order)
    # only the search weighs what is later than told: the cost of a plan holds what is late
    priced = replace(rest, problem=late_when_left_out(later_is_late(rest.problem, told_s, rules.told)))
    kept = repaired(priced.problem, routes, order, kept=anchors)
    # orders that the plan has as fillers are orders like others now: whoever has them keeps them
    # a plan in force stays as it was made, whatever has left the depots since
    tours = replace(in_force.tours_of(priced), fillers=frozenset(), stores={})
    _, found = solve_tours(tours, search, start=kept, progress=progress)
    return Proposal(in_force, rest, found.routes, found.order)


def _with_begun_cuts(in_force: PlanInForce, rest: RestOfDay) -> RestOfDay:
    """Return the rest in which whatever belongs to a cut that is closed already is made before all else."""
    gone = {in_force.problem.visits[number].visit_id for number in rest.frozen}
    urgent = {
        visit
        for unit in in_force.tours.units
        if {unit.close, *unit.works, unit.reopen} & gone
        for visit in (*unit.works, unit.reopen)
    }
    most_min = 1 + sum(visit.left_out_min for visit in in_force.problem.visits)
    visits = tuple(
        replace(visit, value_min=most_min) if visit.visit_id in urgent else visit
        for visit in rest.problem.visits
    )
    return replace(rest, problem=replace(rest.problem, visits=visits))
