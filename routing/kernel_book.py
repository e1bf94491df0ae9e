# SPDX-License-Identifier: GPL-3.0-or-later
"""How the kernels see a tour problem: three arrays with one row for each thing, linked by row numbers.

Row 0 is the whole, then come shifts, visits, tasks (one role of one visit each), breaks, windows. As a link,
0 stands for none. A function that works on arrays of numba pays for each array that it is handed, so
there are few of them: ``facts`` is the problem, ``plan`` the routes with their times (copied to keep a plan),
``desk`` the working space of one evaluation. Beside them ``travel`` holds the seconds between places, and
``fits`` (task x shift) what a shift brings to a visit: -1 when it must not take the task, else one bit for
each thing that the visit needs, and ``STRANGER`` when the visit prefers others.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

STRANGER = 1 << 62


def _record(whole: str, real: str) -> np.dtype[Any]:
    return np.dtype([(name, "i8") for name in whole.split()] + [(name, "f8") for name in real.split()])


FACT = _record(
    # visit: its windows and its tasks are the rows first..last (last excluded), in order; possible: whether
    # anybody can make it on an empty day
    "place duration_s latest_s first_window last_window first_task last_task "
    "due_s lateness_factor needs possible "
    # shift: its breaks are the rows first..last
    "start_s end_s start_place end_place first_break last_break fair_s agent day "
    # task; break or window (with latest_s and duration_s)
    "visit like_previous from_s "
    # the whole: rows where visits and tasks begin, and tasks end
    "visits_from tasks_from tasks_to has_breaks",
    # visit, then the weights of the whole
    "value lateness travel overtime waiting imbalance preference",
)
PLAN = _record(
    # visit: place in the global order (-1: left out); nth: in row r, the visit of that place
    "start_s rank nth "
    # task: neighbours on the tour, the way to it, the break pending after it, breaks not to be put off
    "shift before after drive_s idle_s pending rested "
    # shift (with drive_s and pending of the way home); busy: all ways and work
    "first last stops work_s busy_s returns_s "
    # the whole
    "planned lateness_s travel_s overtime_s waiting_s imbalance_s strangers",
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
    # seats on offer (one row a member), a heap of their first rows, and in the whole how many there are
    "offered_shift offered_before who listed offered",
    # shift: price of the detour from there; task: price of the members before it; heap: price of the detours;
    # the whole: what a candidate must cost less than, the shortest detour so far, what may be saved
    # elsewhere, and how likely a candidate is skipped
    "extra spent key limit shortest slack blink",
)
