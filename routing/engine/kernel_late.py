# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lateness of a visit costs at least from given seats, before any time is computed exactly."""

from __future__ import annotations

from typing import Any

from ...core.compiled import compiled
from .kernel_book import NEVER_S, Array
from .kernel_loads import way_s
from .kernel_schedule import state_after
from .kernel_totals import late_s, overdue_s


@compiled
def least_late(facts: Array, plan: Array, desk: Array, travel: Array, first: int, last: int) -> float:
    """Return what the tasks ``first..last`` of a visit and those right after them cost more in lateness.

    A bound: breaks, partners and links can only delay them further.
    """
    cost, worst_s, start_s = 0.0, plan[0].largest_s, 0
    for task in range(first, last):
        start_s = max(start_s, _earliest_s(facts, plan, desk, travel, task) - facts[task].most_s)
    for task in range(first, last):
        seat, what = desk[task], facts[task]
        own_s = max(_earliest_s(facts, plan, desk, travel, task), start_s + what.lag_s)
        cost += facts[0].lateness * late_s(what, own_s)
        worst_s = max(worst_s, overdue_s(what, own_s))
        following = plan[seat.shift].first if seat.before == 0 else plan[seat.before].after
        if following > 0:
            after, was_s = facts[following], plan[following].start_s
            way = way_s(facts, travel, seat.shift, what.place, after.place, 0)
            next_s = own_s + what.duration_s + way
            if next_s > was_s:
                cost += facts[0].lateness * (late_s(after, next_s) - late_s(after, was_s))
                worst_s = max(worst_s, overdue_s(after, next_s))
    total: float = cost + facts[0].largest * (worst_s - plan[0].largest_s)
    return total


@compiled
def least_share(facts: Array, plan: Array, travel: Array, visit: Any, shift: int, before: int) -> float:
    """Return what a member of a team comes late at least, and who waits for it next, whatever its task."""
    place, free_s, _ = state_after(facts, plan, shift, before)
    one = facts[visit.first_task]
    reaches_s = free_s + travel[facts[shift].matrix + place, one.place]
    own, ends_s = NEVER_S, NEVER_S
    for task in range(visit.first_task, visit.last_task):
        start_s = max(reaches_s, facts[task].from_s)
        own = min(own, late_s(facts[task], start_s))
        ends_s = min(ends_s, start_s + facts[task].duration_s)
    following = plan[shift].first if before == 0 else plan[before].after
    if following > 0:
        next_s = ends_s + travel[facts[shift].matrix + one.place, facts[following].place]
        own += max(0, late_s(facts[following], next_s) - late_s(facts[following], plan[following].start_s))
    cost: float = facts[0].lateness * own
    return cost


@compiled
def _earliest_s(facts: Array, plan: Array, desk: Array, travel: Array, task: int) -> int:
    """Return when a task can start at its seat at the earliest."""
    seat, what = desk[task], facts[task]
    place, free_s, _ = state_after(facts, plan, seat.shift, seat.before)
    reaches_s: int = max(free_s + travel[facts[seat.shift].matrix + place, what.place], what.from_s)
    return reaches_s
