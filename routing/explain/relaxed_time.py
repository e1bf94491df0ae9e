# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to make a visit fit that bend a time: overtime, windows, another day, the due date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from ..model.problem import Problem
from .bends import Change, both, later_due, longer_day, other_day, unchanged, wider_window
from .reasons import Explainer
from .relaxation import Bend, Relaxation
from .relaxation_rules import RelaxationRules
from .relaxed_means import Means, Place
from .seats import Seats
from .trials import Found, Trials

_DAY_S = 86_400
Way = tuple[tuple[Bend, ...], float, Change, Found]


def time_ways(trials: Trials, rules: RelaxationRules, means: Means) -> Iterator[Way]:
    """Yield the least of each way on top of what the means allow: bends, price, change, insertion."""
    yield from _overtime(trials, rules, means)
    yield from _windows(trials, rules, means)
    yield from _other_day(trials, rules, means)


def _overtime(trials: Trials, rules: RelaxationRules, means: Means) -> Iterator[Way]:
    price, shifts = rules.ways.get("overtime"), trials.problem.shifts
    if price is None:
        return

    def most(place: Place) -> int:
        limits = (rules.longest_day_min - (shifts[n].capacity_s + shifts[n].overtime_s) // 60 for n in place)
        return max(0, min(price.most_min, *limits))

    def longer(place: Place, minutes: int) -> Change:
        change: Change = unchanged
        for number in place:
            change = both(change, longer_day(shifts[number].agent, shifts[number].day, minutes))
        return change

    found = trials.least(
        means.places, lambda place, minutes: both(means.change(place), longer(place, minutes)), most
    )
    if found:
        # the days of those who come are enough, unless others wait for them
        own = both(means.change(found.place), longer(found.inserted.shifts, found.amount))
        longer_for = found.inserted.shifts if trials.insert(found.place, own) else found.place
        bends = tuple(Bend("overtime", shifts[n].agent, minutes=found.amount) for n in longer_for)
        total_min = price.minutes(minutes=found.amount) * len(bends)
        yield bends, total_min, longer(longer_for, found.amount), found


def _windows(trials: Trials, rules: RelaxationRules, means: Means) -> Iterator[Way]:
    visit = trials.problem.visits[trials.number]
    for way, which in product(("window_later", "window_earlier"), range(len(visit.windows))):
        price = rules.ways.get(way)
        if price is None:
            continue

        def wider(minutes: int, way: str = way, which: int = which) -> Change:
            if way == "window_later":
                return wider_window(visit.visit_id, which, later_min=minutes)
            return wider_window(visit.visit_id, which, earlier_min=minutes)

        def change(place: Place, minutes: int, wider: Callable[[int], Change] = wider) -> Change:
            return both(means.change(place), wider(minutes))

        most_min = price.most_min
        found = trials.least(means.places, change, lambda _, most_min=most_min: most_min)  # type: ignore[misc]
        if found:
            bend = Bend(way, minutes=found.amount)
            yield (bend,), price.minutes(minutes=found.amount), wider(found.amount), found


def _other_day(trials: Trials, rules: RelaxationRules, means: Means) -> Iterator[Way]:
    """Yield the nearest other day on which the visit fits at the hours of its windows."""
    price, visit = rules.ways.get("other_day"), trials.problem.visits[trials.number]
    days = {shift.day for shift in trials.problem.shifts}
    moves = {day - from_s // _DAY_S for day in days for from_s, _ in visit.windows} - {0}
    for by_days in sorted(moves, key=lambda by: (abs(by), by)):
        if price is None:
            return
        moved = other_day(visit.visit_id, by_days)

        def change(place: Place, moved: Change = moved) -> Change:
            return both(means.change(place), moved)

        found = trials.first(means.places, change)
        if found:
            yield (Bend("other_day", days=by_days),), price.minutes(days=abs(by_days)), moved, found
            return


def due_way(trials: Trials, rules: RelaxationRules) -> Iterator[Relaxation]:
    """Yield by how much the due date has to be put off for a visit that fits to be worth its cost."""
    problem, solution, number = trials.problem, trials.solution, trials.number
    price, visit = rules.ways.get("due"), problem.visits[number]
    # left out it is later still: lateness is not what keeps it out
    if visit.late_if_left_out_min:
        return
    if price is None or visit.due_s is None or Explainer(problem, solution).opening(visit.visit_id):
        return

    def is_worth(minutes: int) -> bool:
        return Explainer(changed(minutes), solution).opening(visit.visit_id) is not None

    def changed(minutes: int) -> Problem:
        return later_due(visit.visit_id, minutes)(problem)

    low, high = 0, price.most_min
    if not is_worth(high):
        return
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_worth(middle) else (middle, high)
    inserted = Seats(changed(high), solution.routes, solution.order).find(number)
    if inserted:
        shifts = [problem.shifts[shift] for shift in inserted.shifts]
        agents = tuple(shift.agent for shift in shifts)
        bends = (Bend("due", minutes=high),)
        cost_min = price.minutes(minutes=high)
        yield Relaxation(bends, cost_min, agents, shifts[0].day, inserted.start_s, changed(high), solution)
