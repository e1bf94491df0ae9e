# SPDX-License-Identifier: GPL-3.0-or-later
"""The same search where no tour depends on another: a step looks only at the tours that it changes."""

from __future__ import annotations

import math
from typing import Any

from ...core.compiled import compiled
from .kernel_book import Array
from .kernel_loads import drop_needless_call, way_s
from .kernel_near import cheapest_near
from .kernel_pool import note_tours
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
from .kernel_seats import remove
from .kernel_tours import copy_altered, open_tour, put_in_order, seat, time_opened

# at most this many visits that were out already are tried in a step: of those near what it takes out, of all
_TRIED_NEAR = 10
_TRIED_AGAIN = 5
# share of visits that were out already for which every position is looked at
_PERSISTENT_SHARE = 0.1
# where at least one visit in so many is left out, every position is looked at just as rarely for others
_FULL = 20
# where visits are left out: share of the steps that take in what costs up to so many values
_LAVISH_SHARE = 0.4
_LAVISH_VALUES = 1000.0
# share of the steps that empty the tour nearest to the ruin, where none is left out: strings are shorter
_EMPTIED_SHARE = 0.03
# so often a visit is drawn anew when another search looks after it
_DRAWS = 20
# the tours of plans that are dearer than the best by this part of the temperature at most are kept
_NOTED = 0.3


@compiled
def anneal_apart(
    problem: Any,
    plans: Any,
    pool: Any,
    desk: Array,
    near: Array,
    hard: Array,
    rng: Array,
    steps: Any,
    heat: Any,
) -> None:
    """Improve the best plan over the steps ``first..last`` of ``total``, as ``kernel_search.anneal`` does.

    ``problem`` is (facts, travel, fits, close visits, near homes), ``pool`` where good tours are kept (see
    ``kernel_pool``; of one row: none is). What is left out of the plan must be on the desk
    (``list_left_out``).
    """
    facts = problem[0]
    plan, current, best = plans
    first, last, total = steps
    hot, cool = heat
    is_best, best_cost = False, best[0].cost
    for step in range(first, last):
        temperature = hot * (cool / hot) ** (step / total)
        desk[0].step += 1
        desk[0].alterations = 0
        count, wanted = _take_apart(problem, plan, desk, near, rng)
        feasible, count = _put_together(problem, plan, desk, hard, count, wanted, rng)
        if feasible and plan[0].cost < current[0].cost - temperature * math.log(1.0 - uniform(rng)):
            is_better = plan[0].cost < best_cost - TINY
            # the best plan is kept when the search leaves it
            if is_best and not is_better:
                _copy(current, best)
                is_best = False
            copy_altered(facts, plan, current, desk, count)
            if len(pool[0]) > 1 and plan[0].cost < best_cost + _NOTED * temperature:
                note_tours(facts, plan, desk, problem[2], pool[0], pool[1])
            if is_better:
                is_best, best_cost = True, plan[0].cost
        else:
            copy_altered(facts, current, plan, desk, count)
        _clean_up(plan, desk, count)
    if is_best:
        _copy(current, best)
    for at in range(3):
        put_in_order(facts, plans[at], desk)


@compiled
def _take_apart(problem: Any, plan: Array, desk: Array, near: Array, rng: Array) -> tuple[int, int]:
    """Take visits out; return how many are listed as out, and the one to be inserted first (-1: none)."""
    facts, fits = problem[0], problem[2]
    count, wanted = _some_left_out(desk, rng), -1
    if count > 0 and uniform(rng) < CLEARED_SHARE:
        wanted = most_valued(facts, desk, rng, count)
        count = _clear_tours(facts, plan, desk, fits, rng, count, wanted)
    else:
        count = _ruin(facts, plan, desk, fits, near, rng, count)
    if facts[0].has_loads:
        count = _move_calls(facts, plan, desk, fits, rng, count)
    return count, wanted


@compiled
def _put_together(
    problem: Any, plan: Array, desk: Array, hard: Array, count: int, wanted: int, rng: Array
) -> tuple[bool, int]:
    """Insert what is out; return False when a rule is broken, and how many visits were out at some time."""
    facts, travel, fits = problem[0], problem[1], problem[2]
    is_valid = time_opened(facts, plan, desk, travel, fits)
    if is_valid:
        values = _drawn_values(desk, rng)
        sort_out(facts, desk, hard, rng, count, BY_VALUE if wanted >= 0 else drawn_order(hard, rng))
        put_first(desk, count, wanted)
        is_valid = _recreate(problem, plan, desk, count, values, rng)
        if is_valid and values > 1.0 and desk[0].gones > 0:
            count = _prune(facts, plan, desk, travel, fits, count)
            is_valid = time_opened(facts, plan, desk, travel, fits)
    return is_valid, count


