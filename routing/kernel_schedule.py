# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of a plan: every visit starts as soon as its whole team is there, breaks taken on the way.

``given`` is the problem as arrays (``encoding.given_arrays``), ``plan`` the routes (``encoding.empty_plan``).
A *task* is one role of one visit; the routes are linked lists of tasks, one for each shift, and ``order`` is
one global order of the planned visits that all routes follow, so that times follow in one pass and no two
teams can wait for each other.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled

Array = NDArray[Any]


def record(whole: str, real: str = "") -> np.dtype[Any]:
    return np.dtype([(name, "i8") for name in whole.split()] + [(name, "f8") for name in real.split()])


# the problem
SHIFT = record("agent day start_place end_place start_s end_s latest_s fair_s first_break last_break")
BREAK = record("from_s latest_s duration_s")
VISIT = record(
    "place duration_s first_window last_window latest_s due_s lateness_factor first_task roles needs", "value"
)
TASK = record("visit like_previous")
WEIGHTS = record("", "lateness travel overtime waiting imbalance preference")
# the plan: -1 stands for none; ``pending`` is the next break that the agent has not had yet
VISIT_PLAN = record("start_s rank")
# ``rested``: breaks to take before the task even if they could wait
TASK_PLAN = record("shift before after drive_s idle_s pending rested")
SHIFT_PLAN = record("first last stops work_s drive_s returns_s pending")
TOTALS = record("planned lateness_s travel_s overtime_s waiting_s imbalance_s strangers", "unplanned cost")


@compiled
def opening(windows: Array, visit: Any, ready_s: int) -> int:
    """Return the first moment from ``ready_s`` on at which a visit may start, -1 when there is none."""
    for window in range(visit.first_window, visit.last_window):
        if ready_s <= windows[window, 1]:
            start_s: int = max(ready_s, windows[window, 0])
            return start_s
    return -1


@compiled
def begin(
    given: Any,
    visit: Any,
    shift: Any,
    free_s: int,
    drive_s: int,
    pending: int,
    rested: int,
    not_before_s: int,
) -> tuple[int, int, int]:
    """Return when an agent free at ``free_s`` starts a visit, the break then pending, and the idle time.

    A break is put off while it can still be taken after the visit, unless it fits into the wait or the agent
    is to be ``rested`` (so many breaks are taken at least).
    The start is -1 when the visit cannot start any more.
    """
    windows, breaks = given[3], given[1]
    ready_s = free_s + drive_s
    start_s = opening(windows, visit, max(ready_s, not_before_s))
    rest_s = 0
    while pending < shift.last_break and start_s >= 0:
        pause = breaks[pending]
        after_s = max(ready_s, pause.from_s) + pause.duration_s
        if rested <= 0 and start_s + visit.duration_s <= pause.latest_s and after_s > start_s:
            break
        rested -= 1
        ready_s = after_s
        rest_s += pause.duration_s
        pending += 1
        start_s = opening(windows, visit, max(ready_s, not_before_s))
    return start_s, pending, start_s - free_s - drive_s - rest_s


@compiled
def finish(given: Any, shift: Any, free_s: int, drive_s: int, pending: int) -> tuple[int, int]:
    """Return when an agent is back, and the break pending: those that must not wait so long are taken."""
    breaks = given[1]
    returns_s = free_s + drive_s
    while pending < shift.last_break and returns_s > breaks[pending].latest_s:
        returns_s += breaks[pending].duration_s
        pending += 1
    return returns_s, pending


@compiled
def state_after(given: Any, plan: Any, shift: int, task: int) -> tuple[int, int, int]:
    """Return place, time and pending break of an agent after a task (-1: at the start of the shift)."""
    shifts, visits, tasks = given[0], given[2], given[4]
    if task < 0:
        return shifts[shift].start_place, shifts[shift].start_s, shifts[shift].first_break
    number = tasks[task].visit
    return (
        visits[number].place,
        plan[0][number].start_s + visits[number].duration_s,
        plan[1][task].pending,
    )


@compiled
def late_s(visit: Any, start_s: int) -> int:
    """Return how late a start is, times the factor of the visit."""
    late: int = max(0, start_s - visit.due_s) * visit.lateness_factor
    return late


@compiled
def imbalance_s(shift: Any, work_s: int) -> int:
    """Return the work above the shift's even share."""
    above: int = max(0, work_s - shift.fair_s)
    return above


@compiled
def meet(given: Any, plan: Any, number: int) -> int:
    """Set the start of a planned visit from the tasks before it; return it, -1 when it comes too late."""
    shifts, visits, travel = given[0], given[2], given[5]
    visit_plan, task_plan = plan[0], plan[1]
    visit = visits[number]
    start_s, agreed_s = 0, -1
    while start_s != agreed_s:
        agreed_s = start_s
        for task in range(visit.first_task, visit.first_task + visit.roles):
            mine = task_plan[task]
            place, free_s, pending = state_after(given, plan, mine.shift, mine.before)
            mine.drive_s = travel[place, visit.place]
            own_s, mine.pending, mine.idle_s = begin(
                given, visit, shifts[mine.shift], free_s, mine.drive_s, pending, mine.rested, agreed_s
            )
            if own_s < 0:
                return -1
            if mine.before < 0:
                mine.idle_s = 0
            start_s = max(start_s, own_s)
    visit_plan[number].start_s = start_s
    return start_s


@compiled
def schedule(given: Any, plan: Any) -> bool:
    """Compute all times and the cost of a plan in its global order; False when a rule is broken.

    Linear in the number of tasks.
    """
    shifts, visits, travel, strange = given[0], given[2], given[5], given[8]
    visit_plan, task_plan, shift_plan, order, totals = plan
    total = totals[0]
    total.lateness_s = total.travel_s = total.overtime_s = total.waiting_s = 0
    total.imbalance_s = total.strangers = 0
    total.unplanned = 0.0
    for number in range(len(visits)):
        if visit_plan[number].rank < 0:
            total.unplanned += visits[number].value
    for rank in range(total.planned):
        number = order[rank]
        visit_plan[number].rank = rank
        start_s = meet(given, plan, number)
        if start_s < 0:
            return False
        visit = visits[number]
        total.lateness_s += late_s(visit, start_s)
        for task in range(visit.first_task, visit.first_task + visit.roles):
            total.travel_s += task_plan[task].drive_s
            total.waiting_s += task_plan[task].idle_s
            total.strangers += strange[number, task_plan[task].shift]
    for index in range(len(shifts)):
        mine, shift = shift_plan[index], shifts[index]
        if mine.last >= 0:
            place, free_s, pending = state_after(given, plan, index, mine.last)
            mine.drive_s = travel[place, shift.end_place]
            mine.returns_s, mine.pending = finish(given, shift, free_s, mine.drive_s, pending)
            if mine.returns_s > shift.latest_s:
                return False
            total.travel_s += mine.drive_s
            total.overtime_s += max(0, mine.returns_s - shift.end_s)
            total.imbalance_s += imbalance_s(shift, mine.work_s)
    total.cost = total.unplanned + price(given, total)
    return True


@compiled
def price(given: Any, total: Any) -> float:
    """Return the weighted seconds of all terms but the visits left out."""
    weights = given[9][0]
    cost: float = (
        weights.lateness * total.lateness_s
        + weights.travel * total.travel_s
        + weights.overtime * total.overtime_s
        + weights.waiting * total.waiting_s
        + weights.imbalance * total.imbalance_s
        + weights.preference * total.strangers
    )
    return cost
