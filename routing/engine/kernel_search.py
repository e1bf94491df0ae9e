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
from .kernel_book import Array
from .kernel_choice import cheapest
from .kernel_loads import drop_needless_calls
from .kernel_random import below, uniform
from .kernel_ruin import (
    BLINK,
    BREAK_SHARE,
    BY_VALUE,
    CALL_SHARE,
    CLEARED_SHARE,
    GENEROUS_SHARE,
    GENEROUS_VALUES,
    ROOM,
    TINY,
    drawn_order,
    drawn_strings,
    empty_tour,
    longest_string,
    most_valued,
    move_call,
    put_first,
    sort_out,
    take_string,
)
from .kernel_schedule import reschedule, schedule
from .kernel_seats import close_ranks, insert

# at most this many visits that were out already are tried again in one step
_TRIED_AGAIN = 5


@compiled
def anneal(
    problem: Any, plans: Any, desk: Array, near: Array, hard: Array, rng: Array, steps: Any, heat: Any
) -> None:
    """Improve the best plan over the steps ``first..last`` of ``total``.

    ``problem`` is (facts, travel, fits); ``plans`` are the one being tried, the current one and the best: all
    valid before and after. ``heat`` is (temperature at step 0, at the last step) in the unit of the cost.
    ``near`` lists for each visit all visits by distance; ``hard`` holds what the orders of insertion look at
    (see ``neighbourhood``).
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
        if count > 0 and uniform(rng) < CLEARED_SHARE:
            wanted = most_valued(facts, desk, rng, count)
            count = _clear_tours(facts, plan, desk, fits, rng, count, wanted)
        else:
            count = _ruin(facts, plan, desk, near, rng, count)
        if facts[0].has_loads:
            count = _move_call(facts, plan, desk, fits, rng, count)
            drop_needless_calls(facts, plan, fits)
        feasible = schedule(facts, plan, travel, fits)
        if feasible:
            values = GENEROUS_VALUES if uniform(rng) < GENEROUS_SHARE else 1.0
            sort_out(facts, desk, hard, rng, count, BY_VALUE if wanted >= 0 else drawn_order(hard, rng))
            put_first(desk, count, wanted)
            _recreate(facts, plan, desk, travel, fits, count, BLINK, values, rng)
        if feasible and plan[0].cost < current[0].cost - temperature * math.log(1.0 - uniform(rng)):
            _copy(plan, current)
            if plan[0].cost < best[0].cost - TINY:
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
def fill(
    facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, hard: Array, values: float, rng: Array
) -> None:
    """Insert every visit that still fits for less than so many values, until none does; exact."""
    schedule(facts, plan, travel, fits)
    before = -1
    while before != plan[0].planned:
        before = plan[0].planned
        count = 0
        for number in range(facts[0].visits_from, facts[0].tasks_from):
            if plan[number].rank < 0 and facts[number].possible:
                desk[count].out = number
                count += 1
        sort_out(facts, desk, hard, rng, count, drawn_order(hard, rng))
        _recreate(facts, plan, desk, travel, fits, count, 0.0, values, rng)


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

    Above one value, what can only follow a visit counts with it. Those that had to wait for another one are
    tried again.
    """
    before = -1
    while before != plan[0].planned:
        before = plan[0].planned
        for place in range(count):
            number = desk[place].out
            if plan[number].rank < 0:
                limit = values * facts[number].value
                if values > 1.0:
                    limit += values * facts[number].brings
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
    for shift in range(1, whole.visits_from):
        desk[shift].ruined = 0
    longest = longest_string(facts, plan)
    if longest == 0.0:
        return count
    strings = drawn_strings(longest, rng)
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
            count = take_string(facts, plan, desk, task, size, rng, count)
    _move_break(facts, plan, rng)
    close_ranks(facts, plan)
    return count


@compiled
def _clear_tours(
    facts: Array, plan: Array, desk: Array, fits: Array, rng: Array, count: int, number: int
) -> int:
    """Empty tours of agents who could make a visit: as many as it needs, and some to make room for others."""
    task = facts[number].first_task
    wanted = facts[number].last_task - task + below(rng, ROOM)
    shifts = facts[0].visits_from - 1
    start = below(rng, shifts)
    for step in range(shifts):
        shift = 1 + (start + step) % shifts
        if wanted > 0 and fits[task, shift] >= 0 and plan[shift].stops > 0:
            wanted -= 1
            count = empty_tour(facts, plan, desk, shift, count)
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
def _move_call(facts: Array, plan: Array, desk: Array, fits: Array, rng: Array, count: int) -> int:
    """At times have a tour call at its store elsewhere or not at all; what it then lacks goes out."""
    if uniform(rng) >= CALL_SHARE:
        return count
    shift = 1 + below(rng, facts[0].visits_from - 1)
    if plan[shift].call == 0:
        return count
    count = move_call(facts, plan, desk, fits, rng, count, shift)
    close_ranks(facts, plan)
    return count


@compiled
def _move_break(facts: Array, plan: Array, rng: Array) -> None:
    """At times have a break taken before some task, or let it wait again."""
    whole = facts[0]
    if whole.has_breaks and uniform(rng) < BREAK_SHARE:
        task = whole.tasks_from + below(rng, whole.tasks_to - whole.tasks_from)
        if plan[task].shift > 0:
            plan[task].rested = 0 if plan[task].rested else 1
