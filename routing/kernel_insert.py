# SPDX-License-Identifier: GPL-3.0-or-later
"""What inserting a visit into a plan costs, exactly: new times ripple through every tour that they reach."""

from __future__ import annotations

from typing import Any

import numpy as np

from .compiled import compiled
from .kernel_schedule import Array, begin, finish, imbalance_s, late_s, record, state_after

# where a role is taken: the shift and the task after which it comes (-1: first), and what follows from it
SEAT = record("shift before start_s drive_s idle_s pending rested")
# a tour whose times have moved: the agent's new state and the next task (-1: only the way home is left)
MOVED = record("active task place free_s pending")


@compiled
def new_scratch(shifts: int, roles: int) -> Any:
    """Return room to work: seats to try, best seats, seats of a moved visit, moved tours, their list."""
    return (
        np.zeros(roles, SEAT),
        np.zeros(roles, SEAT),
        np.zeros(roles, SEAT),
        np.zeros(shifts, MOVED),
        np.zeros(shifts, np.int64),
    )


@compiled
def price_insertion(given: Any, plan: Any, number: int, scratch: Any) -> float:
    """Return the cost of making a visit with the seats to try, infinite when that breaks a rule."""
    shifts, visits, strange, weights = given[0], given[2], given[8], given[9][0]
    task_plan, shift_plan = plan[1], plan[2]
    seats, _, _, moved, queue = scratch
    visit = visits[number]
    start_s = _meet(given, plan, visit, seats, moved)
    if start_s < 0:
        return np.inf
    seats[0].start_s = start_s
    cost = weights.lateness * late_s(visit, start_s)
    for role in range(visit.roles):
        seat = seats[role]
        mine = shift_plan[seat.shift]
        cost += weights.travel * seat.drive_s + weights.waiting * seat.idle_s
        cost += weights.preference * strange[number, seat.shift]
        cost += weights.imbalance * (
            imbalance_s(shifts[seat.shift], mine.work_s + visit.duration_s)
            - imbalance_s(shifts[seat.shift], mine.work_s)
        )
        after = mine.first if seat.before < 0 else task_plan[seat.before].after
        _move(moved, seat, after, visit.place, start_s + visit.duration_s)
        queue[role] = seat.shift
    total: float = cost + _ripple(given, plan, scratch, visit.roles)
    return total


@compiled
def _meet(given: Any, plan: Any, visit: Any, seats: Array, moved: Array) -> int:
    """Return when a team starts a visit from its seats, -1 when it comes too late; fill the seats."""
    shifts, travel = given[0], given[5]
    start_s, agreed_s = 0, -1
    while start_s != agreed_s:
        agreed_s = start_s
        for role in range(visit.roles):
            seat = seats[role]
            tour = moved[seat.shift]
            if tour.active:
                place, free_s, pending = tour.place, tour.free_s, tour.pending
            else:
                place, free_s, pending = state_after(given, plan, seat.shift, seat.before)
            seat.drive_s = travel[place, visit.place]
            own_s, seat.pending, seat.idle_s = begin(
                given, visit, shifts[seat.shift], free_s, seat.drive_s, pending, seat.rested, agreed_s
            )
            if own_s < 0:
                return -1
            if seat.before < 0 and not tour.active:
                seat.idle_s = 0
            start_s = max(start_s, own_s)
    return start_s


@compiled
def _move(moved: Array, seat: Any, task: int, place: int, free_s: int) -> None:
    tour = moved[seat.shift]
    tour.active, tour.task, tour.place = 1, task, place
    tour.free_s, tour.pending = free_s, seat.pending


@compiled
def _ripple(given: Any, plan: Any, scratch: Any, count: int) -> float:
    """Return the change of cost downstream of the moved tours, in the global order; leave none moved."""
    _, _, _, moved, queue = scratch
    cost = 0.0
    while count > 0 and cost < np.inf:
        at = _first_moved(given, plan, moved, queue, count)
        if moved[queue[at]].task < 0:
            cost += _price_return(given, plan, queue[at], moved[queue[at]])
            moved[queue[at]].active = 0
            count -= 1
            queue[at] = queue[count]
        else:
            change, count = _price_meeting(given, plan, scratch, queue[at], count)
            cost += change
    for at in range(count):
        moved[queue[at]].active = 0
    return cost


@compiled
def _first_moved(given: Any, plan: Any, moved: Array, queue: Array, count: int) -> int:
    """Return the place in the queue of the tour whose next task comes first; the way home counts as first."""
    tasks, visit_plan = given[4], plan[0]
    best, best_rank = 0, np.iinfo(np.int64).max
    if count > 1:
        for at in range(count):
            task = moved[queue[at]].task
            rank = -1 if task < 0 else visit_plan[tasks[task].visit].rank
            if rank < best_rank:
                best, best_rank = at, rank
    return best


@compiled
def _price_return(given: Any, plan: Any, index: int, tour: Any) -> float:
    """Return the change of cost of the way home of a moved tour."""
    shift, travel, weights = given[0][index], given[5], given[9][0]
    mine = plan[2][index]
    drive_s = travel[tour.place, shift.end_place]
    returns_s, _ = finish(given, shift, tour.free_s, drive_s, tour.pending)
    if returns_s > shift.latest_s:
        return np.inf
    change: float = weights.travel * drive_s + weights.overtime * max(0, returns_s - shift.end_s)
    if mine.last >= 0:
        change -= weights.travel * mine.drive_s + weights.overtime * max(0, mine.returns_s - shift.end_s)
    return change


@compiled
def _price_meeting(given: Any, plan: Any, scratch: Any, index: int, count: int) -> tuple[float, int]:
    """Return the change of cost of the next visit of a moved tour, and how many tours are moved after it."""
    visits, tasks, weights = given[2], given[4], given[9][0]
    visit_plan, task_plan = plan[0], plan[1]
    _, _, crew, moved, queue = scratch
    number = tasks[moved[index].task].visit
    visit = visits[number]
    for role in range(visit.roles):
        crew[role].shift = task_plan[visit.first_task + role].shift
        crew[role].before = task_plan[visit.first_task + role].before
        crew[role].rested = task_plan[visit.first_task + role].rested
    start_s = _meet(given, plan, visit, crew, moved)
    if start_s < 0:
        return np.inf, count
    before_s = visit_plan[number].start_s
    change = weights.lateness * (late_s(visit, start_s) - late_s(visit, before_s))
    for role in range(visit.roles):
        seat, old = crew[role], task_plan[visit.first_task + role]
        change += weights.travel * (seat.drive_s - old.drive_s)
        change += weights.waiting * (seat.idle_s - old.idle_s)
        is_moved = moved[seat.shift].active == 1
        if start_s != before_s or seat.pending != old.pending:
            _move(moved, seat, old.after, visit.place, start_s + visit.duration_s)
            if not is_moved:
                queue[count] = seat.shift
                count += 1
        elif is_moved:
            moved[seat.shift].active = 0
            count = _drop(queue, seat.shift, count)
    return change, count


@compiled
def _drop(queue: Array, shift: int, count: int) -> int:
    for at in range(count):
        if queue[at] == shift:
            queue[at] = queue[count - 1]
            return count - 1
    return count
