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

from .compiled import compiled
from .kernel_insert import new_scratch
from .kernel_random import below, uniform
from .kernel_schedule import Array, schedule
from .kernel_seats import cheapest, close_ranks, insert, remove

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
# at most this many visits that were out already are tried again in one step
_TRIED_AGAIN = 15
_TINY = 1e-6


@compiled
def anneal(
    given: Any,
    plan: Any,
    current: Any,
    best: Any,
    near: Array,
    hard: Array,
    rng: Array,
    steps: Any,
    heat: Any,
) -> None:
    """Improve ``best`` from ``current`` over the steps ``first..last`` of ``total``.

    ``plan`` is the one being tried; all three stay valid plans. ``heat`` is (temperature at step 0, at the
    last step) in the unit of the cost. ``near`` lists for each visit all visits by distance; ``hard`` holds
    what the orders of insertion look at. The random state is ``rng``: the same state gives the same result.
    """
    first, last, total = steps
    hot, cool = heat
    scratch = new_scratch(len(given[0]), _most_roles(given))
    out = np.empty(len(given[2]), np.int64)
    for step in range(first, last):
        temperature = hot * (cool / hot) ** (step / total)
        count = _ruin(given, plan, near, rng, out)
        feasible = schedule(given, plan)
        if feasible:
            values = _GENEROUS_VALUES if uniform(rng) < _GENEROUS_SHARE else 1.0
            _recreate(given, plan, hard, rng, out, count, scratch, _BLINK, values)
        threshold = current[4][0].cost - temperature * math.log(1.0 - uniform(rng))
        if feasible and plan[4][0].cost < threshold:
            copy_plan(plan, current)
            if plan[4][0].cost < best[4][0].cost - _TINY:
                copy_plan(plan, best)
        else:
            copy_plan(current, plan)


@compiled
def fill(given: Any, plan: Any, hard: Array, rng: Array) -> None:
    """Insert every visit that still fits for less than its value, until none does; exact."""
    scratch = new_scratch(len(given[0]), _most_roles(given))
    out = np.empty(len(given[2]), np.int64)
    schedule(given, plan)
    before = -1
    while before != plan[4][0].planned:
        before = plan[4][0].planned
        count = 0
        for number in range(len(given[2])):
            if plan[0][number].rank < 0:
                out[count] = number
                count += 1
        _recreate(given, plan, hard, rng, out, count, scratch, 0.0, 1.0)


@compiled
def copy_plan(source: Any, target: Any) -> None:
    """Copy one plan over another."""
    target[0][:] = source[0]
    target[1][:] = source[1]
    target[2][:] = source[2]
    target[3][:] = source[3]
    target[4][:] = source[4]


@compiled
def _most_roles(given: Any) -> int:
    most = 1
    for visit in given[2]:
        most = max(most, visit.roles)
    return most


@compiled
def _ruin(given: Any, plan: Any, near: Array, rng: Array, out: Array) -> int:
    """Take strings of visits near a random one out of the tours; list who is out, and return how many."""
    tasks = given[4]
    visit_plan, task_plan, shift_plan, _, _ = plan
    count = _sample_left_out(plan, rng, out)
    used, stops = 0, 0
    for mine in shift_plan:
        used += mine.stops > 0
        stops += mine.stops
    if used == 0:
        return count
    longest = min(float(_LONGEST), stops / used)
    strings = int(1 + uniform(rng) * 4.0 * _REMOVED / (1.0 + longest))
    ruined = np.zeros(len(shift_plan), np.bool_)
    seed = below(rng, len(visit_plan))
    for number in near[seed]:
        if strings == 0:
            break
        if visit_plan[number].rank < 0:
            continue
        task = given[2][number].first_task + below(rng, given[2][number].roles)
        shift = task_plan[task].shift
        if ruined[shift]:
            continue
        ruined[shift] = True
        strings -= 1
        size = int(1 + uniform(rng) * min(float(shift_plan[shift].stops), longest))
        for gone in _string(plan, shift, task, size, rng):
            taken = tasks[gone].visit
            if visit_plan[taken].rank >= 0:
                remove(given, plan, taken)
                out[count] = taken
                count += 1
    if len(given[1]) > 0 and uniform(rng) < _BREAK_SHARE:
        moved = below(rng, len(tasks))
        task_plan[moved].rested = 0 if task_plan[moved].rested else 1
    close_ranks(plan)
    return count


@compiled
def _sample_left_out(plan: Any, rng: Array, out: Array) -> int:
    """List some visits of those that are in no tour; return how many."""
    seen, count = 0, 0
    for number in range(len(plan[0])):
        if plan[0][number].rank < 0:
            seen += 1
            if count < _TRIED_AGAIN:
                out[count] = number
                count += 1
            else:
                place = below(rng, seen)
                if place < _TRIED_AGAIN:
                    out[place] = number
    return count


@compiled
def _string(plan: Any, shift: int, task: int, size: int, rng: Array) -> Array:
    """Return ``size`` tasks in a row around a task of a tour, at times with a few kept in their midst."""
    task_plan, shift_plan = plan[1], plan[2]
    length = shift_plan[shift].stops
    tour = np.empty(length, np.int64)
    here, centre = shift_plan[shift].first, 0
    for place in range(length):
        tour[place] = here
        if here == task:
            centre = place
        here = task_plan[here].after
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
    chosen = np.empty(size, np.int64)
    for place in range(size):
        at = start + place
        chosen[place] = tour[at if at < skip else at + kept]
    return chosen


@compiled
def _recreate(
    given: Any,
    plan: Any,
    hard: Array,
    rng: Array,
    out: Array,
    count: int,
    scratch: Any,
    blink: float,
    values: float,
) -> None:
    """Insert the visits that are out, each where it is cheapest, if that costs less than so many values."""
    _sort(hard, rng, out, count)
    for place in range(count):
        number = out[place]
        cost = cheapest(given, plan, number, scratch, values * given[2][number].value, blink, rng)
        if cost < np.inf:
            insert(given, plan, number, scratch[1])
            schedule(given, plan)
            close_ranks(plan)


@compiled
def _sort(hard: Array, rng: Array, out: Array, count: int) -> None:
    """Order the visits to insert by a column of ``hard``, drawn by its weight in row 0; equals at random."""
    for place in range(count - 1, 0, -1):
        other = below(rng, place + 1)
        out[place], out[other] = out[other], out[place]
    drawn = uniform(rng) * hard[0].sum()
    column = 0
    while column + 1 < hard.shape[1] and drawn >= hard[0, column]:
        drawn -= hard[0, column]
        column += 1
    for end in range(1, count):
        number, place = out[end], end
        while place > 0 and hard[1 + out[place - 1], column] > hard[1 + number, column]:
            out[place] = out[place - 1]
            place -= 1
        out[place] = number
