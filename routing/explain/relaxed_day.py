# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to make a visit fit that change the plan: an order taken out, a day after those that are planned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from ..model.links import LinkKind
from ..model.problem import Cost, Problem, Solution, Stop
from ..model.routes import visits_on, without_visits
from .alone import lacks
from .bends import moved_shift
from .link_reasons import links_of, worth_min
from .relaxation import Bend, Relaxation
from .relaxation_rules import RelaxationRules
from .seats import Insertion, Seats
from .trials import Trials

_DAY_S = 86_400
# an order waits for the first days after its date on which the service works
_DAYS_TRIED = 2


def take_out(trials: Trials, rules: RelaxationRules) -> Iterator[Relaxation]:
    """Yield the visits worth less that make room when they are taken out, the least worth first."""
    price, problem = rules.ways.get("take_out"), trials.problem
    if price is None:
        return
    places = [place for place in trials.places if not trials.is_single or not _lacks(trials, place[0])]
    fixed = {visit_id for shift in problem.shifts for visit_id in shift.opening}
    values = {
        number: problem.visits[number].value_min
        for number in _planned(trials.solution)
        if problem.visits[number].visit_id not in fixed
    }
    value_min = problem.visits[trials.number].value_min
    seats: dict[tuple[int, ...], Seats] = {}
    found = 0
    for number in sorted(values, key=lambda n: (values[n], n)):
        if values[number] >= value_min or found == rules.take_out_most:
            return
        inserted = None if _holds_others(trials, number) else _insert_instead(trials, number, places, seats)
        if inserted:
            found += 1
            bend = Bend("take_out", detail=problem.visits[number].visit_id)
            cost_min = price.minutes(value_min=values[number])
            yield _relaxation(trials, bend, cost_min, inserted, _without(trials.solution, problem, number))


def _insert_instead(
    trials: Trials, number: int, places: list[tuple[int, ...]], seats: dict[tuple[int, ...], Seats]
) -> Insertion | None:
    """Return the cheapest insertion at the places where another visit is taken out."""
    own = {place for place, route in enumerate(trials.solution.routes) if _has(route, number)}
    found = []
    for place in places:
        if not own & set(place):
            continue
        part = trials.part(place)
        here = part.problem.index_of(trials.problem.visits[number].visit_id)
        less = part.without(here)
        if place not in seats:
            seats[place] = Seats(part.problem, less.routes, less.order)
        inserted = trials.insert_into(less, seats[place].with_plan(less.routes, less.order), place)
        if inserted:
            found.append(inserted)
    return min(found, key=lambda one: one.cost_min, default=None)


def wait(
    trials: Trials, rules: RelaxationRules, is_working_day: Callable[[int], bool], *, is_worth: bool = False
) -> Iterator[Relaxation]:
    """Yield the first day after those that are planned, from the legal date on, on which somebody could come.

    Everybody's last day is taken for what they work then, with nothing else to do. Visits with links do not
    wait, as what they are tied to does not. With ``is_worth`` only a day counts on which the visit costs less
    than it is worth, lateness apart: a plan of that day would hold it.
    """
    price, problem, visit = rules.ways.get("wait"), trials.problem, trials.problem.visits[trials.number]
    last = {shift.agent: shift for shift in sorted(problem.shifts, key=lambda shift: shift.day)}
    if price is None or not last or links_of(problem, trials.number):
        return
    last_day = max(shift.day for shift in problem.shifts)
    first = max(visit.earliest_s // _DAY_S, last_day + 1)
    for day in islice((day for day in range(first, first + 14) if is_working_day(day)), _DAYS_TRIED):
        shifts = tuple(moved_shift(shift, day) for shift in last.values())
        later = replace(problem, shifts=(*problem.shifts, *shifts))
        only = replace(later, shifts=shifts, visits=(visit,), links=())
        inserted = Seats(only, [()] * len(shifts)).find(0)
        if inserted and not (is_worth and _costs_more(only)):
            known = len(problem.shifts)
            there = replace(inserted, shifts=tuple(known + shift for shift in inserted.shifts))
            routes = (*trials.solution.routes, *(() for _ in shifts))
            bend = Bend("wait", days=day - last_day)
            cost_min = price.minutes(days=day - last_day)
            plan = replace(trials.solution, routes=routes)
            yield _relaxation(replace(trials, problem=later), bend, cost_min, there, plan)
            return


def _costs_more(only: Problem) -> bool:
    """Tell whether the one visit of a problem without others costs more than it is worth, lateness apart."""
    visit = replace(only.visits[0], due_s=None, late_if_left_out_min=0)
    timeless = replace(only, visits=(visit,))
    inserted = Seats(timeless, [()] * len(only.shifts)).find(0)
    return inserted is None or inserted.cost_min >= worth_min(timeless, 0)


def _relaxation(
    trials: Trials, bend: Bend, cost_min: float, inserted: Insertion, solution: Solution
) -> Relaxation:
    shifts = [trials.problem.shifts[shift] for shift in inserted.shifts]
    agents = tuple(shift.agent for shift in shifts)
    return Relaxation((bend,), cost_min, agents, shifts[0].day, inserted.start_s, trials.problem, solution)


def _holds_others(trials: Trials, number: int) -> bool:
    """Tell whether planned visits need one that would be taken out."""
    problem, planned = trials.problem, _planned(trials.solution)
    visit_id = problem.visits[number].visit_id
    for link in problem.links:
        if link.kind is LinkKind.TOGETHER and visit_id in (link.first, link.second):
            return True
        is_first = link.kind is LinkKind.AFTER and link.first == visit_id
        if is_first and problem.index_of(link.second) in planned:
            return True
    return False


def _without(solution: Solution, problem: Problem, number: int) -> Solution:
    """Return the plan without a visit; its cost is no longer known."""
    return replace(
        solution,
        routes=without_visits(solution.routes, {number}),
        unplanned=(*solution.unplanned, problem.visits[number].visit_id),
        order=tuple(visit for visit in solution.order if visit != number),
        cost=Cost(),
        total=0.0,
    )


def _planned(solution: Solution) -> set[int]:
    return set(visits_on(*solution.routes))


def _has(route: tuple[object, ...], number: int) -> bool:
    return any(isinstance(step, Stop) and step.visit == number for step in route)


def _lacks(trials: Trials, shift: int) -> bool:
    return next(lacks(trials.problem, trials.number, shift), None) is not None
