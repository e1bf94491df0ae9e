# SPDX-License-Identifier: GPL-3.0-or-later
"""Take visits out of tours, and order those that are out: what both searches share."""

from __future__ import annotations

from ...core.compiled import compiled
from .kernel_book import LEADS, Array
from .kernel_loads import use_up
from .kernel_random import below, uniform
from .kernel_seats import remove

# figures of the paper (see ``kernel_search``): visits removed on average, longest string, share of split
# strings
_REMOVED = 10
_LONGEST = 10
_SPLIT_SHARE = 0.5
_SPLIT_GROWTH = 0.01
# share of the steps that also move the call at a store
CALL_SHARE = 0.3
# share of the steps that also move a break before some visit, or let it wait again
BREAK_SHARE = 0.05
# share of the steps that empty whole tours, so that a visit of a large team finds room again
CLEARED_SHARE = 0.03
ROOM = 6
# share of the candidates that are skipped
BLINK = 0.01
# a visit that does not pay alone may pay with another: at times they are let in at up to this many values
GENEROUS_SHARE = 0.1
GENEROUS_VALUES = 2.0
# a plan must be so much better to count as better
TINY = 1e-6
# the column of ``insertion_orders`` that puts the highest value first
BY_VALUE = 4


@compiled
def longest_string(facts: Array, plan: Array) -> float:
    """Return how many visits a string has at most: about as many as a tour has; 0 when all are empty."""
    used, stops = 0, 0
    for shift in range(1, facts[0].visits_from):
        used += plan[shift].stops > 0
        stops += plan[shift].stops
    return min(float(_LONGEST), stops / used) if used > 0 else 0.0


@compiled
def drawn_strings(longest: float, rng: Array) -> int:
    """Return how many tours lose a string."""
    return int(1 + uniform(rng) * (4.0 * _REMOVED / (1.0 + longest) - 1.0))


@compiled
def most_valued(facts: Array, desk: Array, rng: Array, count: int) -> int:
    """Return the visit of the highest value among three that are out."""
    best: int = desk[below(rng, count)].out
    for _ in range(2):
        other = desk[below(rng, count)].out
        if facts[other].value > facts[best].value:
            best = other
    return best


@compiled
def put_first(desk: Array, count: int, number: int) -> None:
    """Have a visit inserted before all others that are out."""
    for place in range(count):
        if desk[place].out == number:
            desk[place].out, desk[0].out = desk[0].out, number
            break


@compiled
def take_string(facts: Array, plan: Array, desk: Array, task: int, size: int, rng: Array, count: int) -> int:
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
            count = take_out(facts, plan, desk, number, count)
    return count


@compiled
def take_out(facts: Array, plan: Array, desk: Array, number: int, count: int) -> int:
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
def drawn_order(hard: Array, rng: Array) -> int:
    """Return a column of ``hard``, drawn by its weight in row 0."""
    drawn = uniform(rng) * hard[0].sum()
    column = 0
    while column + 1 < hard.shape[1] and drawn >= hard[0, column]:
        drawn -= hard[0, column]
        column += 1
    return column


@compiled
def sort_out(facts: Array, desk: Array, hard: Array, rng: Array, count: int, column: int) -> None:
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


@compiled
def empty_tour(facts: Array, plan: Array, desk: Array, shift: int, count: int) -> int:
    """Take all visits of a tour out but those that must stay; list them."""
    last = plan[shift].last
    while last > 0 and not facts[facts[last].visit].fixed:
        count = take_out(facts, plan, desk, facts[last].visit, count)
        last = plan[shift].last
    return count


@compiled
def move_call(facts: Array, plan: Array, desk: Array, fits: Array, rng: Array, count: int, shift: int) -> int:
    """Have a tour call at its store elsewhere or not at all; what it then lacks goes out."""
    tour = plan[shift]
    place = below(rng, tour.stops + 1)
    tour.call = 0
    for row in range(facts[shift].first_stock, facts[shift].last_stock):
        plan[row].used = 0
    task = tour.first
    while task > 0:
        following = plan[task].after
        if place == 0:
            tour.call = task
        place -= 1
        if not use_up(facts, plan, fits, task) and not facts[facts[task].visit].fixed:
            count = take_out(facts, plan, desk, facts[task].visit, count)
        task = following
    return count
