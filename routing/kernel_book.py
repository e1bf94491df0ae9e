# SPDX-License-Identifier: GPL-3.0-or-later
"""How the kernels see a tour problem: three arrays with one row for each thing, linked by row numbers.

Row 0 is the whole, then come shifts, visits, tasks (one role of one visit each), breaks, windows, links. As a
row number, 0 stands for none. Visits that start together are one visit here. A function that works on arrays
of numba pays for each array that it is handed, so there are few of them: ``facts`` is the problem, ``plan``
the routes with their times (copied to keep a plan), ``desk`` the working space of one evaluation. Beside
them ``travel`` holds the seconds between places, and ``fits`` (task x shift) what a shift brings to a visit:
-1 when it must not take the task, else one bit for each thing that the visit needs, ``STRANGER`` when the
visit prefers others, and ``MOVED`` when the published plan gave it to others.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

STRANGER = 1 << 62
MOVED = 1 << 61
# what a link says of the visit in whose list it stands
FOLLOWS, LEADS, APART, SAME_AGENT, SAME_DAY = 1, 2, 3, 4, 5


def _record(whole: str, real: str) -> np.dtype[Any]:
    return np.dtype([(name, "i8") for name in whole.split()] + [(name, "f8") for name in real.split()])


FACT = _record(
    # visit: its tasks and its links are the rows first..last (last excluded), in order; possible: whether
    # anybody can make it on an empty day; spread: whether its tasks are at different places
    "first_task last_task first_link last_link needs possible spread "
    # task (place, duration and latest of the first one also in the visit): its windows are the rows
    # first..last; it starts lag_s to most_s after the visit. Link: the other visit, its kind, its lags
    "place duration_s latest_s first_window last_window due_s lateness_factor lag_s most_s other kind "
    # shift: its breaks are the rows first..last
    "start_s end_s start_place end_place first_break last_break fair_s agent day "
    # task; break or window (with latest_s and duration_s)
    "visit like_previous from_s "
    # the whole: rows where visits and tasks begin, and tasks end
    "visits_from tasks_from tasks_to has_breaks has_links has_lags",
    # visit, then the weights of the whole
    "value lateness travel overtime waiting imbalance preference moves",
)
PLAN = _record(
    # visit: place in the global order (-1: left out); nth: in row r, the visit of that place
    "start_s rank nth "
    # task (with its own start_s): neighbours on the tour, the way to it, the break pending after it, breaks
    # not to be put off
    "shift before after drive_s idle_s pending rested "
    # shift (with drive_s and pending of the way home); busy: all ways and work
    "first last stops work_s busy_s returns_s "
    # the whole
    "planned lateness_s travel_s overtime_s waiting_s imbalance_s strangers moves",
    "unplanned cost",
)
DESK = _record(
    # task: the seat being tried (shift, task before it) and what follows from it; the best seat
    "shift before start_s drive_s idle_s pending best_shift best_before best_start_s "
    # shift: whether its times have moved, from which state, which task comes next; queue: a list of shifts
    "moved next place free_s queue "
    # shift: position in the global order when teams are offered, whether it is new; task: whether a member is
    "cursor fresh renewed "
    # lists used by the search: visits that are out, visits of one tour; shift: whether it is ruined
    "out stop ruined "
    # visit: its place in the global order that is tried, and the best one; whether its times are new, whether
    # a visit that it is linked to has new times; lists of such visits, and in the whole how many there are
    "try_rank best_rank retimed alarmed timed alarm times alarms "
    # the whole: the visit being tried
    "trial "
    # seats on offer (one row a member), a heap of their first rows, and in the whole how many there are
    "offered_shift offered_before who listed offered",
    # shift: price of the detour from there; task: price of the members before it; heap: price of the detours;
    # the whole: what a candidate must cost less than, the shortest detour so far, what may be saved
    # elsewhere, and how likely a candidate is skipped
    "extra spent key limit shortest slack blink",
)
