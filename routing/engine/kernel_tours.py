# SPDX-License-Identifier: GPL-3.0-or-later
"""Tours without meetings and links: each is timed, counted and copied without looking at any other."""

from __future__ import annotations

from ...core.compiled import compiled
from ...core.kernel_heap import drop_first, push
from .kernel_book import Array
from .kernel_loads import use_up
from .kernel_schedule import meet, note_departure, return_home
from .kernel_seats import link_in
from .kernel_totals import count_return, count_task, overdue_s, set_cost


@compiled
def open_tour(facts: Array, plan: Array, desk: Array, fits: Array, shift: int) -> None:
    """Take what a tour brings off the terms, before it is changed; list it among the altered ones."""
    if not desk[shift].altered:
        desk[shift].altered = 1
        desk[desk[0].alterations].alteration = shift
        desk[0].alterations += 1
    if plan[shift].counted:
        count_return(facts, plan, shift, -1)
        task = plan[shift].first
        while task > 0:
            count_task(facts, plan, fits, task, -1)
            task = plan[task].after


@compiled
def time_tour(facts: Array, plan: Array, travel: Array, fits: Array, shift: int) -> bool:
    """Compute the times of an opened tour and count what it brings; False when a rule is broken."""
    for row in range(facts[shift].first_stock, facts[shift].last_stock):
        plan[row].used = 0
    task = plan[shift].first
    while task > 0:
        number = facts[task].visit
        if meet(facts, plan, travel, number) < 0:
            return False
        if facts[0].has_loads and not use_up(facts, plan, fits, task):
            return False
        if facts[0].has_late:
            note_departure(facts, plan, number, task)
        count_task(facts, plan, fits, task, 1)
        task = plan[task].after
    return plan[shift].stops == 0 or return_home(facts, plan, travel, shift)


@compiled
def time_opened(facts: Array, plan: Array, desk: Array, travel: Array, fits: Array) -> bool:
    """Time all tours that were opened, and set the cost; False when a rule is broken."""
    for at in range(desk[0].alterations):
        shift = desk[at].alteration
        if not plan[shift].counted and not time_tour(facts, plan, travel, fits, shift):
            return False
    total(facts, plan)
    return True


@compiled
def total(facts: Array, plan: Array) -> None:
    """Set the cost of a plan from its terms."""
    if facts[0].largest > 0.0:
        plan[0].largest_s = 0
        for number in range(facts[0].visits_from, facts[0].tasks_from):
            task = facts[number].first_task
            if plan[number].rank >= 0:
                plan[0].largest_s = max(plan[0].largest_s, overdue_s(facts[task], plan[task].start_s))
    set_cost(facts[0], plan[0])


@compiled
def seat(facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int) -> bool:
    """Put a visit at its best seat into a tour, and time that; the global order is not kept."""
    shift = desk[facts[number].first_task].best_shift
    open_tour(facts, plan, desk, fits, shift)
    link_in(facts, plan, desk, facts[number].first_task)
    plan[number].rank = 0
    plan[0].planned += 1
    plan[0].unplanned -= facts[number].value
    in_time = time_tour(facts, plan, travel, fits, shift)
    total(facts, plan)
    return in_time


@compiled
def copy_altered(facts: Array, source: Array, target: Array, desk: Array, count: int) -> None:
    """Make the altered tours, and the visits listed as out, of one plan those of another as well."""
    target[0] = source[0]
    for at in range(count):
        number = desk[at].out
        target[number] = source[number]
        target[facts[number].first_task] = source[facts[number].first_task]
    for at in range(desk[0].alterations):
        shift = desk[at].alteration
        target[shift] = source[shift]
        for row in range(facts[shift].first_stock, facts[shift].last_stock):
            target[row] = source[row]
        task = source[shift].first
        while task > 0:
            number = facts[task].visit
            target[number], target[task] = source[number], source[task]
            task = source[task].after


@compiled
def put_in_order(facts: Array, plan: Array, desk: Array) -> None:
    """Set the global order anew, by start."""
    size = 0
    for shift in range(1, facts[0].visits_from):
        desk[shift].next = plan[shift].first
        if plan[shift].first > 0:
            size = push(desk["key"], desk["who"], size, float(plan[plan[shift].first].start_s), shift)
    rank = 0
    while size > 0:
        shift = desk[0].who
        size = drop_first(desk["key"], desk["who"], size)
        number = facts[desk[shift].next].visit
        plan[rank].nth = number
        plan[number].rank = rank
        rank += 1
        following = plan[desk[shift].next].after
        desk[shift].next = following
        if following > 0:
            size = push(desk["key"], desk["who"], size, float(plan[following].start_s), shift)
    plan[0].planned = rank
