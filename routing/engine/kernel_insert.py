# SPDX-License-Identifier: GPL-3.0-or-later
"""What inserting a visit into a plan costs, exactly: new times ripple through every tour that they reach."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...core.compiled import compiled
from .kernel_book import APART, FOLLOWS, LEADS, MOVED, NEVER_S, STRANGER, Array
from .kernel_departure import leaving_s, room_s, saved_s, slack_after
from .kernel_links import (
    alarm_later,
    drop_alarm,
    end_of,
    forget_times,
    is_linked,
    keeps_company,
    trial_bound,
    trial_too_late,
)
from .kernel_loads import calls_before, way_s
from .kernel_schedule import begin, finish, slack_at, state_after
from .kernel_totals import late_s, overdue_s


@compiled
def price_insertion(facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int) -> float:
    """Return the cost of making a visit from the seats being tried, infinite when that breaks a rule.

    Each task of the visit has its seat on the desk: the shift, and the task after which it comes. A visit
    that may not overlap others goes before them or waits for them, whichever is cheaper.
    """
    best, best_bound_s, bound_s, is_settled = np.inf, 0, 0, not is_linked(facts[number])
    # one place that calls it: the compiler copies a called function to every such place
    while True:
        cost = _price_from(facts, plan, desk, travel, fits, number, bound_s)
        if is_settled:
            return cost
        if cost < best:
            best, best_bound_s = cost, bound_s
        wait_s = _next_wait(facts, plan, desk, number)
        is_settled = wait_s == 0
        if is_settled and bound_s == best_bound_s:
            return cost
        bound_s = best_bound_s if is_settled else wait_s


@compiled
def _next_wait(facts: Array, plan: Array, desk: Array, number: int) -> int:
    """Return the next end, after the start just tried, of a visit not to overlap; 0 when there is none."""
    wait_s = 0
    start_s = desk[facts[number].first_task].start_s
    for row in range(facts[number].first_link, facts[number].last_link):
        link = facts[row]
        if link.kind == APART and plan[link.other].rank >= 0:
            end_s = end_of(facts, plan, link)
            if start_s < end_s and (wait_s == 0 or end_s < wait_s):
                wait_s = end_s
    return wait_s


@compiled
def _price_from(
    facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int, from_s: int
) -> float:
    """Return the cost of making a visit from the seats being tried, starting at ``from_s`` or later."""
    visit, weights = facts[number], facts[0]
    linked = is_linked(visit)
    if linked:
        start_s = _meet_linked(facts, plan, desk, travel, number, from_s)
    else:
        start_s = _meet(facts, plan, desk, travel, visit, 0)
    if start_s < 0:
        desk[0].trial = 0
        # later is no better
        desk[visit.first_task].start_s = NEVER_S
        return np.inf
    cost = 0.0
    count = 0
    desk[0].worst_s = plan[0].largest_s
    desk[0].spare = desk[0].limit + desk[0].slack - desk[0].detour
    for task in range(visit.first_task, visit.last_task):
        seat, what = desk[task], facts[task]
        mine, above_s = plan[seat.shift], facts[seat.shift].fair_s
        desk[0].spare -= weights.lateness * late_s(what, seat.start_s)
        cost += weights.lateness * late_s(what, seat.start_s)
        desk[0].worst_s = max(desk[0].worst_s, overdue_s(what, seat.start_s))
        cost += weights.travel * seat.drive_s + weights.waiting * seat.idle_s
        cost += weights.imbalance * (
            max(0, mine.work_s + what.duration_s - above_s) - max(0, mine.work_s - above_s)
        )
        if fits[task, seat.shift] & STRANGER:
            cost += weights.preference
        if fits[task, seat.shift] & MOVED:
            cost += weights.moves
        following = mine.first if seat.before == 0 else plan[seat.before].after
        if weights.has_late:
            _note_late(facts, plan, desk, number, task)
        _move(desk, seat, following, what.place, seat.start_s + what.duration_s)
        desk[seat.shift].moved_call = seat.by_store
        desk[count].queue = seat.shift
        count += 1
    if linked:
        alarm_later(facts, plan, desk, number)
    total: float = cost + _ripple(facts, plan, desk, travel, count)
    total += weights.largest * (desk[0].worst_s - plan[0].largest_s)
    for task in range(visit.first_task, visit.last_task):
        desk[desk[task].shift].moved_call = 0
    forget_times(desk)
    return total


@compiled
def _meet_linked(facts: Array, plan: Array, desk: Array, travel: Array, number: int, from_s: int) -> int:
    """Return when a linked visit starts from its seats, -1 for never; note its place in the global order.

    It comes after all that has started by then and that it may follow, and waits for those that it follows
    and those that it may not overlap.
    """
    visit = facts[number]
    first, last = _ranks(facts, plan, desk, number)
    if first > last or not keeps_company(facts, plan, desk, number):
        return -1
    desk[0].trial, desk[number].try_rank = number, first
    start_s, agreed_s = -1, -1
    bound_s = trial_bound(facts, plan, desk, number)
    if bound_s >= 0:
        bound_s = max(bound_s, from_s)
    while bound_s > agreed_s:
        agreed_s = bound_s
        start_s = _meet(facts, plan, desk, travel, visit, bound_s)
        if start_s < 0:
            return -1
        while desk[number].try_rank < last and plan[plan[desk[number].try_rank].nth].start_s <= start_s:
            desk[number].try_rank += 1
        bound_s = trial_bound(facts, plan, desk, number)
    if bound_s < 0 or trial_too_late(facts, plan, desk, number, start_s):
        return -1
    return start_s


@compiled
def _ranks(facts: Array, plan: Array, desk: Array, number: int) -> tuple[int, int]:
    """Return the first and the last place in the global order that the seats and links of a visit allow."""
    visit = facts[number]
    first, last = 0, plan[0].planned
    for task in range(visit.first_task, visit.last_task):
        seat = desk[task]
        after = plan[seat.shift].first if seat.before == 0 else plan[seat.before].after
        if seat.before > 0:
            first = max(first, plan[facts[seat.before].visit].rank + 1)
        if after > 0:
            last = min(last, plan[facts[after].visit].rank)
    for row in range(visit.first_link, visit.last_link):
        rank = plan[facts[row].other].rank
        if facts[row].kind == FOLLOWS:
            first = max(first, rank + 1) if rank >= 0 else last + 1
        elif facts[row].kind == LEADS and rank >= 0:
            last = min(last, rank)
    return first, last


@compiled
def _meet(facts: Array, plan: Array, desk: Array, travel: Array, visit: Any, bound_s: int) -> int:
    """Return when a team starts a visit from its seats, -1 when it comes too late; fill the seats."""
    start_s, agreed_s = bound_s, -1
    while start_s != agreed_s:
        agreed_s = start_s
        for task in range(visit.first_task, visit.last_task):
            seat, what = desk[task], facts[task]
            tour = desk[seat.shift]
            if tour.moved:
                place, free_s, pending = tour.place, tour.free_s, tour.pending
            else:
                place, free_s, pending = state_after(facts, plan, seat.shift, seat.before)
            seat.drive_s = way_s(facts, travel, seat.shift, place, what.place, seat.by_store)
            last_break = facts[seat.shift].last_break
            own_s, seat.pending, seat.idle_s = begin(
                facts,
                what,
                last_break,
                free_s,
                seat.drive_s + seat.by_store * facts[seat.shift].loading_s,
                pending,
                plan[task].rested,
                agreed_s + what.lag_s,
            )
            if own_s < 0:
                return -1
            if seat.before == 0 and not tour.moved:
                seat.idle_s = 0
            seat.start_s = own_s
            start_s = max(start_s, own_s - what.most_s)
        if visit.last_task - visit.first_task == 1:
            break
    return start_s


@compiled
def _move(desk: Array, seat: Any, following: int, place: int, free_s: int) -> None:
    """Note the new state of the agent of a seat, and the task that comes next (0: the way home)."""
    tour = desk[seat.shift]
    tour.moved, tour.next, tour.place = 1, following, place
    tour.free_s, tour.pending = free_s, seat.pending
    tour.slack_s, tour.waited_s = seat.slack_s, seat.waited_s


@compiled
def _note_late(facts: Array, plan: Array, desk: Array, number: int, task: int) -> None:
    """Note when the agent of a seat leaves, if it is the first, and how much later that could be."""
    seat, what = desk[task], facts[task]
    tour = desk[seat.shift]
    _, free_s, pending = state_after(facts, plan, seat.shift, seat.before)
    slack_s, waited_s = slack_at(plan, seat.before)
    if tour.moved:
        slack_s, waited_s, pending = tour.slack_s, tour.waited_s, tour.pending
    elif seat.before == 0:
        drive_s = seat.drive_s + seat.by_store * facts[seat.shift].loading_s
        tour.leaves_s = leaving_s(facts, pending, seat.pending, free_s, seat.start_s, drive_s)
    else:
        tour.leaves_s = plan[seat.shift].leaves_s
    later_s = room_s(facts, facts[number], what, seat.start_s)
    seat.slack_s, seat.waited_s = slack_after(slack_s, waited_s, seat.idle_s, later_s, seat.pending > pending)


@compiled
def _ripple(facts: Array, plan: Array, desk: Array, travel: Array, count: int) -> float:
    """Return the change of cost downstream of the moved tours, in the global order; leave none moved.

    Infinite as soon as lateness costs more than is to spare.
    """
    cost, largest = 0.0, facts[0].largest
    while (count > 0 or desk[0].alarms > 0) and cost < np.inf:
        if desk[0].spare < largest * (desk[0].worst_s - plan[0].largest_s):
            cost = np.inf
            break
        at = _first_moved(facts, plan, desk, count)
        shift = desk[at].queue
        if count > 0 and desk[shift].next == 0:
            cost += _price_return(facts, plan, desk, travel, shift)
            desk[shift].moved = 0
            count -= 1
            desk[at].queue = desk[count].queue
            continue
        number = facts[desk[shift].next].visit if count > 0 else 0
        if desk[0].alarms > 0:
            number = _first_alarmed(plan, desk, number)
        change, count = _price_meeting(facts, plan, desk, travel, number, count)
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
def _first_alarmed(plan: Array, desk: Array, number: int) -> int:
    """Return the first in the global order of a visit (0: none) and those with an alarm."""
    for at in range(desk[0].alarms):
        if number == 0 or plan[desk[at].alarm].rank < plan[number].rank:
            number = desk[at].alarm
    return number


@compiled
def _price_return(facts: Array, plan: Array, desk: Array, travel: Array, shift: int) -> float:
    """Return the change of cost of the way home of a moved tour."""
    day, mine, tour, weights = facts[shift], plan[shift], desk[shift], facts[0]
    drive_s = way_s(facts, travel, shift, tour.place, day.end_place, 0)
    returns_s, _ = finish(facts, day.last_break, tour.free_s + drive_s, tour.pending)
    if returns_s > day.latest_s:
        return np.inf
    change: float = weights.travel * drive_s + weights.overtime * max(0, returns_s - day.end_s)
    if mine.stops > 0:
        change -= weights.travel * mine.drive_s + weights.overtime * max(0, mine.returns_s - day.end_s)
    if weights.has_late:
        less_s = saved_s(tour.slack_s, tour.waited_s) if day.leaves_late else 0
        if returns_s - tour.leaves_s - less_s > day.longest_s:
            return np.inf
        change -= weights.waiting * (less_s - (mine.saved_s if mine.stops > 0 else 0))
    return change


@compiled
def _price_meeting(
    facts: Array, plan: Array, desk: Array, travel: Array, number: int, count: int
) -> tuple[float, int]:
    """Return the change of cost of a visit that comes next, and how many tours are moved after it."""
    visit, weights = facts[number], facts[0]
    for task in range(visit.first_task, visit.last_task):
        desk[task].shift, desk[task].before = plan[task].shift, plan[task].before
        desk[task].by_store = calls_before(plan, desk, task)
    linked, bound_s = is_linked(visit), 0
    if linked:
        drop_alarm(desk, number)
        bound_s = trial_bound(facts, plan, desk, number)
    start_s = _meet(facts, plan, desk, travel, visit, bound_s) if bound_s >= 0 else -1
    if start_s < 0 or (linked and trial_too_late(facts, plan, desk, number, start_s)):
        return np.inf, count
    change, is_retimed = 0.0, False
    for task in range(visit.first_task, visit.last_task):
        seat, old, what = desk[task], plan[task], facts[task]
        later = weights.lateness * (late_s(what, seat.start_s) - late_s(what, old.start_s))
        change += later
        desk[0].spare -= later
        change += weights.travel * (seat.drive_s - old.drive_s)
        change += weights.waiting * (seat.idle_s - old.idle_s)
        desk[0].worst_s = max(desk[0].worst_s, overdue_s(what, seat.start_s))
        is_moved = desk[seat.shift].moved == 1
        is_retimed = is_retimed or seat.start_s != old.start_s
        if weights.has_late:
            _note_late(facts, plan, desk, number, task)
        if _differs(weights, seat, old):
            _move(desk, seat, old.after, what.place, seat.start_s + what.duration_s)
            if not is_moved:
                desk[count].queue = seat.shift
                count += 1
        elif is_moved:
            desk[seat.shift].moved = 0
            count = _drop(desk, seat.shift, count)
    if linked and is_retimed:
        alarm_later(facts, plan, desk, number)
    return change, count


@compiled
def _differs(weights: Any, seat: Any, old: Any) -> bool:
    """Tell whether what comes after a task has to look at its times again."""
    if seat.start_s != old.start_s or seat.pending != old.pending:
        return True
    return bool(weights.has_late and (seat.slack_s != old.slack_s or seat.waited_s != old.waited_s))


@compiled
def _drop(desk: Array, shift: int, count: int) -> int:
    """Take a shift off the queue; return the new length."""
    for at in range(count):
        if desk[at].queue == shift:
            desk[at].queue = desk[count - 1].queue
            return count - 1
    return count