@compiled
def _drawn_values(desk: Array, rng: Array) -> float:
    """Return up to how many values a visit may cost in this step."""
    drawn = uniform(rng)
    if drawn < GENEROUS_SHARE:
        return GENEROUS_VALUES
    if desk[0].gones > 0 and drawn < GENEROUS_SHARE + _LAVISH_SHARE:
        return _LAVISH_VALUES
    return 1.0


@compiled
def _prune(facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, count: int) -> int:
    """Take out of the altered tours what saves more drive than it is worth, the worst first; list it."""
    for at in range(desk[0].alterations):
        shift = desk[at].alteration
        number = _worst(facts, plan, travel, shift)
        while number > 0:
            open_tour(facts, plan, desk, fits, shift)
            remove(facts, plan, number)
            count = _list_out(desk, number, count)
            plan[0].unplanned += facts[number].value
            plan[0].planned -= 1
            number = _worst(facts, plan, travel, shift)
    return count


@compiled
def _worst(facts: Array, plan: Array, travel: Array, shift: int) -> int:
    """Return the visit of a tour that would save most beyond its value, 0 when none would save anything."""
    day, worst, most = facts[shift], 0, 0.0
    task, place = plan[shift].first, day.start_place
    while task > 0:
        after, here = plan[task].after, facts[task].place
        there = day.end_place if after == 0 else facts[after].place
        less_s = way_s(facts, travel, shift, place, here, 0) + way_s(facts, travel, shift, here, there, 0)
        if plan[shift].stops > 1:
            less_s -= way_s(facts, travel, shift, place, there, 0)
        what = facts[facts[task].visit]
        if facts[0].travel * less_s - what.value > most and not what.fixed:
            worst, most = facts[task].visit, facts[0].travel * less_s - what.value
        task, place = after, here
    return worst


@compiled
def _copy(source: Array, target: Array) -> None:
    for row in range(len(source)):
        target[row] = source[row]


@compiled
def list_left_out(facts: Array, plan: Array, desk: Array) -> None:
    """Note on the desk what is left out of a plan."""
    desk[0].gones = 0
    for number in range(facts[0].visits_from, facts[0].tasks_from):
        desk[number].gone_at = 0
        if plan[number].rank < 0 and facts[number].possible and not desk[number].barred:
            _note_gone(desk, number)


@compiled
def _note_gone(desk: Array, number: int) -> None:
    desk[desk[0].gones].gone = number
    desk[0].gones += 1
    desk[number].gone_at = desk[0].gones


@compiled
def _forget_gone(desk: Array, number: int) -> None:
    desk[0].gones -= 1
    last, at = desk[desk[0].gones].gone, desk[number].gone_at
    desk[at - 1].gone = last
    desk[last].gone_at = at
    desk[number].gone_at = 0


@compiled
def _clean_up(plan: Array, desk: Array, count: int) -> None:
    """Note what has become of the visits of a step."""
    for at in range(count):
        number = desk[at].out
        desk[number].is_out = desk[number].was_planned = 0
        if plan[number].rank >= 0 and desk[number].gone_at:
            _forget_gone(desk, number)
        elif plan[number].rank < 0 and not desk[number].gone_at:
            _note_gone(desk, number)
    for at in range(desk[0].alterations):
        desk[desk[at].alteration].altered = 0


@compiled
def _some_left_out(desk: Array, rng: Array) -> int:
    """List some visits of those that are left out; return how many."""
    count = 0
    for _ in range(min(_TRIED_AGAIN, desk[0].gones)):
        count = _list_out(desk, desk[below(rng, desk[0].gones)].gone, count)
    return count


@compiled
def _list_out(desk: Array, number: int, count: int) -> int:
    """List a visit to be inserted, if it is not yet; return how many there are."""
    if desk[number].is_out:
        return count
    desk[number].is_out = 1
    desk[count].out = number
    return count + 1


@compiled
def _note_taken(facts: Array, plan: Array, desk: Array, before: int, count: int) -> None:
    """Take the visits listed from ``before`` to ``count``, just removed, off the terms."""
    for at in range(before, count):
        number = desk[at].out
        desk[number].is_out = desk[number].was_planned = 1
        plan[0].unplanned += facts[number].value
        plan[0].planned -= 1


