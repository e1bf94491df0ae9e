# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of a plan: every visit starts as soon as its whole team is there, breaks taken on the way.

The tours are linked lists of tasks, and one global order of the planned visits, which every tour follows,
gives all times in one pass: no two teams can wait for each other.
"""

from __future__ import annotations

from typing import Any

from ..core.compiled import compiled
from .kernel_book import MOVED, STRANGER, Array
from .kernel_links import is_linked, planned_bound, too_late


@compiled
def opening(facts: Array, task: Any, ready_s: int) -> int:
    """Return the first moment from ``ready_s`` on at which a task may start, -1 when there is none."""
    for window in range(task.first_window, task.last_window):
        if ready_s <= facts[window].latest_s:
            start_s: int = max(ready_s, facts[window].from_s)
            return start_s
    return -1


@compiled
def begin(
    facts: Array,
    task: Any,
    last_break: int,
    free_s: int,
    drive_s: int,
    pending: int,
    rested: int,
    not_before_s: int,
) -> tuple[int, int, int]:
    """Return when an agent free at ``free_s`` starts a task, the break then pending, and the idle time.

    A break is put off while it can still be taken after the task, unless it fits into the wait or the agent
    is to be ``rested`` (so many breaks are taken at least).
    The start is -1 when the task cannot start any more.
    """
    ready_s = free_s + drive_s
    start_s = opening(facts, task, max(ready_s, not_before_s))
    rest_s = 0
    while pending < last_break and start_s >= 0:
        pause = facts[pending]
        after_s = max(ready_s, pause.from_s) + pause.duration_s
        if rested <= 0 and start_s + task.duration_s <= pause.latest_s and after_s > start_s:
            break
        rested -= 1
        ready_s = after_s
        rest_s += pause.duration_s
        pending += 1
        start_s = opening(facts, task, max(ready_s, not_before_s))
    return start_s, pending, start_s - free_s - drive_s - rest_s


@compiled
def finish(facts: Array, last_break: int, returns_s: int, pending: int) -> tuple[int, int]:
    """Return when an agent is back, and the break pending: those that must not wait so long are taken."""
    while pending < last_break and returns_s > facts[pending].latest_s:
        returns_s += facts[pending].duration_s
        pending += 1
    return returns_s, pending


@compiled
def state_after(facts: Array, plan: Array, shift: int, task: int) -> tuple[int, int, int]:
    """Return place, time and pending break of an agent after a task (0: at the start of the shift)."""
    if task == 0:
        return facts[shift].start_place, facts[shift].start_s, facts[shift].first_break
    return facts[task].place, plan[task].start_s + facts[task].duration_s, plan[task].pending


@compiled
def late_s(task: Any, start_s: int) -> int:
    """Return how late a start is, times the factor of the visit."""
    late: int = max(0, start_s - task.due_s) * task.lateness_factor
    return late


@compiled
def meet(facts: Array, plan: Array, travel: Array, number: int) -> int:
    """Set the start of a planned visit from the tasks before it; return it, -1 when it comes too late."""
    visit = facts[number]
    start_s, agreed_s = 0, -1
    if is_linked(visit):
        start_s = planned_bound(facts, plan, number)
        if start_s < 0:
            return -1
    while start_s != agreed_s:
        agreed_s = start_s
        for task in range(visit.first_task, visit.last_task):
            mine, what = plan[task], facts[task]
            place, free_s, pending = state_after(facts, plan, mine.shift, mine.before)
            mine.drive_s = travel[place, what.place]
            last_break = facts[mine.shift].last_break
            own_s, mine.pending, mine.idle_s = begin(
                facts, what, last_break, free_s, mine.drive_s, pending, mine.rested, agreed_s + what.lag_s
            )
            if own_s < 0:
                return -1
            if mine.before == 0:
                mine.idle_s = 0
            mine.start_s = own_s
            start_s = max(start_s, own_s - what.most_s)
        # who is alone agrees with himself
        if visit.last_task - visit.first_task == 1:
            break
    if is_linked(visit) and too_late(facts, plan, number, start_s):
        return -1
    plan[number].start_s = start_s
    return start_s


@compiled
def schedule(facts: Array, plan: Array, travel: Array, fits: Array) -> bool:
    """Compute all times and the cost of a plan in its global order; False when a rule is broken.

    Linear in the number of tasks.
    """
    whole = plan[0]
    whole.lateness_s = whole.travel_s = whole.overtime_s = 0
    whole.waiting_s = whole.imbalance_s = whole.strangers = whole.moves = 0
    whole.unplanned = 0.0
    for number in range(facts[0].visits_from, facts[0].tasks_from):
        if plan[number].rank < 0:
            whole.unplanned += facts[number].value
    for shift in range(1, facts[0].visits_from):
        plan[shift].busy_s = 0
    for rank in range(whole.planned):
        number = plan[rank].nth
        plan[number].rank = rank
        if meet(facts, plan, travel, number) < 0:
            return False
        for task in range(facts[number].first_task, facts[number].last_task):
            whole.lateness_s += late_s(facts[task], plan[task].start_s)
            plan[plan[task].shift].busy_s += plan[task].drive_s + facts[task].duration_s
            whole.travel_s += plan[task].drive_s
            whole.waiting_s += plan[task].idle_s
            brings = fits[task, plan[task].shift]
            whole.strangers += brings & STRANGER > 0
            whole.moves += brings & MOVED > 0
    for shift in range(1, facts[0].visits_from):
        if plan[shift].stops > 0 and not _return(facts, plan, travel, shift):
            return False
    whole.cost = whole.unplanned + _price(facts[0], whole)
    return True


@compiled
def _return(facts: Array, plan: Array, travel: Array, shift: int) -> bool:
    """Set the way home of a tour; False when it is too late."""
    mine, day, whole = plan[shift], facts[shift], plan[0]
    place, free_s, pending = state_after(facts, plan, shift, mine.last)
    mine.drive_s = travel[place, day.end_place]
    mine.returns_s, mine.pending = finish(facts, day.last_break, free_s + mine.drive_s, pending)
    mine.busy_s += mine.drive_s
    whole.travel_s += mine.drive_s
    whole.overtime_s += max(0, mine.returns_s - day.end_s)
    whole.imbalance_s += max(0, mine.work_s - day.fair_s)
    return bool(mine.returns_s <= day.latest_s)


@compiled
def _price(weights: Any, whole: Any) -> float:
    """Return the weighted seconds of all terms but the visits left out."""
    cost: float = (
        weights.lateness * whole.lateness_s
        + weights.travel * whole.travel_s
        + weights.overtime * whole.overtime_s
        + weights.waiting * whole.waiting_s
        + weights.imbalance * whole.imbalance_s
        + weights.preference * whole.strangers
        + weights.moves * whole.moves
    )
    return cost
