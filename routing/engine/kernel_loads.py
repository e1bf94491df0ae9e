# SPDX-License-Identifier: GPL-3.0-or-later
"""What the vans carry: parts used up, and the one call at the store after which nothing runs out."""

from __future__ import annotations

from ...core.compiled import compiled
from .kernel_book import FROM_STORE, Array


@compiled
def way_s(facts: Array, travel: Array, shift: int, here: int, there: int, by_store: int) -> int:
    """Return the seconds that the vehicle of a shift drives from place to place, by its store if it calls."""
    day, drive_s = facts[shift], 0
    if by_store:
        drive_s = travel[day.matrix + here, day.store_place]
        here = day.store_place
    drive_s += travel[day.matrix + here, there]
    return int(drive_s)


@compiled
def calls_before(plan: Array, desk: Array, task: int) -> int:
    """Tell whether the call at the store comes right before a planned task, while seats are being tried."""
    shift = plan[task].shift
    if desk[shift].moved_call:
        return 0
    return int(plan[shift].call == task)


@compiled
def runs_out(facts: Array, plan: Array, fits: Array, task: int, shift: int) -> bool:
    """Tell whether a task needs the call at the store: what it takes is not on board any more."""
    if fits[task, shift] & FROM_STORE:
        return True
    day = facts[shift]
    for part in range(facts[task].first_part, facts[task].last_part):
        for row in range(day.first_stock, day.last_stock):
            if (
                facts[row].kind == facts[part].kind
                and plan[row].used + facts[part].amount > facts[row].amount
            ):
                return True
    return False


@compiled
def lacks(facts: Array, plan: Array, fits: Array, task: int, shift: int) -> bool:
    """Tell whether a van that has no store lacks what a task takes, wherever on its tour that comes."""
    if not facts[0].has_loads or facts[shift].store_place >= 0:
        return False
    return runs_out(facts, plan, fits, task, shift)


@compiled
def use_up(facts: Array, plan: Array, fits: Array, task: int) -> bool:
    """Take the parts of a planned task from its van; False when the van lacks what it needs."""
    shift = plan[task].shift
    before = plan[task].before
    plan[task].loaded = int(plan[shift].call == task or (before > 0 and plan[before].loaded))
    if plan[task].loaded:
        return True
    if runs_out(facts, plan, fits, task, shift):
        return False
    day = facts[shift]
    for part in range(facts[task].first_part, facts[task].last_part):
        for row in range(day.first_stock, day.last_stock):
            if facts[row].kind == facts[part].kind:
                plan[row].used += facts[part].amount
    return True


@compiled
def load_again(facts: Array, plan: Array, fits: Array, shift: int) -> bool:
    """Go through the stock of a tour anew; False when it runs out."""
    for row in range(facts[shift].first_stock, facts[shift].last_stock):
        plan[row].used = 0
    task = plan[shift].first
    while task > 0:
        if not use_up(facts, plan, fits, task):
            return False
        task = plan[task].after
    return True


@compiled
def call_for(facts: Array, plan: Array, fits: Array, task: int, shift: int, before: int) -> int:
    """Return how a task may come after another one (0: first): 0 as it is, 1 by the store, -1 not at all.

    The call is made where it is needed, and moves forward by one task to serve this one too.
    """
    if facts[shift].store_place < 0 and facts[task].first_part == facts[task].last_part:
        return 0
    if (before > 0 and plan[before].loaded) or not runs_out(facts, plan, fits, task, shift):
        return 0
    return 1 if may_call(facts, plan, shift, before) else -1


@compiled
def may_call(facts: Array, plan: Array, shift: int, before: int) -> bool:
    """Tell whether the call at the store can be right after a task (0: first): none is made, or next."""
    if facts[shift].store_place < 0:
        return False
    following = plan[shift].first if before == 0 else plan[before].after
    return bool(plan[shift].call == 0 or plan[shift].call == following)


@compiled
def drop_needless_calls(facts: Array, plan: Array, fits: Array) -> None:
    """Take the call at the store off every tour that can do without it."""
    for shift in range(1, facts[0].visits_from):
        drop_needless_call(facts, plan, fits, shift)


@compiled
def drop_needless_call(facts: Array, plan: Array, fits: Array, shift: int) -> None:
    """Take the call at the store off a tour that can do without it."""
    call = plan[shift].call
    if call > 0:
        plan[shift].call = 0
        if not load_again(facts, plan, fits, shift):
            plan[shift].call = call
