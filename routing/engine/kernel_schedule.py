# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of a plan: every visit starts as soon as its whole team is there, breaks taken on the way.

The tours are linked lists of tasks, and one global order of the planned visits, which every tour follows,
gives all times in one pass: no two teams can wait for each other.
"""

from __future__ import annotations

from typing import Any

from ...core.compiled import compiled
from .kernel_book import NEVER_S, Array
from .kernel_departure import leaving_s, room_s, saved_s, slack_after
from .kernel_links import is_linked, planned_bound, too_late
from .kernel_loads import load_again, use_up, way_s
from .kernel_segments import note_latest, note_segments
from .kernel_totals import count_return, count_task, find_largest, forget_totals, set_cost


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
def slack_at(plan: Array, task: int) -> tuple[int, int]:
    """Return how much later a tour could begin, and how long it waited, after a task (0: at its start)."""
    if task == 0:
        return NEVER_S, 0
    return plan[task].slack_s, plan[task].waited_s


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
            calls = int(plan[mine.shift].call == task)
            mine.drive_s = way_s(facts, travel, mine.shift, place, what.place, calls)
            last_break = facts[mine.shift].last_break
            way_and_load_s = mine.drive_s + calls * facts[mine.shift].loading_s
            own_s, mine.pending, mine.idle_s = begin(
                facts, what, last_break, free_s, way_and_load_s, pending, mine.rested, agreed_s + what.lag_s
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
    forget_totals(facts, plan)
    for rank in range(plan[0].planned):
        number = plan[rank].nth
        plan[number].rank = rank
        if meet(facts, plan, travel, number) < 0:
            return False
        for task in range(facts[number].first_task, facts[number].last_task):
            if facts[0].has_loads and not use_up(facts, plan, fits, task):
                return False
            if facts[0].has_late:
                note_departure(facts, plan, number, task)
            count_task(facts, plan, fits, task, 1)
    for shift in range(1, facts[0].visits_from):
        if plan[shift].stops > 0 and not return_home(facts, plan, travel, shift):
            return False
    set_cost(facts[0], plan[0])
    return True


@compiled
def reschedule(facts: Array, plan: Array, travel: Array, fits: Array, number: int) -> bool:
    """Do the same after one visit was inserted into a scheduled plan: only what it delays is looked at."""
    whole = plan[0]
    whole.unplanned -= facts[number].value
    for task in range(facts[number].first_task, facts[number].last_task):
        if facts[0].has_loads and not load_again(facts, plan, fits, plan[task].shift):
            return False
    for shift in range(1, facts[0].visits_from):
        plan[shift].is_later = plan[shift].is_touched = 0
    in_time = True
    for rank in range(plan[number].rank, whole.planned):
        passed = plan[rank].nth
        plan[passed].rank = rank
        if in_time and (passed == number or _is_reached(facts, plan, passed)):
            in_time = _meet_again(facts, plan, travel, fits, passed, passed == number)
    return in_time and _return_again(facts, plan, travel)


@compiled
def _return_again(facts: Array, plan: Array, travel: Array) -> bool:
    """Compute the ends of the tours that have changed, and the cost; False when somebody is too late."""
    for shift in range(1, facts[0].visits_from):
        if plan[shift].is_touched:
            if plan[shift].counted:
                count_return(facts, plan, shift, -1)
            if not return_home(facts, plan, travel, shift):
                return False
    if facts[0].largest > 0.0:
        find_largest(facts, plan)
    set_cost(facts[0], plan[0])
    return True


@compiled
def _is_reached(facts: Array, plan: Array, number: int) -> bool:
    """Tell whether a visit may have new times: somebody of its team does, or it is linked."""
    if is_linked(facts[number]):
        return True
    for task in range(facts[number].first_task, facts[number].last_task):
        if plan[plan[task].shift].is_later:
            return True
    return False


@compiled
def _meet_again(facts: Array, plan: Array, travel: Array, fits: Array, number: int, is_new: bool) -> bool:
    """Compute the times of a visit anew and count them for the old ones; False when it comes too late."""
    visit = facts[number]
    if not is_new:
        for task in range(visit.first_task, visit.last_task):
            count_task(facts, plan, fits, task, -1)
            plan[task].was_start_s, plan[task].was_pending = plan[task].start_s, plan[task].pending
    if meet(facts, plan, travel, number) < 0:
        return False
    for task in range(visit.first_task, visit.last_task):
        mine = plan[task]
        slack_s, waited_s = mine.slack_s, mine.waited_s
        if facts[0].has_late:
            note_departure(facts, plan, number, task)
        count_task(facts, plan, fits, task, 1)
        same_time = mine.start_s == mine.was_start_s and mine.pending == mine.was_pending
        same_room = not facts[0].has_late or (mine.slack_s == slack_s and mine.waited_s == waited_s)
        is_later = is_new or not (same_time and same_room)
        plan[mine.shift].is_later = int(is_later)
        plan[mine.shift].is_touched = 1
    return True


@compiled
def note_departure(facts: Array, plan: Array, number: int, task: int) -> None:
    """Note when the agent of a first task leaves, and after any task how much later that could be."""
    mine = plan[task]
    day, before = facts[mine.shift], mine.before
    _, free_s, pending = state_after(facts, plan, mine.shift, before)
    if before == 0:
        calls = int(plan[mine.shift].call == task)
        plan[mine.shift].leaves_s = leaving_s(
            facts, pending, mine.pending, free_s, mine.start_s, mine.drive_s + calls * day.loading_s
        )
    slack_s, waited_s = slack_at(plan, before)
    later_s = room_s(facts, facts[number], facts[task], mine.start_s)
    mine.slack_s, mine.waited_s = slack_after(slack_s, waited_s, mine.idle_s, later_s, mine.pending > pending)


@compiled
def return_home(facts: Array, plan: Array, travel: Array, shift: int) -> bool:
    """Set the way home of a tour; False when it is too late."""
    mine, day = plan[shift], facts[shift]
    place, free_s, pending = state_after(facts, plan, shift, mine.last)
    mine.drive_s = way_s(facts, travel, shift, place, day.end_place, 0)
    mine.returns_s, mine.pending = finish(facts, day.last_break, free_s + mine.drive_s, pending)
    mine.saved_s = 0
    if day.leaves_late:
        mine.saved_s = saved_s(plan[mine.last].slack_s, plan[mine.last].waited_s)
        note_segments(facts, plan, travel, shift)
    else:
        note_latest(facts, plan, travel, shift)
    count_return(facts, plan, shift, 1)
    if facts[0].has_late and mine.returns_s - mine.leaves_s - mine.saved_s > day.longest_s:
        return False
    return bool(mine.returns_s <= day.latest_s)
