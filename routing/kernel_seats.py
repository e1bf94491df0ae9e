# SPDX-License-Identifier: GPL-3.0-or-later
"""Find the cheapest place for a visit in a plan, put it there, take it out again."""

from __future__ import annotations

from typing import Any

import numpy as np

from .compiled import compiled
from .kernel_insert import price_insertion
from .kernel_random import uniform
from .kernel_schedule import Array, state_after


@compiled
def cheapest(
    given: Any, plan: Any, number: int, scratch: Any, limit: float, blink: float, rng: Array
) -> float:
    """Return the cost of the cheapest insertion of a visit below ``limit`` (infinite: none); fill best seats.

    Each candidate is skipped with probability ``blink``; with 0 the answer is exact.
    """
    if given[2][number].roles == 1:
        return _cheapest_alone(given, plan, number, scratch, limit, blink, rng)
    return _cheapest_team(given, plan, number, scratch, limit, blink, rng)


@compiled
def detour_s(given: Any, plan: Any, place: int, shift: int, before: int) -> int:
    """Return the extra drive of passing by a place after a task (-1: before the first)."""
    visits, tasks, travel = given[2], given[4], given[5]
    mine = plan[2][shift]
    here = state_after(given, plan, shift, before)[0]
    after = mine.first if before < 0 else plan[1][before].after
    there = given[0][shift].end_place if after < 0 else visits[tasks[after].visit].place
    direct_s = 0 if mine.first < 0 else travel[here, there]
    extra_s: int = travel[here, place] + travel[place, there] - direct_s
    return extra_s


@compiled
def _slack(given: Any, plan: Any, blink: float) -> float:
    """Return how much an insertion can save elsewhere at most; no limit where the answer must be exact."""
    return np.inf if blink == 0.0 else given[9][0].waiting * plan[4][0].waiting_s


@compiled
def _cheapest_alone(
    given: Any, plan: Any, number: int, scratch: Any, limit: float, blink: float, rng: Array
) -> float:
    visits, travel, can, weights = given[2], given[5], given[6], given[9][0]
    seats, best = scratch[0], scratch[1]
    visit = visits[number]
    slack = _slack(given, plan, blink)
    found, bound = np.inf, limit
    for shift in range(len(given[0])):
        if not can[visit.first_task, shift]:
            continue
        before = -1
        while True:
            place, free_s, _ = state_after(given, plan, shift, before)
            if free_s + travel[place, visit.place] > visit.latest_s:
                break
            extra = weights.travel * detour_s(given, plan, visit.place, shift, before)
            if extra - slack < bound and uniform(rng) >= blink:
                seats[0].shift, seats[0].before = shift, before
                cost = price_insertion(given, plan, number, scratch)
                if cost < bound:
                    found = bound = cost
                    best[0] = seats[0]
            before = plan[2][shift].first if before < 0 else plan[1][before].after
            if before < 0:
                break
    return found


@compiled
def _cheapest_team(
    given: Any, plan: Any, number: int, scratch: Any, limit: float, blink: float, rng: Array
) -> float:
    """Try every team at every moment of the global order at which one of its members' position changes."""
    shifts, visits = given[0], given[2]
    visit_plan, task_plan, _, order, totals = plan
    visit = visits[number]
    cursor = np.full(len(shifts), -1)
    extra = np.zeros(len(shifts))
    fresh = np.ones(len(shifts), np.bool_)
    slack = _slack(given, plan, blink)
    for shift in range(len(shifts)):
        extra[shift] = given[9][0].travel * detour_s(given, plan, visit.place, shift, -1)
    found, bound = np.inf, limit
    for slot in range(totals[0].planned + 1):
        if slot > 0:
            fresh[:] = False
            passed = order[slot - 1]
            for task in range(visits[passed].first_task, visits[passed].first_task + visits[passed].roles):
                shift = task_plan[task].shift
                cursor[shift], fresh[shift] = task, True
                # nobody makes this visit in time after one that starts too late
                is_late = visit_plan[passed].start_s > visit.latest_s
                detour = given[9][0].travel * detour_s(given, plan, visit.place, shift, task)
                extra[shift] = np.inf if is_late else detour
        cost = _cheapest_crew(given, plan, number, scratch, cursor, extra, fresh, bound, slack, blink, rng)
        if cost < bound:
            found = bound = cost
    return found


