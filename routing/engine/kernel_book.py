# SPDX-License-Identifier: GPL-3.0-or-later
"""How the kernels see a tour problem: three arrays with one row for each thing, linked by row numbers.

Row 0 is the whole, then come shifts, visits, tasks (one role of one visit each), stocks (one part on one van
each), breaks, windows, links, parts (what one task takes of one part). As a row number, 0 stands for none.
Visits that start together are one visit here. A function that works on arrays
of numba pays for each array that it is handed, so there are few of them: ``facts`` is the problem, ``plan``
the routes with their times (copied to keep a plan), ``desk`` the working space of one evaluation. Beside
them ``travel`` holds the seconds between places, one matrix a vehicle below the other, and ``fits`` (task x
shift) what a shift brings to a visit: -1 when it must not take the task, else one bit for each thing that the
visit needs, ``STRANGER`` when the visit prefers others, ``MOVED`` when the published plan gave it to others,
and ``FROM_STORE`` when the van must have called at its store before.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

NEVER_S = 2**40
STRANGER = 1 << 62
MOVED = 1 << 61
FROM_STORE = 1 << 60
# what a link says of the visit in whose list it stands
FOLLOWS, LEADS, APART, SAME_AGENT, SAME_DAY = 1, 2, 3, 4, 5


def _record(whole: str, real: str, often: str) -> np.dtype[Any]:
    """Return a row of whole and real figures; those read most often come first, beside each other."""
    kinds = dict.fromkeys(whole.split(), "i8") | dict.fromkeys(real.split(), "f8")
    return np.dtype([(name, kinds[name]) for name in dict.fromkeys([*often.split(), *kinds])])


FACT = _record(
    # visit: its tasks and its links are the rows first..last (last excluded), in order; possible: whether
    # anybody can make it on an empty day; spread: whether its tasks are at different places; fixed: whether
    # it must stay where it is (shift: the last task that must)
    "first_task last_task first_link last_link needs possible spread fixed "
    # task (place, duration and latest of the first one also in the visit): its windows are the rows
    # first..last; it starts lag_s to most_s after the visit
    "place duration_s latest_s first_window last_window due_s lateness_factor lag_s most_s "
    # link: the other visit, its kind, its lags; of visits that start together it ties only one: the
    # tasks of the other visit are the rows first..last, own_task is the first task of its own
    "other kind own_task "
    # shift: its breaks are the rows first..last
    "start_s end_s start_place end_place first_break last_break fair_s agent day "
    # its ways are the rows of travel from matrix on; its store (-1: none), the time that loading takes there,
    # its stocks are the rows first..last; the longest time away, and whether it counts from a late departure
    "matrix store_place loading_s first_stock last_stock longest_s leaves_late "
    # the first shift that is just like it, and the next one (0: none)
    "alike next_alike "
    # task: its parts are the rows first..last. Part and stock: which kind (with that of links), how many
    "first_part last_part amount "
    # task; break or window (with latest_s and duration_s)
    "visit like_previous from_s "
    # the whole: rows where visits and tasks begin, and tasks and stocks end
    # is_plain: whether a visit costs the drive to it and no more, and any plan in time and load is right
    "visits_from tasks_from tasks_to stocks_to has_breaks has_links has_lags has_meetings has_loads has_late "
    "is_plain",
    # visit: its worth, and that of all that can only follow it; then the weights of the whole
    "value brings lateness travel overtime waiting imbalance preference moves largest",
    "place duration_s latest_s from_s visit first_part last_part first_window "
    "matrix start_place end_place start_s store_place leaves_late first_stock last_stock",
)
PLAN = _record(
    # visit: place in the global order (-1: left out); nth: in row r, the visit of that place
    "start_s rank nth "
    # task (with its own start_s): neighbours on the tour, the way to it, the break pending after it, breaks
    # not to be put off
    "shift before after drive_s idle_s pending rested "
    # how much later the tour could begin, how long it has waited (shift: all of it); whether the store was
    # called at before, and what loading takes on the way
    "slack_s waited_s loaded load_s "
    # stock: how many are used before the call at the store. Shift: the task after that call, when the agent
    # leaves, what a late departure saves
    "used call leaves_s saved_s "
    # task: least duration, earliest and latest start of the tour up to it, and from it on
    "fore_lasts_s fore_early_s fore_late_s back_lasts_s back_early_s back_late_s "
    # while times are computed anew: those of a task before; whether a tour runs later, and has other stops;
    # shift: whether its end counts in the terms, and the work above its share that does
    "was_start_s was_pending is_later is_touched counted excess_s "
    # shift (with drive_s and pending of the way home); busy: all ways and work
    "first last stops work_s busy_s returns_s "
    # the whole
    "planned lateness_s travel_s overtime_s waiting_s imbalance_s strangers moves largest_s",
    "unplanned cost",
    "after start_s back_late_s shift before pending drive_s loaded first last stops call busy_s rank used",
)
DESK = _record(
    # task: the seat being tried (shift, task before it) and what follows from it; the best seat
    "shift before start_s drive_s idle_s pending best_shift best_before best_start_s "
    # whether it comes by the store, and at the best seat; slack and waits after it
    "by_store best_by_store slack_s waited_s "
    # shift: whether its times have moved, from which state (with slack_s and waited_s), which task is next,
    # when it leaves, whether its call at the store is now before the visit being tried; queue: a list of
    # shifts
    "moved next place free_s leaves_s moved_call queue "
    # shift: position in the global order when teams are offered, whether it is new; task: whether a member is
    "cursor fresh renewed "
    # lists used by the search: visits that are out, visits of one tour; shift: whether it is ruined
    "out stop ruined "
    # where tours depend on no other. Shift: whether it has changed in this step; its empty shift in use for
    # all alike, in which step none was; task and shift: the last listing of its place; places listed; visit:
    # whether it is listed as out, and was planned before; its place (from 1) in the list of all left out
    # shift: the last listing at which its van had too little
    # shift and visit: whether another search looks after it
    "altered idle full listing place_shift place_before is_out was_planned gone_at refused barred "
    # lists of shifts that have changed, and of visits that are left out; in the whole how many there are
    "alteration gone alterations gones step listings "
    # visit: its place in the global order that is tried, and the best one; whether its times are new, whether
    # a visit that it is linked to has new times; lists of such visits, and in the whole how many there are
    "try_rank best_rank retimed alarmed timed alarm times alarms "
    # the whole: the visit being tried, the latest start after its due date
    "trial worst_s "
    # seats on offer (one row a member), a heap of their first rows, and in the whole how many there are
    "offered_shift offered_before offered_by_store who listed offered",
    # shift: price of the detour from there; task: price of the members before it; heap: price of the detours;
    # the whole: what a candidate must cost less than, the shortest detour so far, what may be saved
    # elsewhere, and how likely a candidate is skipped
    # offer: its detour; the whole: that of the seats being tried, and how much their lateness may still cost
    "extra spent key limit shortest slack blink detour spare",
    "shift before by_store start_s best_shift best_before best_by_store best_start_s "
    "place_shift place_before listing refused barred out altered",
)
