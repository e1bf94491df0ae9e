# SPDX-License-Identifier: GPL-3.0-or-later
"""Ruin and recreate with annealing: take strings of visits out of the tours and put them back better.

The method is that of J. Christiaens and G. Vanden Berghe, "Slack Induction by String Removals for Vehicle
Routing Problems", Transportation Science 54 (2), 2020, widened to visits that a team makes together and to
visits that may be left out at a price.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ...core.compiled import compiled
from .kernel_book import LEADS, Array
from .kernel_choice import cheapest
from .kernel_loads import drop_needless_calls, use_up
from .kernel_random import below, uniform
from .kernel_schedule import reschedule, schedule
from .kernel_seats import close_ranks, insert, remove

# figures of the paper: visits removed on average, longest string, share of split strings, share of blinks
_REMOVED = 10
_LONGEST = 10
_SPLIT_SHARE = 0.5
_SPLIT_GROWTH = 0.01
_BLINK = 0.01
# a visit that does not pay alone may pay with another: at times they are let in at up to this many values
_GENEROUS_SHARE = 0.1
_GENEROUS_VALUES = 2.0
# share of the steps that also move a break before some visit, or let it wait again
_BREAK_SHARE = 0.05
# share of the steps that also move the call at a store
_CALL_SHARE = 0.3
# share of the steps that empty whole tours, so that a visit of a large team finds room again
_CLEARED_SHARE = 0.03
_ROOM = 6
# at most this many visits that were out already are tried again in one step
_TRIED_AGAIN = 5
_TINY = 1e-6
# the column of ``insertion_orders`` that puts the highest value first
_BY_VALUE = 4


@compiled
def anneal(
    problem: Any, plans: Any, desk: Array, near: Array, hard: Array, rng: Array, steps: Any, heat: Any
) -> None:
    """Improve the best plan over the steps ``first..last`` of ``total``.

    ``problem`` is (facts, travel, fits); ``plans`` are the one being tried, the current one and the best: all
    valid before and after. ``heat`` is (temperature at step 0, at the last step) in the unit of the cost.
    ``near`` lists for each visit all visits by distance; ``hard`` holds what the orders of insertion look at.
    The same state of ``rng`` gives the same result.
    """
    facts, travel, fits = problem
    plan, current, best = plans
    first, last, total = steps
    hot, cool = heat
    for step in range(first, last):
        temperature = hot * (cool / hot) ** (step / total)
        count = _left_out(facts, plan, desk, rng)
        wanted = -1
        if count > 0 and uniform(rng) < _CLEARED_SHARE:
            wanted = _most_valued(facts, desk, rng, count)
            count = _clear_tours(facts, plan, desk, fits, rng, count, wanted)
        else:
            count = _ruin(facts, plan, desk, near, rng, count)
        if facts[0].has_loads:
            count = _move_call(facts, plan, desk, fits, rng, count)
            drop_needless_calls(facts, plan, fits)
        feasible = schedule(facts, plan, travel, fits)
        if feasible:
            values = _GENEROUS_VALUES if uniform(rng) < _GENEROUS_SHARE else 1.0
            _sort(facts, desk, hard, rng, count, _BY_VALUE if wanted >= 0 else _drawn_order(hard, rng))
            _put_first(desk, count, wanted)
            _recreate(facts, plan, desk, travel, fits, count, _BLINK, values, rng)
        if feasible and plan[0].cost < current[0].cost - temperature * math.log(1.0 - uniform(rng)):
            _copy(plan, current)
            if plan[0].cost < best[0].cost - _TINY:
                _copy(plan, best)
        else:
            _copy(current, plan)


@compiled
def _copy(source: Array, target: Array) -> None:
    for row in range(len(source)):
        target[row] = source[row]


@compiled
def note_possible(facts: Array, empty: Array, desk: Array, travel: Array, fits: Array, rng: Array) -> None:
    """Note which visits somebody can make on an empty day; the others are never tried."""
    schedule(facts, empty, travel, fits)
    for number in range(facts[0].visits_from, facts[0].tasks_from):
        if facts[number].fixed:
            continue
        # what it is linked to is not there yet
        last_link, facts[number].last_link = facts[number].last_link, facts[number].first_link
        facts[number].possible = cheapest(facts, empty, desk, travel, fits, number, np.inf, 0.0, rng) < np.inf
        facts[number].last_link = last_link


@compiled
def fill(facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, hard: Array, rng: Array) -> None:
    """Insert every visit that still fits for less than its value, until none does; exact."""
    schedule(facts, plan, travel, fits)
    before = -1
    while before != plan[0].planned:
        before = plan[0].planned
        count = 0
        for number in range(facts[0].visits_from, facts[0].tasks_from):
            if plan[number].rank < 0 and facts[number].possible:
                desk[count].out = number
                count += 1
        _sort(facts, desk, hard, rng, count, _drawn_order(hard, rng))
        _recreate(facts, plan, desk, travel, fits, count, 0.0, 1.0, rng)


@compiled
def _recreate(
    facts: Array,
    plan: Array,
    desk: Array,
    travel: Array,
    fits: Array,
    count: int,
    blink: float,
    values: float,
    rng: Array,
) -> None:
    """Insert the first visits that are out, each at its cheapest, if that costs less than so many values.

    Those that had to wait for another one are tried again.
    """
    before = -1
    while before != plan[0].planned:
        before = plan[0].planned
        for place in range(count):
            number = desk[place].out
            if plan[number].rank < 0:
                limit = values * facts[number].value
                if cheapest(facts, plan, desk, travel, fits, number, limit, blink, rng) < np.inf:
                    insert(facts, plan, desk, number)
                    reschedule(facts, plan, travel, fits, number)
                    close_ranks(facts, plan)
        if not facts[0].has_links:
            break


@compiled
def _ruin(facts: Array, plan: Array, desk: Array, near: Array, rng: Array, count: int) -> int:
    """Take strings of visits near a random one out of the tours; list them after those that are out."""
    whole = facts[0]
    used, stops = 0, 0
    for shift in range(1, whole.visits_from):
        desk[shift].ruined = 0
        used += plan[shift].stops > 0
        stops += plan[shift].stops
    if used == 0:
        return count
    longest = min(float(_LONGEST), stops / used)
    strings = int(1 + uniform(rng) * (4.0 * _REMOVED / (1.0 + longest) - 1.0))
    seed = below(rng, whole.tasks_from - whole.visits_from)
    for index in near[seed]:
        number = whole.visits_from + index
        if strings == 0:
            break
        if plan[number].rank < 0 or facts[number].fixed:
            continue
        roles = facts[number].last_task - facts[number].first_task
        task = facts[number].first_task + below(rng, roles)
        shift = plan[task].shift
        if not desk[shift].ruined:
            desk[shift].ruined = 1
            strings -= 1
            size = int(1 + uniform(rng) * min(float(plan[shift].stops), longest))
            count = _take_string(facts, plan, desk, task, size, rng, count)
    _move_break(facts, plan, rng)
    close_ranks(facts, plan)
    return count


@compiled
def _most_valued(facts: Array, desk: Array, rng: Array, count: int) -> int:
    """Return the visit of the highest value among three that are out."""
    best: int = desk[below(rng, count)].out
    for _ in range(2):
        other = desk[below(rng, count)].out
        if facts[other].value > facts[best].value:
            best = other
    return best


@compiled
def _put_first(desk: Array, count: int, number: int) -> None:
    """Have a visit inserted before all others that are out."""
    for place in range(count):
        if desk[place].out == number:
            desk[place].out, desk[0].out = desk[0].out, number
            break


@compiled
def _clear_tours(
    facts: Array, plan: Array, desk: Array, fits: Array, rng: Array, count: int, number: int
) -> int:
    """Empty tours of agents who could make a visit: as many as it needs, and some to make room for others."""
    task = facts[number].first_task
    wanted = facts[number].last_task - task + below(rng, _ROOM)
    shifts = facts[0].visits_from - 1
    start = below(rng, shifts)
    for step in range(shifts):
        shift = 1 + (start + step) % shifts
        if wanted > 0 and fits[task, shift] >= 0 and plan[shift].stops > 0:
            wanted -= 1
            last = plan[shift].last
            while last > 0 and not facts[facts[last].visit].fixed:
                count = _take_out(facts, plan, desk, facts[last].visit, count)
                last = plan[shift].last
    close_ranks(facts, plan)
    return count


@compiled
def _left_out(facts: Array, plan: Array, desk: Array, rng: Array) -> int:
    """List some visits of those that are in no tour; return how many."""
    seen, count = 0, 0
    for number in range(facts[0].visits_from, facts[0].tasks_from):
        if plan[number].rank < 0 and facts[number].possible:
            seen += 1
            if count < _TRIED_AGAIN:
                desk[count].out = number
                count += 1
            else:
                place = below(rng, seen)
                if place < _TRIED_AGAIN:
                    desk[place].out = number
    return count


@compiled
def _take_string(facts: Array, plan: Array, desk: Array, task: int, size: int, rng: Array, count: int) -> int:
    """Take ``size`` visits in a row around a task out, at times with a few kept in their midst."""
    shift = plan[task].shift
    length = plan[shift].stops
    here, centre = plan[shift].first, 0
    for place in range(length):
        desk[place].stop = facts[here].visit
        if here == task:
            centre = place
        here = plan[here].after
    size = min(size, length)
    kept = 0
    if size < length and uniform(rng) < _SPLIT_SHARE:
        kept = 1
        while size + kept < length and uniform(rng) < _SPLIT_GROWTH:
            kept += 1
    span = size + kept
    lowest, highest = max(0, centre - span + 1), min(centre, length - span)
    start = lowest + below(rng, highest - lowest + 1)
    skip = start + below(rng, size + 1) if kept else length
    for place in range(start, start + size):
        number = desk[place if place < skip else place + kept].stop
        if plan[number].rank >= 0 and not facts[number].fixed:
            count = _take_out(facts, plan, desk, number, count)
    return count


@compiled
def _take_out(facts: Array, plan: Array, desk: Array, number: int, count: int) -> int:
    """Take a visit out, and with it those that may only follow it; list them."""
    remove(facts, plan, number)
    desk[count].out = number
    done = count
    count += 1
    while done < count:
        gone = facts[desk[done].out]
        done += 1
        for row in range(gone.first_link, gone.last_link):
            follower = facts[row].other
            if facts[row].kind == LEADS and plan[follower].rank >= 0 and not facts[follower].fixed:
                remove(facts, plan, follower)
                desk[count].out = follower
                count += 1
    return count


@compiled
def _move_call(facts: Array, plan: Array, desk: Array, fits: Array, rng: Array, count: int) -> int:
    """At times have a tour call at its store elsewhere or not at all; what it then lacks goes out."""
    if uniform(rng) >= _CALL_SHARE:
        return count
    shift = 1 + below(rng, facts[0].visits_from - 1)
    tour = plan[shift]
    if tour.call == 0:
        return count
    place = below(rng, tour.stops + 1)
    tour.call = 0
    task = tour.first
    while task > 0:
        following = plan[task].after
        if place == 0:
            tour.call = task
        place -= 1
        if not use_up(facts, plan, fits, task) and not facts[facts[task].visit].fixed:
            count = _take_out(facts, plan, desk, facts[task].visit, count)
        task = following
    close_ranks(facts, plan)
    return count


@compiled
def _move_break(facts: Array, plan: Array, rng: Array) -> None:
    """At times have a break taken before some task, or let it wait again."""
    whole = facts[0]
    if whole.has_breaks and uniform(rng) < _BREAK_SHARE:
        task = whole.tasks_from + below(rng, whole.tasks_to - whole.tasks_from)
        if plan[task].shift > 0:
            plan[task].rested = 0 if plan[task].rested else 1


@compiled
def _drawn_order(hard: Array, rng: Array) -> int:
    """Return a column of ``hard``, drawn by its weight in row 0."""
    drawn = uniform(rng) * hard[0].sum()
    column = 0
    while column + 1 < hard.shape[1] and drawn >= hard[0, column]:
        drawn -= hard[0, column]
        column += 1
    return column


@compiled
def _sort(facts: Array, desk: Array, hard: Array, rng: Array, count: int, column: int) -> None:
    """Order the visits to insert by a column of ``hard``; equals at random."""
    for place in range(count - 1, 0, -1):
        other = below(rng, place + 1)
        desk[place].out, desk[other].out = desk[other].out, desk[place].out
    before = 1 - facts[0].visits_from
    for end in range(1, count):
        number, place = desk[end].out, end
        while place > 0 and hard[before + desk[place - 1].out, column] > hard[before + number, column]:
            desk[place].out = desk[place - 1].out
            place -= 1
        desk[place].out = number
