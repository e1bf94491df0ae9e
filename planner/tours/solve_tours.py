# SPDX-License-Identifier: GPL-3.0-or-later
"""Solve a day's tours so that cuts are whole and what fills gaps pushes nothing out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from ...core.progress import Progress, SilentProgress, Span
from ...routing.check.checker import check_routes
from ...routing.day.alternatives import alternatives
from ...routing.engine.solve import solve
from ...routing.engine.watch import Watch
from ...routing.explain.proof import unfit
from ...routing.model.problem import Problem, Solution, Stop
from ...routing.model.routes import without_visits
from .depot_stock import beyond_depots
from .tour_problem import TourProblem
from .valve_rounds import ShutOffUnit, unit_links

# what a search after a cut was given up may take of the time, or steps, of the first one
_AGAIN_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Search:
    """How to search, and who looks on: see ``routing.engine.solve``."""

    seconds: float
    seed: int
    iterations: int | None = None
    threads: int = 1
    watch: Watch | None = None

    def run(self, problem: Problem, *, start: Solution | None, progress: Progress) -> Solution:
        """Return the best plan found."""
        return solve(
            problem,
            seconds=self.seconds,
            seed=self.seed,
            iterations=self.iterations,
            threads=self.threads,
            start=start,
            progress=progress,
            watch=self.watch,
        )

    def shortened(self) -> Search:
        """Return the search for a plan that is nearly found."""
        steps = None if self.iterations is None else round(self.iterations * _AGAIN_SHARE)
        return replace(self, seconds=self.seconds * _AGAIN_SHARE, iterations=steps)

    def only_fill(self) -> Search:
        """Return the search that adds to a plan what fits and changes nothing else."""
        return replace(self, iterations=0, threads=1)


def solve_tours(
    tours: TourProblem, search: Search, *, start: Solution | None = None, progress: Progress | None = None
) -> tuple[TourProblem, Solution]:
    """Return the best plan found, and the problem that it solves.

    No cut is closed without the work, nor left closed: where a search ends so, the order is left out and the
    rest is planned again from what there is. Of orders done under one cut, those that do not fit are left
    out first. Fillers come last, into the gaps that are left: the plan of the others stays, later at most by
    less than the fillers are worth. Where the tours together take more from a depot than it holds, the visits
    worth least are left out, named in ``short`` of the problem returned.
    """
    progress = progress or SilentProgress()
    barred = {*tours.fillers, *tours.short}
    todo = Span(progress, 0.0, 0.8) if tours.fillers or tours.units else progress
    found = search.run(_without(tours.problem, barred), start=_kept(tours, start, barred), progress=todo)
    steps, seconds = found.iterations, found.seconds
    while broken := _broken(tours, found):
        progress.check()
        # half of them at a time: what the least worth leave free may be what the others lack
        for unit in broken[: -(-len(broken) // 2)]:
            tours, given_up = _give_up(tours, unit, found)
            barred |= given_up
        again, kept = _without(tours.problem, barred), _kept(tours, found, barred)
        found = search.shortened().run(again, start=kept, progress=Span(progress, 0.8, 0.9))
        seconds += found.seconds
    left_out = barred - (tours.fillers - tours.short.keys())
    if tours.fillers:
        problem = _without(tours.problem, left_out)
        found = search.only_fill().run(problem, start=found, progress=Span(progress, 0.9, 1.0))
        seconds += found.seconds
    last = _without(tours.problem, left_out)
    found = with_what_fits(last, found, kept={visit for unit in tours.units for visit in unit.visits})
    found = replace(found, iterations=steps, seconds=seconds)
    short = {name: part for (_, name), part in beyond_depots([(tours, found)]).items()}
    if not short:
        return tours, found
    tours = replace(tours, short={**tours.short, **short})
    tours, last_found = solve_tours(tours, search.shortened(), start=found, progress=progress)
    return tours, replace(last_found, iterations=steps, seconds=seconds + last_found.seconds)


def with_what_fits(problem: Problem, found: Solution, *, kept: Collection[str] = ()) -> Solution:
    """Return a plan with all that it leaves out though it fits for less than it is worth.

    A search leaves nothing of that kind; should it once, the plan must not say of an order that it fits and
    leave it out. Visits ``kept`` out stay so: parts of a cut are made with the others or not at all.
    """
    while fitting := [visit_id for visit_id, _ in unfit(problem, found) if visit_id not in kept]:
        way, *_ = alternatives(problem, found, fitting[0], most=1)
        made = {
            problem.visits[step.visit].visit_id for r in way.routes for step in r if isinstance(step, Stop)
        }
        checked = check_routes(problem, way.routes, order=way.order)
        found = replace(
            found,
            routes=way.routes,
            order=way.order,
            unplanned=tuple(name for name in found.unplanned if name not in made),
            cost=checked.cost,
            total=checked.total,
        )
    return found


def _broken(tours: TourProblem, found: Solution) -> list[ShutOffUnit]:
    """Return the cuts that a plan makes in part, those worth least first."""
    unplanned = {*found.unplanned, *found.subcontracted}
    worth = {visit.visit_id: visit.value_min for visit in tours.problem.visits}
    broken = []
    for unit in tours.units:
        visits = {unit.close, unit.works[0], unit.reopen}
        if visits & unplanned and visits - unplanned:
            broken.append(unit)
    return sorted(broken, key=lambda unit: worth[unit.works[0]])


def _give_up(tours: TourProblem, unit: ShutOffUnit, found: Solution) -> tuple[TourProblem, set[str]]:
    """Return the problem without what a cut cannot hold, and the visits that are not to be planned."""
    unplanned = {*found.unplanned, *found.subcontracted}
    missing = {work for work in unit.works[1:] if work in unplanned}
    if unit.works[0] in unplanned or not missing:
        return tours, {unit.close, *unit.works, unit.reopen}
    smaller = replace(unit, works=tuple(work for work in unit.works if work not in missing))
    duration_s = {visit.visit_id: visit.duration_s for visit in tours.problem.visits}
    links = [link for link in tours.problem.links if unit.reopen not in (link.first, link.second)]
    own = unit_links(smaller, duration_s, tours.rules.shut_offs)
    links += [link for link in own if link.second == unit.reopen]
    units = tuple(smaller if own is unit else own for own in tours.units)
    return replace(tours, problem=replace(tours.problem, links=tuple(links)), units=units), missing


def _without(problem: Problem, barred: Collection[str]) -> Problem:
    """Return the problem in which nobody may make some of the visits."""
    if not barred:
        return problem
    everybody = frozenset(shift.agent for shift in problem.shifts)
    visits = tuple(
        replace(visit, forbidden=everybody) if visit.visit_id in barred else visit for visit in problem.visits
    )
    return replace(problem, visits=visits)


def _kept(tours: TourProblem, plan: Solution | None, barred: Collection[str]) -> Solution | None:
    """Return a plan without some visits, None when what is left no longer keeps the rules."""
    if plan is None:
        return None
    problem = _without(tours.problem, barred)
    numbers = {number for number, visit in enumerate(problem.visits) if visit.visit_id in barred}
    routes = without_visits(plan.routes, numbers)
    order = tuple(number for number in plan.order if number not in numbers)
    if check_routes(problem, routes, order=order).violations:
        return None
    return replace(plan, routes=routes, order=order)