@compiled
def _cheapest_crew(
    given: Any,
    plan: Any,
    number: int,
    scratch: Any,
    cursor: Array,
    extra: Array,
    fresh: Array,
    bound: float,
    slack: float,
    blink: float,
    rng: Array,
) -> float:
    """Return the cheapest team at one moment; every team has a member whose position is fresh."""
    seats, best = scratch[0], scratch[1]
    visit = given[2][number]
    found = np.inf
    spent = np.zeros(visit.roles + 1)
    role = 0
    seats[0].shift = -1
    while role >= 0:
        shift = _next_member(given, number, seats, role, seats[role].shift + 1)
        if shift < 0:
            role -= 1
            continue
        seats[role].shift, seats[role].before = shift, cursor[shift]
        spent[role + 1] = spent[role] + extra[shift]
        if spent[role + 1] - slack >= bound:
            continue
        if role + 1 < visit.roles:
            role += 1
            like = given[4][visit.first_task + role].like_previous
            seats[role].shift = seats[role - 1].shift if like else -1
            continue
        if _is_fit(given, number, seats, fresh) and uniform(rng) >= blink:
            cost = price_insertion(given, plan, number, scratch)
            if cost < bound:
                found = bound = cost
                for member in range(visit.roles):
                    best[member] = seats[member]
    return found


@compiled
def _next_member(given: Any, number: int, seats: Array, role: int, first: int) -> int:
    """Return the next shift that can take a role beside the members chosen so far, -1 when there is none."""
    shifts, can = given[0], given[6]
    task = given[2][number].first_task + role
    for shift in range(first, len(shifts)):
        if can[task, shift]:
            fits = True
            for member in range(role):
                other = shifts[seats[member].shift]
                if other.agent == shifts[shift].agent or other.day != shifts[shift].day:
                    fits = False
                    break
            if fits:
                return shift
    return -1


@compiled
def _is_fit(given: Any, number: int, seats: Array, fresh: Array) -> bool:
    """Tell whether a team brings all that the visit needs and has a member whose position is fresh."""
    visit, offers = given[2][number], given[7]
    brought, is_fresh = 0, False
    for member in range(visit.roles):
        brought |= offers[number, seats[member].shift]
        is_fresh |= fresh[seats[member].shift]
    return is_fresh and brought == visit.needs


@compiled
def insert(given: Any, plan: Any, number: int, seats: Array) -> None:
    """Put a visit into the routes at its seats and into the global order; times are not computed."""
    visits, tasks = given[2], given[4]
    visit_plan, task_plan, shift_plan, order, totals = plan
    visit = visits[number]
    earliest, latest = 0, totals[0].planned
    for role in range(visit.roles):
        task, shift, before = visit.first_task + role, seats[role].shift, seats[role].before
        mine = shift_plan[shift]
        after = mine.first if before < 0 else task_plan[before].after
        task_plan[task].shift, task_plan[task].before, task_plan[task].after = shift, before, after
        task_plan[task].rested = 0
        if before < 0:
            mine.first = task
        else:
            task_plan[before].after = task
            earliest = max(earliest, visit_plan[tasks[before].visit].rank + 1)
        if after < 0:
            mine.last = task
        else:
            task_plan[after].before = task
            latest = min(latest, visit_plan[tasks[after].visit].rank)
        mine.stops += 1
        mine.work_s += visit.duration_s
    rank = earliest
    while rank < latest and visit_plan[order[rank]].start_s <= seats[0].start_s:
        rank += 1
    for place in range(totals[0].planned, rank, -1):
        order[place] = order[place - 1]
    order[rank] = number
    totals[0].planned += 1
    visit_plan[number].rank = rank


@compiled
def remove(given: Any, plan: Any, number: int) -> None:
    """Take a visit out of its routes; the global order keeps a gap until ``close_ranks``."""
    visits = given[2]
    visit_plan, task_plan, shift_plan = plan[0], plan[1], plan[2]
    visit = visits[number]
    for task in range(visit.first_task, visit.first_task + visit.roles):
        old = task_plan[task]
        mine = shift_plan[old.shift]
        if old.before < 0:
            mine.first = old.after
        else:
            task_plan[old.before].after = old.after
        if old.after < 0:
            mine.last = old.before
        else:
            task_plan[old.after].before = old.before
        mine.stops -= 1
        mine.work_s -= visit.duration_s
        old.shift = -1
    visit_plan[number].rank = -1


@compiled
def close_ranks(plan: Any) -> None:
    """Drop the removed visits from the global order and sort it by start, keeping the order of equals."""
    visit_plan, _, _, order, totals = plan
    kept = 0
    for rank in range(totals[0].planned):
        number = order[rank]
        if visit_plan[number].rank >= 0:
            place = kept
            while place > 0 and visit_plan[order[place - 1]].start_s > visit_plan[number].start_s:
                order[place] = order[place - 1]
                place -= 1
            order[place] = number
            kept += 1
    totals[0].planned = kept
    for rank in range(kept):
        visit_plan[order[rank]].rank = rank
