# SPDX-License-Identifier: GPL-3.0-or-later
"""Tours seen during the search, for putting together plans of tours that were never in one plan.

The pool is a hash table of two arrays: ``pool`` has one row for each tour (row 0 counts what comes in),
``tasks`` what it does in order. Of tours with the same visits, of shifts that are alike, only the cheapest is
kept; the one longest unseen makes room for a new one where the table is full.
"""

from __future__ import annotations

import numpy as np

from ...core.compiled import compiled
from .kernel_book import MOVED, STRANGER, Array
from .kernel_totals import late_s

# which tour: its visits and the first shift that is alike; what it brings to the cost; when it was last seen
POOL = np.dtype([("key", "u8"), ("cost", "f8"), ("seen", "i8"), ("shift", "i8"), ("stops", "i8")])
# a task in ``tasks`` comes with the breaks that are not put off before it, and a call at the store
RESTS, CALLS, TASK_FROM = 7, 8, 16
# so many places are looked at for a tour
_PROBES = 8
_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)


@compiled
def note_tours(facts: Array, plan: Array, desk: Array, fits: Array, pool: Array, tasks: Array) -> None:
    """Keep the altered tours of a plan."""
    for at in range(desk[0].alterations):
        note_tour(facts, plan, fits, pool, tasks, desk[at].alteration)


@compiled
def note_tour(facts: Array, plan: Array, fits: Array, pool: Array, tasks: Array, shift: int) -> None:
    """Keep a tour, unless one as good is known or it is too long."""
    stops = plan[shift].stops
    if stops == 0 or stops > tasks.shape[1]:
        return
    pool[0].seen += 1
    key = _key(facts, plan, shift)
    cost = tour_cost(facts, plan, fits, shift)
    row = _row(pool, key)
    if pool[row].key == key and pool[row].cost <= cost:
        pool[row].seen = pool[0].seen
        return
    mine = pool[row]
    mine.key, mine.cost, mine.seen = key, cost, pool[0].seen
    mine.shift, mine.stops = facts[shift].alike, stops
    task = plan[shift].first
    for place in range(stops):
        calls = CALLS if plan[shift].call == task else 0
        tasks[row, place] = TASK_FROM * task + calls + min(plan[task].rested, RESTS)
        task = plan[task].after


@compiled
def tour_cost(facts: Array, plan: Array, fits: Array, shift: int) -> float:
    """Return what a timed tour brings to the cost of its plan, the largest lateness apart."""
    whole, mine, day = facts[0], plan[shift], facts[shift]
    late, travel_s, waiting_s = 0, mine.drive_s, -mine.saved_s
    strangers, moves = 0, 0
    task = mine.first
    while task > 0:
        brings = fits[task, shift]
        strangers += int(brings & STRANGER > 0)
        moves += int(brings & MOVED > 0)
        late += late_s(facts[task], plan[task].start_s)
        travel_s += plan[task].drive_s
        waiting_s += plan[task].idle_s
        task = plan[task].after
    cost: float = (
        whole.lateness * late
        + whole.travel * travel_s
        + whole.overtime * max(0, mine.returns_s - day.end_s)
        + whole.waiting * waiting_s
        + whole.imbalance * mine.excess_s
        + whole.preference * strangers
        + whole.moves * moves
    )
    return cost


@compiled
def _key(facts: Array, plan: Array, shift: int) -> np.uint64:
    """Return what stands for the visits of a tour, in whatever order, and for shifts that are alike."""
    key = _mixed(np.uint64(facts[shift].alike))
    task = plan[shift].first
    while task > 0:
        key += _mixed(np.uint64(task))
        task = plan[task].after
    return key


@compiled
def _mixed(number: np.uint64) -> np.uint64:
    """Return the number scattered (splitmix64)."""
    mixed: np.uint64 = number * _STEP
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _MIX_1
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _MIX_2
    return mixed ^ (mixed >> np.uint64(31))


@compiled
def _row(pool: Array, key: np.uint64) -> int:
    """Return the row of a tour, or the one that it is to take: a free one, else the oldest. Row 0 counts."""
    rows = len(pool) - 1
    at = int(key % np.uint64(rows))
    oldest = 1 + at
    for probe in range(_PROBES):
        row = 1 + (at + probe) % rows
        if pool[row].stops == 0 or pool[row].key == key:
            return row
        if pool[row].seen < pool[oldest].seen:
            oldest = row
    return oldest
