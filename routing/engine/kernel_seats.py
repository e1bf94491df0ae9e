# SPDX-License-Identifier: GPL-3.0-or-later
"""Put a visit into a plan at the seats chosen for it, and take it out again."""

from __future__ import annotations

from ...core.compiled import compiled
from .kernel_book import Array
from .kernel_links import is_linked


@compiled
def insert(facts: Array, plan: Array, desk: Array, number: int) -> None:
    """Put a visit at its best seats into tours and global order; times are not computed."""
    visit, whole = facts[number], plan[0]
    earliest, latest = 0, whole.planned
    for task in range(visit.first_task, visit.last_task):
        link_in(facts, plan, desk, task)
        if plan[task].before > 0:
            earliest = max(earliest, plan[facts[plan[task].before].visit].rank + 1)
        if plan[task].after > 0:
            latest = min(latest, plan[facts[plan[task].after].visit].rank)
    rank = earliest
    if is_linked(visit):
        rank = desk[number].best_rank
    else:
        start_s = desk[visit.first_task].best_start_s
        while rank < latest and plan[plan[rank].nth].start_s <= start_s:
            rank += 1
    for place in range(whole.planned, rank, -1):
        plan[place].nth = plan[place - 1].nth
    plan[rank].nth = number
    plan[number].rank = rank
    whole.planned += 1


@compiled
def link_in(facts: Array, plan: Array, desk: Array, task: int) -> None:
    """Put a task at its best seat into a tour."""
    shift, before = desk[task].best_shift, desk[task].best_before
    tour = plan[shift]
    after = tour.first if before == 0 else plan[before].after
    plan[task].shift, plan[task].before, plan[task].after = shift, before, after
    if before == 0:
        tour.first = task
    else:
        plan[before].after = task
    if after == 0:
        tour.last = task
    else:
        plan[after].before = task
    tour.stops += 1
    tour.work_s += facts[task].duration_s
    if desk[task].best_by_store:
        tour.call = task


@compiled
def remove(facts: Array, plan: Array, number: int) -> None:
    """Take a visit out of its tours; the global order keeps a gap until ``close_ranks``.

    A call at the store before it is made before the next task instead.
    """
    for task in range(facts[number].first_task, facts[number].last_task):
        old = plan[task]
        tour = plan[old.shift]
        if old.before == 0:
            tour.first = old.after
        else:
            plan[old.before].after = old.after
        if old.after == 0:
            tour.last = old.before
        else:
            plan[old.after].before = old.before
        if tour.call == task:
            tour.call = old.after
        tour.stops -= 1
        tour.work_s -= facts[task].duration_s
        old.shift = old.rested = 0
    plan[number].rank = -1


@compiled
def close_ranks(facts: Array, plan: Array) -> None:
    """Drop the removed visits from the global order and sort it by start, keeping the order of equals.

    Where roles have lags the order stays: agents may come to a visit long after it has started.
    """
    kept = 0
    for rank in range(plan[0].planned):
        number = plan[rank].nth
        if plan[number].rank >= 0:
            place = kept
            while (
                place > 0
                and not facts[0].has_lags
                and plan[plan[place - 1].nth].start_s > plan[number].start_s
            ):
                plan[place].nth = plan[place - 1].nth
                place -= 1
            plan[place].nth = number
            kept += 1
    plan[0].planned = kept
    for rank in range(kept):
        plan[plan[rank].nth].rank = rank