@compiled
def _ruin(facts: Array, plan: Array, desk: Array, fits: Array, near: Array, rng: Array, count: int) -> int:
    """Take strings of visits near a random one out of the tours; list them, and some left out near there."""
    whole = facts[0]
    longest = longest_string(facts, plan)
    strings = drawn_strings(longest, rng) if longest > 0.0 else 1
    seed, tried = _seed(facts, desk, rng), 0
    empties = desk[0].gones == 0 and uniform(rng) < _EMPTIED_SHARE
    for index in near[seed]:
        number = whole.visits_from + index
        if strings == 0:
            break
        if facts[number].fixed or desk[number].barred:
            continue
        if plan[number].rank < 0:
            if tried < _TRIED_NEAR and facts[number].possible:
                count = _list_out(desk, number, count)
                tried += 1
            continue
        task = facts[number].first_task
        shift = plan[task].shift
        if not desk[shift].altered:
            open_tour(facts, plan, desk, fits, shift)
            strings -= 1
            size = int(1 + uniform(rng) * min(float(plan[shift].stops), longest))
            before = count
            if empties:
                count, empties = empty_tour(facts, plan, desk, shift, count), False
            else:
                count = take_string(facts, plan, desk, task, size, rng, count)
            _note_taken(facts, plan, desk, before, count)
    _move_break(facts, plan, desk, fits, rng)
    return count


@compiled
def _seed(facts: Array, desk: Array, rng: Array) -> int:
    """Return a visit at random (from 0), of those that this search looks after if they are not too rare."""
    first, last = facts[0].visits_from, facts[0].tasks_from
    seed = below(rng, last - first)
    for _ in range(_DRAWS):
        if not desk[first + seed].barred:
            break
        seed = below(rng, last - first)
    return seed


@compiled
def _clear_tours(
    facts: Array, plan: Array, desk: Array, fits: Array, rng: Array, count: int, number: int
) -> int:
    """Empty tours of agents who could make a visit: one for it, and some to make room for others."""
    task = facts[number].first_task
    wanted = 1 + below(rng, ROOM)
    shifts = facts[0].visits_from - 1
    start = below(rng, shifts)
    for step in range(shifts):
        shift = 1 + (start + step) % shifts
        if wanted > 0 and fits[task, shift] >= 0 and plan[shift].stops > 0 and not desk[shift].barred:
            wanted -= 1
            open_tour(facts, plan, desk, fits, shift)
            before = count
            count = empty_tour(facts, plan, desk, shift, count)
            _note_taken(facts, plan, desk, before, count)
    return count


@compiled
def _move_calls(facts: Array, plan: Array, desk: Array, fits: Array, rng: Array, count: int) -> int:
    """At times have a tour call at its store elsewhere or not at all; drop calls that are not needed."""
    if uniform(rng) < CALL_SHARE:
        shift = 1 + below(rng, facts[0].visits_from - 1)
        if plan[shift].call > 0 and not desk[shift].barred:
            open_tour(facts, plan, desk, fits, shift)
            before = count
            count = move_call(facts, plan, desk, fits, rng, count, shift)
            _note_taken(facts, plan, desk, before, count)
    for at in range(desk[0].alterations):
        drop_needless_call(facts, plan, fits, desk[at].alteration)
    return count


@compiled
def _move_break(facts: Array, plan: Array, desk: Array, fits: Array, rng: Array) -> None:
    """At times have a break taken before some task, or let it wait again."""
    whole = facts[0]
    if whole.has_breaks and uniform(rng) < BREAK_SHARE:
        task = whole.tasks_from + below(rng, whole.tasks_to - whole.tasks_from)
        if plan[task].shift > 0 and not desk[plan[task].shift].barred:
            open_tour(facts, plan, desk, fits, plan[task].shift)
            plan[task].rested = 0 if plan[task].rested else 1


@compiled
def _recreate(problem: Any, plan: Array, desk: Array, count: int, values: float, rng: Array) -> bool:
    """Insert the visits that are out, each at a cheap seat, if that costs less than so many values."""
    facts, travel, fits = problem[0], problem[1], problem[2]
    # where many are left out, it is nothing special that one finds no place
    is_full = desk[0].gones * _FULL >= facts[0].tasks_from - facts[0].visits_from
    for place in range(count):
        number = desk[place].out
        limit = values * facts[number].value
        persists = (desk[number].was_planned and not is_full) or uniform(rng) < _PERSISTENT_SHARE
        cost = cheapest_near(problem, plan, desk, number, limit, BLINK, persists, rng)
        if cost < limit and not seat(facts, plan, desk, travel, fits, number):
            return False
    return True
