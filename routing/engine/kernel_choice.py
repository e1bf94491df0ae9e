# SPDX-License-Identifier: GPL-3.0-or-later
"""Find the cheapest seats for a visit in a plan: all are listed by their detour, and priced in that order."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...core.compiled import compiled
from ...core.kernel_heap import drop_first, push
from .kernel_book import FROM_STORE, Array
from .kernel_insert import price_insertion
from .kernel_late import least_late, least_share
from .kernel_loads import call_for, lacks, way_s
from .kernel_plain import try_plain
from .kernel_random import uniform
from .kernel_schedule import state_after
from .kernel_segments import least_s


@compiled
def cheapest(
    facts: Array,
    plan: Array,
    desk: Array,
    travel: Array,
    fits: Array,
    number: int,
    limit: float,
    blink: float,
    rng: Array,
) -> float:
    """Return the cost of the cheapest insertion of a visit below ``limit`` (infinite: none); note its seats.

    Each candidate is skipped with probability ``blink``; with 0 the answer is exact.
    """
    begin_offers(facts, plan, desk, limit, blink)
    if facts[number].last_task - facts[number].first_task == 1:
        _offer_alone(facts, plan, desk, travel, fits, number, rng)
    else:
        _offer_teams(facts, plan, desk, travel, fits, number, rng)
    return choose_offered(facts, plan, desk, travel, fits, number, limit, rng)


@compiled
def begin_offers(facts: Array, plan: Array, desk: Array, limit: float, blink: float) -> None:
    """Start with an empty list of candidates."""
    whole = desk[0]
    whole.limit, whole.shortest, whole.blink = limit, np.inf, blink
    whole.listed = whole.offered = 0
    # an insertion costs its detour at least, but for the waiting that it saves in tours that meet its own
    whole.slack = facts[0].waiting * plan[0].waiting_s if facts[0].has_meetings else 0.0
    if blink == 0.0:
        whole.slack = np.inf


@compiled
def choose_offered(
    facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int, limit: float, rng: Array
) -> float:
    """Price the candidates on the list; return the cost of the cheapest and note its seats."""
    whole, first, last = desk[0], facts[number].first_task, facts[number].last_task
    while whole.listed > 0 and desk[0].key - whole.slack < whole.limit:
        row = desk[0].who
        whole.listed = drop_first(desk["key"], desk["who"], whole.listed)
        for task in range(first, last):
            desk[task].shift, desk[task].before = desk[row].offered_shift, desk[row].offered_before
            desk[task].by_store = desk[row].offered_by_store
            row += 1
        _try(facts, plan, desk, travel, fits, number, desk[row - 1].detour, rng)
    return whole.limit if whole.limit < limit else np.inf


@compiled
def _try(
    facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int, detour: float, rng: Array
) -> None:
    """Price the seats being tried; the cheapest so far become the best, and their cost the limit.

    They cost ``detour`` at least, and more if somebody comes late.
    """
    if uniform(rng) < desk[0].blink:
        return
    desk[0].detour = detour
    cost = price_insertion(facts, plan, desk, travel, fits, number)
    if cost < desk[0].limit:
        desk[0].limit = cost
        for task in range(facts[number].first_task, facts[number].last_task):
            seat = desk[task]
            seat.best_shift, seat.best_before, seat.best_start_s = seat.shift, seat.before, seat.start_s
            seat.best_by_store = seat.by_store
        desk[number].best_rank = desk[number].try_rank


@compiled
def _offer(
    facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int, detour: float, rng: Array
) -> None:
    """Put the seats on the list by their detour, or price them at once: the shortest, or when it is full."""
    whole, first, last = desk[0], facts[number].first_task, facts[number].last_task
    row, least = whole.offered, detour
    if facts[0].lateness > 0.0:
        least += least_late(facts, plan, desk, travel, first, last)
    if least < whole.shortest or row + last - first > len(desk):
        whole.shortest = min(whole.shortest, least)
        _try(facts, plan, desk, travel, fits, number, detour, rng)
    elif least - whole.slack < whole.limit:
        whole.listed = push(desk["key"], desk["who"], whole.listed, least, row)
        for task in range(first, last):
            desk[row].offered_shift, desk[row].offered_before = desk[task].shift, desk[task].before
            desk[row].offered_by_store = desk[task].by_store
            desk[row].detour = detour
            row += 1
        whole.offered = row


@compiled
def _detour(
    facts: Array, plan: Array, travel: Array, number: int, shift: int, before: int, by_store: int
) -> float:
    """Return the price of the extra drive of a task after another one (0: first), by the store if it calls.

    What the tour waits less is taken off, at most that is.

    Infinite when the day is too short for all that drive and work, even without breaks and waiting.
    """
    day, mine, task = facts[shift], plan[shift], facts[number]
    here = day.start_place if before == 0 else facts[before].place
    following = mine.first if before == 0 else plan[before].after
    there = day.end_place if following == 0 else facts[following].place
    calls_next = int(following > 0 and mine.call == following)
    extra_s = way_s(facts, travel, shift, here, task.place, by_store)
    extra_s += way_s(facts, travel, shift, task.place, there, calls_next * (1 - by_store))
    if mine.stops > 0:
        extra_s -= way_s(facts, travel, shift, here, there, calls_next)
    more_s = task.duration_s + by_store * (1 - calls_next) * day.loading_s
    if day.start_s + mine.busy_s + extra_s + more_s > day.latest_s:
        return np.inf
    if day.leaves_late and not facts[0].has_meetings:
        lasts_s = least_s(facts, plan, travel, number, shift, before, by_store)
        if lasts_s < 0 or lasts_s > day.longest_s:
            return np.inf
        lasted_s = mine.returns_s - mine.leaves_s - mine.saved_s if mine.stops > 0 else 0
        waits_s = lasts_s - lasted_s - extra_s - more_s
        return float(facts[0].travel * extra_s + facts[0].waiting * waits_s)
    filled_s = max(0, min(mine.waited_s - mine.saved_s, extra_s + more_s)) if mine.stops > 0 else 0
    price: float = facts[0].travel * extra_s - facts[0].waiting * filled_s
    return price


@compiled
def _offer_alone(
    facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int, rng: Array
) -> None:
    """Offer every position on every tour that the agent reaches, and leaves, in time."""
    task = facts[number].first_task
    for shift in range(1, facts[0].visits_from):
        if fits[task, shift] < 0 or lacks(facts, plan, fits, task, shift):
            continue
        offer_along(facts, plan, desk, travel, fits, number, shift, rng)


@compiled
def offer_along(
    facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int, shift: int, rng: Array
) -> None:
    """Offer every position on a tour that the agent reaches, and leaves, in time."""
    before, task = facts[shift].fixed, facts[number].first_task
    if facts[0].is_plain:
        while try_plain(facts, plan, desk, travel, task, shift, before, rng):
            before = plan[shift].first if before == 0 else plan[before].after
            if before == 0:
                break
        return
    while offer_after(facts, plan, desk, travel, fits, number, shift, before, rng):
        before = plan[shift].first if before == 0 else plan[before].after
        if before == 0:
            break


@compiled
def offer_after(
    facts: Array,
    plan: Array,
    desk: Array,
    travel: Array,
    fits: Array,
    number: int,
    shift: int,
    before: int,
    rng: Array,
) -> bool:
    """Offer a position on a tour if the agent leaves it in time; False when it is too late there."""
    task = facts[number].first_task
    what, day = facts[task], facts[shift]
    following = plan[shift].first if before == 0 else plan[before].after
    place, free_s, _ = state_after(facts, plan, shift, before)
    reaches_s = free_s + travel[day.matrix + place, what.place]
    if reaches_s > what.latest_s:
        return False
    leaves_s = max(reaches_s, what.from_s) + what.duration_s
    there = day.end_place if following == 0 else facts[following].place
    must_s = day.latest_s if following == 0 else plan[following].back_late_s
    if leaves_s + travel[day.matrix + what.place, there] <= must_s:
        desk[task].shift, desk[task].before, desk[task].by_store = shift, before, 0
        if facts[0].has_loads and day.store_place >= 0:
            _offer_loaded(facts, plan, desk, travel, fits, number, rng)
        else:
            detour = _detour(facts, plan, travel, task, shift, before, 0)
            if detour < np.inf:
                _offer(facts, plan, desk, travel, fits, number, detour, rng)
    return True


@compiled
def _offer_loaded(
    facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int, rng: Array
) -> None:
    """Offer a position, with a call at the store before it where that is needed or comes next anyway."""
    task = facts[number].first_task
    shift, before = desk[task].shift, desk[task].before
    following = plan[shift].first if before == 0 else plan[before].after
    calls = call_for(facts, plan, fits, task, shift, before)
    can_move = calls == 0 and following > 0 and plan[shift].call == following
    most_calls = 1 if can_move else calls
    while 0 <= calls <= most_calls:
        desk[task].by_store = calls
        detour = _detour(facts, plan, travel, task, shift, before, calls)
        if detour < np.inf:
            _offer(facts, plan, desk, travel, fits, number, detour, rng)
        calls += 1


@compiled
def _offer_teams(
    facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int, rng: Array
) -> None:
    """Offer every team at every moment of the global order at which the position of a member changes."""
    visit = facts[number]
    if desk[0].slack < np.inf:
        # teams of the moment at which the visit should begin leave little to look at of all others
        one = facts[visit.first_task]
        begins_s = (one.from_s + min(one.due_s, one.latest_s)) // 2
        _go_to(facts, plan, desk, travel, visit, begins_s)
        _offer_crews(facts, plan, desk, travel, fits, number, rng)
    _go_to(facts, plan, desk, travel, visit, -1)
    _offer_crews(facts, plan, desk, travel, fits, number, rng)
    for shift in range(1, facts[0].visits_from):
        desk[shift].fresh = 0
    for rank in range(plan[0].planned):
        passed = plan[rank].nth
        # nobody makes this visit in time after one that starts too late
        is_late = plan[passed].start_s > visit.latest_s
        if facts[passed].fixed:
            continue
        is_open = False
        for task in range(facts[passed].first_task, facts[passed].last_task):
            shift = plan[task].shift
            extra = np.inf if is_late else _shared_detour(facts, plan, desk, travel, visit, shift, task)
            desk[shift].cursor, desk[shift].extra, desk[shift].fresh = task, extra, 1
            is_open = is_open or extra < np.inf
        if is_open:
            _offer_crews(facts, plan, desk, travel, fits, number, rng)
        for task in range(facts[passed].first_task, facts[passed].last_task):
            desk[plan[task].shift].fresh = 0


@compiled
def _go_to(facts: Array, plan: Array, desk: Array, travel: Array, visit: Any, moment_s: int) -> None:
    """Have everybody join after what has started by a moment."""
    for shift in range(1, facts[0].visits_from):
        desk[shift].cursor, desk[shift].fresh = facts[shift].fixed, 1
    rank = 0
    while rank < plan[0].planned and plan[plan[rank].nth].start_s <= moment_s:
        passed = plan[rank].nth
        rank += 1
        if not facts[passed].fixed:
            for task in range(facts[passed].first_task, facts[passed].last_task):
                desk[plan[task].shift].cursor = task
    for shift in range(1, facts[0].visits_from):
        desk[shift].extra = _shared_detour(facts, plan, desk, travel, visit, shift, desk[shift].cursor)


@compiled
def _shared_detour(
    facts: Array, plan: Array, desk: Array, travel: Array, visit: Any, shift: int, before: int
) -> float:
    """Return the detour to the one place of a visit, 0 where its tasks are at several.

    Infinite where nobody could join for less than the limit.
    """
    if visit.spread:
        return 0.0
    detour = _detour(facts, plan, travel, visit.first_task, shift, before, 0)
    least = detour - desk[0].slack
    if facts[0].lateness > 0.0 and least < desk[0].limit:
        least += least_share(facts, plan, travel, visit, shift, before)
    return detour if least < desk[0].limit else np.inf


@compiled
def _offer_crews(
    facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int, rng: Array
) -> None:
    """Offer every team at one moment that has a member whose position is new."""
    first, last = facts[number].first_task, facts[number].last_task
    task = first
    desk[task].shift, desk[task].spent, desk[task].renewed = 0, 0.0, 0
    while task >= first:
        seat = desk[task]
        shift = _next_member(facts, desk, fits, first, task, task + 1 == last)
        if shift == 0:
            task -= 1
            continue
        seat.shift, seat.before, seat.by_store = shift, desk[shift].cursor, 0
        spent = seat.spent + desk[shift].extra
        if facts[0].has_loads:
            seat.by_store = call_for(facts, plan, fits, task, shift, seat.before)
            if seat.by_store < 0:
                continue
        if facts[number].spread or seat.by_store:
            spent = seat.spent + _detour(facts, plan, travel, task, shift, seat.before, seat.by_store)
        if spent - desk[0].slack >= desk[0].limit:
            continue
        if task + 1 < last:
            task += 1
            desk[task].spent, desk[task].renewed = spent, seat.renewed | desk[shift].fresh
            desk[task].shift = shift if facts[task].like_previous else 0
        elif _brings_all(facts, desk, fits, number):
            _offer(facts, plan, desk, travel, fits, number, spent, rng)


@compiled
def _next_member(facts: Array, desk: Array, fits: Array, first: int, task: int, is_last: bool) -> int:
    """Return the next shift that can take a task beside the members chosen so far, 0 when there is none."""
    must_be_fresh = is_last and not desk[task].renewed
    for shift in range(desk[task].shift + 1, facts[0].visits_from):
        if fits[task, shift] < 0 or desk[shift].extra == np.inf or (must_be_fresh and not desk[shift].fresh):
            continue
        together = True
        for member in range(first, task):
            other = facts[desk[member].shift]
            if other.agent == facts[shift].agent or other.day != facts[shift].day:
                together = False
                break
        if together:
            return shift
    return 0


@compiled
def _brings_all(facts: Array, desk: Array, fits: Array, number: int) -> bool:
    """Tell whether a team brings all that the visit needs."""
    brought = 0
    for task in range(facts[number].first_task, facts[number].last_task):
        brought |= fits[task, desk[task].shift] & (FROM_STORE - 1)
    return bool(brought == facts[number].needs)
