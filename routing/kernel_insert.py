# SPDX-License-Identifier: GPL-3.0-or-later
"""What inserting a visit into a plan costs, exactly: new times ripple through every tour that they reach."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..core.compiled import compiled
from .kernel_book import STRANGER, Array
from .kernel_schedule import begin, finish, late_s, state_after


@compiled
def price_insertion(facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int) -> float:
    """Return the cost of making a visit from the seats being tried, infinite when that breaks a rule.

    Each task of the visit has its seat on the desk: the shift, and the task after which it comes.
    """
    visit, weights = facts[number], facts[0]
    start_s = _meet(facts, plan, desk, travel, visit)
    if start_s < 0:
        return np.inf
    cost = weights.lateness * late_s(visit, start_s)
    count = 0
    for task in range(visit.first_task, visit.last_task):
        seat = desk[task]
        mine, above_s = plan[seat.shift], facts[seat.shift].fair_s
        cost += weights.travel * seat.drive_s + weights.waiting * seat.idle_s
        cost += weights.imbalance * (
            max(0, mine.work_s + visit.duration_s - above_s) - max(0, mine.work_s - above_s)
        )
        if fits[task, seat.shift] >= STRANGER:
            cost += weights.preference
        seat.start_s = start_s
        following = mine.first if seat.before == 0 else plan[seat.before].after
        _move(desk, seat, following, visit.place, start_s + visit.duration_s)
        desk[count].queue = seat.shift
        count += 1
    total: float = cost + _ripple(facts, plan, desk, travel, count)
    return total


@compiled
def _meet(facts: Array, plan: Array, desk: Array, travel: Array, visit: Any) -> int:
    """Return when a team starts a visit from its seats, -1 when it comes too late; fill the seats."""
    start_s, agreed_s = 0, -1
    while start_s != agreed_s:
        agreed_s = start_s
        for task in range(visit.first_task, visit.last_task):
            seat = desk[task]
            tour = desk[seat.shift]
            if tour.moved:
                place, free_s, pending = tour.place, tour.free_s, tour.pending
            else:
                place, free_s, pending = state_after(facts, plan, seat.shift, seat.before)
            seat.drive_s = travel[place, visit.place]
            last_break = facts[seat.shift].last_break
            own_s, seat.pending, seat.idle_s = begin(
                facts, visit, last_break, free_s, seat.drive_s, pending, plan[task].rested, agreed_s
            )
            if own_s < 0:
                return -1
            if seat.before == 0 and not tour.moved:
                seat.idle_s = 0
            start_s = max(start_s, own_s)
        if visit.last_task - visit.first_task == 1:
            break
    return start_s


@compiled
def _move(desk: Array, seat: Any, following: int, place: int, free_s: int) -> None:
    """Note the new state of the agent of a seat, and the task that comes next (0: the way home)."""
    tour = desk[seat.shift]
    tour.moved, tour.next, tour.place = 1, following, place
    tour.free_s, tour.pending = free_s, seat.pending


@compiled
def _ripple(facts: Array, plan: Array, desk: Array, travel: Array, count: int) -> float:
    """Return the change of cost downstream of the moved tours, in the global order; leave none moved."""
    cost = 0.0
    while count > 0 and cost < np.inf:
        at = _first_moved(facts, plan, desk, count)
        shift = desk[at].queue
        if desk[shift].next == 0:
            cost += _price_return(facts, plan, desk, travel, shift)
            desk[shift].moved = 0
            count -= 1
            desk[at].queue = desk[count].queue
        else:
            change, count = _price_meeting(facts, plan, desk, travel, shift, count)
            cost += change
    for at in range(count):
        desk[desk[at].queue].moved = 0
    return cost


@compiled
def _first_moved(facts: Array, plan: Array, desk: Array, count: int) -> int:
    """Return the place in the queue of the tour whose next task comes first; the way home counts as first."""
    best, best_rank = 0, np.iinfo(np.int64).max
    if count > 1:
        for at in range(count):
            task = desk[desk[at].queue].next
            rank = -1 if task == 0 else plan[facts[task].visit].rank
            if rank < best_rank:
                best, best_rank = at, rank
    return best


@compiled
def _price_return(facts: Array, plan: Array, desk: Array, travel: Array, shift: int) -> float:
    """Return the change of cost of the way home of a moved tour."""
    day, mine, tour, weights = facts[shift], plan[shift], desk[shift], facts[0]
    drive_s = travel[tour.place, day.end_place]
    returns_s, _ = finish(facts, day.last_break, tour.free_s + drive_s, tour.pending)
    if returns_s > day.latest_s:
        return np.inf
    change: float = weights.travel * drive_s + weights.overtime * max(0, returns_s - day.end_s)
    if mine.stops > 0:
        change -= weights.travel * mine.drive_s + weights.overtime * max(0, mine.returns_s - day.end_s)
    return change


@compiled
def _price_meeting(
    facts: Array, plan: Array, desk: Array, travel: Array, shift: int, count: int
) -> tuple[float, int]:
    """Return the change of cost of the next visit of a moved tour, and how many tours are moved after it."""
    number = facts[desk[shift].next].visit
    visit, weights = facts[number], facts[0]
    for task in range(visit.first_task, visit.last_task):
        desk[task].shift, desk[task].before = plan[task].shift, plan[task].before
    start_s = _meet(facts, plan, desk, travel, visit)
    if start_s < 0:
        return np.inf, count
    before_s = plan[number].start_s
    change = weights.lateness * (late_s(visit, start_s) - late_s(visit, before_s))
    for task in range(visit.first_task, visit.last_task):
        seat, old = desk[task], plan[task]
        change += weights.travel * (seat.drive_s - old.drive_s)
        change += weights.waiting * (seat.idle_s - old.idle_s)
        is_moved = desk[seat.shift].moved == 1
        if start_s != before_s or seat.pending != old.pending:
            _move(desk, seat, old.after, visit.place, start_s + visit.duration_s)
            if not is_moved:
                desk[count].queue = seat.shift
                count += 1
        elif is_moved:
            desk[seat.shift].moved = 0
            count = _drop(desk, seat.shift, count)
    return change, count


@compiled
def _drop(desk: Array, shift: int, count: int) -> int:
    """Take a shift off the queue; return the new length."""
    for at in range(count):
        if desk[at].queue == shift:
            desk[at].queue = desk[count - 1].queue
            return count - 1
    return count
